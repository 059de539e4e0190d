// abbreviations.h: names that an article itself introduces: "Nationale Behörde für X (NBX)", and unlisted capitals
// that it treats as an organisation.
// Order:   learn() every part, then bare() of every part.
// Threads: one article, one thread. Linear time.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "actor/reading.h"
#include "actor/scan.h"

namespace annalen::actor {

class Abbreviations {
 public:
  // Finds what is introduced and puts the full names among the drafts, in place of what they cover.
  void learn(const Reading& reading, std::vector<Draft>& drafts);
  // Abbreviations outside of `drafts`.
  [[nodiscard]] std::vector<Draft> bare(const Reading& reading, const std::vector<Draft>& drafts) const;

 private:
  void learn_short_names(const Reading& reading, const std::vector<Draft>& drafts);

  struct Organisation {
    std::string key;
    std::string name;
    std::string type;
  };
  std::unordered_map<std::string, Organisation> known_;  // by abbreviation
};

// Both in text order and apart: one list in text order.
[[nodiscard]] std::vector<Draft> merged(std::vector<Draft> drafts, std::vector<Draft> more);

}  // namespace annalen::actor
