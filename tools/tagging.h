// tagging.h: articles and TimeML documents -> TimeML or JSON Lines. What `annalen tag` does with one of them.
// Offsets: bytes of the body as given: of an article's body, of a TEXT element without tags and with entities decoded.
// Threads: Tagging is const after construction.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "base/result.h"
#include "clause/clause.h"
#include "text/document.h"
#include "text/language_finder.h"
#include "text/segmenter.h"
#include "time/publication.h"
#include "timex/tagger.h"

namespace annalen::tools {

// As what a text was read.
struct ReadAs {
  text::Language language = text::Language::kGerman;
  bool language_known = true;  // false: nobody said it and the text does not tell; German is taken
  timex::Domain domain = timex::Domain::kNews;
};

struct TaggedText {
  text::Document document;
  std::vector<timex::Timex> timexes;
  ReadAs read_as;
};

class Tagging {
 public:
  // What is absent (the domain: kAuto) is decided for each text.
  Tagging(timex::Domain domain, std::optional<text::Language> language);
  [[nodiscard]] TaggedText tag(std::string_view utf8, const time::Publication& publication) const;
  // Of a part of a text that is known already: its title.
  [[nodiscard]] TaggedText tag(std::string_view utf8, const time::Publication& publication,
                               const ReadAs& read_as) const;

 private:
  struct Pack {
    text::Segmenter segmenter;
    clause::Analyser analyser;
    timex::Tagger tagger;
  };
  [[nodiscard]] const Pack& pack(text::Language language) const { return *packs_[static_cast<std::size_t>(language)]; }
  [[nodiscard]] TaggedText tag(const Pack& pack, text::Document document, const time::Publication& publication,
                               const ReadAs& read_as) const;

  timex::Domain domain_;
  std::optional<text::Language> language_;
  text::LanguageFinder finder_;
  std::array<std::optional<Pack>, text::kLanguages.size()> packs_;  // those that may be needed
};

enum class TagForm : std::uint8_t { kTimeml, kJsonl };

struct TaggedFile {
  std::string text;
  ReadAs read_as;
};
// A whole TimeML document around the body, or a line a timex of title and body. `file` stands in the lines.
[[nodiscard]] TaggedFile tag_article(const Tagging& tagging, const article::Article& article, std::string_view file,
                                     TagForm form);

// A TimeML document tagged anew, every byte outside of its TEXT's TIMEX3 tags kept, or a line a timex. Bytes that are
// no UTF-8 become UTF-8. Without a DCT `published` is taken.
struct TimemlOptions {
  std::string published;
  std::string zone;
  TagForm form = TagForm::kTimeml;
};
[[nodiscard]] Result<TaggedFile> tag_timeml(const Tagging& tagging, std::string_view bytes, std::string_view file,
                                            const TimemlOptions& options);

}  // namespace annalen::tools
