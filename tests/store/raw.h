// raw.h: a store's database behind its back: to compare it byte for byte, and to damage it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "store/rocks/keys.h"

namespace annalen::store::test {

using Entry = std::pair<std::string, std::string>;

// All entries of a family in order. REQUIREs a store that nobody writes.
[[nodiscard]] std::vector<Entry> raw_entries(const std::string& store_folder, rocks::Family family);
// Change entries of a closed store.
void raw_put(const std::string& store_folder, const std::string& key, const std::string& value);
void raw_delete(const std::string& store_folder, const std::string& key);
// Leaves the store without its family of indexes.
void raw_drop_index(const std::string& store_folder);
// Writes what is in the write-ahead log to table files.
void raw_flush(const std::string& store_folder);

[[nodiscard]] std::string read_bytes(const std::string& path);
void write_bytes(const std::string& path, const std::string& bytes);

}  // namespace annalen::store::test
