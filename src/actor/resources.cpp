#include "actor/resources.h"

#include "actor/dictionary.h"
#include "base/digest.h"

// The assembler puts the files into the program as they are: a literal of millions of numbers would take the compiler
// minutes. ANNALEN_NAME_MODEL and ANNALEN_DICTIONARY are paths; the first is not defined where there is no model.
#ifdef ANNALEN_NAME_MODEL
#define ANNALEN_INCLUDE_MODEL ".incbin \"" ANNALEN_NAME_MODEL "\"\n"
#else
#define ANNALEN_INCLUDE_MODEL ""
#endif
__asm__(
    ".pushsection .rodata\n"
    ".balign 64\n"
    "kAnnalenNameModelBegin:\n" ANNALEN_INCLUDE_MODEL
    "kAnnalenNameModelEnd:\n"
    ".balign 64\n"
    "kAnnalenDictionaryBegin:\n"
    ".incbin \"" ANNALEN_DICTIONARY
    "\"\n"
    "kAnnalenDictionaryEnd:\n"
    ".byte 0\n"
    ".popsection\n");

extern "C" {
extern const std::byte kAnnalenNameModelBegin[];
extern const std::byte kAnnalenNameModelEnd[];
extern const std::byte kAnnalenDictionaryBegin[];
extern const std::byte kAnnalenDictionaryEnd[];
}

namespace annalen::actor {
namespace {

constexpr const char* kModelName = "model of names";

}  // namespace

Resources embedded_resources(std::string_view language) {
  if (language != "de") return {};
  return {.model = {kAnnalenNameModelBegin, static_cast<std::size_t>(kAnnalenNameModelEnd - kAnnalenNameModelBegin)},
          .dictionary = {kAnnalenDictionaryBegin,
                         static_cast<std::size_t>(kAnnalenDictionaryEnd - kAnnalenDictionaryBegin)}};
}

std::vector<std::string> missing(const Resources& resources) {
  std::vector<std::string> out;
  if (resources.model.empty()) out.emplace_back(kModelName);
  const auto dictionary = Dictionary::load(resources.dictionary);
  if (!dictionary.ok()) return out;
  for (const auto& source : dictionary->sources) {
    if (source.entries == 0) out.push_back(source.name);
  }
  return out;
}

std::vector<ResourceState> inventory(const Resources& resources) {
  const std::string_view model(reinterpret_cast<const char*>(resources.model.data()), resources.model.size());
  std::vector<ResourceState> out;
  out.push_back({.name = kModelName,
                 .size = model.size(),
                 .unit = "bytes",
                 .digest = model.empty() ? "" : to_hex(as_bytes(sha256(model)))});
  const auto dictionary = Dictionary::load(resources.dictionary);
  if (!dictionary.ok()) return out;
  for (const auto& source : dictionary->sources) {
    out.push_back({.name = source.name, .size = source.entries, .unit = "entries", .digest = source.digest});
  }
  return out;
}

}  // namespace annalen::actor
