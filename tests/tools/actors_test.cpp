// actors with merge, unmerge, split, --like, --names and --as-of, as a user meets them.
#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "command.h"

namespace annalen::tools {
namespace {

using Texts = std::vector<std::string>;

// Two spellings of one person; two people of one name.
struct Desk : Workshop {
  Desk() {
    write(
        "a.jsonl",
        R"({"id":"a","date":"2025-02-27","text":"Am 3. März 2024 sprach Sergej Lawrow. Am 4. März 2024 schwieg Lawrow."})"
        "\n"
        R"({"id":"b","date":"2025-02-27","text":"Am 5. März 2024 sprach Sergey Lavrov in Wien."})"
        "\n"
        R"({"id":"graz","url":"https://blatt.at/1?b=2","date":"2025-02-27","text":"Trainer Hans Huber sprach am 6. März 2024."})"
        "\n"
        R"({"id":"linz","date":"2025-02-27","text":"Minister Hans Huber sprach am 7. März 2024. Hans Huber schwieg am 8. März 2024."})"
        "\n");
    REQUIRE(run("annalen ingest a.jsonl").status == 0);
    REQUIRE(actors() == Texts{"per/hans-huber 3", "per/sergej-lawrow 2", "per/sergey-lavrov 1"});
  }
  // Key and count of each person, by key.
  [[nodiscard]] Texts actors(const std::string& options = "") const {
    Texts out;
    std::istringstream lines(this->out("annalen actors --format jsonl " + options));
    for (std::string line; std::getline(lines, line);) {
      const auto json = nlohmann::json::parse(line);
      const std::string key = json["key"];
      if (key.starts_with("per/")) out.push_back(key + " " + std::to_string(json["events"].get<int>()));
    }
    std::sort(out.begin(), out.end());
    return out;
  }
  [[nodiscard]] Texts begins(const std::string& arguments) const { return each(query(arguments), "begin"); }
  // Standard error of a call that is done.
  [[nodiscard]] std::string said(const std::string& line) const {
    const Outcome outcome = run(line);
    CAPTURE(outcome.error);
    REQUIRE(outcome.status == 0);
    CHECK(outcome.out.empty());
    return outcome.error;
  }
};

}  // namespace

TEST_CASE("tools/actors: a merge holds for query, timeline, count, actors and show, and is taken back by unmerge") {
  const Desk desk;
  const std::string id = desk.query("--actor per/sergey-lavrov").at(0)["id"];
  CHECK(desk.said("annalen actors merge 'Sergey Lavrov' Lawrow --reason 'eine Person' --by Redaktion") ==
        "merged Sergey Lavrov (per/sergey-lavrov, 1 event) into Sergej Lawrow (per/sergej-lawrow, 2 events): 3 events "
        "now, "
        "record 0/9\n");
  for (const char* name : {"'Sergey Lavrov'", "Lavrov", "Lawrow", "per/sergey-lavrov", "per/sergej-lawrow"}) {
    CAPTURE(std::string(name));
    CHECK(desk.begins(std::string("--actor ") + name) == Texts{"2024-03-03", "2024-03-04", "2024-03-05"});
  }
  CHECK(desk.actors() == Texts{"per/hans-huber 3", "per/sergej-lawrow 3"});
  CHECK(desk.out("annalen count --by actor --actor Lavrov") ==
        "         3  Sergej Lawrow\n         3  events in all\n");
  CHECK(desk.out("annalen timeline --actor Lavrov").find("Sergej Lawrow") != std::string::npos);
  CHECK(desk.out("annalen show " + id).find("extracted as") != std::string::npos);
  CHECK(desk.out("annalen show --format jsonl " + id).find(R"("extracted_key":"per/sergey-lavrov")") !=
        std::string::npos);
  const auto event = desk.query("--actor Lavrov").at(2);
  CHECK(event["actors"] == nlohmann::json{"Sergej Lawrow"});
  CHECK(event["participants"][0]["extracted_key"] == "per/sergey-lavrov");
  const std::string names = desk.out("annalen actors --like lawrow --names");
  CHECK(names.find("merged per/sergey-lavrov") != std::string::npos);
  CHECK(names.find("written Lawrow 1, Sergej Lawrow 1, Sergey Lavrov 1") != std::string::npos);

  // As of before; then taken back.
  CHECK(desk.actors("--as-of '#9'") == Texts{"per/hans-huber 3", "per/sergej-lawrow 2", "per/sergey-lavrov 1"});
  CHECK(desk.begins("--actor Lavrov --as-of '#9'") == Texts{"2024-03-05"});
  CHECK(desk.out("annalen count --by actor --as-of '#9'").find("1  Sergey Lavrov") != std::string::npos);
  CHECK(desk.said("annalen actors unmerge per/sergey-lavrov --reason 'doch zwei'") ==
        "took back the merge of record 0/9: Sergey Lavrov (per/sergey-lavrov, 1 event) and Sergej Lawrow "
        "(per/sergej-lawrow, 2 events) are two again, record 0/10\n");
  CHECK(desk.begins("--actor Lavrov") == Texts{"2024-03-05"});
  CHECK(desk.begins("--actor Lavrov --as-of '#10'").size() == 3);
}

// "Each appends a record with reason, operator and time."
TEST_CASE("tools/actors: decisions are records that dump shows, verify covers, reindex and reextract keep") {
  const Desk desk;
  REQUIRE(desk.run("annalen checkpoint > before.txt").status == 0);
  (void)desk.said("annalen actors merge 'Sergey Lavrov' Lawrow --reason 'eine Person' --by Redaktion");
  (void)desk.said(
      "annalen actors split per/hans-huber --into 'Hans Huber (Graz)' --role Trainer --reason Namensvettern");
  const std::string dump = desk.out("annalen dump");
  CHECK(dump.find(R"("kind":"merge")") != std::string::npos);
  CHECK(
      dump.find(
          R"("content":{"by":"Redaktion","reason":"eine Person","merge":{"from":"per/sergey-lavrov","into":"per/sergej-lawrow"}})") !=
      std::string::npos);
  CHECK(
      dump.find(R"("reason":"Namensvettern","split":{"key":"per/hans-huber","parts":[{"key":"per/hans-huber-graz",)") !=
      std::string::npos);
  CHECK(desk.out("annalen verify --checkpoint before.txt").find("no damage") != std::string::npos);
  const Texts actors = desk.actors();
  CHECK(actors == Texts{"per/hans-huber 2", "per/hans-huber-graz 1", "per/sergej-lawrow 3"});
  REQUIRE(desk.run("annalen reindex").status == 0);
  CHECK(desk.actors() == actors);
  REQUIRE(desk.run("annalen reextract --all").status == 0);
  CHECK(desk.actors() == actors);
  CHECK(desk.out("annalen verify").find("no damage") != std::string::npos);
}

TEST_CASE("tools/actors: a split tells two of one name apart by role or by article") {
  const Desk desk;
  CHECK(desk.said(
            "annalen actors split 'Hans Huber' --into 'Hans Huber (Graz),Hans Huber (Linz)' --role trainer --reason "
            "Namensvettern") ==
        "split per/hans-huber: Hans Huber (Graz) (per/hans-huber-graz, 1 event) and Hans Huber (Linz) "
        "(per/hans-huber-linz, "
        "2 events), record 0/9\n");
  CHECK(desk.begins("--actor 'Hans Huber (Graz)'") == Texts{"2024-03-06"});
  CHECK(desk.begins("--actor per/hans-huber-linz") == Texts{"2024-03-07", "2024-03-08"});
  CHECK(desk.begins("--actor Huber --as-of '#9'").size() == 3);
  const Outcome several = desk.run("annalen query --actor Huber");
  CHECK(several.status == 2);
  CHECK(several.error ==
        "annalen: error: \"Huber\" may mean several (say which one by its key, for example per/hans-huber-linz: Hans "
        "Huber "
        "(Linz) (per/hans-huber-linz, 2 events, Minister, in linz), Hans Huber (Graz) (per/hans-huber-graz, 1 event, "
        "Trainer, in graz))\n");
  CHECK(desk.out("annalen count --by actor --to 2024-03-07 --from 2024-03-06") ==
        "         1  Hans Huber (Graz)\n         1  Hans Huber (Linz)\n         2  events in all\n");
  // Merging the parts takes it back.
  (void)desk.said("annalen actors merge per/hans-huber-graz per/hans-huber-linz --reason Irrtum");
  CHECK(desk.begins("--actor Huber").size() == 3);

  const Desk other;
  (void)other.said(
      "annalen actors split per/hans-huber --into per/hans-huber-2 --article https://blatt.at/1?b=2 --reason x");
  CHECK(other.begins("--actor per/hans-huber-2") == Texts{"2024-03-06"});
  CHECK(other.begins("--actor per/hans-huber").size() == 2);
  // Of one name, counts go by key.
  CHECK(other.out("annalen count --by actor --actor per/hans-huber-2") ==
        "         1  Hans Huber\n         1  event in all\n");
  CHECK(other.out("annalen count --by actor --from 2024-03-06").find("2  Hans Huber (per/hans-huber)\n") !=
        std::string::npos);
}

// "Errors: what, where, what to do"; status 2 for a wrong call, 1 for what is not there.
TEST_CASE("tools/actors: wrong calls change nothing and say what to do") {
  const Desk desk;
  (void)desk.said("annalen actors merge per/sergey-lavrov per/sergej-lawrow --reason x");
  struct Row {
    const char* call;
    int status;
    const char* error;
  };
  static constexpr Row kRows[] = {
      {"merge per/sergej-lawrow per/sergey-lavrov --reason x", 2,
       "\"per/sergej-lawrow\" and \"per/sergey-lavrov\" are one actor already: per/sergej-lawrow (annalen actors "
       "--names "
       "shows what was merged)"},
      {"merge per/niemand per/hans-huber --reason x", 1, "no event has the key per/niemand"},
      {"merge Niemand per/hans-huber --reason x", 1,
       "no event names \"Niemand\" (try annalen actors --like \"Niemand\")"},
      {"merge per/hans-huber place/wien --reason x", 2,
       "per/hans-huber and place/wien are a place and an actor (places are kept apart from actors)"},
      {"merge per/hans-huber per/x", 2, "--reason is required (see annalen actors merge --help)"},
      {"merge per/hans-huber per/x --reason ' '", 2, "--reason: the value is empty (see annalen actors merge --help)"},
      {"unmerge per/hans-huber --reason x", 1, "\"per/hans-huber\" is merged into nothing"},
      {"unmerge per/sergey-lavrov per/hans-huber --reason x", 1,
       "\"per/sergey-lavrov\" is not merged into \"per/hans-huber\" (merged are per/sergey-lavrov into "
       "per/sergej-lawrow "
       "(record 0/9))"},
      {"split per/hans-huber --into per/h --reason x", 2,
       "nothing tells the two apart (give --article ID or --role TITLE)"},
      {"split per/hans-huber --into per/h --role Tenor --reason x", 1,
       "no event gives per/hans-huber the role \"Tenor\" (roles seen: Minister, Trainer)"},
      {"split per/hans-huber --into per/h --article a --reason x", 1,
       "no event of article \"a\" names per/hans-huber (articles that do: graz, linz)"},
      {"split per/hans-huber --into per/hans-huber --role Trainer --reason x", 2,
       "--into per/hans-huber does not make two of per/hans-huber (name whom the articles or roles mean, and after a "
       "comma "
       "whom all others mean (without: the key goes on))"},
      {"split per/nirgends --into per/h --article a --reason x", 1, "no event has the key per/nirgends"},
      {"split per/hans-huber --into , --role Trainer --reason x", 2,
       "--into , names no one (write one or two keys or names: per/hans-huber-1,per/hans-huber-2)"},
  };
  const std::string before = desk.out("annalen checkpoint");
  for (const Row& row : kRows) {
    CAPTURE(std::string(row.call));
    const Outcome outcome = desk.run("annalen actors " + std::string(row.call));
    CHECK(outcome.status == row.status);
    CHECK(outcome.error == "annalen: error: " + std::string(row.error) + "\n");
  }
  CHECK(desk.out("annalen checkpoint") == before);
}

TEST_CASE("tools/actors: --like suggests other spellings with the keys to merge") {
  const Desk desk;
  CHECK(desk.actors("--like Lavroff") == Texts{"per/sergej-lawrow 2", "per/sergey-lavrov 1"});
  CHECK(desk.actors("--like 'Sergei Lawrov'").size() == 2);
  CHECK(desk.actors("--like Hubert") == Texts{"per/hans-huber 3"});
  CHECK(desk.actors("--like Obama").empty());
  const auto row = nlohmann::json::parse(desk.out("annalen actors --like Hubert --names --format jsonl"));
  CHECK(row["distance"] == 1);
  CHECK(row["written"].at(0) == nlohmann::json{{"name", "Hans Huber"}, {"events", 3}});
}

}  // namespace annalen::tools
