// payload_values.h: payload bytes -> the value types of store/record.h.
// Errors:  Error{kDamaged} with the position for bytes that are no valid payload of that kind; kNotFound for an event
//          ordinal behind the last one.
// Threads: pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "proto/payload.capnp.h"
#include "store/record.h"

namespace annalen::store::rocks {

[[nodiscard]] Result<StoredArticle> article_of(std::string_view payload, Position position);
// `article`: the version that the extraction record names.
[[nodiscard]] Result<StoredEvent> event_of(std::string_view payload, const EventRef& ref, Position article);
[[nodiscard]] Result<std::string> store_id_of(std::string_view genesis_payload);

// Empty when the lists, steps and counts of the message name no readings.
[[nodiscard]] std::optional<time::Readings> readings_of(const proto::Event::Reader& event);
[[nodiscard]] std::optional<time::Publication> publication_of(const proto::Publication::Reader& publication);

[[nodiscard]] inline std::string_view view_of(capnp::Text::Reader text) { return {text.begin(), text.size()}; }
[[nodiscard]] inline std::string_view view_of(capnp::Data::Reader data) {
  return {reinterpret_cast<const char*>(data.begin()), data.size()};  // NOLINT: bytes are bytes
}

}  // namespace annalen::store::rocks
