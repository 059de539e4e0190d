#include "store/rocks/counters.h"

#include "base/byte_order.h"

namespace annalen::store::rocks {
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

}  // namespace annalen::store::rocks
