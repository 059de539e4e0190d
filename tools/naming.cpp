#include "naming.h"

#include <array>
#include <memory>
#include <optional>
#include <string>

#include "actor/finder.h"
#include "text/segmenter.h"
#include "text/utf8.h"

namespace annalen::tools {
namespace {

// A name longer than this is none.
constexpr std::size_t kNameBytesMax = 1000;

struct Tables {
  text::Segmenter segmenter = text::Segmenter::of(text::Language::kGerman);
  actor::Finder finder = actor::Finder::german();
};

// The mention is the whole of the name, save for a title before it ("Präsident Trump").
bool spans(const actor::Mention& mention, const text::Document& document) {
  if (mention.end_token != document.tokens().size()) return false;
  const std::string_view before = document.of(text::Span{0, mention.span.begin});
  return before == mention.title || before == mention.title + " ";
}

// Of the mention that spans the whole name.
std::vector<std::string> keys_of(const Tables& tables, std::string_view name) {
  if (name.size() > kNameBytesMax) return {};
  const std::optional<std::string> utf8 = text::to_utf8(name);
  if (!utf8) return {};
  const text::Document document = tables.segmenter.segment(*utf8);
  const std::array<actor::Part, 1> parts{actor::Part{&document, nullptr}};
  const std::vector<std::vector<actor::Mention>> found = tables.finder.find(parts);
  for (const actor::Mention& mention : found.front()) {
    if (!spans(mention, document)) continue;
    if (mention.stands_for_key.empty()) return {mention.key};
    return {mention.stands_for_key, mention.key};
  }
  return {};
}

}  // namespace

query::KeysOfName make_keys_of_name() {
  return [tables = std::shared_ptr<const Tables>()](std::string_view name) mutable {
    if (!tables) tables = std::make_shared<const Tables>();
    return keys_of(*tables, name);
  };
}

}  // namespace annalen::tools
