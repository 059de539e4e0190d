#include "faulty_env.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "raw.h"

namespace annalen::store::test {
namespace {

namespace fs = std::filesystem;
using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;
using rocksdb::Slice;

class FaultyFile final : public rocksdb::FSWritableFileOwnerWrapper {
 public:
  FaultyFile(std::string name, std::unique_ptr<rocksdb::FSWritableFile>&& file, FaultyFileSystem& system)
      : FSWritableFileOwnerWrapper(std::move(file)), name_(std::move(name)), system_(system) {}

  IOStatus Append(const Slice& data, const IOOptions& options, IODebugContext* context) override {  // NOLINT
    if (auto status = system_.change(true); !status.ok()) return status;
    auto status = FSWritableFileOwnerWrapper::Append(data, options, context);
    if (status.ok()) system_.written(name_, size_ += data.size());
    return status;
  }
  IOStatus Append(const Slice& data, const IOOptions& options, const rocksdb::DataVerificationInfo&,  // NOLINT
                  IODebugContext* context) override {
    return Append(data, options, context);
  }
  IOStatus Sync(const IOOptions& /*options*/, IODebugContext* /*context*/) override {  // NOLINT
    if (auto status = system_.change(true); !status.ok()) return status;
    system_.synced(name_);
    return IOStatus::OK();
  }
  IOStatus Fsync(const IOOptions& options, IODebugContext* context) override {  // NOLINT
    return Sync(options, context);
  }
  // What is given back to the system without a sync may be lost; counted as a point of failure all the same.
  IOStatus Close(const IOOptions& options, IODebugContext* context) override {  // NOLINT
    auto failed = system_.change(false);
    auto status = FSWritableFileOwnerWrapper::Close(options, context);
    return failed.ok() ? status : failed;
  }

 private:
  std::string name_;
  FaultyFileSystem& system_;
  std::uint64_t size_ = 0;
};

class FaultyFolder final : public rocksdb::FSDirectoryWrapper {
 public:
  FaultyFolder(std::string name, std::unique_ptr<rocksdb::FSDirectory>&& folder, FaultyFileSystem& system)
      : FSDirectoryWrapper(std::move(folder)), name_(std::move(name)), system_(system) {}
  IOStatus Fsync(const IOOptions& /*options*/, IODebugContext* /*context*/) override { return sync(); }  // NOLINT
  IOStatus FsyncWithDirOptions(const IOOptions& /*options*/, IODebugContext* /*context*/,                // NOLINT
                               const rocksdb::DirFsyncOptions& /*how*/) override {
    return sync();
  }

 private:
  IOStatus sync() {
    if (auto status = system_.change(true); !status.ok()) return status;
    system_.folder_synced(name_);
    return IOStatus::OK();
  }
  std::string name_;
  FaultyFileSystem& system_;
};

std::string folder_of(const std::string& name) { return fs::path(name).lexically_normal().parent_path().string(); }

std::string without_slash(const std::string& name) {
  std::string out = fs::path(name).lexically_normal().string();
  while (out.size() > 1 && out.back() == '/') out.pop_back();
  return out;
}

}  // namespace

FaultyFileSystem::FaultyFileSystem() : FileSystemWrapper(rocksdb::FileSystem::Default()) {}

void FaultyFileSystem::arm(Fault fault, std::uint64_t at) {
  fault_ = fault;
  changes_ = 0;
  fired_ = false;
  fail_at_ = at;
}

IOStatus FaultyFileSystem::change(bool needs_room) {
  const std::uint64_t at = fail_at_.load();
  const std::uint64_t number = ++changes_;
  if (at == 0 || number < at) return IOStatus::OK();
  switch (fault_) {
    case Fault::kOnce:
      if (number > at) return IOStatus::OK();
      break;
    case Fault::kNoSpace:
      if (!needs_room) return IOStatus::OK();
      fired_ = true;
      return IOStatus::NoSpace("No space left on device");
    case Fault::kDead:
      break;
  }
  fired_ = true;
  return IOStatus::IOError("injected fault");
}

void FaultyFileSystem::written(const std::string& name, std::uint64_t size) {
  const std::lock_guard guard(mutex_);
  files_[name].size = size;
}

void FaultyFileSystem::synced(const std::string& name) {
  const std::lock_guard guard(mutex_);
  files_[name].synced = files_[name].size;
}

void FaultyFileSystem::folder_synced(const std::string& name) {
  const std::lock_guard guard(mutex_);
  std::erase_if(unsynced_names_, [&](const std::string& file) { return folder_of(file) == without_slash(name); });
  std::erase_if(replaced_, [&](const auto& entry) { return folder_of(entry.first) == without_slash(name); });
}

IOStatus FaultyFileSystem::NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                           std::unique_ptr<rocksdb::FSWritableFile>* result, IODebugContext* context) {
  if (auto status = change(true); !status.ok()) return status;
  std::unique_ptr<rocksdb::FSWritableFile> file;
  auto status = FileSystemWrapper::NewWritableFile(name, options, &file, context);
  if (!status.ok()) return status;
  {
    const std::lock_guard guard(mutex_);
    files_[name] = State();
    unsynced_names_.insert(name);
  }
  *result = std::make_unique<FaultyFile>(name, std::move(file), *this);
  return status;
}

IOStatus FaultyFileSystem::NewDirectory(const std::string& name, const IOOptions& options,
                                        std::unique_ptr<rocksdb::FSDirectory>* result, IODebugContext* context) {
  std::unique_ptr<rocksdb::FSDirectory> folder;
  auto status = FileSystemWrapper::NewDirectory(name, options, &folder, context);
  if (status.ok()) *result = std::make_unique<FaultyFolder>(name, std::move(folder), *this);
  return status;
}

IOStatus FaultyFileSystem::RenameFile(const std::string& from, const std::string& to, const IOOptions& options,
                                      IODebugContext* context) {
  if (auto status = change(true); !status.ok()) return status;
  const bool replaces = fs::exists(to);
  const std::string before = replaces ? read_bytes(to) : "";
  auto status = FileSystemWrapper::RenameFile(from, to, options, context);
  if (status.ok()) {
    const std::lock_guard guard(mutex_);
    files_[to] = files_[from];
    files_.erase(from);
    unsynced_names_.erase(from);
    if (!replaces) unsynced_names_.insert(to);
    if (replaces && !unsynced_names_.contains(to)) replaced_.try_emplace(to, before);
  }
  return status;
}

IOStatus FaultyFileSystem::DeleteFile(const std::string& name, const IOOptions& options, IODebugContext* context) {
  if (auto status = change(false); !status.ok()) return status;
  auto status = FileSystemWrapper::DeleteFile(name, options, context);
  const std::lock_guard guard(mutex_);
  files_.erase(name);
  unsynced_names_.erase(name);
  return status;
}

void FaultyFileSystem::cut_power() {
  const std::lock_guard guard(mutex_);
  std::error_code code;
  for (const auto& [name, state] : files_) {
    if (fs::exists(name, code) && state.synced < state.size) fs::resize_file(name, state.synced, code);
  }
  for (const auto& name : unsynced_names_) fs::remove(name, code);
  for (const auto& [name, bytes] : replaced_) write_bytes(name, bytes);
  files_.clear();
  replaced_.clear();
  unsynced_names_.clear();
}

}  // namespace annalen::store::test
