// Calls that are wrong, and what the shell gets (DESIGN.md, Command line).
#include <doctest/doctest.h>

#include "command.h"

namespace annalen::tools {

// "--help with examples on every verb."
TEST_CASE("tools/help: every verb has help with examples") {
  const Workshop shop;
  const std::string all = shop.out("annalen --help");
  for (const char* verb : {"ingest", "tag", "query", "timeline", "count", "actors", "show", "stats", "reextract",
                           "reindex", "verify", "checkpoint", "dump"}) {
    CAPTURE(std::string(verb));
    CHECK(all.find(verb) != std::string::npos);
    const std::string help = shop.out(std::string("annalen ") + verb + " --help");
    CHECK(help.find(std::string("Examples:\n  annalen ") + verb) != std::string::npos);
  }
  const std::string version = shop.out("annalen --version");
  CHECK(version.starts_with("annalen 0."));
  for (const char* resource : {"model of names", "wngerman", "iso-codes", "libgeonames-common", "php-faker", "ICU"}) {
    CAPTURE(std::string(resource));
    CHECK(version.find(std::string("\n") + resource + " ") != std::string::npos);
  }
}

// "Exit status: … 2 the call or an input was wrong … Errors: `annalen: error: …` on standard error."
TEST_CASE("tools/call: a wrong call has status 2, says why, and prints nothing on standard output") {
  const Workshop shop;
  shop.write("a.txt", "date 2025-02-27 Am 3. März 2024 tagte der Rat.");
  REQUIRE(shop.run("annalen ingest a.txt").status == 0);
  struct Row {
    const char* line;
    const char* error;
  };
  static constexpr Row kRows[] = {
      {"annalen", "annalen: error: no verb is given (see annalen --help)\n"},
      {"annalen erfinde", "annalen: error: \"erfinde\" is no verb (see annalen --help)\n"},
      {"annalen query --bis 2025",
       "annalen: error: The following arguments were not expected: 2025 --bis (see annalen query --help)\n"},
      {"annalen query --from 2025-13", nullptr},
      {"annalen query --from 2025 --to 2024",
       "annalen: error: --to 2024 ends before --from 2025 begins (turn them round)\n"},
      {"annalen query --certain", "annalen: error: --certain asks for a range (give --from or --to)\n"},
      {"annalen query --finer-than fortnight",
       "annalen: error: --finer-than fortnight is no granularity (write for example day, week, month or year)\n"},
      {"annalen query --format xml", "annalen: error: --format xml is not known (one of table, jsonl, csv)\n"},
      {"annalen query --colour bunt", "annalen: error: --colour bunt is not known (one of auto, always, never)\n"},
      {"annalen query --as-of gestern",
       "annalen: error: --as-of gestern is neither a moment nor a log size (write 2025, 2025-02-27, 2025-02-27T10:00 "
       "(UTC), or a log size: #17)\n"},
      {"annalen query --as-of 17",
       "annalen: error: --as-of 17 is neither a moment nor a log size (a log size is written #17)\n"},
      {"annalen query --as-of '#x'", nullptr},
      {"annalen query --actor ''", "annalen: error: --actor: the value is empty (see annalen query --help)\n"},
      {"annalen query --actor Rat --actor ' '",
       "annalen: error: --actor: the value is empty (see annalen query --help)\n"},
      {"annalen query --text ''", "annalen: error: --text: the value is empty (see annalen query --help)\n"},
      {"annalen query --text '.'", "annalen: error: --text holds no word\n"},
      {"annalen count --from ''", "annalen: error: --from: the value is empty (see annalen count --help)\n"},
      {"annalen query --limit viele", nullptr},
      {"annalen query --limit -1", nullptr},
      {"annalen count --by farbe", nullptr},
      {"annalen dump --format xml", "annalen: error: --format xml is not known (jsonl or capnp)\n"},
      {"annalen ingest", nullptr},
      {"annalen ingest --zone Mars/Olympus a.txt", nullptr},
      {"annalen ingest --published gestern a.txt", nullptr},
      {"annalen ingest --format xml a.txt", "annalen: error: --format xml is not known (one of auto, text, jsonl)\n"},
      {"annalen ingest fehlt.txt", "annalen: error: fehlt.txt: no such file or folder\n"},
      {"annalen tag --lang fr a.txt", "annalen: error: --lang fr is not known (one of auto, de, en)\n"},
      {"annalen tag --domain essay a.txt",
       "annalen: error: --domain essay is not known (one of auto, news, narrative)\n"},
      {"annalen verify --checkpoint fehlt", "annalen: error: fehlt: the checkpoint cannot be read\n"},
      {"ANNALEN_STORE= annalen query", "annalen: error: no store is named (give --store DIR or set ANNALEN_STORE)\n"},
  };
  for (const Row& row : kRows) {
    CAPTURE(std::string(row.line));
    const Outcome outcome = shop.run(row.line);
    CAPTURE(outcome.error);
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.error.starts_with("annalen: error: "));
    if (row.error != nullptr) CHECK(outcome.error == row.error);
  }
}

TEST_CASE("tools/call: a verb that reads makes no store, and one that is not there is a wrong call") {
  const Workshop shop;
  for (const char* verb : {"query", "timeline", "count", "actors", "stats", "verify", "checkpoint", "dump", "reindex",
                           "reextract", "show x"}) {
    CAPTURE(std::string(verb));
    const Outcome outcome = shop.run(std::string("annalen ") + verb);
    CAPTURE(outcome.error);
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK_FALSE(std::filesystem::exists(shop.path() / "s"));
  }
}

// "3 the system failed (disk full, permission, …)"
TEST_CASE("tools/call: what the system refuses has status 3") {
  const Workshop shop;
  shop.write("a.txt", "date 2025-02-27 Am 3. März 2024 tagte der Rat.");
  REQUIRE(shop.run("annalen ingest a.txt").status == 0);
  // Folders in which nobody, not even root, may make one.
  const Outcome refused = shop.run("annalen ingest --store /proc/annalen a.txt");
  CHECK(refused.status == 3);
  CHECK(refused.error.starts_with("annalen: error: /proc/annalen"));
  const Outcome full = shop.run("annalen query > /dev/full");
  CHECK(full.status == 3);
  CHECK(full.error ==
        "annalen: error: standard output: cannot be written: No space left on device (check the disk and the "
        "permissions)\n");
  CHECK(shop.run("annalen timeline -o /proc/annalen.txt").status == 3);
  CHECK(shop.run("annalen tag --out /proc/annalen a.txt").status == 3);
}

TEST_CASE("tools/call: a reader that goes away ends the command quietly") {
  const Workshop shop;
  std::string lines;
  for (int i = 0; i < 400; ++i) {
    lines += R"({"id":"n)" + std::to_string(i) +
             R"(","date":"2025-02-27","text":"Am 3. März 2024 tagte der Rat."})"
             "\n";
  }
  shop.write("viele.jsonl", lines);
  REQUIRE(shop.run("annalen ingest viele.jsonl").status == 0);
  const Outcome outcome = shop.run("{ annalen dump; echo $? > status; } | head -c 10 > /dev/null");
  CHECK(outcome.error.empty());
  CHECK(shop.read("status") == "0\n");
}

}  // namespace annalen::tools
