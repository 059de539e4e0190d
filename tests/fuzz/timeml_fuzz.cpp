// Any bytes as TimeML: no crash, and writing what was read reads back the same.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "timex/timeml.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);  // NOLINT: bytes are bytes
  const auto input = annalen::timex::read_timeml(bytes);
  if (!input) return 0;
  annalen::timex::Timex timex;
  timex.value = "2020";
  const auto end = static_cast<std::uint32_t>(input->text.size());
  const annalen::timex::Annotation annotation{{end / 3, end / 2}, &timex};
  const std::string out = annalen::timex::write_timeml(*input, {});
  if (out != input->source) std::abort();
  const std::string tagged = annalen::timex::write_timeml(*input, std::span(&annotation, 1));
  if (tagged.size() < out.size()) std::abort();
  return 0;
}
