#include "facts_file.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "text/utf8.h"
#include "time/publication.h"

namespace annalen::facts {
namespace {

constexpr std::string_view kBlanks = " \t";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) + 1 - first);
}

// Trimmed pieces between the separators.
std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> out;
  while (true) {
    const std::size_t at = text.find(separator);
    out.emplace_back(trimmed(text.substr(0, at)));
    if (at == std::string_view::npos) return out;
    text.remove_prefix(at + separator.size());
  }
}

bool any_empty(const std::vector<std::string>& all) {
  return std::any_of(all.begin(), all.end(), [](const std::string& one) { return one.empty(); });
}

template <class Range>
std::optional<std::size_t> index_of(const Range& range, std::string_view name) {
  const auto at = std::find(range.begin(), range.end(), name);
  if (at == range.end()) return {};
  return static_cast<std::size_t>(at - range.begin());
}

class Reader {
 public:
  Reader(std::string_view text, std::string_view file) : rest_(text), file_(file) {}

  Result<std::vector<ExpectedArticle>> read() {
    while (!rest_.empty()) {
      const std::size_t end = std::min(rest_.find('\n'), rest_.size());
      const std::string_view line = rest_.substr(0, end);
      rest_.remove_prefix(std::min(end + 1, rest_.size()));
      ++line_;
      if (Result<void> read = read_line(line); !read.ok()) return read.error();
    }
    if (Result<void> closed = close_article(); !closed.ok()) return closed.error();
    return std::move(articles_);
  }

 private:
  [[nodiscard]] Error error(std::string what, std::string hint = "") const {
    return {ErrorKind::kInput, std::move(what), std::string(file_) + ":" + std::to_string(line_), std::move(hint)};
  }

  Result<void> read_line(std::string_view line) {
    if (text::first_bad_utf8(line) != std::string_view::npos) return error("bytes that are no UTF-8");
    if (line.starts_with('#')) return {};
    if (line.starts_with("article ")) return begin_article(trimmed(line.substr(8)));
    const std::string_view content = trimmed(line);
    if (articles_.empty()) {
      if (content.empty()) return {};
      return error("text before the first article", "begin with \"article DATE\"");
    }
    if (content.starts_with('|')) return read_event(content.substr(1));
    read_text(line, content);
    return {};
  }

  Result<void> begin_article(std::string_view date) {
    if (Result<void> closed = close_article(); !closed.ok()) return closed.error();
    auto published = time::Publication::parse(date, "Europe/Vienna");
    if (!published.ok()) return error("\"" + std::string(date) + "\" is no date of publication");
    articles_.push_back({.file = std::string(file_),
                         .line = line_,
                         .article = {.identity = std::string(file_) + ":" + std::to_string(line_),
                                     .title = "",
                                     .publisher = "",
                                     .url = "",
                                     .collection = "",
                                     .publication = *published,
                                     .body = "",
                                     .other = {}},
                         .blocks = {}});
    begins_ = true;
    paragraph_ = false;
    block_.reset();
    taken_.clear();
    return {};
  }

  Result<void> close_article() const {
    if (articles_.empty()) return {};
    const ExpectedArticle& last = articles_.back();
    const std::string what = last.article.body.empty() ? "an article without text"
                             : last.blocks.empty()     ? "an article that expects no event"
                                                       : "";
    if (what.empty()) return {};
    return Error{ErrorKind::kInput, what, std::string(file_) + ":" + std::to_string(last.line)};
  }

  void read_text(std::string_view line, std::string_view content) {
    article::Article& here = articles_.back().article;
    if (std::exchange(begins_, false) && line.starts_with("title ")) {
      here.title = trimmed(line.substr(6));
      block_ = Block{true, {0, static_cast<std::uint32_t>(here.title.size())}, {}};
      taken_.clear();
      expects_ = false;
      return;
    }
    if (content.empty()) {
      paragraph_ = true;
      return;
    }
    if (!here.body.empty()) here.body += paragraph_ ? "\n\n" : "\n";
    paragraph_ = false;
    if (!block_ || block_->in_title || expects_) {
      block_ = Block{false, {static_cast<std::uint32_t>(here.body.size()), 0}, {}};
      taken_.clear();
      expects_ = false;
    }
    here.body += content;
    block_->span.end = static_cast<std::uint32_t>(here.body.size());
  }

  Result<void> read_event(std::string_view line) {
    begins_ = false;
    if (!block_) return error("an expected event before any text");
    const std::vector<std::string> fields = split(line, "|");
    if (fields.size() < 4) return error("an expected event needs time, predicate, type and status");
    ExpectedEvent event;
    event.line = line_;
    if (Result<void> read = read_head(fields, event); !read.ok()) return read;
    for (std::size_t i = 4; i < fields.size(); ++i) {
      if (Result<void> read = read_role(fields[i], event); !read.ok()) return read;
    }
    auto& blocks = articles_.back().blocks;
    if (!expects_) blocks.push_back(*block_);
    expects_ = true;
    blocks.back().events.push_back(std::move(event));
    return {};
  }

  Result<void> read_head(const std::vector<std::string>& fields, ExpectedEvent& event) {
    if (fields[0] != "implied") {
      event.timex = fields[0];
      event.timex_span = place_of(event.timex);
      if (!event.timex_span) return error("\"" + event.timex + "\" does not stand in the text before");
    }
    event.predicates = split(fields[1], "/");
    if (any_empty(event.predicates)) return error("an empty predicate");
    event.types = split(fields[2], "/");
    for (const std::string& type : event.types) {
      if (!index_of(kTypes, type)) return error("\"" + type + "\" is no type");
    }
    const auto status = index_of(kStatuses, fields[3]);
    if (!status) return error("\"" + fields[3] + "\" is no status", "happened, not, planned or possible");
    event.status = static_cast<event::Status>(*status);
    return {};
  }

  Result<void> read_role(const std::string& field, ExpectedEvent& event) {
    const std::size_t colon = std::min(field.find(':'), field.size());
    const std::string role(trimmed(std::string_view(field).substr(0, colon)));
    std::vector<Names> all;
    for (const std::string& one : split(std::string_view(field).substr(std::min(colon + 1, field.size())), ";")) {
      all.push_back(split(one, " = "));
      if (any_empty(all.back())) return error("\"" + field + "\" is not of the form \"role: NAME; NAME\"");
    }
    if (role == "said_by") {
      if (event.speaker || all.size() != 1) return error("more than one said_by");
      event.speaker = std::move(all.front());
      return {};
    }
    if (role == "maybe") {
      for (const Names& names : all) event.maybe.insert(event.maybe.end(), names.begin(), names.end());
      return {};
    }
    const auto* known =
        std::find_if(kRoles.begin(), kRoles.end(), [&](const RoleName& one) { return one.name == role; });
    if (known == kRoles.end()) return error("\"" + role + "\" is no role");
    auto& names = event.roles[static_cast<std::size_t>(known - kRoles.begin())];
    if (!names.empty()) return error("\"" + role + "\" twice");
    names = std::move(all);
    return {};
  }

  // Of the next occurrence in the block that no line before has taken, else of the last one.
  std::optional<text::Span> place_of(const std::string& timex) {
    const article::Article& here = articles_.back().article;
    const std::string& source = block_->in_title ? here.title : here.body;
    std::optional<text::Span> out;
    if (timex.empty()) return out;
    for (std::size_t at = source.find(timex, block_->span.begin); at != std::string::npos;
         at = source.find(timex, at + 1)) {
      const auto begin = static_cast<std::uint32_t>(at);
      out = text::Span{begin, begin + static_cast<std::uint32_t>(timex.size())};
      if (std::find(taken_.begin(), taken_.end(), *out) == taken_.end()) break;
    }
    if (out) taken_.push_back(*out);
    return out;
  }

  std::string_view rest_;
  std::string_view file_;
  std::size_t line_ = 0;
  std::vector<ExpectedArticle> articles_;
  std::optional<Block> block_;     // the text read last
  std::vector<text::Span> taken_;  // times of the block that lines have named
  bool begins_ = false;            // nothing of the article has been read
  bool paragraph_ = false;         // a blank line stands before what comes
  bool expects_ = false;           // the block has expected events, so that more text begins a new one
};

}  // namespace

Result<std::vector<ExpectedArticle>> read_facts(std::string_view text, std::string_view file) {
  return Reader(text, file).read();
}

Result<std::vector<ExpectedArticle>> read_facts_files(const std::vector<std::string>& paths) {
  std::vector<ExpectedArticle> out;
  for (const std::string& path : paths) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return Error{ErrorKind::kSystem, "cannot be read", path};
    const std::string content{std::istreambuf_iterator<char>(in), {}};
    auto articles = read_facts(content, path);
    if (!articles.ok()) return articles.error();
    std::move(articles->begin(), articles->end(), std::back_inserter(out));
  }
  return out;
}

}  // namespace annalen::facts
