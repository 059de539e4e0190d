// make_dictionary --packages FILE --share FOLDER --pack FOLDER --out FILE: the dictionary (src/actor/dictionary.h) from
// the packages that FILE lists and that are there, ICU and the language pack. Same packages, same bytes.
#include <glob.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <sstream>
#include <string>

#include "actor/dictionary.h"
#include "base/digest.h"
#include "name_lists.h"

namespace {

using namespace annalen;  // NOLINT(google-build-using-namespace)

struct Options {
  std::string packages;
  std::string share;
  std::string pack;
  std::string out;
};

Error bad(std::string what, std::string where) {
  return {.kind = ErrorKind::kInput, .what = std::move(what), .where = std::move(where)};
}

Result<std::string> content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return bad("cannot be read", path);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

// In byte order.
std::vector<std::string> files_of(const std::string& pattern) {
  glob_t found{};
  std::vector<std::string> out;
  if (::glob(pattern.c_str(), GLOB_NOSORT, nullptr, &found) == 0) {
    out.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  }
  ::globfree(&found);
  std::sort(out.begin(), out.end());
  return out;
}

// What has been read of a source so far.
struct Read {
  std::uint64_t entries = 0;
  Sha256 hash;
};

class Maker {
 public:
  Result<void> add_package(const std::string& line, const std::string& share);
  void add_regions();
  Result<void> add_pack(const std::string& folder);
  [[nodiscard]] std::string bytes();

 private:
  Result<void> add_file(const std::string& reader, const std::string& kind, const std::string& path, Read& read);
  void take(const dictionary::Names& names, Read& read);
  Read& source(const std::string& name);

  actor::GazetteerBuilder names_;
  actor::KnownWordsBuilder words_;
  std::vector<std::string> order_;
  std::map<std::string, Read> sources_;
};

Read& Maker::source(const std::string& name) {
  const auto [found, is_new] = sources_.try_emplace(name);
  if (is_new) order_.push_back(name);
  return found->second;
}

void Maker::take(const dictionary::Names& names, Read& read) {
  for (const auto& name : names) names_.add(name.kind, name.text);
  read.entries += names.size();
}

Result<void> Maker::add_file(const std::string& reader, const std::string& kind, const std::string& path, Read& read) {
  const auto content = content_of(path);
  if (!content.ok()) return content.error();
  read.hash.update_field(*content);
  dictionary::Names names;
  if (reader == "words") {
    const auto before = words_.size();
    words_.add(*content);
    read.entries += words_.size() - before;
  } else if (reader == "persons") {
    dictionary::add_person_names(*content, names);
  } else if (reader == "catalogue" && (kind == "city" || kind == "division")) {
    const auto of = kind == "city" ? actor::NameKind::kCity : actor::NameKind::kDivision;
    if (auto added = dictionary::add_catalogue(*content, path, of, names); !added.ok()) return added;
  } else {
    return bad("no reader \"" + reader + "\" of kind \"" + kind + "\"", path);
  }
  take(names, read);
  return {};
}

Result<void> Maker::add_package(const std::string& line, const std::string& share) {
  std::istringstream fields(line);
  std::string package;
  std::string reader;
  std::string kind;
  std::string pattern;
  if (!(fields >> package) || package.starts_with('#')) return {};
  if (!(fields >> reader >> kind >> pattern)) return bad("expected package, reader, kind and files", line);
  Read& read = source(package);
  for (const auto& path : files_of(std::string(share).append("/").append(pattern))) {
    if (auto added = add_file(reader, kind, path, read); !added.ok()) return added;
  }
  return {};
}

void Maker::add_regions() {
  dictionary::Names names;
  dictionary::add_region_names(names);
  Read& read = source("ICU");
  for (const auto& name : names) read.hash.update_field(name.text);
  take(names, read);
}

Result<void> Maker::add_pack(const std::string& folder) {
  std::vector<std::string> texts;
  std::vector<std::string> paths = files_of(folder + "/*.txt");
  for (const auto& path : paths) {
    auto text = content_of(path);
    if (!text.ok()) return text.error();
    texts.push_back(std::move(text).value());
  }
  std::vector<actor::PackFile> pack;
  for (std::size_t i = 0; i < paths.size(); ++i) pack.push_back({paths[i], texts[i]});
  dictionary::Names names;
  if (auto added = dictionary::add_own_tables(pack, names); !added.ok()) return added;
  Read& read = source("our own tables");
  for (const auto& text : texts) read.hash.update_field(text);
  take(names, read);
  return {};
}

std::string Maker::bytes() {
  std::vector<actor::DictionarySource> sources;
  for (const auto& name : order_) {
    Read& read = sources_.at(name);
    const std::string digest = read.entries == 0 ? "" : to_hex(as_bytes(read.hash.finish()));
    sources.push_back({.name = name, .entries = read.entries, .digest = digest});
  }
  return actor::dictionary_bytes(names_.build(), words_.build(), sources);
}

Result<void> run(const Options& options) {
  const auto packages = content_of(options.packages);
  if (!packages.ok()) return packages.error();
  Maker maker;
  std::istringstream lines(*packages);
  for (std::string line; std::getline(lines, line);) {
    if (auto added = maker.add_package(line, options.share); !added.ok()) return added;
  }
  maker.add_regions();
  if (auto added = maker.add_pack(options.pack); !added.ok()) return added;
  std::ofstream out(options.out, std::ios::binary);
  out << maker.bytes();
  if (!out.flush()) return bad("cannot be written", options.out);
  return {};
}

std::optional<Options> options_of(int argc, char** argv) {
  Options out;
  for (int at = 1; at + 1 < argc; at += 2) {
    const std::string_view name = argv[at];
    std::string* const value = name == "--packages" ? &out.packages
                               : name == "--share"  ? &out.share
                               : name == "--pack"   ? &out.pack
                               : name == "--out"    ? &out.out
                                                    : nullptr;
    if (value == nullptr) return {};
    *value = argv[at + 1];
  }
  return out.out.empty() || argc % 2 == 0 ? std::nullopt : std::optional(out);
}

}  // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): out of memory ends the program
int main(int argc, char** argv) {
  const auto options = options_of(argc, argv);
  if (!options) {
    std::fputs("usage: make_dictionary --packages FILE --share FOLDER --pack FOLDER --out FILE\n", stderr);
    return 2;
  }
  const auto done = run(*options);
  if (done.ok()) return 0;
  std::fputs(("make_dictionary: error: " + done.error().message() + "\n").c_str(), stderr);
  return 3;
}
