// merge.h: how RocksDB joins what is written without being read: counters (C, F, W, Z) are added up, the parts of a
// stem's block (S) follow one another in the order of writing. Format:  FORMAT.md, end of "Key spaces of family
// `index`". Errors:  operands that do not fit each other make RocksDB report the key as corrupt. Threads: the operator
// has no state.
#pragma once

#include <rocksdb/merge_operator.h>

#include <memory>

namespace annalen::store::rocks {

[[nodiscard]] std::shared_ptr<rocksdb::MergeOperator> make_merger();

}  // namespace annalen::store::rocks
