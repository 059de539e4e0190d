// splitter.h: where sentences end, for the sources of this room. Knows stops, quotes, brackets and line breaks; words
// come from StopWords. Linear:  each token is asked once and looks a bounded way around.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/document.h"
#include "text/stop_words.h"
#include "text/tokeniser.h"

namespace annalen::text {

class Splitter {
 public:
  // REQUIRES: one gap a token; all arguments outlive the splitter.
  Splitter(std::string_view text, std::vector<Token>& tokens, const std::vector<Gap>& gaps, const StopWords& words)
      : text_(text), tokens_(tokens), gaps_(gaps), words_(words) {}

  // Sets the tokens' sentences and returns the sentences.
  [[nodiscard]] std::vector<Sentence> split();

 private:
  // A stop with what belongs to it: [stop, end), of which closers are quotes and brackets.
  struct Stop {
    std::uint32_t stop = 0;
    std::uint32_t end = 0;
    bool ellipsis = false;  // two dots or more, or the one character for them
    bool period = false;    // one full stop
    bool closers = false;
  };
  [[nodiscard]] std::string_view of(std::uint32_t token) const {
    return text_.substr(tokens_[token].span.begin, tokens_[token].span.size());
  }
  [[nodiscard]] bool is_stop(std::uint32_t token) const;
  [[nodiscard]] bool touches(std::uint32_t token) const { return gaps_[token] == Gap::kNone; }
  [[nodiscard]] Stop read_stop(std::uint32_t token) const;
  // The first word or number at or behind `token`, past opening quotes, brackets and dashes; size when there is none.
  [[nodiscard]] std::uint32_t first_real(std::uint32_t token) const;
  [[nodiscard]] bool ends_sentence(const Stop& stop) const;
  [[nodiscard]] bool period_ends(const Stop& stop, std::uint32_t next) const;
  [[nodiscard]] bool number_ends(const Stop& stop, std::uint32_t next) const;
  [[nodiscard]] StopRule rule_before(std::uint32_t stop) const;
  [[nodiscard]] bool starter(std::uint32_t token) const;
  [[nodiscard]] bool line_ends(std::uint32_t last) const;
  void close(std::uint32_t end);
  void enter_line(std::uint32_t token);

  std::string_view text_;
  std::vector<Token>& tokens_;
  const std::vector<Gap>& gaps_;
  const StopWords& words_;
  std::vector<Sentence> sentences_;
  std::uint32_t first_ = 0;                   // of the sentence under way
  std::uint32_t line_begin_ = 0;              // bytes
  std::size_t previous_line_characters_ = 0;  // of the same paragraph
};

}  // namespace annalen::text
