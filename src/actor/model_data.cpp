#include "actor/model_data.h"

// The assembler puts the file into the program as it is: a literal of millions of numbers would take the compiler
// minutes. ANNALEN_NAME_MODEL is the file's path.
__asm__(
    ".pushsection .rodata\n"
    ".balign 64\n"
    "kAnnalenNameModelBegin:\n"
    ".incbin \"" ANNALEN_NAME_MODEL
    "\"\n"
    "kAnnalenNameModelEnd:\n"
    ".byte 0\n"
    ".popsection\n");

extern "C" {
extern const std::byte kAnnalenNameModelBegin[];
extern const std::byte kAnnalenNameModelEnd[];
}

namespace annalen::actor {

std::span<const std::byte> embedded_model(std::string_view language) {
  if (language != "de") return {};
  return {kAnnalenNameModelBegin, static_cast<std::size_t>(kAnnalenNameModelEnd - kAnnalenNameModelBegin)};
}

}  // namespace annalen::actor
