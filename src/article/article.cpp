#include "article/article.h"

#include "base/byte_order.h"

namespace annalen::article {

Hash content_hash(const Article& article) {
  std::string numbers;
  put_big_endian<std::uint8_t>(numbers, static_cast<std::uint8_t>(article.publication.precision()));
  put_ordered_int64(numbers, article.publication.first_day().count);
  put_ordered_int64(numbers, article.publication.last_day().count);
  put_big_endian<std::uint64_t>(numbers, article.other.size());

  Sha256 hash;
  hash.update_field(article.title)
      .update_field(article.publisher)
      .update_field(article.url)
      .update_field(numbers)
      .update_field(article.publication.text())
      .update_field(article.body);
  for (const auto& [name, json] : article.other) hash.update_field(name).update_field(json);
  return hash.finish();
}

}  // namespace annalen::article
