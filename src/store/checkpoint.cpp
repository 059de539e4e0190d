#include "store/checkpoint.h"

#include <charconv>
#include <optional>
#include <utility>

namespace annalen::store {
namespace {

Error bad_line(int line, std::string what) {
  return Error{ErrorKind::kInput, std::move(what), "line " + std::to_string(line),
               "a checkpoint is three lines: origin, size, base64 root"};
}

// The text up to the next line feed, which is taken too. Empty optional without one.
std::optional<std::string_view> take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

}  // namespace

std::string to_text(const Checkpoint& checkpoint) {
  return checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" + to_base64(as_bytes(checkpoint.root)) +
         "\n";
}

Result<Checkpoint> checkpoint_from_text(std::string_view text) {
  Checkpoint checkpoint;
  const auto origin = take_line(text);
  if (!origin || origin->empty()) return bad_line(1, "no origin");
  checkpoint.origin = *origin;

  const auto size = take_line(text);
  if (!size || size->empty()) return bad_line(2, "no size");
  if (size->size() > 1 && size->front() == '0') return bad_line(2, "a size has no leading zeros");
  const char* const end = size->data() + size->size();
  const auto [rest, status] = std::from_chars(size->data(), end, checkpoint.size);
  if (status != std::errc() || rest != end) return bad_line(2, "not a size: " + std::string(size->substr(0, 40)));

  const auto root = take_line(text);
  if (!root) return bad_line(3, "no root");
  const auto bytes = from_base64(*root);
  const auto hash = bytes ? hash_from_bytes(*bytes) : std::nullopt;
  // The comparison refuses second spellings of the same hash (unused bits set).
  if (!hash || to_base64(as_bytes(*hash)) != *root) return bad_line(3, "not the base64 text of 32 bytes");
  checkpoint.root = *hash;

  if (!text.empty() && text.front() != '\n') return bad_line(4, "only an empty line may follow the root");
  return checkpoint;
}

}  // namespace annalen::store
