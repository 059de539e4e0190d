// faulty_env.h: a file system that fails at the n-th change, and forgets what was never synced.
#pragma once

#include <rocksdb/env.h>
#include <rocksdb/file_system.h>

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

namespace annalen::store::test {

class FaultyFileSystem final : public rocksdb::FileSystemWrapper {
 public:
  enum class Fault : std::uint8_t {
    kDead,     // from the n-th change on, all fail: the machine is gone
    kOnce,     // only the n-th fails
    kNoSpace,  // from the n-th on, all that needs room fails with "no space left"
  };
  FaultyFileSystem();

  // `at` counts from 1; 0 never fails.
  void arm(Fault fault, std::uint64_t at);
  [[nodiscard]] std::uint64_t changes() const { return changes_.load(); }
  [[nodiscard]] bool fired() const { return fired_.load(); }
  // Cuts every file to what was synced, and takes back what names meant when their folder was last synced. Nobody may
  // use them meanwhile. (A sync is only noted, which makes thousands of them quick.)
  void cut_power();

  [[nodiscard]] const char* Name() const override { return "FaultyFileSystem"; }  // NOLINT: RocksDB's names below
  rocksdb::IOStatus NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* result,
                                    rocksdb::IODebugContext* context) override;
  rocksdb::IOStatus NewDirectory(const std::string& name, const rocksdb::IOOptions& options,
                                 std::unique_ptr<rocksdb::FSDirectory>* result,
                                 rocksdb::IODebugContext* context) override;
  rocksdb::IOStatus RenameFile(const std::string& from, const std::string& to, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* context) override;
  rocksdb::IOStatus DeleteFile(const std::string& name, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* context) override;

  // For the files and folders made here.
  rocksdb::IOStatus change(bool needs_room);
  void written(const std::string& name, std::uint64_t size);
  void synced(const std::string& name);
  void folder_synced(const std::string& name);

 private:
  struct State {
    std::uint64_t size = 0;
    std::uint64_t synced = 0;
  };
  std::mutex mutex_;
  std::map<std::string, State> files_;
  std::set<std::string> unsynced_names_;
  std::map<std::string, std::string> replaced_;  // name -> bytes before an unsynced renaming
  Fault fault_ = Fault::kDead;
  std::atomic<std::uint64_t> fail_at_{0};
  std::atomic<std::uint64_t> changes_{0};
  std::atomic<bool> fired_{false};
};

}  // namespace annalen::store::test
