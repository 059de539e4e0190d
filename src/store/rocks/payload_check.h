// payload_check.h: is a payload one that the store may keep? Run before a payload is appended, and again by verify.
// Valid:   well-formed message; the union member is the kind's; identity, ids, keys, names and stems hold no NUL and
// are
//          not empty; lengths within the limits below; readings valid, sorted and within years -9999 to 9999; numbers
//          of granularity, relation, type and role known; stems sorted and unique; digests of 32 bytes; offsets within
//          title or body of the article.
// Errors:  Error{kind given, what, "record 0/3: event 2"}.
// Threads: pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "proto/payload.capnp.h"
#include "store/record.h"

namespace annalen::store::rocks {

inline constexpr std::size_t kIdentityBytesMax = 4096;
inline constexpr std::size_t kKeyBytesMax = 1024;  // event ids, participants' keys, names, folded names
inline constexpr std::size_t kEventsMax = 1U << 20U;

// What an extraction is checked against.
struct ArticleBounds {
  std::string identity;
  std::size_t title_bytes = 0;
  std::size_t body_bytes = 0;
};
[[nodiscard]] Result<ArticleBounds> article_bounds(std::string_view article_payload, const std::string& where);

// The same of an open article.
[[nodiscard]] ArticleBounds article_bounds(const proto::Article::Reader& article);

// `article`: the subject's, for an extraction; without it offsets and identity are not checked.
[[nodiscard]] Result<void> check_payload(RecordKind kind, const proto::Payload::Reader& payload,
                                         const std::optional<ArticleBounds>& article, ErrorKind error_kind,
                                         const std::string& where);
[[nodiscard]] Result<void> check_payload(RecordKind kind, std::string_view payload,
                                         const std::optional<ArticleBounds>& article, ErrorKind error_kind,
                                         const std::string& where);

}  // namespace annalen::store::rocks
