// event_record.h: the bridge between the finding half and the store: values -> bytes of proto/payload.capnp.
// Same values, same bytes.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "article/article.h"
#include "base/digest.h"
#include "base/result.h"
#include "event/event.h"

namespace annalen::event {

// Unpacked Cap'n Proto messages of `Payload`, ready for store::Draft::payload.
[[nodiscard]] std::string article_payload(const article::Article& article);
[[nodiscard]] std::string extraction_payload(std::span<const Event> events, std::string_view article_identity,
                                             const Hash& resource_digest);
// For reextract: the stored article back as a value.
[[nodiscard]] Result<article::Article> article_from_payload(std::string_view payload);

}  // namespace annalen::event
