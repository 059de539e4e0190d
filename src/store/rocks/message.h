// message.h: foreign bytes as a Cap'n Proto message, with limits of our own and exceptions turned into errors.
// Why:     values of RocksDB need not be word-aligned, so those that are not are copied once; a damaged message must
// neither throw
//          out of the room nor be walked for ever.
// Threads: a message belongs to one thread.
#pragma once

#include <capnp/message.h>
#include <capnp/serialize.h>
#include <kj/exception.h>

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "base/result.h"

namespace annalen::store::rocks {

inline constexpr std::size_t kPayloadBytesMax = 256U << 20U;
inline constexpr int kNestingMax = 16;
// A message is walked a few times (size, check, values, index); far more means that pointers alias.
inline constexpr std::uint64_t kTraversalTimesMax = 16;

[[nodiscard]] std::uint64_t get_little_endian(std::string_view bytes, std::size_t offset);
// The bytes as words, copied into `copy` where they are not aligned. `bytes` outlives the view.
[[nodiscard]] kj::ArrayPtr<const capnp::word> aligned(std::string_view bytes, kj::Array<capnp::word>& copy);
[[nodiscard]] capnp::ReaderOptions reader_options(std::size_t bytes);
[[nodiscard]] Error error_of(const kj::Exception& exception, ErrorKind kind, const std::string& where);
// Empty when the bytes are whole words, a plausible length and at least a segment table.
[[nodiscard]] Result<void> check_frame(std::string_view bytes, ErrorKind kind, const std::string& where);

// Calls `use(capnp::MessageReader&)`, which returns Result<T>, on the message in `bytes`. Bytes behind the message are
// an error.
template <class T, class Use>
[[nodiscard]] Result<T> with_message(std::string_view bytes, ErrorKind kind, const std::string& where, const Use& use) {
  if (auto framed = check_frame(bytes, kind, where); !framed) return framed.error();
  kj::Array<capnp::word> copy;
  const auto words = aligned(bytes, copy);
  try {
    capnp::FlatArrayMessageReader message(words, reader_options(bytes.size()));
    if (message.getEnd() != words.end()) return Error{kind, "bytes behind the message", where};
    return use(message);
  } catch (const kj::Exception& exception) {
    return error_of(exception, kind, where);
  }
}

}  // namespace annalen::store::rocks
