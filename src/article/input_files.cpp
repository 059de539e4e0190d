#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

#include "article/reader.h"

namespace annalen::article {
namespace {

namespace fs = std::filesystem;

// A tree deeper than this is not one that people made.
constexpr std::size_t kDepthMax = 256;

Error io_error(const fs::path& path, const std::error_code& code) {
  const bool absent = code == std::errc::no_such_file_or_directory || code == std::errc::not_a_directory;
  return Error{absent ? ErrorKind::kInput : ErrorKind::kSystem,
               absent ? "no such file or folder" : "cannot be read: " + code.message(), path.string(), ""};
}

struct Walk {
  fs::path root;
  std::set<std::string> seen_folders;  // canonical, so that a link back ends the walk
  std::vector<InputFile> files;
};

Result<void> walk(Walk& state, const fs::path& relative, std::size_t depth) {
  const fs::path folder = state.root / relative;
  std::error_code code;
  const fs::path canonical = fs::canonical(folder, code);
  if (code) return io_error(folder, code);
  if (depth > kDepthMax || !state.seen_folders.insert(canonical.string()).second) return {};

  std::vector<fs::path> names;
  fs::directory_iterator entry(folder, code);
  for (; !code && entry != fs::directory_iterator(); entry.increment(code)) names.push_back(entry->path().filename());
  if (code) return io_error(folder, code);
  std::sort(names.begin(), names.end());

  for (const fs::path& name : names) {
    if (name.native().starts_with('.')) continue;
    const fs::path below = relative / name;
    const fs::file_status status = fs::status(state.root / below, code);
    if (fs::is_directory(status)) {
      if (Result<void> inner = walk(state, below, depth + 1); !inner) return inner;
    } else if (fs::is_regular_file(status)) {
      state.files.push_back({(state.root / below).string(), below.generic_string()});
    }
  }
  return {};
}

}  // namespace

Result<std::vector<InputFile>> input_files(std::string_view path) {
  if (path == "-") return std::vector<InputFile>{{"-", "-"}};
  const fs::path root{std::string(path)};
  std::error_code code;
  const fs::file_status status = fs::status(root, code);
  if (!fs::exists(status)) {
    return io_error(root, code ? code : std::make_error_code(std::errc::no_such_file_or_directory));
  }
  if (!fs::is_directory(status)) return std::vector<InputFile>{{root.string(), root.filename().string()}};

  Walk state{root, {}, {}};
  if (Result<void> walked = walk(state, {}, 0); !walked) return walked.error();
  std::sort(state.files.begin(), state.files.end(),
            [](const InputFile& a, const InputFile& b) { return a.relative_path < b.relative_path; });
  return std::move(state.files);
}

}  // namespace annalen::article
