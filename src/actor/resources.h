// resources.h: what stands in the program beside the language pack: the trained model of names and the dictionary that
// was made from packages when it was built. Either may be missing: then less is found.
// Threads: pure functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace annalen::actor {

// Empty where the program was built without, or has none of the language; at addresses that 64 divides.
struct Resources {
  std::span<const std::byte> model;       // lang/<language>/names.model, read by model.h
  std::span<const std::byte> dictionary;  // read by dictionary.h
};

[[nodiscard]] Resources embedded_resources(std::string_view language);

struct ResourceState {
  std::string name;
  std::uint64_t size = 0;  // 0: the program was built without
  std::string unit;        // of the size
  std::string digest;      // SHA-256 in hex
};

// Names of what the program was built without; quick.
[[nodiscard]] std::vector<std::string> missing(const Resources& resources);
// The model, then each source of the dictionary. REQUIRES: resources that Finder::load() takes.
[[nodiscard]] std::vector<ResourceState> inventory(const Resources& resources);

}  // namespace annalen::actor
