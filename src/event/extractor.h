// extractor.h: article -> events: the finding half as one call.
// Same article, same events, byte for byte. Threads: const after construction, shareable.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "article/article.h"
#include "base/digest.h"
#include "event/event.h"

namespace annalen::event {

class Extractor {
 public:
  [[nodiscard]] static Extractor german();
  // Title's events first, then the body's, in text order.
  [[nodiscard]] std::vector<Event> extract(const article::Article& article) const;
  // The same; `left_out` becomes the number of events beyond kEventsMax of an article, which are dropped.
  [[nodiscard]] std::vector<Event> extract(const article::Article& article, std::size_t& left_out) const;
  // Over every rule, word list and table in use; stands in the extraction record.
  [[nodiscard]] const Hash& resource_digest() const;

 private:
  struct Parts;
  explicit Extractor(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}
  std::shared_ptr<const Parts> parts_;
};

}  // namespace annalen::event
