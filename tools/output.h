// output.h: bytes to standard output or to a file, buffered, with failures kept.
// Errors:  a reader that has gone away (EPIPE) ends the program quietly: it has what it wanted. Anything else (disk
//          full) is kept and given by finish().
// Threads: one output, one thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace annalen::tools {

class Output {
 public:
  // `name` stands in error messages. The descriptor stays the caller's.
  Output(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}

  // False once writing has failed; nothing more is written then.
  bool write(std::string_view text);
  [[nodiscard]] Result<void> finish();

 private:
  bool flush();

  int descriptor_;
  std::string name_;
  std::string buffer_;
  int failure_ = 0;  // errno
};

// A new file; an older one of that name is replaced.
class OutputFile {
 public:
  [[nodiscard]] static Result<std::unique_ptr<OutputFile>> create(const std::string& path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void write(std::string_view text) { out_.write(text); }
  // All that was written has been given to the system when this returns.
  [[nodiscard]] Result<void> finish();

 private:
  OutputFile(int descriptor, const std::string& path) : path_(path), descriptor_(descriptor), out_(descriptor, path) {}

  std::string path_;
  int descriptor_;
  Output out_;
};

}  // namespace annalen::tools
