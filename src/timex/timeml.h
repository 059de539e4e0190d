// timeml.h: TimeML in and out.
// Source:  TimeML 1.2.1 (TIMEX3) in the form of the German corpora.
// Reading: tolerant of the corpora's variants; the TIMEX3 tags of TEXT are left out, all else stays.
// Writing: every byte outside of TEXT's TIMEX3 tags is kept. Tags of well-formed input nest: a timex that no tag can
//          enclose (it begins in one element and ends in another, or inside of CDATA) gets none. What the text does not
//          write gets an empty tag: the end of a DURATION counted from the publication, the DURATION of a range.
//          No two tids are equal, none that is referred to is missing.
// Errors:  Error{kInput, what, "byte n"}.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "timex/timex.h"

namespace annalen::timex {

// What tagging needs of a TimeML file; `source` stays with the caller.
struct TimemlInput {
  std::string dct;                   // the DCT's TIMEX3 value ("2010-02-20"), else its text; empty when there is none
  std::string dct_id;                // tid of the DCT's TIMEX3 outside of TEXT; empty: writing makes one where needed
  std::vector<std::string> tids;     // of all TIMEX3 outside of TEXT
  std::string title;                 // empty when there is none
  std::string text;                  // content of TEXT: tags left out, entities decoded
  std::string source;                // the file as given, without TIMEX3 tags inside TEXT
  std::size_t text_begin_bytes = 0;  // where TEXT's content begins in `source`
  std::size_t text_end_bytes = 0;
};
[[nodiscard]] Result<TimemlInput> read_timeml(std::string_view bytes);

// Timexes in the order of the tagger's vector, which their indices refer to. Spans are bytes of the text as given
// (source spans).
struct Annotation {
  text::Span span;
  const Timex* timex = nullptr;
};
// `input.source` with TIMEX3 tags set into TEXT. `input.dct` is the DCT's value where one has to be made.
[[nodiscard]] std::string write_timeml(const TimemlInput& input, std::span<const Annotation> annotations);

// What stands around a plain text.
struct TimemlHead {
  std::string_view document_id;
  std::string_view dct;  // as Publication::text() gives it
  std::string_view title = {};
};
// A whole TimeML document.
[[nodiscard]] std::string write_timeml(std::string_view text, const TimemlHead& head,
                                       std::span<const Annotation> annotations);

}  // namespace annalen::timex
