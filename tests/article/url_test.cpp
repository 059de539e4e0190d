#include <doctest/doctest.h>

#include <random>
#include <string>

#include "article/article.h"

namespace annalen::article {

TEST_CASE("article/url: two ways to write one address become one") {
  struct Row {
    const char* given;
    const char* normalised;
  };
  static constexpr Row kRows[] = {
      {"HTTPS://Www.Beispiel.AT/Story/Eins", "https://www.beispiel.at/Story/Eins"},
      {"https://beispiel.at:443/a", "https://beispiel.at/a"},
      {"http://beispiel.at:80/a", "http://beispiel.at/a"},
      {"https://beispiel.at:8443/a", "https://beispiel.at:8443/a"},
      {"https://beispiel.at/a/", "https://beispiel.at/a"},
      {"https://beispiel.at/", "https://beispiel.at"},
      {"https://beispiel.at/a#absatz-3", "https://beispiel.at/a"},
      {"https://beispiel.at/a?utm_source=x&utm_medium=y", "https://beispiel.at/a"},
      {"https://beispiel.at/a?UTM_Source=x&id=7&fbclid=z", "https://beispiel.at/a?id=7"},
      {"https://beispiel.at/a/?id=7", "https://beispiel.at/a?id=7"},
      {"https://beispiel.at/a?b=1&a=2", "https://beispiel.at/a?b=1&a=2"},  // the order may matter to the server
      {"https://Nutzer:Wort@Beispiel.at/a", "https://Nutzer:Wort@beispiel.at/a"},
      {"http://[2001:DB8::1]:80/a", "http://[2001:db8::1]/a"},
      {"  https://beispiel.at/a\n", "https://beispiel.at/a"},
      {"https://beispiel.at/ein text", "https://beispiel.at/ein%20text"},
      {"urn:beispiel:7", "urn:beispiel:7"},
      {"", ""},
  };
  for (const Row& row : kRows) {
    CAPTURE(std::string(row.given));
    CHECK(normalise_url(row.given) == row.normalised);
  }
}

TEST_CASE("article/url: normalising twice changes nothing, whatever the bytes") {
  std::mt19937 random(20250227);
  static constexpr char kPieces[] = "htps:/?#&=.@[]utm_ A/\n%\xC3\xA4";
  for (int round = 0; round < 20000; ++round) {
    std::string url = round % 2 == 0 ? "https://" : "";
    for (std::size_t size = random() % 24; size > 0; --size) url.push_back(kPieces[random() % (sizeof kPieces - 1)]);
    CAPTURE(url);
    const std::string once = normalise_url(url);
    CHECK(normalise_url(once) == once);
  }
}

}  // namespace annalen::article
