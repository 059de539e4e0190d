// canary_fuzz.cpp: the one target that must fail: it proves that a fault would be found and reported.
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);  // NOLINT: the fuzzer's byte type
  if (bytes.starts_with("J\xC3\xA4n")) std::abort();
  return 0;
}
