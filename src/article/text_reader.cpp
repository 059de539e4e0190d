#include "article/text_reader.h"

#include <array>
#include <string>

#include "article/draft.h"
#include "text/utf8.h"

namespace annalen::article {
namespace {

// "Thu, 27 Feb 2025 10:00:00 +0100" is the longest date.
constexpr std::size_t kDateWordsMax = 6;
// What a header begins with.
constexpr std::string_view kWord = "date";

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_newline(char c) { return c == '\n' || c == '\r'; }

std::size_t skip_white(std::string_view text, std::size_t at) {
  while (at < text.size() && (is_blank(text[at]) || is_newline(text[at]))) ++at;
  return at;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

std::size_t line_end(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_newline(text[at])) ++at;
  return at;
}

// The start of the next line; "\r\n" is one end.
std::size_t next_line(std::string_view text, std::size_t at) {
  at = line_end(text, at);
  if (at < text.size() && text[at] == '\r') ++at;
  if (at < text.size() && text[at] == '\n') ++at;
  return at;
}

std::size_t line_number(std::string_view text, std::size_t at) {
  std::size_t line = 1;
  for (std::size_t i = 0; i < at; ++i) line += text[i] == '\n' ? 1 : 0;
  return line;
}

// Ends of the first words of `line`, at most kDateWordsMax.
std::vector<std::size_t> word_ends(std::string_view line) {
  std::vector<std::size_t> ends;
  std::size_t at = 0;
  while (at < line.size() && ends.size() < kDateWordsMax) {
    while (at < line.size() && !is_blank(line[at])) ++at;
    ends.push_back(at);
    at = skip_blanks(line, at);
  }
  return ends;
}

struct Header {
  ArticleDraft draft;
  std::size_t body_bytes = 0;  // where the body begins
  std::size_t line = 1;
};

// "title …", "publisher …", "url …", "id …" from `at` on; gives where they end.
std::size_t read_further_lines(std::string_view text, std::size_t at, ArticleDraft& draft) {
  const std::array<std::pair<std::string_view, std::string*>, 4> fields = {
      {{"title", &draft.title}, {"publisher", &draft.publisher}, {"url", &draft.url}, {"id", &draft.id}}};
  bool found = true;
  while (found) {
    found = false;
    const std::string_view line = text.substr(at, line_end(text, at) - at);
    for (const auto& [name, value] : fields) {
      if (!line.starts_with(name) || line.size() <= name.size() || !is_blank(line[name.size()])) continue;
      if (!value->empty()) continue;
      std::string_view content = line.substr(skip_blanks(line, name.size()));
      while (!content.empty() && is_blank(content.back())) content.remove_suffix(1);
      *value = std::string(content);
      at = next_line(text, at);
      found = true;
      break;
    }
  }
  return at;
}

Result<Header> read_header(std::string_view text, std::string_view name, const ReadOptions& options) {
  Header header;
  const std::size_t start = skip_white(text, 0);
  const std::string_view rest = text.substr(start);
  if (!rest.starts_with(kWord) || rest.size() == kWord.size() || !is_blank(rest[kWord.size()])) return header;

  header.line = line_number(text, start);
  const std::size_t date_begin = skip_blanks(text, start + kWord.size());
  const std::string_view line = text.substr(date_begin, line_end(text, date_begin) - date_begin);
  const std::vector<std::size_t> ends = word_ends(line);
  for (std::size_t words = ends.size(); words > 0; --words) {
    const std::string_view date = line.substr(0, ends[words - 1]);
    if (!time::Publication::parse(date, options.zone)) continue;
    header.draft.date = std::string(date);
    std::size_t at = date_begin + ends[words - 1];
    if (skip_blanks(line, ends[words - 1]) == line.size()) {
      at = read_further_lines(text, next_line(text, at), header.draft);
    }
    header.body_bytes = skip_white(text, at);
    return header;
  }
  const std::string_view shown = line.substr(0, ends.empty() ? 0 : ends.front());
  return Error{ErrorKind::kInput, std::string("\"").append(shown).append("\" behind \"date\" is no date"),
               std::string(name) + ":" + std::to_string(header.line),
               "write for example \"date 2025\", \"date 2025-02\" or \"date 2025-02-27\""};
}

}  // namespace

Result<Article> article_of_text(std::string_view bytes, std::string_view name, std::string_view relative_path,
                                const ReadOptions& options) {
  const std::string where = std::string(name) + ":1";
  if (bytes.empty()) return Error{ErrorKind::kInput, "the article has no text", where, ""};
  const std::optional<std::string> text = text::to_utf8(bytes);
  if (!text) {
    const std::size_t bad = std::min(text::first_bad_utf8(bytes), bytes.find('\0'));
    const bool known = bad < bytes.size();
    return Error{
        ErrorKind::kInput,
        "neither UTF-8 nor convertible to it" + (known ? " (byte " + std::to_string(bad) + ")" : std::string()),
        std::string(name) + ":" + std::to_string(known ? line_number(bytes, bad) : 1), "is it a binary file?"};
  }
  Result<Header> header = read_header(*text, name, options);
  if (!header) return header.error();
  header->draft.body = text->substr(header->body_bytes);
  const Origin origin{std::string(name) + ":" + std::to_string(header->line), std::string(relative_path)};
  return finish_article(std::move(header->draft), origin, options);
}

}  // namespace annalen::article
