#include "text/splitter.h"

#include <algorithm>
#include <array>

namespace annalen::text {
namespace {

constexpr std::size_t kLineBytesMax = 4096;  // of longer lines the rest does not matter

template <std::size_t size>
bool one_of(std::string_view token, const std::array<std::string_view, size>& set) {
  return std::find(set.begin(), set.end(), token) != set.end();
}

constexpr std::array<std::string_view, 14> kClosers = {
    "\"", ")", "]", "}", "'", "\u201C", "\u201D", "\u2018", "\u2019", "\u00BB", "\u00AB", "\u203A", "\u2039", "*"};
constexpr std::array<std::string_view, 18> kOpeners = {"\"",     "(",      "[",      "{",      "'",      "\u201E",
                                                       "\u201A", "\u201C", "\u201D", "\u2018", "\u00BB", "\u00AB",
                                                       "\u203A", "\u2039", "-",      "\u2013", "\u2014", "\u2022"};
constexpr std::array<std::string_view, 6> kHoldsOn = {",", "-", "\u2013", "\u2014", "/", ";"};
constexpr std::array<std::string_view, 5> kBullets = {"-", "*", "\u2022", "\u2013", "\u25CF"};

std::size_t characters(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool is_roman_numeral(std::string_view word) {
  return word.size() <= 6 && word.find_first_not_of("IVXL") == std::string_view::npos;
}

}  // namespace

bool Splitter::is_stop(std::uint32_t token) const {
  if (tokens_[token].kind != TokenKind::kPunctuation) return false;
  const std::string_view text = of(token);
  return text == "." || text == "!" || text == "?" || text == "\u2026";
}

Splitter::Stop Splitter::read_stop(std::uint32_t token) const {
  Stop stop{token, token + 1, of(token) == "\u2026", of(token) == ".", false};
  bool shouts = of(token) == "!" || of(token) == "?";
  while (stop.end < tokens_.size() && touches(stop.end) && is_stop(stop.end)) {
    const std::string_view sign = of(stop.end);
    stop.ellipsis = stop.ellipsis || (sign == "." && of(stop.end - 1) == ".") || sign == "\u2026";
    shouts = shouts || sign == "!" || sign == "?";
    stop.period = false;
    ++stop.end;
  }
  stop.ellipsis = stop.ellipsis && !shouts;
  while (stop.end < tokens_.size() && touches(stop.end) && tokens_[stop.end].kind == TokenKind::kPunctuation &&
         one_of(of(stop.end), kClosers)) {
    stop.closers = true;
    ++stop.end;
  }
  return stop;
}

std::uint32_t Splitter::first_real(std::uint32_t token) const {
  constexpr std::uint32_t openers_max = 6;
  const auto size = static_cast<std::uint32_t>(tokens_.size());
  const std::uint32_t limit = std::min(size, token + openers_max);
  for (; token < limit && tokens_[token].kind == TokenKind::kPunctuation; ++token) {
    if (!one_of(of(token), kOpeners)) return size;
  }
  return token < limit ? token : size;
}

bool Splitter::starter(std::uint32_t token) const {
  return tokens_[token].kind == TokenKind::kWord && words_.starts_sentence(of(token));
}

bool Splitter::ends_sentence(const Stop& stop) const {
  if (gaps_[stop.end] == Gap::kParagraph) return true;
  const std::uint32_t next = first_real(stop.end);
  if (next >= tokens_.size())
    return gaps_[stop.end] != Gap::kNone && !one_of(of(stop.end), kHoldsOn) && of(stop.end) != ":";
  const Token& word = tokens_[next];
  if (touches(stop.end)) {  // a forgotten space, or no end at all ("www.orf.at", "20.30")
    const bool after_word = stop.stop > 0 && tokens_[stop.stop - 1].kind == TokenKind::kWord &&
                            tokens_[stop.stop - 1].span.size() >= 3 && touches(stop.stop);
    return after_word && starter(next);
  }
  if (word.kind == TokenKind::kWord && !word.capitalised) return false;
  if (stop.ellipsis) return starter(next) || gaps_[stop.end] == Gap::kLine;
  return !stop.period || period_ends(stop, next);
}

bool Splitter::period_ends(const Stop& stop, std::uint32_t next) const {
  if (stop.stop == 0 || !touches(stop.stop)) return true;
  const Token& before = tokens_[stop.stop - 1];
  if (before.kind == TokenKind::kNumber) return number_ends(stop, next);
  if (before.kind != TokenKind::kWord) return true;
  const bool number_next = tokens_[next].kind == TokenKind::kNumber;
  switch (rule_before(stop.stop)) {
    case StopRule::kUnknown:
      return true;
    case StopRule::kNever:
      return stop.closers && starter(next);
    case StopRule::kMay:
      return starter(next);
    case StopRule::kOften:
      return true;
    case StopRule::kNumber:
      return !number_next;
  }
  return true;
}

bool Splitter::number_ends(const Stop& stop, std::uint32_t next) const {
  const std::uint32_t number = stop.stop - 1;
  const std::size_t digits = of(number).size();
  if (stop.closers) return true;
  if (number == first_) return false;  // "1. Wahlgang", "2. Der Antrag wird …"
  if (tokens_[next].kind == TokenKind::kNumber) return digits >= 3;
  if (starter(next)) return true;
  const std::uint32_t lead = number - 1;
  if (tokens_[lead].kind == TokenKind::kWord && words_.leads_ordinal(of(lead))) return false;
  if (digits >= 3) return true;
  const bool in_date = of(lead) == "." && touches(number) && touches(lead);  // "25.2."
  return !in_date && !words_.follows_ordinal(of(next));
}

StopRule Splitter::rule_before(std::uint32_t stop) const {
  const std::uint32_t word = stop - 1;
  const std::string_view text = of(word);
  if (word >= first_ + 2 && of(word - 1) == "." && touches(word - 1) && tokens_[word - 2].kind == TokenKind::kWord) {
    constexpr std::size_t part_bytes_max = 12;
    const std::string_view part = of(word - 2);
    if (part.size() <= part_bytes_max && text.size() <= part_bytes_max) {
      std::string both(part);
      both.append(".").append(text);
      if (const StopRule rule = words_.rule(both, word - 2 == first_); rule != StopRule::kUnknown) return rule;
    }
  }
  if (const StopRule rule = words_.rule(text, word == first_); rule != StopRule::kUnknown) return rule;
  const bool elided = word > first_ && touches(word) && (of(word - 1) == "'" || of(word - 1) == "\u2019");  // "war's."
  if (elided) return StopRule::kUnknown;
  if (characters(text.substr(0, 8)) == 1) {
    return tokens_[word].capitalised ? StopRule::kMay : StopRule::kNever;
  }
  return is_roman_numeral(text) ? StopRule::kMay : StopRule::kUnknown;
}

// A line break ends a sentence when it is one that somebody wanted: the next word would still have fitted.
bool Splitter::line_ends(std::uint32_t last) const {
  const std::uint32_t next = last + 1;
  if (one_of(of(last), kHoldsOn)) return false;
  const std::uint32_t word = first_real(next);
  if (word < tokens_.size() && tokens_[word].kind == TokenKind::kWord && !tokens_[word].capitalised) return false;
  if (one_of(of(next), kBullets)) return true;
  const std::uint32_t begin = tokens_[next].span.begin;
  const std::string_view rest = text_.substr(begin, kLineBytesMax);
  const std::size_t next_line = characters(rest.substr(0, rest.find_first_of("\r\n")));
  const std::size_t next_word = characters(rest.substr(0, rest.find_first_of(" \t\r\n")));
  const std::string_view line = text_.substr(line_begin_, tokens_[last].span.end - line_begin_);
  if (line.size() > kLineBytesMax) return next_line > 0;
  return characters(line) + 1 + next_word <= std::max(next_line, previous_line_characters_);
}

void Splitter::enter_line(std::uint32_t token) {
  if (gaps_[token] == Gap::kParagraph || token == 0) {
    previous_line_characters_ = 0;
  } else {
    const std::uint32_t end = tokens_[token - 1].span.end;
    previous_line_characters_ =
        characters(text_.substr(line_begin_, std::min<std::size_t>(end - line_begin_, kLineBytesMax)));
  }
  line_begin_ = tokens_[token].span.begin;
}

void Splitter::close(std::uint32_t end) {
  Sentence sentence;
  sentence.span = {tokens_[first_].span.begin, tokens_[end - 1].span.end};
  sentence.first_token = first_;
  sentence.end_token = end;
  sentence.starts_paragraph = gaps_[first_] == Gap::kParagraph;
  const auto index = static_cast<std::uint32_t>(sentences_.size());
  for (std::uint32_t i = first_; i < end; ++i) tokens_[i].sentence = index;
  sentences_.push_back(sentence);
  first_ = end;
}

std::vector<Sentence> Splitter::split() {
  const auto size = static_cast<std::uint32_t>(tokens_.size());
  for (std::uint32_t i = 0; i < size;) {
    std::uint32_t end = i + 1;
    bool ends = false;
    if (gaps_[i] >= Gap::kLine) enter_line(i);
    if (is_stop(i)) {
      const Stop stop = read_stop(i);
      end = stop.end;
      ends = end < size && ends_sentence(stop);
    } else if (end < size && gaps_[end] >= Gap::kLine) {
      ends = gaps_[end] == Gap::kParagraph || line_ends(i);
    }
    while (end - first_ >= kSentenceTokensMax) close(std::min(end, first_ + kSentenceTokensMax));
    if (end == size || (ends && end > first_)) {
      if (end > first_) close(end);
    }
    i = end;
  }
  return std::move(sentences_);
}

}  // namespace annalen::text
