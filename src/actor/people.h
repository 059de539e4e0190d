// people.h: the persons of one article: full names told apart, surnames joined to them, one name and key for each.
// Order:   learn_words(), collect(), meet_namesakes(), resolve() of every part in turn, finish(), then bare_surnames()
// of
//          every part.
// Rule:    a surname that two persons of the article share joins neither, save that a title tells them apart; its key
// is
//          made of the surname alone. The name is the pack's for whom the pack knows, else the longest form seen.
// Threads: one article, one thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "actor/lexicon.h"
#include "actor/reading.h"
#include "actor/scan.h"
#include "clause/clause.h"

namespace annalen::actor {

class People {
 public:
  explicit People(const Lexicon& lexicon) : lexicon_(lexicon) {}

  // Learns the words of a part, for genitives ("Bidens" when "Biden" occurs). Before collect().
  void learn_words(const Reading& reading);
  void collect(const Reading& reading, std::vector<Draft>& drafts);
  // Persons of a surname that collect() knows, whose given name nobody knows: "Masud Barzani" beside "Premier Masrour
  // Barzani", "Emir" of "Emir und Damir Hadžić". They join the drafts, and the surname is nobody's alone any more.
  void meet_namesakes(const Reading& reading, std::vector<Draft>& drafts);
  // Joins what has a role and a surname only.
  void resolve(const Reading& reading, std::vector<Draft>& drafts);
  // Key and name of every person draft.
  void finish(std::vector<std::vector<Draft>>& drafts);
  // Surnames that stand alone, outside of `drafts`.
  [[nodiscard]] std::vector<Draft> bare_surnames(const Reading& reading, const clause::Clauses* clauses,
                                                 const std::vector<Draft>& drafts) const;
  [[nodiscard]] Gender gender(std::string_view key) const;
  // After collect(): is somebody called so?
  [[nodiscard]] bool is_surname(std::string_view name) const { return form_of(split_name(name)) != nullptr; }

 private:
  struct Person {
    std::string name;
    std::string key;
    bool listed = false;  // name and key are the pack's
    Gender gender = Gender::kUnknown;
    std::set<std::string, std::less<>> titles;
  };
  using PersonId = std::uint32_t;
  // A way to call somebody by surname.
  struct Form {
    std::vector<std::string> tokens;
    std::vector<PersonId> persons;
  };

  struct Spelled {
    std::string name;     // as written, without a genitive ending
    std::string given;    // first word
    std::string surname;  // its last word
    bool genitive = false;
  };
  [[nodiscard]] Spelled spelled(const Reading& reading, const Draft& draft) const;
  [[nodiscard]] bool is_genitive(const Reading& reading, const PersonMatch& match, std::string_view last) const;
  PersonId person_for(const Spelled& spelled, const Draft& draft);
  void add_forms(const Reading& reading, const PersonMatch& match, bool genitive, PersonId person);
  void add_form(std::string_view text, PersonId person);
  [[nodiscard]] const Form* form_of(const std::vector<std::string_view>& tokens) const;
  [[nodiscard]] bool is_unknown_given(const Reading& reading, std::uint32_t unit) const;
  [[nodiscard]] std::optional<Draft> namesake_at(const Reading& reading, std::uint32_t unit) const;
  void share_surname(const Reading& reading, const Draft& draft);
  [[nodiscard]] std::optional<PersonId> chosen(const Form& form, std::string_view title) const;
  void resolve_surname(const Reading& reading, Draft& draft, std::string_view title);
  [[nodiscard]] std::optional<Draft> bare_at(const Reading& reading, const clause::Clauses* clauses,
                                             std::uint32_t token) const;
  [[nodiscard]] bool surname_stands(const Reading& reading, const clause::Clauses* clauses, std::uint32_t token,
                                    std::uint32_t end) const;

  const Lexicon& lexicon_;
  std::unordered_set<std::string> words_;
  std::vector<Person> persons_;
  std::map<std::string, PersonId, std::less<>> by_full_;  // given + '\n' + surname
  std::map<std::string, PersonId, std::less<>> by_listed_key_;
  std::map<std::string, Gender, std::less<>> by_key_;
  std::unordered_map<std::string, std::vector<Form>> forms_;  // by first token
};

}  // namespace annalen::actor
