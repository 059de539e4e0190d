// files.h: the small files beside the database: FORMAT, HEAD, WRITER.
// Format:  FORMAT.md, "The folder".
// Errors:  kUsage for a folder that is no store, kBusy for a second writer, kDamaged for an unknown format, kSystem.
// Threads: a WriterLock belongs to the store that holds it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "base/result.h"
#include "store/checkpoint.h"

namespace annalen::store::rocks {

inline constexpr std::size_t kHeadBytes = 256;

enum class FolderState : std::uint8_t { kAbsent, kEmpty, kForeign, kStore };
// kForeign: has files, and no FORMAT among them.
[[nodiscard]] Result<FolderState> folder_state(const std::string& folder);
// Makes the folder (its parent must exist or can be made) and FORMAT in it, both synced.
[[nodiscard]] Result<void> make_folder(const std::string& folder);
[[nodiscard]] Result<void> check_format_file(const std::string& folder);

// Empty without a file; kDamaged when the file holds no checkpoint.
[[nodiscard]] Result<std::optional<Checkpoint>> read_head(const std::string& folder);
// Best effort: HEAD is a lower bound, and what it says is true without it.
void write_head(const std::string& folder, const Checkpoint& checkpoint);

// The right to write, held while the object lives; the system takes it back when the process dies.
class WriterLock {
 public:
  // `since_ms`: milliseconds since 1970-01-01T00:00Z, for the message that others get.
  [[nodiscard]] static Result<WriterLock> take(const std::string& folder, const std::string& operator_name,
                                               std::int64_t since_ms);
  WriterLock(WriterLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  WriterLock& operator=(WriterLock&& other) noexcept;
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;
  ~WriterLock();

 private:
  explicit WriterLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

// "2023-11-14T22:13Z"
[[nodiscard]] std::string utc_text(std::int64_t since_epoch_ms);

}  // namespace annalen::store::rocks
