// paint.h: ANSI colours, or none. Inside of the render room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace annalen::render {

enum class Paint : std::uint8_t { kPlain, kDate, kActor, kTimex, kCertain, kPossible, kQuiet };

// `text` between the paint's codes; as it is without colour, or when it is empty.
[[nodiscard]] std::string painted(std::string_view text, Paint paint, bool colour);

}  // namespace annalen::render
