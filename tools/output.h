// output.h: bytes to standard output or to a file, buffered, with failures kept.
// Errors:  a reader that has gone away (EPIPE) ends the program quietly: it has what it wanted. Anything else (disk
//          full) is kept and given by finish().
// Threads: one output, one thread.
#pragma once

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

// `write` writes to a new file instead; it is complete on disk when this returns.
[[nodiscard]] Result<void> write_file(const std::string& path, std::string_view bytes);

}  // namespace annalen::tools
