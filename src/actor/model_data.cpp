#include "actor/model_data.h"

// The assembler puts the file into the program as it is: a literal of millions of numbers would take the compiler
// minutes. ANNALEN_NAME_MODEL is the file's path.
__asm__(
    ".pushsection .rodata\n"
    ".balign 64\n"
    "annalen_name_model_begin:\n"
    ".incbin \"" ANNALEN_NAME_MODEL
    "\"\n"
    "annalen_name_model_end:\n"
    ".byte 0\n"
    ".popsection\n");

extern "C" {
extern const std::byte annalen_name_model_begin[];
extern const std::byte annalen_name_model_end[];
}

namespace annalen::actor {

std::span<const std::byte> embedded_model(std::string_view language) {
  if (language != "de") return {};
  return {annalen_name_model_begin, static_cast<std::size_t>(annalen_name_model_end - annalen_name_model_begin)};
}

}  // namespace annalen::actor
