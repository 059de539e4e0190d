#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "article/reader.h"

namespace annalen::article {
namespace {

namespace fs = std::filesystem;

struct TemporaryFolder {
  fs::path path = fs::temp_directory_path() / ("annalen_input_" + std::to_string(::getpid()));
  TemporaryFolder() {
    fs::remove_all(path);
    fs::create_directories(path);
  }
  ~TemporaryFolder() { fs::remove_all(path); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  void file(const std::string& name) const {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name) << "x";
  }
};

std::vector<std::string> names(const std::string& path) {
  const Result<std::vector<InputFile>> files = input_files(path);
  REQUIRE(files.ok());
  std::vector<std::string> out;
  for (const InputFile& file : *files) out.push_back(file.relative_path);
  return out;
}

}  // namespace

TEST_CASE("article/input_files: files below a folder come in byte order of their paths, hidden ones do not") {
  const TemporaryFolder folder;
  for (const char* name : {"b.txt", "a/z.txt", "a.txt", "a/b/c.txt", ".hidden", ".git/config", "Z.txt", "a-b/x.txt"}) {
    folder.file(name);
  }
  CHECK(names(folder.path) == std::vector<std::string>{"Z.txt", "a-b/x.txt", "a.txt", "a/b/c.txt", "a/z.txt", "b.txt"});
  CHECK(names(folder.path / "a/b/c.txt") == std::vector<std::string>{"c.txt"});
  CHECK(names("-") == std::vector<std::string>{"-"});
}

TEST_CASE("article/input_files: links are followed, and one that leads back does not go round") {
  const TemporaryFolder folder;
  folder.file("a/b/c.txt");
  fs::create_directory_symlink(folder.path, folder.path / "a/b/back");
  fs::create_directory_symlink(folder.path / "a/b/self", folder.path / "a/b/self");
  fs::create_symlink(folder.path / "a/b/c.txt", folder.path / "link.txt");
  CHECK(names(folder.path) == std::vector<std::string>{"a/b/c.txt", "link.txt"});
}

TEST_CASE("article/input_files: what is not there is named") {
  const Result<std::vector<InputFile>> files = input_files("/gibt/es/nicht");
  REQUIRE_FALSE(files.ok());
  CHECK(files.error().kind == ErrorKind::kInput);
  CHECK(files.error().message() == "/gibt/es/nicht: no such file or folder");
}

}  // namespace annalen::article
