#include <doctest/doctest.h>

#include "command.h"

namespace annalen::tools {
namespace {

constexpr const char* kTimeml =
    "<?xml version=\"1.0\" ?>\n<TimeML>\n<DOCID>x</DOCID>\n<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"2010-02-20\" "
    "temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">2010-02-20</TIMEX3></DCT>\n<TEXT>\nA &amp; B  "
    "tagten am 3. März 2009.\n</TEXT>\n</TimeML>\n";

std::string without_timexes(std::string text) {
  for (std::size_t at = text.find("<TIMEX3"); at != std::string::npos; at = text.find("<TIMEX3")) {
    text.erase(at, text.find('>', at) - at + 1);
  }
  for (std::size_t at = text.find("</TIMEX3>"); at != std::string::npos; at = text.find("</TIMEX3>")) text.erase(at, 9);
  return text;
}

}  // namespace

TEST_CASE("tools/tag: a TimeML file gets its tags and keeps every other byte") {
  const Workshop shop;
  shop.write("a.tml", kTimeml);
  const std::string tagged = shop.out("annalen tag a.tml");
  CHECK(tagged.find("value=\"2009-03-03\"") != std::string::npos);
  CHECK(without_timexes(tagged) == without_timexes(kTimeml));
  CHECK(shop.out("annalen tag - < a.tml") == tagged);
  // Tagging what is tagged changes nothing.
  shop.write("b.tml", tagged);
  CHECK(shop.out("annalen tag b.tml") == tagged);
}

TEST_CASE("tools/tag: a text becomes a TimeML document, JSON Lines a line a timex") {
  const Workshop shop;
  shop.write("a.txt", "date 2025-02-27 Sie tagten am 3. März 2009.");
  const std::string tagged = shop.out("annalen tag a.txt");
  CHECK(tagged.starts_with("<?xml"));
  CHECK(tagged.find("value=\"2025-02-27\"") != std::string::npos);
  CHECK(tagged.find("value=\"2009-03-03\"") != std::string::npos);
  const auto line = nlohmann::json::parse(shop.out("annalen tag --format jsonl a.txt"));
  CHECK(line["value"] == "2009-03-03");
  CHECK(line["type"] == "DATE");
  CHECK(line["timex"] == "3. März 2009");
  CHECK(line["offset"] == 14);
  CHECK(line["begin"] == "2009-03-03");
}

TEST_CASE("tools/tag: --out keeps the files' names; a bad file is named and passed over, status 2") {
  const Workshop shop;
  shop.write("d/a.tml", kTimeml);
  shop.write("d/e/b.txt", "date 2025 Sie tagten am 3. März 2009.");
  shop.write("d/c.txt", "Ohne Datum.");
  const Outcome outcome = shop.run("annalen tag --out o d");
  CHECK(outcome.status == 2);
  CHECK(outcome.out.empty());
  CHECK(outcome.error.starts_with("annalen: error: d/c.txt:1: the article has no publication date"));
  CHECK(shop.read("o/a.tml").find("2009-03-03") != std::string::npos);
  CHECK(shop.read("o/e/b.txt").find("2009-03-03") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(shop.path() / "o/c.txt"));
}

}  // namespace annalen::tools
