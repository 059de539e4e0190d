// folder.h: a new folder below TMPDIR for a benchmark's store, gone when the benchmark ends.
#pragma once

#include <fmt/format.h>

#include <filesystem>
#include <random>
#include <string>
#include <system_error>

namespace annalen::bench {

class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / fmt::format("annalen-bench-{}", std::random_device()())) {}
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace annalen::bench
