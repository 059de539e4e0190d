#include "store/rocks/counters.h"

#include "base/byte_order.h"

namespace annalen::store::rocks {
namespace {

class Adder final : public rocksdb::AssociativeMergeOperator {
 public:
  bool Merge(const rocksdb::Slice& /*key*/, const rocksdb::Slice* existing, const rocksdb::Slice& value,  // NOLINT
             std::string* out, rocksdb::Logger* /*logger*/) const override {
    if (existing == nullptr) {
      out->assign(value.data(), value.size());
      return true;
    }
    const std::size_t size = value.size() / sizeof(std::int64_t);
    const auto left = counters_from_bytes(existing->ToStringView(), size);
    const auto right = counters_from_bytes(value.ToStringView(), size);
    if (!left || !right) return false;  // RocksDB reports the key as corrupt
    const auto sum = sum_of(*left, *right);
    if (!sum) return false;
    *out = counters_bytes(*sum);
    return true;
  }
  // Stored in the database's options: do not change.
  [[nodiscard]] const char* Name() const override { return "annalen.adder.1"; }  // NOLINT: RocksDB's name
};

}  // namespace

std::string counters_bytes(const Counters& counters) {
  std::string out;
  for (const std::int64_t counter : counters) put_ordered_int64(out, counter);
  return out;
}

std::optional<Counters> counters_from_bytes(std::string_view bytes, std::size_t size) {
  if (bytes.size() != size * sizeof(std::int64_t)) return std::nullopt;
  Counters counters;
  for (std::size_t i = 0; i < size; ++i) counters.push_back(get_ordered_int64(bytes, i * sizeof(std::int64_t)));
  return counters;
}

std::optional<Counters> sum_of(const Counters& left, const Counters& right) {
  if (left.size() != right.size()) return std::nullopt;
  Counters sum;
  for (std::size_t i = 0; i < left.size(); ++i) {
    sum.push_back(
        static_cast<std::int64_t>(static_cast<std::uint64_t>(left[i]) + static_cast<std::uint64_t>(right[i])));
  }
  return sum;
}

std::shared_ptr<rocksdb::MergeOperator> make_adder() { return std::make_shared<Adder>(); }

}  // namespace annalen::store::rocks
