// model_data.h: the trained model that stands in the program.
// Threads: pure function.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace annalen::actor {

// The file lang/<language>/names.model; empty where the language has none. At an address that 64 divides.
[[nodiscard]] std::span<const std::byte> embedded_model(std::string_view language);

}  // namespace annalen::actor
