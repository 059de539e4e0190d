// scan.h: one pass over a document: listed names, persons and organisations by form. What the article as a whole must
// decide (whose surname, which key of a person) is left open.
// Threads: pure function. Linear time.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "actor/mention.h"
#include "actor/org_pattern.h"
#include "actor/person_pattern.h"
#include "actor/reading.h"

namespace annalen::actor {

// A mention in the making.
struct Draft {
  Mention mention;
  const Entry* entry = nullptr;            // where listed
  std::optional<PersonMatch> person;       // where by form; its key and name are still open
  std::optional<std::uint32_t> person_id;  // among the people of the article
  std::string type;                        // of an organisation
  bool genitive = false;
  bool unsure = false;  // an organisation that the model may deny
};

// In text order, not overlapping.
[[nodiscard]] std::vector<Draft> scan(const Reading& reading);

[[nodiscard]] bool is_quotation_mark(std::string_view sign);

// A mention of `entry` over the tokens.
[[nodiscard]] Draft listed_draft(const Reading& reading, const Entry& entry, std::uint32_t first, std::uint32_t end);

}  // namespace annalen::actor
