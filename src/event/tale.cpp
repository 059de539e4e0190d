#include "event/tale.h"

#include <string_view>

#include "text/fold.h"

namespace annalen::event {

namespace {

bool ends_sentence(std::string_view sign) {
  return sign == "." || sign == "!" || sign == "?" || sign == "\"" || sign == "“" || sign == "”" || sign == "«" ||
         sign == "»" || sign == "…" || sign == ":" || sign == ")";
}

// Which sign ends what this one opens; empty for no quotation mark. Guillemets point either way.
std::string_view closing_of(std::string_view sign) {
  if (sign == "„" || sign == "“") return "“";
  if (sign == "»") return "«";
  if (sign == "«") return "»";
  return sign == "\"" ? "\"" : std::string_view{};
}

}  // namespace

Tale::Tale(const text::Document& document, const clause::Clauses& clauses)
    : document_(document), clauses_(clauses), quoted_(document.tokens().size(), false) {
  std::string_view closing;
  for (const text::Sentence& sentence : document.sentences()) {
    const bool opens = paragraphs_.empty() || sentence.starts_paragraph;
    paragraphs_.push_back(static_cast<std::uint32_t>(headings_.size()) - (opens ? 0 : 1));
    const bool ended = ends_sentence(document.of(document.tokens()[sentence.end_token - 1]));
    if (opens) {
      headings_.push_back(!ended);
      closing = {};  // a mark that nobody closed
    } else {
      headings_.back() = false;
    }
    for (auto token = sentence.first_token; token < sentence.end_token; ++token) {
      if (document.tokens()[token].kind == text::TokenKind::kPunctuation) {
        const auto sign = document.of(document.tokens()[token]);
        if (!closing.empty() && (sign == closing || (closing == "“" && (sign == "”" || sign == "\"")))) {
          closing = {};
        } else if (closing.empty()) {
          closing = closing_of(sign);
        }
      }
      quoted_[token] = !closing.empty();
    }
  }
}

bool Tale::is_question(std::uint32_t sentence) const {
  const text::Sentence& whole = document_.sentences()[sentence];
  return document_.of(document_.tokens()[whole.end_token - 1]) == "?";
}

bool Tale::is_ended(std::uint32_t sentence) const {
  return ends_sentence(document_.of(document_.tokens()[document_.sentences()[sentence].end_token - 1]));
}

bool tells_doing(const text::Document& document, const clause::Clause& clause, const Lexicon& lexicon) {
  if (!clause.finite_verb || clause.trigger.empty()) return false;
  if (!clause.verb.empty()) return !lexicon.parts.being.contains(clause.verb);
  const auto verb = clause.trigger.front();
  return verb != *clause.finite_verb &&
         !lexicon.parts.being.contains(text::lower(document.of(document.tokens()[verb])));
}

bool tells_past(const text::Document& document, const clause::Clause& clause, const Lexicon& lexicon) {
  if (clause.tense != clause::Tense::kPast || clause.mood == clause::Mood::kSubjunctive2) return false;
  return tells_doing(document, clause, lexicon);
}

}  // namespace annalen::event
