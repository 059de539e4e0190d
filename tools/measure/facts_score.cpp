#include "facts_score.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "actor/key.h"
#include "text/fold.h"

namespace annalen::facts {
namespace {

std::string joined(const std::vector<std::string>& all, std::string_view separator) {
  std::string out;
  for (const std::string& one : all) {
    if (!out.empty()) out += separator;
    out += one;
  }
  return out.empty() ? kMissing : out;
}

bool is_named(const Names& names, std::string_view found) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return actor::slug(name) == actor::slug(found); });
}

bool is_one_of(const std::vector<std::string>& words, std::string_view found) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return text::fold(word) == text::fold(found); });
}

class Comparison {
 public:
  Comparison(const ExpectedArticle& expected, const std::vector<event::Event>& found)
      : expected_(expected), found_(found), used_(found.size(), false) {}

  Score score() {
    for (const Block& block : expected_.blocks) {
      const auto matched = match(block);
      for (std::size_t i = 0; i < block.events.size(); ++i) judge(block.events[i], matched[i]);
    }
    return std::move(out_);
  }

 private:
  using Matched = std::vector<const event::Event*>;  // null: missing

  enum class Pass : std::uint8_t { kTimeAndPredicate, kImplied, kTime, kPredicate };

  [[nodiscard]] Matched match(const Block& block) {
    Matched out(block.events.size(), nullptr);
    for (const Pass pass : {Pass::kTimeAndPredicate, Pass::kImplied, Pass::kTime, Pass::kPredicate}) {
      for (std::size_t i = 0; i < out.size(); ++i) {
        if (out[i] == nullptr) out[i] = take(block, block.events[i], pass);
      }
    }
    return out;
  }

  const event::Event* take(const Block& block, const ExpectedEvent& expected, Pass pass) {
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (used_[i] || found_[i].in_title != block.in_title || !fits(block, expected, found_[i], pass)) continue;
      used_[i] = true;
      return &found_[i];
    }
    return nullptr;
  }

  [[nodiscard]] static bool fits(const Block& block, const ExpectedEvent& expected, const event::Event& found,
                                 Pass pass) {
    const bool implied = found.basis == event::Basis::kImplied;
    const bool named =
        is_one_of(expected.predicates, found.facts.predicate) || is_one_of(expected.predicates, found.trigger);
    if (expected.timex_span) {
      const bool timed = !implied && found.timex_span.overlaps(*expected.timex_span);
      return timed && (pass == Pass::kTime || (pass == Pass::kTimeAndPredicate && named));
    }
    if (!named || !found.sentence_span.overlaps(block.span)) return false;
    return pass == Pass::kPredicate || (pass == Pass::kImplied && implied);
  }

  void judge(const ExpectedEvent& expected, const event::Event* found) {
    ++out_.expected;
    if (!expected.timex_span) ++out_.implied;
    if (found != nullptr) {
      ++out_.found;
      if (!expected.timex_span) ++out_.implied_found;
    } else {
      differ(expected, "event", joined(expected.predicates, "/"), kMissing);
    }
    judge_predicate(expected, found);
    judge_type(expected, found);
    judge_status(expected, found);
    judge_speaker(expected, found);
    for (std::size_t role = 0; role < kRoles.size(); ++role) judge_role(expected, found, role);
  }

  void judge_predicate(const ExpectedEvent& expected, const event::Event* found) {
    if (found == nullptr) return;
    if (is_one_of(expected.predicates, found->facts.predicate)) {
      ++out_.predicates;
    } else {
      differ(expected, "predicate", joined(expected.predicates, "/"), found->facts.predicate);
    }
  }

  void judge_type(const ExpectedEvent& expected, const event::Event* found) {
    const std::string& given = found == nullptr ? kMissing : found->facts.type;
    const bool right = std::find(expected.types.begin(), expected.types.end(), given) != expected.types.end();
    ++out_.type_confusion[{right ? given : expected.types.front(), given}];
    if (right) {
      ++out_.types;
    } else if (found != nullptr) {
      differ(expected, "type", joined(expected.types, "/"), given);
    }
  }

  void judge_status(const ExpectedEvent& expected, const event::Event* found) {
    const auto name = [](event::Status status) { return std::string(kStatuses[static_cast<std::size_t>(status)]); };
    const std::string given = found == nullptr ? kMissing : name(found->facts.status);
    ++out_.status_confusion[{name(expected.status), given}];
    if (given == name(expected.status)) {
      ++out_.statuses;
    } else if (found != nullptr) {
      differ(expected, "status", name(expected.status), given);
    }
  }

  void judge_speaker(const ExpectedEvent& expected, const event::Event* found) {
    const event::Speaker* given = found != nullptr && found->facts.speaker ? &*found->facts.speaker : nullptr;
    if (expected.speaker && given != nullptr && is_named(*expected.speaker, given->name)) {
      ++out_.speakers.right;
      return;
    }
    const bool open = expected.speaker && given == nullptr &&
                      std::find(expected.speaker->begin(), expected.speaker->end(), kNobody) != expected.speaker->end();
    if (open) return;
    if (expected.speaker) ++out_.speakers.missed;
    if (given != nullptr) ++out_.speakers.wrong;
    if (found == nullptr || (!expected.speaker && given == nullptr)) return;
    differ(expected, "said_by", expected.speaker ? joined(*expected.speaker, " = ") : kMissing,
           given == nullptr ? kMissing : given->name);
  }

  void judge_role(const ExpectedEvent& expected, const event::Event* found, std::size_t role) {
    const std::vector<Names>& there = expected.roles[role];
    std::vector<bool> taken(there.size(), false);
    std::vector<std::string> wrong;
    for (const event::Participant& participant : found == nullptr ? kNone : found->participants) {
      if (participant.part != kRoles[role].part || is_named(expected.maybe, participant.name)) continue;
      const auto at = std::find_if(there.begin(), there.end(),
                                   [&](const Names& names) { return is_named(names, participant.name); });
      if (at != there.end()) {
        taken[static_cast<std::size_t>(at - there.begin())] = true;
      } else if (std::find(wrong.begin(), wrong.end(), participant.name) == wrong.end()) {
        wrong.push_back(participant.name);
      }
    }
    std::vector<std::string> missed;
    for (std::size_t i = 0; i < there.size(); ++i) {
      if (!taken[i]) missed.push_back(there[i].front());
    }
    out_.roles[role] += {there.size() - missed.size(), wrong.size(), missed.size()};
    if (found == nullptr || (missed.empty() && wrong.empty())) return;
    differ(expected, kRoles[role].name, joined(missed, "; "), joined(wrong, "; "));
  }

  void differ(const ExpectedEvent& expected, std::string_view what, const std::string& right,
              const std::string& given) {
    std::string line = expected_.file + ":" + std::to_string(expected.line) + ": ";
    line += what;
    line += ": expected " + right + ", found " + (given.empty() ? kMissing : given);
    line += "  (" + (expected.timex.empty() ? "implied" : expected.timex) + ", " + expected.predicates.front() + ")";
    out_.differences.push_back(std::move(line));
  }

  inline static const std::vector<event::Participant> kNone;

  const ExpectedArticle& expected_;
  const std::vector<event::Event>& found_;
  std::vector<bool> used_;
  Score out_;
};

}  // namespace

Score& Score::operator+=(const Score& other) {
  expected += other.expected;
  found += other.found;
  implied += other.implied;
  implied_found += other.implied_found;
  predicates += other.predicates;
  types += other.types;
  statuses += other.statuses;
  for (const auto& [pair, count] : other.type_confusion) type_confusion[pair] += count;
  for (const auto& [pair, count] : other.status_confusion) status_confusion[pair] += count;
  speakers += other.speakers;
  for (std::size_t i = 0; i < roles.size(); ++i) roles[i] += other.roles[i];
  differences.insert(differences.end(), other.differences.begin(), other.differences.end());
  return *this;
}

Score compare(const ExpectedArticle& expected, const std::vector<event::Event>& found) {
  return Comparison(expected, found).score();
}

}  // namespace annalen::facts
