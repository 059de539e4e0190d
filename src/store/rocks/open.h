// open.h: opening a store folder, with the file system as a parameter.
// Errors:  kUsage for a folder that is no store, kBusy for a second writer, kDamaged when what is found contradicts
//          itself, kSystem for what the disk says.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "store/store.h"

namespace rocksdb {
class Env;
}

namespace annalen::store::rocks {

// `env` is for tests (faults, lost writes) and outlives the store; null is the system's.
[[nodiscard]] Result<std::unique_ptr<Store>> open_store(const std::string& folder, const OpenOptions& options,
                                                        rocksdb::Env* env);

}  // namespace annalen::store::rocks
