#include "render/renderer.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "hits.h"
#include "render/explain.h"
#include "render/width.h"

namespace annalen::render {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> keys_of(const Json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    if (c == '\n') {
      lines.emplace_back();
    } else {
      lines.back().push_back(c);
    }
  }
  return lines;
}

}  // namespace

// DESIGN.md, Exchange form of an event: its fields in its order; further ones stand behind.
TEST_CASE("render/jsonl: an event has the exchange form, field by field") {
  const std::string line = rendered(Form::kJsonl, {march_hit()});
  CHECK(line.ends_with("}\n"));
  const Json json = Json::parse(line);
  CHECK(keys_of(json) ==
        std::vector<std::string>{"id",          "begin",     "end",       "granularity",  "relation",
                                 "exact",       "match",     "readings",  "edtf",         "timex",
                                 "timex_value", "offset",    "length",    "text",         "text_offset",
                                 "text_length", "trigger",   "actors",    "participants", "article",
                                 "url",         "publisher", "published", "timex_type",   "derived"});
  CHECK(json["id"] == "abcdefgh23456777");
  CHECK(json["begin"] == "2022-03-01");
  CHECK(json["end"] == "2022-04-01");
  CHECK(json["granularity"] == "month");
  CHECK(json["relation"] == "at");
  CHECK(json["exact"] == true);
  CHECK(json["match"] == "certain");
  CHECK(json["readings"] == Json::parse(R"([["2022-03-01","2022-04-01"]])"));
  CHECK(json["edtf"] == "2022-03");
  CHECK(json["timex"] == "März 2022");
  CHECK(json["offset"] == 103);
  CHECK(json["length"] == 10);
  CHECK(json["text_offset"] == 100);
  CHECK(json["actors"] == Json::parse(R"(["Türkei","Russland","Ukraine"])"));
  CHECK(json["participants"][1] ==
        Json::parse(
            R"({"mention":"Moskau","key":"state/RU","name":"Russland","offset":152,"length":6,"role":"takes-part"})"));
  CHECK(json["participants"][3]["role"] == "place");
  CHECK(json["article"] == "a-1");
  CHECK(json["url"] == "https://beispiel.at/1");
  CHECK(json["publisher"] == "Beispielblatt");
  CHECK(json["published"] == "2025-02");
  CHECK(json["derived"]["parts"]["month"] == "03");
}

TEST_CASE("render/jsonl: readings are listed, titles marked, and a query without a range has no match") {
  query::Hit hit = thursday_hit();
  hit.match.reset();
  hit.event.in_title = true;
  hit.event.ongoing = true;
  hit.event.timex_mod = "END";
  hit.event.other = {{"predicate", R"("sagen")"}, {"id", "7"}, {"kaputt", "{"}};
  const Json json = Json::parse(rendered(Form::kJsonl, {hit}));
  CHECK_FALSE(json.contains("match"));
  CHECK(json["readings"].size() == 5);
  CHECK(json["readings"][4] == Json::parse(R"(["2025-02-27","2025-02-28"])"));
  CHECK(json["in"] == "title");
  CHECK(json["ongoing"] == true);
  CHECK(json["timex_mod"] == "END");
  CHECK(json["predicate"] == "sagen");
  CHECK(json["id"] == "abcdefgh23456777");  // an unknown field does not replace a known one
  CHECK(json["kaputt"] == "{");
  CHECK(json["participants"][0]["title"] == "Sprecher");
}

TEST_CASE("render/jsonl: a regular set of a year's days is listed, a longer one is first, step and count") {
  query::Hit hit = thursday_hit();
  hit.event.readings = *time::Readings::regular(span_of("2023-01-01"), 1440, 365);
  CHECK(Json::parse(rendered(Form::kJsonl, {hit}))["readings"].size() == 365);
  hit.event.readings = *time::Readings::regular(span_of("2023-01-01"), 1440, 2000);
  CHECK(Json::parse(rendered(Form::kJsonl, {hit}))["readings"] ==
        Json::parse(R"({"first":["2023-01-01","2023-01-02"],"step_minutes":1440,"count":2000})"));
}

TEST_CASE("render/jsonl: a line is valid JSON and UTF-8 whatever the sentence holds") {
  query::Hit hit = march_hit();
  hit.event.sentence = "\xFF \x01 \" \\ \n \xC3";
  const std::string line = rendered(Form::kJsonl, {hit});
  CHECK(std::count(line.begin(), line.end(), '\n') == 1);
  CHECK(Json::accept(line));
}

TEST_CASE("render/csv: RFC 4180: quotes doubled, lines ended by CRLF, as many fields as the head has") {
  query::Hit hit = thursday_hit();
  hit.event.sentence = "Er sagte: \"Ja, am\nDonnerstag\".";
  const std::string text = rendered(Form::kCsv, {hit});
  const std::string head = text.substr(0, text.find("\r\n"));
  CHECK(head ==
        "id,begin,end,granularity,relation,exact,match,readings,edtf,timex,timex_value,trigger,actors,places,text,in,"
        "offset,length,article,url,publisher,published,acts,acted_upon,spoken_to,companions,predicate,type,status,said_"
        "by,"
        "basis");
  CHECK(text.substr(head.size()) ==
        "\r\nabcdefgh23456777,2025-01-30,2025-02-28,day,at,false,possible,5,,Donnerstag,,,Dmitri Peskow,,"
        "\"Er sagte: \"\"Ja, "
        "am\nDonnerstag\"\".\",body,120,10,a-1,https://beispiel.at/1,Beispielblatt,2025-02,,,,,,,,,stated\r\n");
}

TEST_CASE("render/table: reads well in 80 columns") {
  CHECK(rendered(Form::kTable, {march_hit(), thursday_hit()}) ==
        "2022-03                  Türkei, Russland, Ukraine @ Istanbul\n"
        "certain                  Im März 2022 hatte die Türkei Gespräche zwischen Moskau\n"
        "                         und Kiew in Istanbul ausgerichtet.\n"
        "                         Beispielblatt · 2025-02 · abcdefgh23456777\n"
        "\n"
        "2025-01-30 … 2025-02-27  Dmitri Peskow\n"
        "5 readings               Das sagte Peskow am Donnerstag.\n"
        "possible                 Beispielblatt · 2025-02 · abcdefgh23456777\n"
        "\n"
        "2 events\n");
  CHECK(rendered(Form::kTable, {}) == "no events\n");
  CHECK(rendered(Form::kTable, {march_hit()}, {}, 1234).ends_with("\n1 of 1,234 events; --limit 0 shows all\n"));
}

TEST_CASE("render/table: of a publication that is an instant the day stands in the line, so that the source has room") {
  query::Hit hit = march_hit();
  store::StoredArticle article = *hit.article;
  article.publication = *time::Publication::parse("2025-02-27T23:30:00Z", "Europe/Vienna");
  hit.article = std::make_shared<const store::StoredArticle>(std::move(article));
  CHECK(rendered(Form::kTable, {hit}).find("Beispielblatt · 2025-02-28 · abcdefgh23456777\n") != std::string::npos);
}

TEST_CASE("render/table: no line is wider than the terminal, however narrow it is") {
  query::Hit hit = march_hit();
  hit.event.sentence = std::string(300, 'x') + " 東京 " + hit.event.sentence;
  for (std::size_t columns = 20; columns <= 132; ++columns) {
    CAPTURE(columns);
    for (const std::string& line : lines_of(rendered(Form::kTable, {hit, thursday_hit()}, {columns, false}))) {
      CAPTURE(line);
      if (line.find("events") == std::string::npos) CHECK(columns_of(line) <= columns);
    }
  }
}

TEST_CASE("render/table: colour marks the timex inside of the sentence and nothing else changes") {
  const std::string plain = rendered(Form::kTable, {march_hit()});
  std::string coloured = rendered(Form::kTable, {march_hit()}, {80, true});
  CHECK(coloured.find("\x1b[1;4mMärz 2022\x1b[0m") != std::string::npos);
  for (std::size_t at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b')) {
    coloured.erase(at, coloured.find('m', at) - at + 1);
  }
  CHECK(coloured == plain);
}

TEST_CASE("render/table: a sentence that has no end is cut, and one that steers the terminal is tamed") {
  query::Hit hit = march_hit();
  hit.event.sentence.clear();
  for (int i = 0; i < 10000; ++i) hit.event.sentence += "Wort \x1b[2J";
  const std::string text = rendered(Form::kTable, {hit});
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(lines_of(text).size() < 40);
}

// "Each timex keeps its derivation (rule, parts, anchor, result); annalen show prints it." (DESIGN.md, Time 7)
TEST_CASE("render/explain: an event with its sentence, derivation, readings, participants, article and records") {
  std::string text;
  explain(march_hit(), {80, false}, [&](std::string_view part) { text += part; });
  CHECK(text ==
        "event        abcdefgh23456777\n"
        "date         2022-03\n"
        "sentence     Im März 2022 hatte die Türkei Gespräche zwischen Moskau und Kiew in\n"
        "             Istanbul ausgerichtet.\n"
        "             bytes 100 to 193\n"
        "\n"
        "timex        \"März 2022\", bytes 103 to 113\n"
        "value        DATE 2022-03\n"
        "rule         month_year\n"
        "parts        month = 03\n"
        "             year = 2022\n"
        "result       2022-03\n"
        "\n"
        "interval     [2022-03-01, 2022-04-01)\n"
        "granularity  month\n"
        "relation     at\n"
        "EDTF         2022-03\n"
        "\n"
        "trigger      ausgerichtet\n"
        "acts         Türkei (state/TR): \"Türkei\", bytes 124 to 131, told by \"hatte …\n"
        "             ausgerichtet\"\n"
        "takes-part   Russland (state/RU): \"Moskau\", bytes 152 to 158\n"
        "takes-part   Ukraine (state/UA): \"Kiew\", bytes 163 to 167\n"
        "place        Istanbul (place/istanbul): \"Istanbul\", bytes 171 to 179\n"
        "\n"
        "article      a-1\n"
        "title        Der Titel\n"
        "publisher    Beispielblatt\n"
        "URL          https://beispiel.at/1\n"
        "published    2025-02\n"
        "records      article 0/1, extraction 0/2, event 0\n");
}

TEST_CASE("render/table: what was denied, planned or only said is worded as such") {
  const query::Hit denied = denied_hit();
  CHECK(rendered(Form::kTable, {denied})
            .find("\n                         did not happen, says Russland: annektieren (assault)\n") !=
        std::string::npos);
  struct Row {
    store::Status status;
    bool said;
    std::string expected;
  };
  const std::vector<Row> rows = {{store::Status::kHappened, false, "annektieren (assault)"},
                                 {store::Status::kHappened, true, "says Russland: annektieren (assault)"},
                                 {store::Status::kNot, false, "did not happen: annektieren (assault)"},
                                 {store::Status::kPlanned, true, "planned, says Russland: annektieren (assault)"},
                                 {store::Status::kPossible, false, "unconfirmed: annektieren (assault)"}};
  for (const Row& row : rows) {
    CAPTURE(row.expected);
    query::Hit hit = denied;
    hit.event.facts.status = row.status;
    if (!row.said) hit.event.facts.speaker.reset();
    CHECK(rendered(Form::kTable, {hit}).find("  " + row.expected + "\n") != std::string::npos);
  }
}

TEST_CASE("render/jsonl: an event that was judged has predicate, type, status and who says so") {
  const Json line = Json::parse(rendered(Form::kJsonl, {denied_hit()}));
  CHECK(line["predicate"] == "annektieren");
  CHECK(line["type"] == "assault");
  CHECK(line["cameo"] == "19");
  CHECK(line["status"] == "not");
  CHECK(line["status_grounds"] == "bestreitet");
  CHECK(line["said_by"] == "Russland");
  CHECK(line["speaker"]["key"] == "state/RU");
  CHECK(line["said_in"] == "zyxwvuts23456777");
  CHECK_FALSE(line.contains("basis"));
  CHECK_FALSE(Json::parse(rendered(Form::kJsonl, {march_hit()})).contains("status"));
}

TEST_CASE("render/explain: each judgement stands with the words that led to it") {
  std::string text;
  explain(denied_hit(), {120, false}, [&](std::string_view part) { text += part; });
  CHECK(text.find("predicate    annektieren\n"
                  "type         assault, CAMEO 19, told by \"annektiert\"\n"
                  "status       not, told by \"bestreitet\"\n"
                  "said by      Russland (state/RU): \"Moskau\", bytes 100 to 106, told by \"bestreitet\"\n"
                  "said in      zyxwvuts23456777\n") != std::string::npos);
}

TEST_CASE("render/renderer: forms by name") {
  CHECK(form_from_text("table") == Form::kTable);
  CHECK(form_from_text("jsonl") == Form::kJsonl);
  CHECK(form_from_text("csv") == Form::kCsv);
  CHECK_FALSE(form_from_text("html").has_value());
}

}  // namespace annalen::render
