#include "destination.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

namespace annalen::tools {

namespace fs = std::filesystem;

Result<void> Destination::write(std::size_t input, const std::string& name, std::string_view text) {
  if (folder_.empty()) {
    out_.write(text);
    return {};
  }
  if (!file_ || input_ != input || name_ != name) {
    if (Result<void> state = finish(); !state) return state;
    if (Result<void> state = open(input, name); !state) return state;
  }
  file_->write(text);
  return {};
}

Result<void> Destination::open(std::size_t input, const std::string& name) {
  const fs::path path = fs::path(folder_) / (name == "-" ? "stdin" : name);
  if (!written_.insert(name).second) {
    return Error{ErrorKind::kUsage, "two inputs would be written to this file", path.string(),
                 "tag them into folders of their own"};
  }
  std::error_code code;
  fs::create_directories(path.parent_path(), code);
  if (code) {
    return Error{ErrorKind::kSystem, fmt::format("cannot be made: {}", code.message()), path.parent_path().string(),
                 "check the permissions"};
  }
  Result<std::unique_ptr<OutputFile>> file = OutputFile::create(path.string());
  if (!file) return file.error();
  file_ = *std::move(file);
  input_ = input;
  name_ = name;
  return {};
}

Result<void> Destination::finish() {
  if (!file_) return {};
  const std::unique_ptr<OutputFile> file = std::move(file_);
  return file->finish();
}

}  // namespace annalen::tools
