// Any bytes as a key or as an index value: no crash, and what is read is written the same again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "store/rocks/article_table.h"
#include "store/rocks/counters.h"
#include "store/rocks/keys.h"
#include "store/rocks/postings.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace annalen::store::rocks;                                    // NOLINT
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);  // NOLINT
  const auto key = parse_key(bytes);
  if (key && to_bytes(*key) != bytes) std::abort();
  (void)describe_key(bytes);

  StemValueReader reader(bytes);
  StemValueWriter writer;
  while (const auto event = reader.next()) writer.add(event->ordinal, event->readings);
  if (!reader.damaged() && writer.value() != bytes) std::abort();

  if (const auto entry = article_entry_from_value(bytes); entry && article_value(*entry) != bytes) std::abort();
  if (const auto counters = counters_from_bytes(bytes, kNameCounters); counters && counters_bytes(*counters) != bytes) {
    std::abort();
  }
  if (key && key->interval) {
    if (const auto regular = regular_from_value(*key->interval, bytes.substr(0, 20))) (void)regular->hull();
  }
  return 0;
}
