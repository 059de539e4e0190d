#include "raw.h"

#include <doctest/doctest.h>
#include <rocksdb/write_batch.h>

#include <fstream>
#include <functional>
#include <iterator>
#include <memory>

#include "store/rocks/database.h"

namespace annalen::store::test {
namespace {

std::unique_ptr<rocks::Database> open(const std::string& store_folder, rocks::Database::Mode mode) {
  auto database = rocks::Database::open(store_folder + "/db", mode, nullptr);
  REQUIRE_MESSAGE(database.ok(), (database.ok() ? "" : database.error().message()));
  return std::move(*database);
}

void write(const std::string& store_folder, const std::function<void(rocks::Database&, rocksdb::WriteBatch&)>& fill) {
  const auto database = open(store_folder, rocks::Database::Mode::kWrite);
  rocksdb::WriteBatch batch;
  fill(*database, batch);
  REQUIRE(database->write_synced(batch));
}

}  // namespace

std::vector<Entry> raw_entries(const std::string& store_folder, rocks::Family family) {
  const auto database = open(store_folder, rocks::Database::Mode::kRead);
  std::vector<Entry> out;
  const rocks::View view(*database);
  REQUIRE(view.scan_all(family, [&](std::string_view key, std::string_view value) {
    out.emplace_back(key, value);
    return true;
  }));
  return out;
}

void raw_put(const std::string& store_folder, const std::string& key, const std::string& value) {
  write(store_folder, [&](rocks::Database& database, rocksdb::WriteBatch& batch) {
    (void)batch.Put(database.handle(rocks::family_of(static_cast<rocks::Space>(key.front()))), key, value);
  });
}

void raw_delete(const std::string& store_folder, const std::string& key) {
  write(store_folder, [&](rocks::Database& database, rocksdb::WriteBatch& batch) {
    (void)batch.Delete(database.handle(rocks::family_of(static_cast<rocks::Space>(key.front()))), key);
  });
}

void raw_drop_index(const std::string& store_folder) {
  const auto database = open(store_folder, rocks::Database::Mode::kWrite);
  REQUIRE(database->db().DropColumnFamily(database->handle(rocks::Family::kIndex)).ok());
}

void raw_flush(const std::string& store_folder) { REQUIRE(open(store_folder, rocks::Database::Mode::kWrite)->flush()); }

std::string read_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE_MESSAGE(in.good(), path);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write_bytes(const std::string& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  REQUIRE_MESSAGE(out.good(), path);
}

}  // namespace annalen::store::test
