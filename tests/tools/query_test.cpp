#include <doctest/doctest.h>

#include "command.h"

namespace annalen::tools {
namespace {

// The sentences of one month-precise article, in the way of the project's first one.
constexpr const char* kArticle =
    "date 2025-02 Das sei nicht verhandelbar, sagte Kreml-Sprecher Dmitri Peskow am Donnerstag. Bereits 2014 hatte "
    "Russland die Halbinsel Krim annektiert. Im März 2022 hatte die Türkei Gespräche zwischen Moskau und Kiew "
    "ausgerichtet. Peskow hatte am 3. Februar 2025 geschwiegen. Die Türkei empfing am 4. Februar 2025 um 20 Uhr eine "
    "Abordnung.";

struct Thursday : Workshop {
  Thursday() {
    write("a.txt", kArticle);
    REQUIRE(run("annalen ingest a.txt").status == 0);
  }
  // Timexes of the events that are found.
  [[nodiscard]] std::vector<std::string> timexes(const std::string& arguments) const {
    return each(query(arguments), "timex");
  }
};
using Texts = std::vector<std::string>;

}  // namespace

// DESIGN.md, Time 2 and 6.
TEST_CASE("tools/query: a weekday of a month-precise article is possible on its days and certain over all of them") {
  const Thursday shop;
  CHECK(shop.timexes("--from 2025-02-20 --to 2025-02-20") == Texts{"Donnerstag"});
  CHECK(shop.query("--from 2025-02-20 --to 2025-02-20").at(0)["match"] == "possible");
  CHECK(shop.query("--from 2025-02-20 --to 2025-02-20").at(0)["exact"] == false);
  CHECK(shop.timexes("--from 2025-02-18 --to 2025-02-18").empty());
  CHECK(shop.timexes("--from 2025-02-20 --to 2025-02-20 --certain").empty());
  CHECK(shop.query("--from 2025-01 --to 2025-02 --certain --actor Peskow").size() == 2);
  CHECK(shop.query("--from 2025-01 --to 2025-02 --exact").size() == 2);
  CHECK(shop.query("--finer-than day").size() == 1);
  CHECK(shop.query("--finer-than month").size() == 3);
  CHECK(shop.query("--limit 2").size() == 2);
  CHECK(shop.timexes("--newest-first --limit 1") != shop.timexes("--limit 1"));
}

TEST_CASE("tools/query: actors by any of their names, words in any form") {
  const Thursday shop;
  CHECK(shop.out("annalen query --actor Peskow") == shop.out("annalen query --actor 'Dmitri Peskow'"));
  CHECK(shop.query("--actor Peskow").size() == 2);
  CHECK(shop.timexes("--actor Moskau --to 2024") == shop.timexes("--actor Russland --to 2024"));
  CHECK(shop.timexes("--actor Moskau --actor Kiew") == Texts{"März 2022"});
  const Outcome nobody = shop.run("annalen query --actor Niemand --format jsonl");
  CHECK(nobody.status == 0);
  CHECK(nobody.out.empty());
  CHECK(nobody.error == "annalen: note: no event names \"Niemand\" (try annalen actors --like \"Niemand\")\n");
  CHECK(shop.timexes("--text Gespräch") == Texts{"März 2022"});
  CHECK(shop.timexes("--text 'gesprach ausgerichtet'") == Texts{"März 2022"});
}

// "On whose behalf ("Moskau" stands for `state/RU`)" (DESIGN.md, Words): in a query as in an article.
TEST_CASE("tools/query: names that no article has written find the actor that they stand for") {
  const Workshop shop;
  shop.write("a.txt",
             "date 2025-02-27 Am 1. März 2024 tagten die Vereinten Nationen. Am 2. März 2024 schwieg Russland. Am 3. "
             "März 2024 schwiegen die USA. Am 4. März 2024 schwieg die EU. Am 5. März 2024 schwieg Großbritannien. Am "
             "6. März 2024 schwieg die Türkei. Am 7. März 2024 schwieg die ÖVP. Am 8. März 2024 schwieg Donald Trump.");
  REQUIRE(shop.run("annalen ingest a.txt").status == 0);
  struct Row {
    const char* name;
    const char* begin;
  };
  static constexpr Row kRows[] = {
      {"UNO", "2024-03-01"},
      {"UN", "2024-03-01"},
      {"Kreml", "2024-03-02"},
      {"Moskau", "2024-03-02"},
      {"Russische Föderation", "2024-03-02"},
      {"Vereinigte Staaten", "2024-03-03"},
      {"Europäische Union", "2024-03-04"},
      {"Vereinigtes Königreich", "2024-03-05"},
      {"Tuerkei", "2024-03-06"},
      {"OEVP", "2024-03-07"},
      {"Präsident Trump", "2024-03-08"},
      {"US-Präsident Donald Trump", "2024-03-08"},
  };
  for (const Row& row : kRows) {
    CAPTURE(std::string(row.name));
    CHECK(each(shop.query("--actor '" + std::string(row.name) + "'"), "begin") == std::vector<std::string>{row.begin});
  }
  // A name is not found by a part of it.
  CHECK(shop.query("--actor 'Moskau und Kiew'").empty());
  CHECK(shop.query("--actor 'Botschaft in Moskau'").empty());
}

// "An ambiguous NAME lists its candidates, status 2."
TEST_CASE("tools/query: what was denied, planned or said, by type, status and speaker; unknown ones are refused") {
  Workshop shop;
  shop.write("a.txt",
             "date 2025-02-27 Moskau bestreitet, 2014 die Krim annektiert zu haben.\n\n"
             "Am 5. März 2025 wird das Gericht in Wien das Urteil gegen Johann Brandner verkünden.\n\n"
             "Laut Polizei kam es am 3. Februar 2025 in Graz zu einem Unfall.");
  REQUIRE(shop.run("annalen ingest a.txt").status == 0);
  const auto timexes = [&](const std::string& arguments) { return each(shop.query(arguments), "timex"); };
  CHECK(timexes("--status not") == Texts{"2014"});
  CHECK(timexes("--status not --said-by Russland") == Texts{"2014"});
  CHECK(timexes("--status planned") == Texts{"5. März 2025"});
  CHECK(timexes("--said-by Polizei") == Texts{"3. Februar 2025"});
  CHECK(timexes("--type accident") == Texts{"3. Februar 2025"});
  CHECK(timexes("--type court --type accident").size() == 2);
  CHECK(shop.out("annalen timeline --status not").find("did not happen, says Russland: annektieren") !=
        std::string::npos);
  CHECK(shop.out("annalen count --by status").find("1  planned\n") != std::string::npos);
  const Outcome type = shop.run("annalen query --type courts");
  CHECK(type.status == 2);
  CHECK(type.error.starts_with("annalen: error: --type courts is no type of event (one of agree, "));
  const Outcome status = shop.run("annalen query --status maybe");
  CHECK(status.status == 2);
  CHECK(status.error == "annalen: error: --status maybe is no status (write happened, not, planned or possible)\n");
}

TEST_CASE("tools/query: an ambiguous name has status 2 and lists who may be meant") {
  const Workshop shop;
  shop.write("a.txt", "date 2025-02-27 Karl Huber sprach am 3. März 2024. Anna Huber schwieg am 4. März 2024.");
  REQUIRE(shop.run("annalen ingest a.txt").status == 0);
  const Outcome outcome = shop.run("annalen query --actor Huber");
  CHECK(outcome.status == 2);
  CHECK(outcome.out.empty());
  CHECK(outcome.error.starts_with(
      "annalen: error: \"Huber\" may mean several (say which one by its key, for example per/anna-huber: "));
  CHECK(outcome.error.find("Anna Huber (per/anna-huber, 1 event, in ") != std::string::npos);
  CHECK(outcome.error.find("Karl Huber (per/karl-huber, 1 event, in ") != std::string::npos);
  CHECK(shop.query("--actor per/karl-huber").size() == 1);
}

TEST_CASE("tools/query: forms, files and figures") {
  const Thursday shop;
  CHECK(shop.out("annalen query --format csv --limit 1").starts_with("id,begin,end,"));
  const std::string table = shop.out("annalen timeline");
  CHECK(table.find("5 events\n") != std::string::npos);
  CHECK(table.find('\x1b') == std::string::npos);
  CHECK(shop.out("annalen timeline --colour always").find('\x1b') != std::string::npos);
  CHECK(shop.out("annalen timeline -o t.txt").empty());
  CHECK(shop.read("t.txt") == table);
  CHECK(shop.out("annalen count --by year") ==
        "         1  2014\n         1  2022\n         3  2025\n         5  events in all\n");
  // What began before the range counts where the range or a reading of it first meets it.
  CHECK(shop.out("annalen count --by month --from 2025-02") == "         3  2025-02\n         3  events in all\n");
  CHECK(shop.out("annalen count --by day --from 2025-02-10 --to 2025-02-20") ==
        "         1  2025-02-13\n         1  event in all\n");
  CHECK(shop.out("annalen count --by month --from 2014-05 --to 2014-06") ==
        "         1  2014-05\n         1  event in all\n");
  CHECK(shop.out("annalen count --by actor --actor Peskow --format jsonl")
            .find("\"actor\":\"Dmitri Peskow\",\"events\":2") != std::string::npos);
  CHECK(shop.out("annalen actors --like pesk").find("per/dmitri-peskow") != std::string::npos);
  CHECK(shop.out("annalen query --actor Niemand") == "no events\n");
}

TEST_CASE("tools/show: an event explained, and status 1 for an id that is not there") {
  const Thursday shop;
  const std::string id = shop.query("--from 2025-02-20 --to 2025-02-20").at(0)["id"];
  const std::string text = shop.out("annalen show " + id);
  for (const char* part :
       {"event        ", "2025-01-30 … 2025-02-27, 5 readings", "rule  ", "readings     [2025-01-30, ",
        "per/dmitri-peskow", "records      article 0/1, extraction 0/2"}) {
    CAPTURE(std::string(part));
    CHECK(text.find(part) != std::string::npos);
  }
  CHECK(nlohmann::json::parse(shop.out("annalen show --format jsonl " + id))["id"] == id);
  const Outcome unknown = shop.run("annalen show gibtesnicht");
  CHECK(unknown.status == 1);
  CHECK(unknown.error == "annalen: error: no event has the id gibtesnicht (query --format jsonl gives the ids)\n");
}

}  // namespace annalen::tools
