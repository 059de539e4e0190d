#include "store/rocks/postings.h"

#include <limits>
#include <utility>

#include "base/byte_order.h"
#include "store/rocks/keys.h"

namespace annalen::store::rocks {
namespace {

constexpr std::size_t kVarintBytesMax = 10;
constexpr std::size_t kRegularBytes = 20;

std::uint64_t zigzag(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1U) ^ (value < 0 ? ~std::uint64_t{0} : 0);
}
std::int64_t unzigzag(std::uint64_t value) {
  return static_cast<std::int64_t>((value >> 1U) ^ ((value & 1U) != 0 ? ~std::uint64_t{0} : 0));
}

// begin + length, guarded: foreign numbers must not overflow.
std::optional<time::Interval> interval_of(std::int64_t begin, std::uint64_t length_minutes) {
  const std::int64_t low = time::kCivilMin.count;
  const std::int64_t high = time::kCivilEnd.count;
  if (begin < low || begin >= high || length_minutes > static_cast<std::uint64_t>(high - begin)) return std::nullopt;
  return time::Interval::make(time::CivilMinute(begin),
                              time::CivilMinute(begin + static_cast<std::int64_t>(length_minutes)));
}

std::optional<time::Readings> regular_of(std::int64_t begin, std::uint64_t length, std::uint64_t step,
                                         std::uint64_t count) {
  const auto first = interval_of(begin, length);
  if (!first || step == 0 || step > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()) ||
      count > std::numeric_limits<std::uint32_t>::max()) {
    return std::nullopt;
  }
  auto readings = time::Readings::regular(*first, static_cast<std::int64_t>(step), static_cast<std::uint32_t>(count));
  // A short set is listed; as a regular one it would have two spellings.
  if (readings && !readings->is_regular()) return std::nullopt;
  return readings;
}

}  // namespace

void put_varint(std::string& out, std::uint64_t value) {
  unsigned groups = 1;
  for (std::uint64_t rest = value >> 7U; rest != 0; rest >>= 7U) ++groups;
  while (groups-- > 0) {
    const auto group = static_cast<unsigned char>((value >> (7U * groups)) & 0x7FU);
    out.push_back(static_cast<char>(groups > 0 ? group | 0x80U : group));
  }
}

std::optional<std::uint64_t> take_varint(std::string_view& bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < kVarintBytesMax && i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (i == 0 && byte == 0x80U) return std::nullopt;
    if ((value >> 57U) != 0) return std::nullopt;  // would leave 64 bits
    value = (value << 7U) | (byte & 0x7FU);
    if ((byte & 0x80U) == 0) {
      bytes.remove_prefix(i + 1);
      return value;
    }
  }
  return std::nullopt;
}

std::string regular_value(const time::Readings& readings) {
  std::string out;
  put_big_endian(out, static_cast<std::uint64_t>(readings.at(0).length_minutes()));
  put_big_endian(out, static_cast<std::uint64_t>(readings.step_minutes()));
  put_big_endian(out, static_cast<std::uint32_t>(readings.size()));
  return out;
}

std::optional<time::Readings> regular_from_value(const time::Interval& hull, std::string_view value) {
  if (value.size() != kRegularBytes) return std::nullopt;
  auto readings = regular_of(hull.begin().count, get_big_endian<std::uint64_t>(value),
                             get_big_endian<std::uint64_t>(value, 8), get_big_endian<std::uint32_t>(value, 16));
  if (!readings || readings->hull() != hull) return std::nullopt;
  return readings;
}

std::string stem_readings(const time::Readings& readings) {
  std::string out;
  if (readings.is_regular()) {
    const time::Interval first = readings.at(0);
    put_varint(out, 0);
    put_varint(out, zigzag(first.begin().count));
    put_varint(out, static_cast<std::uint64_t>(first.length_minutes()));
    put_varint(out, static_cast<std::uint64_t>(readings.step_minutes()));
    put_varint(out, readings.size());
    return out;
  }
  put_varint(out, readings.size());
  std::int64_t begin = 0;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const time::Interval reading = readings.at(i);
    put_varint(out, zigzag(reading.begin().count - begin));
    put_varint(out, static_cast<std::uint64_t>(reading.length_minutes()));
    begin = reading.begin().count;
  }
  return out;
}

void StemValueWriter::add(std::uint32_t ordinal, std::string_view readings) {
  put_varint(value_, value_.empty() ? ordinal : ordinal - previous_);
  value_.append(readings);
  previous_ = ordinal;
  ++events_;
}

std::optional<StemEvent> StemValueReader::next() {
  if (damaged_ || rest_.empty()) return std::nullopt;
  auto event = parse();
  if (!event) damaged_ = true;
  return event;
}

std::optional<StemEvent> StemValueReader::parse() {
  const auto step_to = take_varint(rest_);
  const auto count = take_varint(rest_);
  if (!step_to || !count || *step_to > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  if (!first_ && *step_to == 0) return std::nullopt;  // ordinals rise
  const std::uint64_t ordinal = previous_ + *step_to;
  if (ordinal > std::numeric_limits<std::uint32_t>::max() || *count > time::Readings::kListedMax) return std::nullopt;
  previous_ = ordinal;
  first_ = false;

  if (*count == 0) {
    const auto begin = take_varint(rest_);
    const auto length = take_varint(rest_);
    const auto step = take_varint(rest_);
    const auto size = take_varint(rest_);
    if (!begin || !length || !step || !size) return std::nullopt;
    auto readings = regular_of(unzigzag(*begin), *length, *step, *size);
    if (!readings) return std::nullopt;
    return StemEvent{static_cast<std::uint32_t>(ordinal), std::move(*readings)};
  }
  std::vector<time::Interval> listed;
  std::uint64_t begin = 0;  // two's complement, so that damaged differences wrap instead of overflowing
  for (std::uint64_t i = 0; i < *count; ++i) {
    const auto difference = take_varint(rest_);
    const auto length = take_varint(rest_);
    if (!difference || !length) return std::nullopt;
    begin += static_cast<std::uint64_t>(unzigzag(*difference));
    const auto reading = interval_of(static_cast<std::int64_t>(begin), *length);
    if (!reading || (!listed.empty() && !(listed.back() < *reading))) return std::nullopt;
    listed.push_back(*reading);
  }
  auto readings = time::Readings::of(std::move(listed));
  if (!readings) return std::nullopt;
  return StemEvent{static_cast<std::uint32_t>(ordinal), std::move(*readings)};
}

std::string stem_block_part(std::uint64_t seq, const StemValueWriter& events) {
  std::string out;
  put_varint(out, seq - stem_block(seq));
  put_varint(out, events.events());
  return out.append(events.value());
}

bool StemBlockReader::take_head() {
  const auto offset = take_varint(rest_);
  const auto count = take_varint(rest_);
  if (!offset || !count || *offset < next_seq_ || *offset >= kStemBlock || *count == 0) return false;
  seq_ = first_seq_ + *offset;
  next_seq_ = *offset + 1;
  left_ = *count;
  events_ = StemValueReader(rest_);
  return true;
}

std::optional<StemBlockReader::Found> StemBlockReader::next() {
  if (damaged_ || (left_ == 0 && rest_.empty())) return std::nullopt;
  damaged_ = left_ == 0 && !take_head();
  auto event = damaged_ ? std::nullopt : events_.next();
  damaged_ = !event.has_value();
  if (damaged_) return std::nullopt;
  if (--left_ == 0) rest_ = events_.rest();
  return Found{seq_, std::move(*event)};
}

}  // namespace annalen::store::rocks
