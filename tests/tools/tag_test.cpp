#include <doctest/doctest.h>

#include "command.h"

namespace annalen::tools {
namespace {

constexpr const char* kTimeml =
    "<?xml version=\"1.0\" ?>\n<TimeML>\n<DOCID>x</DOCID>\n<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"2010-02-20\" "
    "temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">2010-02-20</TIMEX3></DCT>\n<TEXT>\nA &amp; B  "
    "tagten mit dem Rat am 3. März 2009.\n</TEXT>\n</TimeML>\n";

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

// "Titles are tagged too, with "in":"title"." (DESIGN.md, Exchange form)
TEST_CASE("tools/tag: a title is tagged in JSON Lines, where offsets tell the two apart, and never in TimeML") {
  const Workshop shop;
  shop.write("a.txt", "date 2025-02-27\ntitle Rat am 5. Mai 2008\n\nSie tagten am 3. März 2009.");
  const std::string text = shop.out("annalen tag --format jsonl a.txt");
  const std::size_t second = text.find('\n') + 1;
  const auto title = nlohmann::json::parse(text.substr(0, second));
  const auto body = nlohmann::json::parse(text.substr(second));
  CHECK(title["in"] == "title");
  CHECK(title["offset"] == 7);
  CHECK(title["value"] == "2008-05-05");
  CHECK_FALSE(body.contains("in"));
  CHECK(body["value"] == "2009-03-03");
  CHECK(shop.out("annalen tag a.txt").find("2008-05-05") == std::string::npos);
}

TEST_CASE("tools/tag: two inputs of one name are refused, and nothing is written") {
  const Workshop shop;
  shop.write("d/a.txt", "date 2025 Sie tagten am 3. März 2009.");
  shop.write("e/a.txt", "date 2025 Sie tagten am 4. März 2009.");
  const Outcome outcome = shop.run("annalen tag --out o d/a.txt e");
  CHECK(outcome.status == 2);
  CHECK(outcome.error ==
        "annalen: error: o/a.txt: d/a.txt and e/a.txt would both be written there (tag them into folders of their "
        "own)\n");
  CHECK_FALSE(std::filesystem::exists(shop.path() / "o"));
  // Names that several articles of one file make, too.
  const std::string line = "{\"date\":\"2025\",\"text\":\"Sie tagten am 3. März 2009.\"}\n";
  shop.write("f/x.jsonl", line + line);
  shop.write("f/x.jsonl.2", "date 2025 Sie tagten am 4. März 2009.");
  const Outcome second = shop.run("annalen tag --out o f");
  CHECK(second.status == 2);
  CHECK(second.error ==
        "annalen: error: o/x.jsonl.2: two inputs would be written to this file (tag them into folders of their own)\n");
  CHECK(shop.read("o/x.jsonl.2").find("2009-03-03") != std::string::npos);
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

TEST_CASE("tools/tag: --lang chooses the language, auto finds it for each text and says so in JSON Lines") {
  const Workshop shop;
  shop.write("de.txt", "date 2025-02-27 Der Rat tagte am 3. März 2009 in Wien.");
  shop.write("en.txt", "date 2025-02-27 The council met in Vienna on Tuesday and left last night.");
  const auto first = [&](const std::string& line) {
    const std::string text = shop.out("annalen tag --format jsonl " + line);
    return text.empty() ? nlohmann::json() : nlohmann::json::parse(text.substr(0, text.find('\n')));
  };
  CHECK(first("de.txt")["lang"] == "de");
  CHECK(first("de.txt")["domain"] == "news");
  CHECK(first("--domain narrative de.txt")["domain"] == "narrative");
  CHECK(first("en.txt")["lang"] == "en");
  CHECK(first("en.txt")["value"] == "2025-02-25");
  CHECK(first("--lang en en.txt")["value"] == "2025-02-25");
  CHECK(first("--lang de en.txt").is_null());
  CHECK(first("--lang en de.txt").is_null());
  CHECK(shop.run("annalen tag de.txt en.txt").error.empty());
}

TEST_CASE("tools/tag: a text of no known language is read as German, which is said once a run") {
  const Workshop shop;
  shop.write("d/a.txt", "date 2025 Le conseil s'est réuni le 3 mars 2024 et a adopté la loi.");
  shop.write("d/b.txt", "date 2025 Il consiglio si è riunito il 3 marzo 2024.");
  const Outcome outcome = shop.run("annalen tag d");
  CHECK(outcome.status == 0);
  CHECK(outcome.error ==
        "annalen: note: d/a.txt: the language is not known: read as \"de\", as are further such texts (choose with "
        "--lang, list with --verbose)\n");
  CHECK(shop.run("annalen tag --lang de d").error.empty());
}

TEST_CASE("tools/tag: --verbose says of each text as what it was read") {
  const Workshop shop;
  shop.write("d/a.tml", kTimeml);
  shop.write("d/b.txt", "date 2025 The council met in the town on Tuesday.");
  CHECK(shop.run("annalen tag --lang de --domain news --verbose d/a.tml").error ==
        "annalen: note: d/a.tml: de, news\n");
  CHECK(shop.run("annalen tag --verbose d/b.txt").error == "annalen: note: d/b.txt: en, news\n");
}

}  // namespace annalen::tools
