#include "actor/model_file.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <vector>

namespace annalen::actor {
namespace {

constexpr float kStepsMax = 127;
// Some few features weigh far more than all others; they are cut there.
constexpr float kWeightMax = 4;

using Row = std::array<std::int8_t, kLabels>;

void append(std::string& out, const void* bytes, std::size_t size) {
  out.append(static_cast<const char*>(bytes), size);
  out.resize(ModelHeader::padded(out.size()));
}

}  // namespace

std::string model_bytes(std::span<const WeightRow> rows, const Transitions& transitions) {
  float greatest = 0;
  for (const auto& row : rows) {
    for (const float weight : row.weights) greatest = std::max(greatest, std::fabs(weight));
  }
  ModelHeader header;
  std::memcpy(header.magic, kModelMagic.data(), sizeof header.magic);
  header.unit = std::min(greatest, kWeightMax) / kStepsMax;
  std::vector<std::pair<std::uint64_t, Row>> kept;
  for (const auto& row : rows) {
    Row steps{};
    for (std::size_t label = 0; label < kLabels; ++label) {
      const float step = header.unit > 0 ? std::round(row.weights[label] / header.unit) : 0;
      steps[label] = static_cast<std::int8_t>(std::clamp(step, -kStepsMax, kStepsMax));
    }
    if (std::any_of(steps.begin(), steps.end(), [](std::int8_t step) { return step != 0; })) {
      kept.emplace_back(row.feature, steps);
    }
  }
  std::sort(kept.begin(), kept.end());
  header.labels = kLabels;
  header.slots = static_cast<std::uint32_t>(kept.size() + kept.size() / 4 + 1);
  std::memcpy(header.transitions, &transitions, sizeof header.transitions);
  std::vector<std::uint32_t> keys(header.slots);
  std::vector<Row> weights(header.slots);
  for (const auto& [feature, steps] : kept) {
    std::size_t at = model_slot(feature, keys.size());
    while (keys[at] != 0) at = at + 1 == keys.size() ? 0 : at + 1;
    keys[at] = model_fingerprint(feature);
    weights[at] = steps;
  }
  std::string out;
  append(out, &header, sizeof header);
  append(out, keys.data(), keys.size() * sizeof(std::uint32_t));
  append(out, weights.data(), weights.size() * sizeof(Row));
  return out;
}

}  // namespace annalen::actor
