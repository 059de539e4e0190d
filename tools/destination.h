// destination.h: where the outcome of each input goes: standard output, or files below a folder.
// Errors:  two inputs of one file name are kUsage; a file that cannot be written is kSystem.
// Threads: one destination, one thread.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "base/result.h"
#include "output.h"

namespace annalen::tools {

class Destination {
 public:
  // An empty folder: everything goes to `out`.
  Destination(std::string folder, Output& out) : folder_(std::move(folder)), out_(out) {}

  // Texts of one input and one name (a path relative to the folder) that come one after the other make one file.
  [[nodiscard]] Result<void> write(std::size_t input, const std::string& name, std::string_view text);
  // Ends the last file.
  [[nodiscard]] Result<void> finish();

 private:
  [[nodiscard]] Result<void> open(std::size_t input, const std::string& name);

  std::string folder_;
  Output& out_;
  std::unique_ptr<OutputFile> file_;
  std::size_t input_ = 0;  // of file_
  std::string name_;
  std::set<std::string> written_;  // names
};

}  // namespace annalen::tools
