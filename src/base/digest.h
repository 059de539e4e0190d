// digest.h: SHA-256 and the text forms of bytes (hex, base32, base64).
// Source:  FIPS 180-4 by OpenSSL; base32 is RFC 4648's alphabet in lower case without padding; base64 RFC 4648, padded.
// Threads: pure functions; a Sha256 object belongs to one thread.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace annalen {

using Hash = std::array<std::uint8_t, 32>;

class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  Sha256& update(std::string_view bytes);
  // A field whose end is unambiguous: its length as 8 bytes big-endian, then the bytes.
  Sha256& update_field(std::string_view bytes);
  // REQUIRES: called once; the object is spent afterwards.
  [[nodiscard]] Hash finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

[[nodiscard]] Hash sha256(std::string_view bytes);
[[nodiscard]] inline std::string_view as_bytes(const Hash& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};  // NOLINT: bytes are bytes
}
// Empty unless `bytes` has exactly 32 bytes.
[[nodiscard]] std::optional<Hash> hash_from_bytes(std::string_view bytes);

[[nodiscard]] std::string to_hex(std::string_view bytes);
[[nodiscard]] std::string to_base32(std::string_view bytes);
[[nodiscard]] std::string to_base64(std::string_view bytes);
// Empty on anything that is not padded base64.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace annalen
