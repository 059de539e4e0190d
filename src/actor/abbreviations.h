// abbreviations.h: names that an article itself introduces: "Nationale Behörde für X (NBX)", unlisted capitals that it
// treats as an organisation, and every further mention of an organisation that it names once in full ("Lindgrün
// Capital", then "Lindgrün").
// Order:   learn() every part, settle(), retype() every part, then bare() of every part.
// Rule:    a short name that two organisations share names neither; one that is also a surname of the article is the
//          person's, save where it is all that the organisation is called: then it is nobody's.
// Threads: one article, one thread. Linear time.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "actor/reading.h"
#include "actor/scan.h"

namespace annalen::actor {

class Abbreviations {
 public:
  // Finds what is introduced and puts the full names among the drafts, in place of what they cover.
  void learn(const Reading& reading, std::vector<Draft>& drafts);
  // `is_surname`: of a person of the article.
  void settle(const std::function<bool(std::string_view)>& is_surname);
  // A name of an organisation that was taken for a person's is the organisation's.
  void retype(const Reading& reading, std::vector<Draft>& drafts) const;
  // True of a name that a person and an organisation share, so that alone it names neither.
  [[nodiscard]] bool is_unclear(std::string_view name) const { return unclear_.contains(std::string(name)); }
  // What is known, outside of `drafts`.
  [[nodiscard]] std::vector<Draft> bare(const Reading& reading, const std::vector<Draft>& drafts) const;

 private:
  struct Organisation {
    std::string key;
    std::string name;
    std::string type;
    bool several = false;  // that are called so
  };
  struct Form {
    std::vector<std::string> tokens;
    Organisation organisation;
    bool whole = false;  // the name as it was introduced, no part of it
  };
  struct Match {
    const Form* form = nullptr;
    std::uint32_t end_token = 0;
  };
  void learn_short_names(const Reading& reading, const std::vector<Draft>& drafts);
  void learn_names(const Reading& reading, const std::vector<Draft>& drafts);
  void learn_beside_brackets(const Reading& reading, const std::vector<Draft>& drafts);
  void add(std::string_view name, const Organisation& organisation, bool whole);
  [[nodiscard]] Match match_at(const Reading& reading, std::uint32_t token) const;
  [[nodiscard]] Draft draft_of(const Reading& reading, std::uint32_t first, const Match& match) const;

  std::unordered_map<std::string, std::vector<Form>> known_;  // by first token
  std::unordered_map<std::string, Organisation> renamed_;     // key of "Hattinger" -> "Hattinger AG"
  std::unordered_set<std::string> unclear_;
};

// Both in text order and apart: one list in text order.
[[nodiscard]] std::vector<Draft> merged(std::vector<Draft> drafts, std::vector<Draft> more);

}  // namespace annalen::actor
