// article.h: one text with an identity, title, publisher, URL, publication and body.
// Threads: value type.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/digest.h"
#include "time/publication.h"

namespace annalen::article {

struct Article {
  std::string identity;    // DESIGN.md, Article identity; never empty
  std::string title;       // may be empty
  std::string publisher;   // may be empty
  std::string url;         // normalised; may be empty
  std::string collection;  // may be empty
  time::Publication publication;
  std::string body;  // UTF-8, never empty, as given (no NFC); offsets of events count in it
  // Fields of the input that annalen does not know: name -> JSON text, in input order.
  std::vector<std::pair<std::string, std::string>> other;
};

// SHA-256 over all fields above except `identity` and `collection`, unambiguously joined. Equal content, equal hash.
[[nodiscard]] Hash content_hash(const Article& article);
// Scheme and host in lower case, default port, fragment and trailing slash dropped, tracking parameters (utm_…)
// dropped.
[[nodiscard]] std::string normalise_url(std::string_view url);

}  // namespace annalen::article
