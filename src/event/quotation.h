// quotation.h: what stands between quotation marks.
// Marks:   „…“ „…” "…" “…” »…« «…». Marks inside a quotation that are of another pair belong to it.
// Limits:  one that is not closed within kQuotationSentencesMax sentences is none.
// Threads: pure function. Linear time.
#pragma once

#include <cstdint>
#include <vector>

#include "event/phrase.h"
#include "text/document.h"

namespace annalen::event {

inline constexpr std::uint32_t kQuotationSentencesMax = 40;

// Tokens between the marks, in text order; they do not overlap, none is empty.
[[nodiscard]] std::vector<TokenRange> quotations(const text::Document& document);

}  // namespace annalen::event
