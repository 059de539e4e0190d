// lexicon_reader.h: the data lines of a language's verbs and words, inflected by rule, for the sources of this room.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "clause/lexicon.h"

namespace annalen::clause {

class LexiconReader {
 public:
  explicit LexiconReader(Lexicon& lexicon) : lexicon_(lexicon) {}
  [[nodiscard]] Result<void> read_verbs(std::string_view text);
  [[nodiscard]] Result<void> read_words(std::string_view text);

 private:
  bool read_verb_line(std::string_view name, std::string_view slot, std::string_view forms);
  bool add_auxiliary(std::string_view name, std::string_view slot, const std::vector<std::string>& forms);
  bool add_verb(const std::string& infinitive, const std::vector<std::string>& forms);
  bool add_endings(std::string_view slot, const std::vector<std::string>& endings);
  bool add_strong(const std::string& infinitive, const std::vector<std::string>& forms);
  void add_weak(const std::string& infinitive);
  void inflect_weak(const std::string& infinitive);
  void add(const std::string& form, std::uint32_t verb, std::uint32_t lemma);
  std::uint32_t lemma(const std::string& infinitive);
  [[nodiscard]] bool has_inseparable(std::string_view infinitive) const;
  void finish();
  void add_strong_forms();
  void add_weak_forms();

  Lexicon& lexicon_;
  std::vector<std::vector<std::string>> strong_;  // infinitive first
  std::vector<std::string> weak_;
  std::unordered_set<std::string> listed_;  // strong infinitives
};

}  // namespace annalen::clause
