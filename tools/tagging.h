// tagging.h: text -> timexes, as TimeML or JSON Lines. What `annalen tag` does with one text.
// Threads: Tagging is const after construction.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "clause/clause.h"
#include "text/document.h"
#include "text/segmenter.h"
#include "time/publication.h"
#include "timex/tagger.h"

namespace annalen::tools {

struct TaggedText {
  text::Document document;
  std::vector<timex::Timex> timexes;
};

class Tagging {
 public:
  explicit Tagging(timex::Domain domain);
  [[nodiscard]] TaggedText tag(std::string_view utf8, const time::Publication& publication) const;

 private:
  timex::Domain domain_;
  text::Segmenter segmenter_;
  clause::Analyser analyser_;
  timex::Tagger tagger_;
};

// A whole TimeML document around a plain text.
[[nodiscard]] std::string to_timeml(const TaggedText& tagged, std::string_view utf8,
                                    const time::Publication& publication, std::string_view document_id);
// Where a line's offsets count.
enum class Place : std::uint8_t { kBody, kTitle };
// A line a timex: file, article, place, type, value, what it dates. `article` may be empty.
[[nodiscard]] std::string to_jsonl(const TaggedText& tagged, std::string_view file, std::string_view article,
                                   Place place = Place::kBody);

// A TimeML file tagged anew, every byte outside of the tags kept. Without a DCT `published` is taken.
struct TimemlOptions {
  std::string published;
  std::string zone;
  bool jsonl = false;  // to_jsonl() of it instead
};
[[nodiscard]] Result<std::string> tag_timeml(const Tagging& tagging, std::string_view bytes, std::string_view file,
                                             const TimemlOptions& options);

}  // namespace annalen::tools
