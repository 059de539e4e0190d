#include "query/spelling.h"

#include <algorithm>
#include <cassert>

#include "text/fold.h"
#include "text/language.h"

namespace annalen::query {

// Made at build time (tools/cmake/embed.cmake).
text::EmbeddedFiles embedded_files(std::string_view language);

namespace {

constexpr std::string_view kFile = "spelling.txt";
constexpr std::size_t kWordBytesMax = 64;
constexpr std::size_t kWordsMax = 8;

bool is_letter(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return value >= 0x80 || (value >= 'a' && value <= 'z') || (value >= '0' && value <= '9');
}

unsigned distance_allowed(std::size_t bytes) { return bytes <= 4 ? 0 : (bytes <= 7 ? 1 : 2); }

std::size_t first_byte(std::string_view text) { return static_cast<unsigned char>(text.front()); }

}  // namespace

Spelling Spelling::built_in() {
  Result<Spelling> read = parse(text::file_named(embedded_files("und"), kFile), kFile);
  assert(read.ok());  // a test reads it
  return *std::move(read);
}

Result<Spelling> Spelling::parse(std::string_view table, std::string_view file) {
  Spelling out;
  for (std::size_t number = 1; !table.empty(); ++number) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    const std::string_view line = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = line.find('\t');
    if (tab == 0 || tab == std::string_view::npos || line.find('\t', tab + 1) != std::string_view::npos) {
      return Error{ErrorKind::kInput, "not letters, a tab and what they become",
                   std::string(file) + ":" + std::to_string(number)};
    }
    out.by_first_byte_[first_byte(line)].push_back(
        {std::string(line.substr(0, tab)), std::string(line.substr(tab + 1))});
  }
  for (std::vector<Entry>& entries : out.by_first_byte_) {
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return a.letters.size() > b.letters.size(); });
  }
  return out;
}

std::string Spelling::folded(std::string_view lower_word) const {
  std::string out;
  while (!lower_word.empty()) {
    const std::vector<Entry>& entries = by_first_byte_[first_byte(lower_word)];
    const auto entry = std::find_if(entries.begin(), entries.end(),
                                    [&](const Entry& one) { return lower_word.starts_with(one.letters); });
    if (entry == entries.end()) {
      out.push_back(lower_word.front());
      lower_word.remove_prefix(1);
    } else {
      out += entry->become;
      lower_word.remove_prefix(entry->letters.size());
    }
  }
  const bool ascii = std::all_of(out.begin(), out.end(), [](char byte) { return static_cast<signed char>(byte) >= 0; });
  if (!ascii) out = text::fold(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  if (out.size() > kWordBytesMax) out.resize(kWordBytesMax);
  return out;
}

Words Spelling::words(std::string_view name) const {
  Words out;
  const std::string lower = text::lower(name);
  for (std::size_t i = 0; i < lower.size() && out.size() < kWordsMax;) {
    const std::size_t begin = i;
    while (i < lower.size() && is_letter(lower[i])) ++i;
    if (i > begin) out.push_back(folded(std::string_view(lower).substr(begin, i - begin)));
    while (i < lower.size() && !is_letter(lower[i])) ++i;
  }
  return out;
}

std::optional<unsigned> word_distance(std::string_view a, std::string_view b) {
  if (a == b) return 0;
  const unsigned allowed = distance_allowed(std::min(a.size(), b.size()));
  const std::size_t longer = std::max(a.size(), b.size());
  if (allowed == 0 || longer - std::min(a.size(), b.size()) > allowed || longer > kWordBytesMax) return std::nullopt;
  // Three rows of the table; cells outside of the band stay beyond what is allowed.
  using Row = std::array<unsigned, kWordBytesMax + 1>;
  const unsigned beyond = allowed + 1;
  Row before_last{};
  Row last{};
  Row row{};
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j <= allowed ? static_cast<unsigned>(j) : beyond;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row.fill(beyond);
    if (i <= allowed) row[0] = static_cast<unsigned>(i);
    const std::size_t first = i > allowed ? i - allowed : 1;
    for (std::size_t j = std::max<std::size_t>(first, 1); j <= std::min(b.size(), i + allowed); ++j) {
      const unsigned change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      unsigned best = std::min({change, last[j] + 1, row[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) best = std::min(best, before_last[j - 2] + 1);
      row[j] = std::min(best, beyond);
    }
    before_last = last;
    last = row;
  }
  return last[b.size()] > allowed ? std::nullopt : std::optional<unsigned>(last[b.size()]);
}

namespace {

// The word of `name` nearest to one asked for.
std::optional<unsigned> nearest(const std::string& asked, const Words& name) {
  std::optional<unsigned> best;
  for (const std::string& word : name) {
    const std::optional<unsigned> distance = word_distance(asked, word);
    if (distance && (!best || *distance < *best)) best = distance;
  }
  return best;
}

bool has_initial(const std::string& asked, const Words& name) {
  return std::any_of(name.begin(), name.end(), [&](const std::string& word) {
    return (word.size() == 1 || asked.size() == 1) && word.front() == asked.front();
  });
}

}  // namespace

std::optional<unsigned> likeness(const Words& asked, const Words& name) {
  if (asked.empty() || name.empty()) return std::nullopt;
  const std::optional<unsigned> surname = nearest(asked.back(), name);
  if (!surname) return std::nullopt;
  unsigned total = *surname;
  for (std::size_t i = 0; i + 1 < asked.size(); ++i) {
    const std::optional<unsigned> distance = nearest(asked[i], name);
    if (!distance && name.size() > 1 && !has_initial(asked[i], name)) return std::nullopt;
    total += distance.value_or(0);
  }
  return total;
}

}  // namespace annalen::query
