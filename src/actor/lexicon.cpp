#include "actor/lexicon.h"

#include <algorithm>

namespace annalen::actor {
namespace {

bool is_ascii_letter(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }
// In names of the pack every other sign beyond ASCII is a letter, save general punctuation (U+2000 to U+206F).
bool is_letter(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c < 0x80) return is_ascii_letter(c);
  return !(c == 0xE2 && at + 1 < text.size() &&
           (static_cast<unsigned char>(text[at + 1]) == 0x80 || static_cast<unsigned char>(text[at + 1]) == 0x81));
}
std::size_t sign_length(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]) < 0x80 ? 1 : std::min<std::size_t>(3, text.size() - at);
}

}  // namespace

std::vector<std::string_view> split_name(std::string_view name) {
  std::vector<std::string_view> out;
  std::size_t at = 0;
  while (at < name.size()) {
    const std::size_t begin = at;
    if (name[at] == ' ') {
      ++at;
      continue;
    }
    if (is_digit(static_cast<unsigned char>(name[at]))) {
      while (at < name.size() && is_digit(static_cast<unsigned char>(name[at]))) ++at;
    } else if (is_letter(name, at)) {
      while (at < name.size() && is_letter(name, at)) ++at;
    } else {
      at += sign_length(name, at);
    }
    out.push_back(name.substr(begin, at - begin));
  }
  return out;
}

void Endings::add(std::string_view ending) {
  endings_.insert(ending);
  const auto at = std::lower_bound(lengths_.begin(), lengths_.end(), ending.size());
  if (at == lengths_.end() || *at != ending.size()) lengths_.insert(at, ending.size());
}

bool Endings::end(std::string_view word) const {
  for (const auto length : lengths_) {
    if (length >= word.size()) return false;
    if (endings_.contains(word.substr(word.size() - length))) return true;
  }
  return false;
}

Lexicon::WordId Lexicon::word(std::string_view text) const {
  const WordId* const found = words_.find(text);
  return found == nullptr ? kNoWord : *found;
}

Lexicon::NodeId Lexicon::next(NodeId node, WordId word) const {
  if (word == kNoWord) return kNoNode;
  const auto found = edges_.find((std::uint64_t{node} << 32U) | word);
  return found == edges_.end() ? kNoNode : found->second;
}

const Sense* Lexicon::sense(NodeId node) const {
  const auto number = senses_[node];
  return number < 0 ? nullptr : &all_senses_[static_cast<std::size_t>(number)];
}

Lexicon::WordId Lexicon::add_word(std::string_view text, WordClasses classes) {
  const WordId known = word(text);
  if (known != kNoWord) {
    classes_[known].merge(classes);
    return known;
  }
  const auto added = static_cast<WordId>(classes_.size());
  words_[text] = added;
  classes_.push_back(classes);
  roots_.push_back(kNoNode);
  return added;
}

std::uint32_t Lexicon::add_entry(Entry entry) {
  entries_.push_back(std::move(entry));
  return static_cast<std::uint32_t>(entries_.size() - 1);
}

bool Lexicon::add_name(std::string_view name, const Sense& sense) {
  NodeId node = kNoNode;
  for (const auto token : split_name(name)) {
    const WordId word = add_word(token, {});
    NodeId child = node == kNoNode ? roots_[word] : next(node, word);
    if (child == kNoNode) {
      child = static_cast<NodeId>(senses_.size());
      senses_.push_back(-1);
      if (node == kNoNode) {
        roots_[word] = child;
      } else {
        edges_.emplace((std::uint64_t{node} << 32U) | word, child);
      }
    }
    node = child;
  }
  if (node == kNoNode || senses_[node] >= 0) return false;
  senses_[node] = static_cast<std::int32_t>(all_senses_.size());
  all_senses_.push_back(sense);
  return true;
}

}  // namespace annalen::actor
