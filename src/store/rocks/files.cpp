#include "store/rocks/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "store/record.h"
#include "time/interval.h"

namespace annalen::store::rocks {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSmallFileBytesMax = 4096;

std::string format_text() { return "annalen store format " + std::to_string(kFormatVersion) + "\n"; }

Error system_error(const std::string& what, const std::string& where, int code) {
  return Error{ErrorKind::kSystem, what + ": " + std::generic_category().message(code), where,
               code == ENOSPC ? "make room on the disk and run the command again" : ""};
}

// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool ok() const { return number_ >= 0; }

 private:
  int number_;
};

Result<void> sync_folder(const std::string& folder) {
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));  // NOLINT: open()'s form
  if (!descriptor.ok() || ::fsync(descriptor.number()) != 0) return system_error("cannot sync folder", folder, errno);
  return {};
}

Result<void> write_synced(const std::string& path, const std::string& text) {
  const Descriptor descriptor(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));  // NOLINT
  if (!descriptor.ok()) return system_error("cannot create", path, errno);
  if (::write(descriptor.number(), text.data(), text.size()) != static_cast<ssize_t>(text.size()) ||
      ::fsync(descriptor.number()) != 0) {
    return system_error("cannot write", path, errno);
  }
  return {};
}

// Empty when the file does not exist.
Result<std::optional<std::string>> read_small(const std::string& path) {
  const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));  // NOLINT: open()'s form
  if (!descriptor.ok()) {
    if (errno == ENOENT || errno == ENOTDIR) return std::optional<std::string>();
    return system_error("cannot open", path, errno);
  }
  std::string text(kSmallFileBytesMax, '\0');
  const ssize_t size = ::pread(descriptor.number(), text.data(), text.size(), 0);
  if (size < 0) return system_error("cannot read", path, errno);
  text.resize(static_cast<std::size_t>(size));
  return std::optional<std::string>(std::move(text));
}

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

std::string utc_text(std::int64_t since_epoch_ms) {
  std::int64_t minutes = since_epoch_ms / 60'000;
  if (since_epoch_ms % 60'000 < 0) --minutes;
  if (minutes < time::kCivilMin.count || minutes >= time::kCivilEnd.count)
    return std::to_string(since_epoch_ms) + " ms";
  const time::CivilMinute minute(minutes);
  const std::int64_t of_day = minutes - time::start_of(time::day_of(minute)).count;
  return time::to_text(time::start_of(time::day_of(minute))) + "T" + two_digits(of_day / 60) + ":" +
         two_digits(of_day % 60) + "Z";
}

Result<FolderState> folder_state(const std::string& folder) {
  std::error_code code;
  const auto status = fs::status(folder, code);
  if (status.type() == fs::file_type::not_found) return FolderState::kAbsent;
  if (code) return system_error("cannot look at", folder, code.value());
  if (status.type() != fs::file_type::directory) return FolderState::kForeign;
  if (fs::exists(folder + "/FORMAT", code)) return FolderState::kStore;
  const fs::directory_iterator entries(folder, code);
  if (code) return system_error("cannot look into", folder, code.value());
  return entries == fs::directory_iterator() ? FolderState::kEmpty : FolderState::kForeign;
}

Result<void> make_folder(const std::string& folder) {
  std::error_code code;
  fs::create_directories(folder, code);
  if (code) return system_error("cannot create folder", folder, code.value());
  // Under another name first, so that FORMAT is whole or absent.
  const std::string draft = folder + "/FORMAT.new";
  if (auto written = write_synced(draft, format_text()); !written) return written;
  fs::rename(draft, folder + "/FORMAT", code);
  if (code) return system_error("cannot create", folder + "/FORMAT", code.value());
  if (auto synced = sync_folder(folder); !synced) return synced;
  const fs::path parent = fs::absolute(folder, code).lexically_normal();
  return sync_folder((parent.has_filename() ? parent : parent.parent_path()).parent_path().string());
}

Result<void> check_format_file(const std::string& folder) {
  const std::string path = folder + "/FORMAT";
  const auto text = read_small(path);
  if (!text) return text.error();
  if (*text && **text == format_text()) return {};
  std::string found = *text ? (*text)->substr(0, 60) : "nothing";
  while (!found.empty() && found.back() == '\n') found.pop_back();
  return Error{ErrorKind::kDamaged, "says \"" + found + "\", this program knows \"annalen store format 1\"", path,
               "a newer annalen may have written the store: use that one"};
}

Result<std::optional<Checkpoint>> read_head(const std::string& folder) {
  const std::string path = folder + "/HEAD";
  auto text = read_small(path);
  if (!text) return text.error();
  if (!*text) return std::optional<Checkpoint>();
  std::string& head = **text;
  const std::size_t filled = head.find_last_not_of(' ');
  const bool whole = head.size() == kHeadBytes;
  head.resize(filled == std::string::npos ? 0 : filled + 1);
  auto checkpoint = checkpoint_from_text(head);
  // Exactly what write_head() writes; anything else is no lower bound.
  if (!whole || !checkpoint || to_text(*checkpoint) != head) {
    return Error{ErrorKind::kDamaged, "holds no checkpoint", path, "the next append writes it anew"};
  }
  return std::optional<Checkpoint>(*checkpoint);
}

void write_head(const std::string& folder, const Checkpoint& checkpoint) {
  std::string text = to_text(checkpoint);
  if (text.size() > kHeadBytes) return;
  text.resize(kHeadBytes, ' ');
  const Descriptor descriptor(
      ::open((folder + "/HEAD").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644));  // NOLINT: open()'s form
  // In place and in one call, within one disk sector's reach: a reader sees the old text or the new one.
  if (descriptor.ok()) (void)!::pwrite(descriptor.number(), text.data(), text.size(), 0);
}

Result<WriterLock> WriterLock::take(const std::string& folder, const std::string& operator_name,
                                    std::int64_t since_ms) {
  const std::string path = folder + "/WRITER";
  const int number = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);  // NOLINT: open()'s form
  if (number < 0) return system_error("cannot open", path, errno);
  WriterLock lock(number);
  struct flock whole {};
  whole.l_type = F_WRLCK;
  whole.l_whence = SEEK_SET;
  if (::fcntl(number, F_OFD_SETLK, &whole) != 0) {  // NOLINT: fcntl()'s form
    if (errno != EAGAIN && errno != EACCES) return system_error("cannot lock", path, errno);
    const auto holder = read_small(path);
    std::string name = holder && *holder ? **holder : "";
    while (!name.empty() && name.back() == '\n') name.pop_back();
    return Error{ErrorKind::kBusy, "another writer is at work: " + (name.empty() ? "unknown" : name), folder,
                 "wait until it is done; reading goes on meanwhile"};
  }
  std::array<char, 256> host{};
  (void)::gethostname(host.data(), host.size() - 1);
  std::string text = "pid " + std::to_string(::getpid()) + " on " + host.data();
  if (!operator_name.empty()) text += ", operator " + operator_name.substr(0, kSmallFileBytesMax / 2);
  text += ", since " + utc_text(since_ms) + "\n";
  if (::ftruncate(number, 0) != 0 ||
      ::pwrite(number, text.data(), text.size(), 0) != static_cast<ssize_t>(text.size())) {
    return system_error("cannot write", path, errno);
  }
  return lock;
}

WriterLock& WriterLock::operator=(WriterLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

WriterLock::~WriterLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace annalen::store::rocks
