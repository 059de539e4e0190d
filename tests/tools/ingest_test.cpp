#include <doctest/doctest.h>

#include <algorithm>

#include "command.h"

namespace annalen::tools {
namespace {

std::string article(const std::string& id, const std::string& text, const std::string& date = "2025-02-27") {
  return nlohmann::ordered_json{{"id", id}, {"date", date}, {"publisher", "Blatt"}, {"text", text}}.dump() + "\n";
}

std::string many_articles() {
  std::string lines;
  for (int i = 0; i < 150; ++i) {
    lines += article("n" + std::to_string(i), "Am " + std::to_string(1 + i % 28) + ". März 20" +
                                                  std::to_string(10 + i % 10) +
                                                  " tagte der Rat in Wien. Gestern sagte Karl Huber ab.");
  }
  return lines;
}

}  // namespace

TEST_CASE("tools/ingest: a text becomes events that a query finds again, byte for byte where they stand") {
  const Workshop shop;
  const std::string body = "Am 3. März 2024 tagte der Rat.\n\nIm Jänner 2023 gab es keine Sitzung.";
  shop.write("a.txt", "date 2025-02-27\ntitle Rat tagt\npublisher Beispielblatt\n\n" + body);
  const Outcome outcome = shop.run("annalen ingest a.txt");
  CHECK(outcome.status == 0);
  CHECK(outcome.out.empty());
  CHECK(outcome.error == "ingested 1 articles, 2 events, skipped 0 unchanged, 0 bad\n");
  const auto events = shop.query();
  REQUIRE(events.size() == 2);
  CHECK(each(events, "begin") == std::vector<std::string>{"2023-01-01", "2024-03-03"});
  CHECK(each(events, "publisher") == std::vector<std::string>{"Beispielblatt", "Beispielblatt"});
  for (const auto& event : events) {
    CHECK(body.substr(event["offset"], event["length"]) == event["timex"].get<std::string>());
    CHECK(body.substr(event["text_offset"], event["text_length"]) == event["text"].get<std::string>());
  }
}

// "A bad article is reported, skipped, counted." "Errors: … where (file, line or byte)". (DESIGN.md, Command line)
TEST_CASE("tools/ingest: bad articles are named with file and line, the others go in, status 2") {
  const Workshop shop;
  shop.write("d/a.txt", "date 2025-02-27 Am 3. März 2024 tagte der Rat.");
  shop.write("d/b.txt", "Ohne Datum.");
  shop.write("d/c.jsonl", article("c1", "Am 4. März 2024 tagte der Rat.") + "{kaputt\n" + article("c3", " ") +
                              article("c4", "Am 5. März 2024 tagte der Rat."));
  shop.write("d/d.txt", std::string("date 2025 \0\1\2", 13));
  const Outcome outcome = shop.run("annalen ingest d fehlt");
  CHECK(outcome.status == 2);
  CHECK(outcome.error ==
        "annalen: error: fehlt: no such file or folder\n"
        "annalen: error: d/b.txt:1: the article has no publication date (give one with --published, or begin a text "
        "with \"date 2025-02\")\n"
        "annalen: error: d/c.jsonl:2: the line is not valid JSON, from byte 2 on (one object on each line)\n"
        "annalen: error: d/c.jsonl:3: the article has no text\n"
        "annalen: error: d/d.txt:1: neither UTF-8 nor convertible to it (byte 10) (is it a binary file?)\n"
        "ingested 3 articles, 3 events, skipped 0 unchanged, 5 bad\n");
  CHECK(each(shop.query(), "begin") == std::vector<std::string>{"2024-03-03", "2024-03-04", "2024-03-05"});
}

// "Same identity and same content (metadata and body): nothing is added." (DESIGN.md, Article identity)
TEST_CASE("tools/ingest: twice adds nothing, in one run or in two") {
  const Workshop shop;
  shop.write("a.jsonl",
             article("a", "Am 3. März 2024 tagte der Rat.") + article("a", "Am 3. März 2024 tagte der Rat."));
  CHECK(shop.run("annalen ingest a.jsonl").error == "ingested 1 articles, 1 events, skipped 1 unchanged, 0 bad\n");
  const std::string before = shop.out("annalen checkpoint");
  CHECK(shop.run("annalen ingest a.jsonl").error == "ingested 0 articles, 0 events, skipped 2 unchanged, 0 bad\n");
  CHECK(shop.out("annalen checkpoint") == before);
}

// "Same identity, other content: a new version supersedes." "--as-of shows what was known before."
TEST_CASE("tools/ingest: a second version supersedes the first, which --as-of still shows") {
  const Workshop shop;
  shop.write("a.jsonl", article("a", "Am 3. März 2024 tagte der Rat.") + article("b", "Am 1. Mai 2024 war Ruhe."));
  shop.write("b.jsonl", article("a", "Am 4. März 2024 tagte der Rat."));
  REQUIRE(shop.run("annalen ingest a.jsonl").status == 0);
  const auto size = nlohmann::json::parse(shop.out("annalen stats --format jsonl"))["records"].get<int>();
  REQUIRE(shop.run("annalen ingest b.jsonl").status == 0);
  CHECK(each(shop.query(), "begin") == std::vector<std::string>{"2024-03-04", "2024-05-01"});
  CHECK(each(shop.query("--as-of '#" + std::to_string(size) + "'"), "begin") ==
        std::vector<std::string>{"2024-03-03", "2024-05-01"});
  CHECK(shop.query("--as-of 2000-01-01").empty());
  CHECK(shop.query("--as-of 9998-01-01").size() == 2);
  CHECK(shop.query("--as-of 0/" + std::to_string(size)) == shop.query("--as-of '#" + std::to_string(size) + "'"));
  // Years and months, not log sizes of thousands.
  CHECK(shop.query("--as-of 2000").empty());
  CHECK(shop.query("--as-of 2000-12").empty());
  CHECK(shop.query("--as-of 9998").size() == 2);
  const auto stats = nlohmann::json::parse(shop.out("annalen stats --format jsonl"));
  CHECK(stats["articles"] == 2);
  CHECK(stats["article_versions"] == 3);
  CHECK(stats["events"] == 2);
  // Both versions in one run: the second still knows the first.
  const Workshop other;
  other.write("a.jsonl",
              article("a", "Am 3. März 2024 tagte der Rat.") + article("a", "Am 4. März 2024 tagte der Rat."));
  REQUIRE(other.run("annalen ingest --jobs 3 a.jsonl").status == 0);
  CHECK(each(other.query(), "begin") == std::vector<std::string>{"2024-03-04"});
  CHECK(other.out("annalen verify").find("no damage") != std::string::npos);
}

TEST_CASE("tools/ingest: standard input, folders and --published") {
  const Workshop shop;
  CHECK(shop.run("printf 'date 2025-02-27 Am 3. März 2024 tagte der Rat.' | annalen ingest -").status == 0);
  CHECK(shop.run("printf '%s' '" + article("x", "Am 4. März 2024 tagte der Rat.") + "' | annalen ingest -").status ==
        0);
  shop.write("d/e/a.txt", "Am 5. März 2024 tagte der Rat.");
  CHECK(shop.run("annalen ingest --published 2025-02 --collection archiv d").status == 0);
  const auto events = shop.query();
  CHECK(each(events, "begin") == std::vector<std::string>{"2024-03-03", "2024-03-04", "2024-03-05"});
  CHECK(events[1]["article"] == "x");
  CHECK(events[2]["article"] == "archiv:e/a.txt");
  CHECK(events[2]["published"] == "2025-02");
}

TEST_CASE("tools/ingest: the outcome does not depend on the number of threads, the locale or the zone of the machine") {
  const Workshop shop;
  shop.write("viele.jsonl", many_articles());
  REQUIRE(shop.run("annalen ingest --store eins --jobs 1 viele.jsonl").status == 0);
  REQUIRE(shop.run("annalen ingest --store zwei --jobs 2 viele.jsonl").status == 0);
  REQUIRE(shop.run("LC_ALL=tr_TR.UTF-8 TZ=Asia/Tokyo annalen ingest --store sieben --jobs 7 viele.jsonl").status == 0);
  const std::string one = shop.out("annalen query --store eins --format jsonl");
  CHECK_FALSE(one.empty());
  CHECK(shop.out("LC_ALL=tr_TR.UTF-8 TZ=Asia/Tokyo annalen query --store sieben --format jsonl") == one);
  // The logs hold the same payloads in the same order; only salts, times and the store's name differ.
  const auto payloads = [&](const std::string& store) {
    return shop.out("annalen dump --store " + store +
                    " | grep -v '\"kind\":\"genesis\"' | grep -o '\"payload\":\"[^\"]*\"'");
  };
  CHECK(payloads("eins") == payloads("zwei"));
  CHECK(payloads("eins") == payloads("sieben"));
}

// "One writer, any number of readers; a second writer is refused by name." (DESIGN.md, Records)
TEST_CASE("tools/ingest: while one process writes, a second writer is refused and readers read") {
  const Workshop shop;
  shop.write("a.txt", "date 2025-02-27 Am 3. März 2024 tagte der Rat.");
  shop.write("b.txt", "date 2025-02-27 Am 4. März 2024 tagte der Rat.");
  REQUIRE(shop.run("annalen ingest a.txt").status == 0);
  // The first writer holds the store until its standard input ends, which the script decides.
  // WRITER names the process that holds the store.
  const Outcome outcome = shop.run(
      "cp s/WRITER vorher; mkfifo rohr\n"
      "annalen ingest b.txt - < rohr 2> erster & exec 3> rohr\n"
      "for i in $(seq 1000); do cmp -s s/WRITER vorher || break; sleep 0.02; done\n"
      "annalen ingest b.txt 2> zweiter; echo $?; annalen query --format jsonl > gelesen; echo $?\n"
      "printf 'date 2025-02-27 Am 5. März 2024 tagte der Rat.' >&3; exec 3>&-; wait; annalen query --format jsonl");
  CHECK(outcome.out.starts_with("3\n0\n"));
  CHECK(shop.read("zweiter").starts_with("annalen: error: s"));
  CHECK(shop.read("gelesen").find("3. März 2024") != std::string::npos);
  CHECK(shop.read("erster").find("0 bad") != std::string::npos);
  CHECK(outcome.out.find("5. März 2024") != std::string::npos);
}

TEST_CASE("tools/reextract: nothing to do when up to date; --all appends and changes no event") {
  const Workshop shop;
  shop.write("viele.jsonl", many_articles());
  REQUIRE(shop.run("annalen ingest viele.jsonl").status == 0);
  const std::string before = shop.out("annalen query --format jsonl");
  const std::string checkpoint = shop.out("annalen checkpoint");
  CHECK(shop.run("annalen reextract").error == "reextracted 0 articles, 0 events, 150 up to date\n");
  CHECK(shop.out("annalen checkpoint") == checkpoint);
  CHECK(shop.run("annalen reextract --all --jobs 3").status == 0);
  CHECK(shop.out("annalen checkpoint") != checkpoint);
  CHECK(shop.out("annalen query --format jsonl") == before);
  CHECK(shop.out("annalen verify").find("no damage") != std::string::npos);
}

}  // namespace annalen::tools
