#include "labelled_text.h"

#include <algorithm>
#include <optional>

#include "actor/model_words.h"
#include "text/utf8.h"

namespace annalen::train {
namespace {

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> out;
  for (;;) {
    const auto end = std::min(line.find('\t'), line.size());
    out.push_back(line.substr(0, end));
    if (end == line.size()) return out;
    line.remove_prefix(end + 1);
  }
}

std::string_view take_line(std::string_view& text) {
  const auto end = std::min(text.find('\n'), text.size());
  auto line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

struct Name {
  text::Span span;
  actor::NameClass of = actor::NameClass::kPerson;
};

struct Plain {
  std::string text;
  std::vector<Name> names;
};

// The class that "[PER " opens at the text's start.
std::optional<actor::NameClass> opened(std::string_view text) {
  for (std::size_t i = 0; i < actor::kClassNames.size(); ++i) {
    const auto name = actor::kClassNames[i];
    if (text.size() > name.size() + 1 && text.substr(1, name.size()) == name && text[name.size() + 1] == ' ') {
      return static_cast<actor::NameClass>(i);
    }
  }
  return {};
}

std::optional<Plain> plain_of(std::string_view line) {
  Plain out;
  while (!line.empty()) {
    const auto open = std::min(line.find('['), line.size());
    out.text += line.substr(0, open);
    line.remove_prefix(open);
    if (line.empty()) break;
    const auto of = opened(line);
    if (!of) {
      out.text += line.front();
      line.remove_prefix(1);
      continue;
    }
    const auto close = line.find(']');
    if (close == std::string_view::npos || line.substr(1, close - 1).find('[') != std::string_view::npos) return {};
    const auto name = line.substr(5, close - 5);
    const auto begin = static_cast<std::uint32_t>(out.text.size());
    out.text += name;
    out.names.push_back({{begin, static_cast<std::uint32_t>(out.text.size())}, *of});
    line.remove_prefix(close + 1);
  }
  return out;
}

void append_sentences(const Plain& plain, const text::Segmenter& segmenter, std::uint32_t document_number,
                      std::vector<Sentence>& out) {
  const auto document = segmenter.segment(plain.text);
  for (const auto& sentence : document.sentences()) {
    Sentence made;
    const Name* last = nullptr;
    for (const auto& word : actor::model_words(document, sentence)) {
      const auto span = document.source_span(
          {document.tokens()[word.first_token].span.begin, document.tokens()[word.end_token - 1].span.end});
      const auto found = std::find_if(plain.names.begin(), plain.names.end(),
                                      [&](const Name& name) { return name.span.overlaps(span); });
      const Name* name = found == plain.names.end() ? nullptr : &*found;
      made.words.emplace_back(word.text);
      const auto begin = document.tokens()[word.first_token].span.begin - sentence.span.begin;
      made.spans.push_back({begin, begin + static_cast<std::uint32_t>(word.text.size())});
      made.labels.push_back(name == nullptr ? actor::kOutside
                            : name == last  ? actor::inside_of(name->of)
                                            : actor::begin_of(name->of));
      last = name;
    }
    made.text = document.of(sentence.span);
    made.document = document_number;
    if (!made.words.empty()) out.push_back(std::move(made));
  }
}

bool joins_left(std::string_view word) { return word.size() == 1 && word.find_first_of(".,;:)!?") == 0; }

}  // namespace

void join_words(Sentence& sentence) {
  bool open = true;
  sentence.text.clear();
  sentence.spans.clear();
  for (const auto& word : sentence.words) {
    if (!open && !joins_left(word)) sentence.text += ' ';
    open = word == "(";
    const auto begin = static_cast<std::uint32_t>(sentence.text.size());
    sentence.text += word;
    sentence.spans.push_back({begin, static_cast<std::uint32_t>(sentence.text.size())});
  }
}

std::vector<Sentence> read_columns(std::string_view text) {
  std::vector<Sentence> out;
  Sentence now;
  std::uint32_t document = 0;
  const bool documents_marked = text.find("-DOCSTART-") != std::string_view::npos;
  const auto finish = [&] {
    if (now.words.empty()) return;
    join_words(now);
    now.document = document;
    if (!documents_marked) ++document;
    out.push_back(std::move(now));
    now = {};
  };
  while (!text.empty()) {
    const auto line = take_line(text);
    const auto fields = fields_of(line);
    if (line.empty() || line.starts_with("-DOCSTART-") || (fields.size() == 3 && fields[0] == "#")) {
      finish();
      if (line.starts_with("-DOCSTART-")) ++document;
      continue;
    }
    const std::size_t word = fields.size() >= 4 ? 1 : 0;
    if (fields.size() < word + 2 || fields[word].empty() ||
        text::first_bad_utf8(fields[word]) != std::string_view::npos)
      continue;
    actor::Label label = actor::label_from(fields[word + 1]);
    const auto before = now.labels.empty() ? actor::kOutside : now.labels.back();
    if (!actor::may_follow(before, label)) label = actor::begin_of(actor::class_of(label));
    now.words.emplace_back(fields[word]);
    now.labels.push_back(label);
  }
  finish();
  return out;
}

Result<std::vector<Sentence>> read_inline(std::string_view text, std::string_view file,
                                          const text::Segmenter& segmenter) {
  std::vector<Sentence> out;
  std::uint32_t document = 0;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const auto line = take_line(text);
    if (line.empty()) ++document;
    if (line.empty() || line.starts_with('#')) continue;
    const auto plain = text::first_bad_utf8(line) == std::string_view::npos ? plain_of(line) : std::nullopt;
    if (!plain) {
      return Error{.kind = ErrorKind::kInput,
                   .what = "a name is not closed, stands inside another or is no UTF-8",
                   .where = std::string(file) + ":" + std::to_string(number)};
    }
    append_sentences(*plain, segmenter, document, out);
  }
  return out;
}

}  // namespace annalen::train
