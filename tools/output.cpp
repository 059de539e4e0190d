#include "output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "exit_status.h"

namespace annalen::tools {
namespace {
constexpr std::size_t kBufferBytes = std::size_t{1} << 16U;

Error cannot_write(const std::string& name, int failure) {
  return Error{ErrorKind::kSystem, "cannot be written: " + std::generic_category().message(failure), name,
               "check the disk and the permissions"};
}
}  // namespace

bool Output::write(std::string_view text) {
  if (failure_ != 0) return false;
  buffer_ += text;
  return buffer_.size() < kBufferBytes || flush();
}

bool Output::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty() && failure_ == 0) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      std::_Exit(kDone);
    } else if (errno != EINTR) {
      failure_ = errno;
    }
  }
  buffer_.clear();
  return failure_ == 0;
}

Result<void> Output::finish() {
  if (flush()) return {};
  return cannot_write(name_, failure_);
}

Result<std::unique_ptr<OutputFile>> OutputFile::create(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) return cannot_write(path, errno);
  return std::unique_ptr<OutputFile>(new OutputFile(descriptor, path));
}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<void> OutputFile::finish() {
  Result<void> state = out_.finish();
  const int descriptor = std::exchange(descriptor_, -1);
  if (::close(descriptor) != 0 && state) state = cannot_write(path_, errno);
  return state;
}

}  // namespace annalen::tools
