// assembler.h: the titles and bodies of one article, tagged, become its events.
// Limits:  a sentence longer than kSentenceBytesMax is cut to whole tokens around the date; at most kEventsMax an
//          article, the first ones.
// Threads: an Assembler belongs to one article and one thread.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "actor/mention.h"
#include "clause/clause.h"
#include "event/event.h"
#include "event/identity.h"
#include "event/lexicon.h"
#include "text/document.h"
#include "time/interval.h"
#include "timex/timex.h"

namespace annalen::event {

inline constexpr std::size_t kSentenceBytesMax = 4096;

// A title or a body with all that was found in it.
struct TaggedText {
  std::string_view source;  // as given; what `document` was cut from
  const text::Document& document;
  const clause::Clauses& clauses;
  std::span<const timex::Timex> timexes;
  std::span<const actor::Mention> mentions;
  bool is_title = false;
  std::optional<time::Interval> published = {};  // the publication's days; empty where they are not known
};

class Assembler {
 public:
  Assembler(const Lexicon& lexicon, std::string article_identity)
      : lexicon_(lexicon), ids_(std::move(article_identity)) {}
  // Appends the text's events, in text order. Title first, then body: ids count equals over both. Stated events are the
  // same whatever else is found; a title has no others.
  void add(const TaggedText& tagged);
  // Events beyond kEventsMax, which are dropped.
  [[nodiscard]] std::size_t left_out() const { return left_out_; }
  [[nodiscard]] std::vector<Event> take() { return std::move(events_); }

 private:
  class Text;  // what is made of one text

  const Lexicon& lexicon_;
  EventIds ids_;
  std::vector<Event> events_;
  std::size_t left_out_ = 0;
};

}  // namespace annalen::event
