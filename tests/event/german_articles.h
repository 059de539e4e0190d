// german_articles.h: the German extractor and articles of one text for it, for the tests of this room.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "event/extractor.h"
#include "time/publication.h"

namespace annalen::event {

inline const Extractor& german() {
  static const Extractor extractor = Extractor::german();
  return extractor;
}

inline article::Article article_of(const std::string& published, const std::string& body,
                                   const std::string& title = "") {
  auto publication = time::Publication::parse(published, "Europe/Vienna");
  REQUIRE(publication.ok());
  return {.identity = "test",
          .title = title,
          .publisher = "",
          .url = "",
          .collection = "",
          .publication = *publication,
          .body = body,
          .other = {}};
}

}  // namespace annalen::event
