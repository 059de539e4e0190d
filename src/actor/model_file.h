// model_file.h: the layout of a model file, shared by who writes and who reads it.
// OFFSET  SIZE             DESCRIPTION                                  numbers are little-endian, sections 8-aligned
// 0       sizeof(header)   ModelHeader
// …       4 a slot         fingerprints of features; 0: free
// …       9 a slot         weights, a signed byte for each label, in units of header.unit
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "actor/lattice.h"

namespace annalen::actor {

static_assert(std::endian::native == std::endian::little, "model files are little-endian");

inline constexpr std::string_view kModelMagic = "annalen names 2\n";

struct ModelHeader {
  char magic[16] = {};
  std::uint32_t labels = 0;
  std::uint32_t slots = 0;
  std::uint32_t reserved = 0;
  float unit = 0;
  float transitions[kLabels + 1][kLabels] = {};

  static constexpr std::uint64_t padded(std::uint64_t offset) { return (offset + 7) / 8 * 8; }
};
static_assert(sizeof(ModelHeader) % 8 == 0);

[[nodiscard]] inline std::uint32_t model_fingerprint(std::uint64_t feature) {
  const auto out = static_cast<std::uint32_t>(feature >> 32U);
  return out == 0 ? 1 : out;
}
[[nodiscard]] inline std::size_t model_slot(std::uint64_t feature, std::size_t slots) {
  return static_cast<std::size_t>((feature & 0xFFFFFFFFULL) * slots >> 32U);
}

// A feature with its weights.
struct WeightRow {
  std::uint64_t feature = 0;
  Scores weights{};
};

// The file's bytes: weights rounded to 1/127 of the greatest, rows that round to nothing left out.
[[nodiscard]] std::string model_bytes(std::span<const WeightRow> rows, const Transitions& transitions);

}  // namespace annalen::actor
