#include "base/digest.h"

#include <openssl/evp.h>

#include <algorithm>
#include <cassert>
#include <climits>

#include "base/byte_order.h"

namespace annalen {

struct Sha256::State {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { EVP_MD_CTX_free(context); }
};

namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::string_view kBase32Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

// OpenSSL fails here only when memory is exhausted or the build has no SHA-256: a broken installation, not an input.
void require(int openssl_status) {
  if (openssl_status != 1) std::abort();
}

// Fetched once: EVP_sha256() makes every single hash look for its implementation, which takes longer than a short one.
const EVP_MD* sha256_method() {
  static const EVP_MD* const method = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  require(method != nullptr ? 1 : 0);
  return method;
}

}  // namespace

Sha256::Sha256() : state_(std::make_unique<State>()) {
  require(EVP_DigestInit_ex(state_->context, sha256_method(), nullptr));
}

Sha256::~Sha256() = default;

Sha256& Sha256::update(std::string_view bytes) {
  require(EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()));
  return *this;
}

Sha256& Sha256::update_field(std::string_view bytes) {
  std::string length;
  put_big_endian(length, static_cast<std::uint64_t>(bytes.size()));
  return update(length).update(bytes);
}

Hash Sha256::finish() {
  Hash hash{};
  require(EVP_DigestFinal_ex(state_->context, hash.data(), nullptr));
  return hash;
}

Hash sha256(std::string_view bytes) { return Sha256().update(bytes).finish(); }

std::optional<Hash> hash_from_bytes(std::string_view bytes) {
  Hash hash{};
  if (bytes.size() != hash.size()) return std::nullopt;
  std::copy(bytes.begin(), bytes.end(), hash.begin());
  return hash;
}

std::string to_hex(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out.push_back(kHexDigits[byte >> 4U]);
    out.push_back(kHexDigits[byte & 15U]);
  }
  return out;
}

std::string to_base32(std::string_view bytes) {
  std::string out;
  std::uint32_t buffer = 0;
  unsigned bits = 0;
  for (const char c : bytes) {
    buffer = (buffer << 8U) | static_cast<unsigned char>(c);
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out.push_back(kBase32Alphabet[(buffer >> bits) & 31U]);
    }
  }
  if (bits > 0) out.push_back(kBase32Alphabet[(buffer << (5 - bits)) & 31U]);
  return out;
}

std::string to_base64(std::string_view bytes) {
  assert(bytes.size() < INT_MAX / 2);
  std::string out((bytes.size() + 2) / 3 * 4 + 1, '\0');  // EVP_EncodeBlock adds a NUL
  const int length =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()),          // NOLINT: OpenSSL's byte type
                      reinterpret_cast<const unsigned char*>(bytes.data()),  // NOLINT: OpenSSL's byte type
                      static_cast<int>(bytes.size()));
  out.resize(static_cast<std::size_t>(length));
  return out;
}

std::optional<std::string> from_base64(std::string_view text) {
  if (text.size() % 4 != 0 || text.size() >= INT_MAX) return std::nullopt;
  std::string out(text.size() / 4 * 3 + 1, '\0');
  const int length =
      EVP_DecodeBlock(reinterpret_cast<unsigned char*>(out.data()),         // NOLINT: OpenSSL's byte type
                      reinterpret_cast<const unsigned char*>(text.data()),  // NOLINT: OpenSSL's byte type
                      static_cast<int>(text.size()));
  if (length < 0) return std::nullopt;
  std::size_t size = static_cast<std::size_t>(length);
  for (std::size_t i = 0; i < 2 && i < text.size() && text[text.size() - 1 - i] == '='; ++i) --size;
  out.resize(size);
  return out;
}

}  // namespace annalen
