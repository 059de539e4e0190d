#include "store/rocks/message.h"

namespace annalen::store::rocks {

std::uint64_t get_little_endian(std::string_view bytes, std::size_t offset) {
  std::uint64_t value = 0;
  for (std::size_t i = 8; i > 0; --i) value = (value << 8U) | static_cast<unsigned char>(bytes[offset + i - 1]);
  return value;
}

kj::ArrayPtr<const capnp::word> aligned(std::string_view bytes, kj::Array<capnp::word>& copy) {
  const std::size_t words = bytes.size() / sizeof(capnp::word);
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(capnp::word) == 0) {  // NOLINT: asks for a number
    return {reinterpret_cast<const capnp::word*>(bytes.data()), words};              // NOLINT: bytes are words
  }
  copy = kj::heapArray<capnp::word>(words);
  std::memcpy(copy.begin(), bytes.data(), words * sizeof(capnp::word));
  return copy;
}

capnp::ReaderOptions reader_options(std::size_t bytes) {
  capnp::ReaderOptions options;
  options.traversalLimitInWords = kTraversalTimesMax * (bytes / sizeof(capnp::word) + 1024);
  options.nestingLimit = kNestingMax;
  return options;
}

Error error_of(const kj::Exception& exception, ErrorKind kind, const std::string& where) {
  return Error{kind, "not a well-formed message: " + std::string(exception.getDescription().cStr()), where};
}

Result<void> check_frame(std::string_view bytes, ErrorKind kind, const std::string& where) {
  if (bytes.size() < 16 || bytes.size() % sizeof(capnp::word) != 0 || bytes.size() > kPayloadBytesMax) {
    return Error{kind, "not a message: " + std::to_string(bytes.size()) + " bytes", where};
  }
  return {};
}

}  // namespace annalen::store::rocks
