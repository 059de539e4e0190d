#include "store/rocks/merge.h"

#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "store/rocks/counters.h"
#include "store/rocks/keys.h"

namespace annalen::store::rocks {
namespace {

// Oldest first.
using Values = std::vector<rocksdb::Slice>;

bool add_up(const Values& values, std::string& out) {
  std::optional<Counters> sum;
  for (const auto& value : values) {
    const auto counters = counters_from_bytes(value.ToStringView(), value.size() / sizeof(std::int64_t));
    if (!counters) return false;
    sum = sum ? sum_of(*sum, *counters) : counters;
    if (!sum) return false;  // of another length
  }
  out = counters_bytes(*sum);
  return true;
}

bool join(const rocksdb::Slice& key, const Values& values, std::string& out) {
  if (key.empty() || key[0] != static_cast<char>(Space::kStem)) return add_up(values, out);
  std::size_t bytes = 0;
  for (const auto& value : values) bytes += value.size();
  out.clear();
  out.reserve(bytes);
  for (const auto& value : values) out.append(value.data(), value.size());
  return true;
}

class Merger final : public rocksdb::MergeOperator {
 public:
  bool FullMergeV2(const MergeOperationInput& in, MergeOperationOutput* out) const override {  // NOLINT: RocksDB's name
    Values values;
    if (in.existing_value != nullptr) values.push_back(*in.existing_value);
    values.insert(values.end(), in.operand_list.begin(), in.operand_list.end());
    return join(in.key, values, out->new_value);
  }
  bool PartialMergeMulti(const rocksdb::Slice& key, const std::deque<rocksdb::Slice>& operands,  // NOLINT
                         std::string* out, rocksdb::Logger* /*logger*/) const override {
    return join(key, Values(operands.begin(), operands.end()), *out);
  }
  // Stored in the database's options: do not change.
  [[nodiscard]] const char* Name() const override { return "annalen.index.2"; }  // NOLINT: RocksDB's name
};

}  // namespace

std::shared_ptr<rocksdb::MergeOperator> make_merger() { return std::make_shared<Merger>(); }

}  // namespace annalen::store::rocks
