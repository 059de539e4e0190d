#include <doctest/doctest.h>

#include <string>

#include "reading.h"

namespace annalen::article {

using namespace std::string_literals;

// "the body is what follows the header of a text file (`date 2025-02 `), as UTF-8" (DESIGN.md, Exchange form).
TEST_CASE("article/text: the first line's date is the publication, the body what follows") {
  struct Row {
    const char* bytes;
    const char* published;
    const char* body;
  };
  static constexpr Row kRows[] = {
      {"date 2025-02 Der Kreml schweigt.", "2025-02", "Der Kreml schweigt."},
      {" date 2025-02 Der Kreml schweigt.", "2025-02", "Der Kreml schweigt."},
      {"\xEF\xBB\xBF\n\t date 2025-02\nDer Kreml schweigt.\n", "2025-02", "Der Kreml schweigt.\n"},
      {"date 2025-02\r\n\r\nDer Kreml schweigt.", "2025-02", "Der Kreml schweigt."},
      {"date 2025\nText", "2025", "Text"},
      {"date 2025-02-27 Text  mit  Lücken ", "2025-02-27", "Text  mit  Lücken "},
      {"date 27.02.2025 Text", "2025-02-27", "Text"},
      {"date 27. 2. 2025 Text", "2025-02-27", "Text"},
      {"date 2025-02-27T10:00:00+01:00 Text", "2025-02-27T10:00:00+01:00", "Text"},
      {"date 2025 2 Tote", "2025", "2 Tote"},
      {"date 2025-02 Am 3. März 2025", "2025-02", "Am 3. März 2025"},
  };
  for (const Row& row : kRows) {
    CAPTURE(std::string(row.bytes));
    const auto articles = read_all(row.bytes);
    REQUIRE(articles.size() == 1);
    REQUIRE(outcome(articles[0]) == "ok");
    CHECK(articles[0]->publication.text() == row.published);
    CHECK(articles[0]->body == row.body);
  }
}

TEST_CASE("article/text: further header lines stand directly below a date that is alone on its line") {
  const auto articles = read_all(
      "date 2025-02-27\ntitle Kreml schweigt\npublisher Beispielblatt\nurl https://Beispiel.at/a/\nid a-1\n\nDer "
      "Text.");
  REQUIRE(outcome(articles.at(0)) == "ok");
  CHECK(articles[0]->title == "Kreml schweigt");
  CHECK(articles[0]->publisher == "Beispielblatt");
  CHECK(articles[0]->url == "https://beispiel.at/a");
  CHECK(articles[0]->identity == "a-1");
  CHECK(articles[0]->body == "Der Text.");

  // Behind an empty line, and behind a date with text on its line, such words are text.
  CHECK(read_all("date 2025\n\ntitle Der Anfang").at(0)->body == "title Der Anfang");
  CHECK(read_all("date 2025 Eins\ntitle Zwei").at(0)->body == "Eins\ntitle Zwei");
  CHECK(read_all("date 2025\ntitle A\ntitle B\n").at(0)->body == "title B\n");
}

TEST_CASE("article/text: a text without a date takes --published and begins at byte 0; a date of its own wins") {
  ReadOptions options;
  options.published = "2024-12";
  const auto plain = read_all("  Ein Text.", "a.txt", options);
  REQUIRE(outcome(plain.at(0)) == "ok");
  CHECK(plain[0]->publication.text() == "2024-12");
  CHECK(plain[0]->body == "  Ein Text.");
  CHECK(read_all("date 2025-02 Ein Text.", "a.txt", options).at(0)->publication.text() == "2025-02");
  CHECK(read_all("dates sind keine Daten", "a.txt", options).at(0)->body == "dates sind keine Daten");
}

// "Errors: … what, where (file, line or byte), what to do" (DESIGN.md, Command line).
TEST_CASE("article/text: what is wrong is named with file, line and remedy") {
  struct Row {
    std::string bytes;
    std::string message;
  };
  const Row rows[] = {
      {"Ein Text.",
       "a.txt:1: the article has no publication date (give one with --published, or begin a text with "
       "\"date 2025-02\")"},
      {"date 2025-13 Text",
       "a.txt:1: \"2025-13\" behind \"date\" is no date (write for example \"date 2025\", \"date 2025-02\" or "
       "\"date 2025-02-27\")"},
      {"\n\ndate gestern Text",
       "a.txt:3: \"gestern\" behind \"date\" is no date (write for example \"date 2025\", \"date 2025-02\" or "
       "\"date 2025-02-27\")"},
      {"", "a.txt:1: the article has no text"},
      {"date 2025-02 \n \t ", "a.txt:1: the article has no text"},
      {"date 2025-02 Eins\nZwei \0 Drei"s,
       "a.txt:2: neither UTF-8 nor convertible to it (byte 23) (is it a binary file?)"},
      {"date 2025-02 \xC3(\x81", "a.txt:1: neither UTF-8 nor convertible to it (byte 13) (is it a binary file?)"},
      {"date 2025-02 " + std::string(kArticleBytesMax, 'a'),
       "a.txt:1: the article is over the size limit of 16 MiB (split it into several articles)"},
  };
  for (const Row& row : rows) {
    const std::string shown = row.bytes.substr(0, 40);
    CAPTURE(shown);
    const auto articles = read_all(row.bytes, "a.txt");
    REQUIRE(articles.size() == 1);
    CHECK(outcome(articles[0]) == row.message);
  }
}

TEST_CASE("article/text: older encodings become UTF-8") {
  CHECK(read_all("date 2025-02 J\xE4nner \x80").at(0)->body == "Jänner €");
  CHECK(read_all("\xFF\xFE"
                 "d\0a\0t\0e\0 \0"
                 "2\0"
                 "0\0"
                 "2\0"
                 "5\0 \0J\0\xE4\0"s)
            .at(0)
            ->body == "Jä");
}

// "Article identity: given id, else normalised URL, else --collection + path …, else content hash."
TEST_CASE("article/text: the identity is the path within a collection, else the content's hash") {
  ReadOptions options;
  options.collection = "presse";
  CHECK(read_all("date 2025 A", "x/a.txt", options).at(0)->identity == "presse:x/a.txt");
  const std::string identity = read_all("date 2025 A", "a.txt").at(0)->identity;
  CHECK(identity.starts_with("sha256:"));
  CHECK(identity.size() == 7 + 64);
  CHECK(read_all("date 2025 A", "b.txt").at(0)->identity == identity);
  CHECK(read_all("date 2025 B", "a.txt").at(0)->identity != identity);
  // Standard input has no path.
  CHECK(read_all("date 2025 A", "-", options).at(0)->identity == identity);
}

TEST_CASE("article/content_hash: every field counts but identity and collection") {
  const Article base = *read_all("date 2025-02-27 A").at(0);
  const auto changed = [&](auto change) {
    Article other = base;
    change(other);
    return content_hash(other) != content_hash(base);
  };
  CHECK_FALSE(changed([](Article& a) { a.identity = "x"; }));
  CHECK_FALSE(changed([](Article& a) { a.collection = "x"; }));
  CHECK(changed([](Article& a) { a.title = "x"; }));
  CHECK(changed([](Article& a) { a.publisher = "x"; }));
  CHECK(changed([](Article& a) { a.url = "x"; }));
  CHECK(changed([](Article& a) { a.body = "x"; }));
  CHECK(changed([](Article& a) { a.other.emplace_back("x", "1"); }));
  CHECK(changed([](Article& a) { a.publication = *time::Publication::parse("2025-02", "Europe/Vienna"); }));
  // Fields do not run into one another.
  Article left = base;
  Article right = base;
  left.title = "ab";
  right.title = "a";
  right.publisher = "b";
  CHECK(content_hash(left) != content_hash(right));
}

}  // namespace annalen::article
