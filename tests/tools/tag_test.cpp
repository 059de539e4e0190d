#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "command.h"

namespace annalen::tools {
namespace {

constexpr const char* kTimeml =
    "<?xml version=\"1.0\" ?>\n<TimeML>\n<DOCID>x</DOCID>\n<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"2010-02-20\" "
    "temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">2010-02-20</TIMEX3></DCT>\n<TEXT>\nA &amp; B  "
    "tagten mit dem Rat am 3. März 2009.\n</TEXT>\n</TimeML>\n";

using Json = nlohmann::json;

std::vector<Json> json_lines(const std::string& text) {
  std::istringstream in(text);
  std::vector<Json> out;
  for (std::string line; std::getline(in, line);) out.push_back(Json::parse(line));
  return out;
}

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
  CHECK(line["text"] == "3. März 2009");
  CHECK(line["offset"] == 14);
  CHECK(line["length"] == 13);
  CHECK(line["begin"] == "2009-03-03");
}

TEST_CASE("tools/tag: every line of JSON names the timex, its value, what it dates and how that came about") {
  const Workshop shop;
  shop.write("a.txt",
             "date 2025-02\nid x\n\nAm Donnerstag tagten sie bis Ende März. Sie tagen zweimal pro Woche. "
             "Von 1914 bis 1918 war Krieg. Vor drei Jahren war er vorbei.");
  const auto lines = json_lines(shop.out("annalen tag --format jsonl a.txt"));
  REQUIRE(lines.size() == 6);
  const auto shown = [&](std::size_t i, const std::string& name) {
    return lines[i].value(name, Json("absent")).dump();
  };
  for (const char* name : {"offset", "length", "text", "type", "value", "mod", "edtf", "readings", "granularity",
                           "relation", "rule", "anchor"}) {
    CAPTURE(name);
    for (const Json& line : lines) CHECK(line.contains(name));
  }
  // Of an article of February 2025: every Thursday is a reading.
  CHECK(shown(0, "value") == R"("2025-02-27")");
  CHECK(shown(0, "readings").starts_with(R"([["2025-01-30","2025-01-31"],["2025-02-06","2025-02-07"],)"));
  CHECK(shown(0, "edtf") == R"("[2025-01-30,2025-02-06,2025-02-13,2025-02-20,2025-02-27]")");
  CHECK(shown(0, "exact") == "false");
  CHECK(shown(0, "granularity") == R"("day")");
  CHECK(shown(1, "mod") == R"("END")");
  CHECK(shown(1, "relation") == R"("until")");
  CHECK(shown(2, "type") == R"("SET")");
  CHECK(shown(2, "freq") == R"("2X")");
  CHECK(shown(2, "readings") == "[]");
  CHECK(shown(3, "edtf") == R"("1914/1918")");
  CHECK(shown(3, "relation") == R"("during")");
  CHECK(shown(4, "edtf") == R"("1918")");
  CHECK(shown(5, "value") == R"("P3Y")");
  CHECK(shown(5, "edtf") == R"("2022")");
  CHECK(shown(5, "anchor") == R"("2025-02-28")");
}

TEST_CASE("tools/tag: offsets and texts are those of the bytes as given, composed or not") {
  const Workshop shop;
  const std::string body = "Lo\xCC\x88sung am 3. Ma\xCC\x88rz 2009.";
  shop.write("a.txt", "date 2025-02-27 " + body);
  const auto lines = json_lines(shop.out("annalen tag --format jsonl a.txt"));
  REQUIRE(lines.size() == 1);
  CHECK(lines[0]["text"] == "3. Ma\xCC\x88rz 2009");
  CHECK(body.substr(lines[0]["offset"], lines[0]["length"]) == "3. Ma\xCC\x88rz 2009");
}

// Forty documents of several forms, good and bad, of very different lengths.
void write_many(const Workshop& shop) {
  for (int i = 0; i < 40; ++i) {
    std::string text = "Am " + std::to_string(1 + i % 28) + ". März kam er, am Tag darauf ging er. ";
    for (int n = i % 4 == 0 ? 200 : 1; n > 1; --n) text += "Seit drei Jahren wartet sie darauf. ";
    const std::string name = "d/" + std::to_string(10 + i);
    if (i % 7 == 3) {
      shop.write(name + ".txt", text);  // without a date
    } else if (i % 3 == 0) {
      shop.write(name + ".tml",
                 "<TimeML><DCT>2024-05-0" + std::to_string(1 + i % 9) + "</DCT><TEXT>" + text + "</TEXT></TimeML>");
    } else if (i % 3 == 1) {
      shop.write(name + ".txt", "date 2024-05-11 " + text);
    } else {
      const std::string line = Json{{"date", "2024-05"}, {"title", "Heute"}, {"text", text}}.dump() + "\n";
      shop.write(name + ".jsonl", line + "{kaputt\n" + line);
    }
  }
}

TEST_CASE("tools/tag: output, files and errors do not depend on the number of threads") {
  const Workshop shop;
  write_many(shop);
  for (const std::string form : {"timeml", "jsonl"}) {
    CAPTURE(form);
    const Outcome one = shop.run("annalen tag --jobs 1 --format " + form + " d");
    CHECK(one.status == 2);
    CHECK(one.out.size() > 40000);
    CHECK(std::count(one.error.begin(), one.error.end(), '\n') > 10);
    REQUIRE(shop.run("annalen tag --jobs 1 --format " + form + " --out o1" + form + " d").status == 2);
    for (const std::string jobs : {"2", "7"}) {
      CAPTURE(jobs);
      const Outcome more = shop.run("annalen tag --jobs " + jobs + " --format " + form + " d");
      CHECK(more.out == one.out);
      CHECK(more.error == one.error);
      CHECK(more.status == 2);
      const std::string folder = "o" + jobs + form;
      CHECK(shop.run("annalen tag --jobs " + jobs + " --format " + form + " --out " + folder + " d").error ==
            one.error);
      CHECK(shop.run("diff -r o1" + form + " " + folder).status == 0);
    }
  }
  // Files keep their names; a file of several documents numbers the further ones.
  CHECK(std::filesystem::exists(shop.path() / "o1timeml/12.jsonl.2"));
  CHECK_FALSE(std::filesystem::exists(shop.path() / "o1jsonl/12.jsonl.2"));
  CHECK(json_lines(shop.read("o1jsonl/12.jsonl")).size() == 6);
}

TEST_CASE("tools/tag: standard input may be text, TimeML or JSON Lines") {
  const Workshop shop;
  shop.write("a.tml", kTimeml);
  CHECK(shop.out("annalen tag - < a.tml") == shop.out("annalen tag a.tml"));
  CHECK(shop.out("annalen tag <(cat a.tml)") == shop.out("annalen tag a.tml"));
  CHECK(shop.out("echo 'date 2025 <b>Am 3. März 2009</b> tagten sie.' | annalen tag -").find("2009-03-03") !=
        std::string::npos);
  CHECK(shop.out("echo '<b>Am 3. März 2009</b> tagten sie.' | annalen tag --published 2025 -")
            .find("&lt;b&gt;Am <TIMEX3") != std::string::npos);
  CHECK(shop.out("echo '{\"date\":\"2025\",\"text\":\"Am 3. März 2009.\"}' | annalen tag -").find("2009-03-03") !=
        std::string::npos);
}

TEST_CASE("tools/tag: a document over the limit is refused with what to do, and the rest is tagged") {
  const Workshop shop;
  const std::string limit = "the size limit of 16 MiB (split it into several ";
  const Outcome outcome = shop.run(
      "printf 'date 2025 Am 3. März 2009.' > c.txt\n"
      "(printf '<TimeML><DCT>2025</DCT><TEXT>'; head -c 17000000 /dev/zero | tr '\\0' 'a') > a.tml\n"
      "(printf 'date 2025 '; head -c 17000000 /dev/zero | tr '\\0' '7') > b.txt\n"
      "annalen tag --lang de --out o a.tml b.txt c.txt");
  CHECK(outcome.status == 2);
  CHECK(outcome.error == "annalen: error: a.tml: the document is over " + limit + "documents)\n" +
                             "annalen: error: b.txt:1: the article is over " + limit + "articles)\n");
  CHECK(shop.read("o/c.txt").find("2009-03-03") != std::string::npos);
}

TEST_CASE("tools/tag: bytes that are no UTF-8 are made so, and the document says so; a mark at its beginning stays") {
  const Workshop shop;
  shop.write("a.xml",
             "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\r\n<TimeML><DCT>2025-02-27</DCT>\r\n<TEXT>3. M\xE4rz "
             "2009</TEXT></TimeML>");
  const std::string tagged = shop.out("annalen tag a.xml");
  CHECK(tagged.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<TimeML>"));
  CHECK(tagged.find(">3. März 2009</TIMEX3>") != std::string::npos);
  shop.write("b.xml", std::string("\xEF\xBB\xBF") + kTimeml);
  CHECK(shop.out("annalen tag b.xml") == "\xEF\xBB\xBF" + [&] {
    shop.write("c.xml", kTimeml);
    return shop.out("annalen tag c.xml");
  }());
  for (const std::string& bytes : {std::string("\0", 1), std::string("\x81")}) {
    shop.write("d.tml", kTimeml + bytes);
    const Outcome outcome = shop.run("annalen tag d.tml");
    CHECK(outcome.status == 2);
    CHECK(outcome.error == "annalen: error: d.tml: neither UTF-8 nor convertible to it (is it a binary file?)\n");
  }
}

TEST_CASE("tools/tag: a TimeML document without a creation time needs --published") {
  const Workshop shop;
  shop.write("a.tml", "<TimeML><TEXT>Sie tagten gestern.</TEXT></TimeML>");
  const Outcome outcome = shop.run("annalen tag a.tml");
  CHECK(outcome.status == 2);
  CHECK(outcome.error ==
        "annalen: error: a.tml: the document has no creation time (DCT) (give one with --published)\n");
  CHECK(shop.out("annalen tag --published 2025-02-27 a.tml").find("value=\"2025-02-26\"") != std::string::npos);
  // The document's own goes before, in whatever form it has one.
  for (const std::string dct : {"2025-02-27", "20250227", "2025-02-27TMO", "27.02.2025", "2025-02-27T10:30:00",
                                "Donnerstag, 27. Februar 2025", "<TIMEX3 value='2025-02-27'>x</TIMEX3>"}) {
    CAPTURE(dct);
    shop.write("b.tml", "<TimeML><DCT>" + dct + "</DCT><TEXT>Sie tagten gestern.</TEXT></TimeML>");
    CHECK(shop.out("annalen tag --published 1999 b.tml").find("value=\"2025-02-26\"") != std::string::npos);
  }
  shop.write("b.tml", "<TimeML><DCT>vorhin</DCT><TEXT>Sie tagten gestern.</TEXT></TimeML>");
  CHECK(shop.run("annalen tag b.tml").error.starts_with("annalen: error: b.tml: \"vorhin\" is no publication date"));
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
