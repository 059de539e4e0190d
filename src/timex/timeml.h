// timeml.h: TimeML in and out. Reading is tolerant of the corpora's variants; writing keeps every byte outside the
// tags. Errors:  Error{kInput, what, "byte n"}.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "timex/timex.h"

namespace annalen::timex {

// What tagging needs of a TimeML file; `source` stays with the caller.
struct TimemlInput {
  std::string dct;                   // the DCT's TIMEX3 value ("2010-02-20"); empty when there is none
  std::string title;                 // empty when there is none
  std::string text;                  // content of TEXT: tags left out, entities decoded
  std::string source;                // the file as given, without TIMEX3 tags inside TEXT
  std::size_t text_begin_bytes = 0;  // where TEXT's content begins in `source`
  std::size_t text_end_bytes = 0;
};
[[nodiscard]] Result<TimemlInput> read_timeml(std::string_view bytes);

// `input.source` with TIMEX3 tags set into TEXT. Spans are bytes of `input.text` as given (source spans).
struct Annotation {
  text::Span span;
  const Timex* timex = nullptr;
};
[[nodiscard]] std::string write_timeml(const TimemlInput& input, std::span<const Annotation> annotations);
// A whole TimeML document around a plain text. `dct` is an ISO date as in Publication::text().
[[nodiscard]] std::string write_timeml(std::string_view text, std::string_view dct, std::string_view document_id,
                                       std::span<const Annotation> annotations);

}  // namespace annalen::timex
