#include <doctest/doctest.h>

#include <random>
#include <string>

#include <nlohmann/json.hpp>

#include "article/line_source.h"
#include "reading.h"

namespace annalen::article {

using namespace std::string_literals;

TEST_CASE("article/jsonl: the known fields are read, the others kept as they stand") {
  const auto articles = read_all(
      R"({"id":"a-1","url":"https://Beispiel.at/1/","date":"2025-02-27","title":"J\u00e4nner","publisher":"Blatt",)"
      R"("text":"Der Text.\n","tags":["a", {"b":12345678901234567890123}],"zahl":1.50,"leer":null})"
      "\n\n"
      R"({"url":"https://Beispiel.at/2","published":"2025-02","body":"Zwei"})"
      "\r\n"
      R"({"id":17,"date":"2025","text":"Drei"})",
      "feed.jsonl");
  REQUIRE(articles.size() == 3);
  REQUIRE(outcome(articles[0]) == "ok");
  CHECK(articles[0]->identity == "a-1");
  CHECK(articles[0]->url == "https://beispiel.at/1");
  CHECK(articles[0]->title == "Jänner");
  CHECK(articles[0]->publisher == "Blatt");
  CHECK(articles[0]->body == "Der Text.\n");
  CHECK(articles[0]->publication.text() == "2025-02-27");
  using Other = std::vector<std::pair<std::string, std::string>>;
  CHECK(articles[0]->other ==
        Other{{"tags", R"(["a", {"b":12345678901234567890123}])"}, {"zahl", "1.50"}, {"leer", "null"}});
  REQUIRE(outcome(articles[1]) == "ok");
  CHECK(articles[1]->identity == "https://beispiel.at/2");
  CHECK(articles[1]->body == "Zwei");
  REQUIRE(outcome(articles[2]) == "ok");
  CHECK(articles[2]->identity == "17");
}

TEST_CASE("article/jsonl: a number that no double holds is JSON and is kept as it stands; half a number is not") {
  const auto one = [](const std::string& value) {
    return read_all(R"({"id":"a","date":"2025","text":"Er sagte \"1e400\".","x":)" + value + "}", "f.jsonl").at(0);
  };
  for (const char* good : {"1e400", "-1.5E+999", R"({"a\"1":[1e400, "1.5.5 \\", -0, 0.5e-3, 2]})"}) {
    CAPTURE(std::string(good));
    const auto article = one(good);
    REQUIRE(outcome(article) == "ok");
    CHECK(article->other.at(0).second == good);
  }
  for (const char* bad : {"[1e400,01]", "[1e400,1.]", "[1e400,.5]", "[1e400,1.5.5]", "[1e400,--1]", "[1e400,1e]",
                          "[1e400,+1]", "[1e400 1]", "[1e400,-]", "[1e400,null1]", "{1e400:2}", "[1e400,\"a]"}) {
    CAPTURE(std::string(bad));
    CHECK(outcome(one(bad)).starts_with("f.jsonl:1: the line is not valid JSON"));
  }
}

TEST_CASE("article/jsonl: of two names of one field the first of the form wins and the other is kept") {
  const auto articles = read_all(R"({"published":"2024","date":"2025","body":"b","text":"t"})"
                                 "\n"
                                 R"({"published":"2024","date":null,"body":"b","text":null})",
                                 "feed.jsonl");
  REQUIRE(outcome(articles.at(0)) == "ok");
  CHECK(articles[0]->publication.text() == "2025");
  CHECK(articles[0]->body == "t");
  using Other = std::vector<std::pair<std::string, std::string>>;
  CHECK(articles[0]->other == Other{{"published", "\"2024\""}, {"body", "\"b\""}});
  REQUIRE(outcome(articles.at(1)) == "ok");
  CHECK(articles[1]->publication.text() == "2024");
  CHECK(articles[1]->body == "b");
}

// "A bad article is reported, skipped, counted" (DESIGN.md, Command line).
TEST_CASE("article/jsonl: a bad line is named with its number, and the next one is read") {
  struct Row {
    std::string line;
    std::string message;
  };
  const std::string no_date =
      "f.jsonl:1: the article has no publication date (give one with --published, or begin a text with "
      "\"date 2025-02\")";
  const Row rows[] = {
      {R"({"id":"a","text":"x"})", no_date},
      {R"({"id":"a","date":null,"text":"x"})", no_date},
      {R"({"id":"a","date":"","text":"x"})", no_date},
      {R"({"id":"a","date":"2025"})", "f.jsonl:1: the article has no text"},
      {R"({"id":"a","date":"2025","text":" \n"})", "f.jsonl:1: the article has no text"},
      {R"({"id":"a","date":"2025","text":"x\u0000y"})",
       "f.jsonl:1: the article holds a NUL character (is it a binary file?)"},
      {R"({"id":"a\u0001","date":"2025","text":"x"})", "f.jsonl:1: the id holds a control character"},
      {R"({"id":"a","date":"2025","text":7})", "f.jsonl:1: field \"text\" is not a text"},
      {R"({"id":["a"],"date":"2025","text":"x"})", "f.jsonl:1: field \"id\" is not a text or a number"},
      {R"({"id":"a","id":"b","date":"2025","text":"x"})", "f.jsonl:1: field \"id\" comes twice"},
      {R"({"x":1,"date":"2025","text":"x","x":2})", "f.jsonl:1: field \"x\" comes twice"},
      {R"({"id":"a","date":"2025","text":"x")",
       "f.jsonl:1: the line is not valid JSON, from byte 35 on (one object on each line)"},
      {R"({"id":"a","date":"2025","text":"x"}})",
       "f.jsonl:1: the line is not valid JSON, from byte 36 on (one object on each line)"},
      {R"({"id":"a","date":"2025","text":"x","y":[1,}]})",
       "f.jsonl:1: the line is not valid JSON, from byte 43 on (one object on each line)"},
      {R"({"id":"a","date":"2025","text":"\ud800"})",
       "f.jsonl:1: the line is not valid JSON, from byte 39 on (one object on each line)"},
      {"{'id':1}", "f.jsonl:1: the line is not valid JSON, from byte 2 on (one object on each line)"},
      {"[1]", "f.jsonl:1: the line is JSON, but no object (one object on each line)"},
      {"42", "f.jsonl:1: the line is JSON, but no object (one object on each line)"},
      {"{\"id\":\"" + std::string(kIdentityBytesMax + 1, 'a') + R"(","date":"2025","text":"x"})",
       "f.jsonl:1: the article's id or URL is longer than 4096 bytes"},
      {R"({"date":"2025","text":")" + std::string(kArticleBytesMax + 1, 'a') + "\"}",
       "f.jsonl:1: the article is over the size limit of 16 MiB (split it into several articles)"},
  };
  const std::string good = R"({"id":"gut","date":"2025","text":"Gut."})";
  for (const Row& row : rows) {
    const std::string shown = row.line.substr(0, 60);
    CAPTURE(shown);
    const auto articles = read_all(row.line + "\n" + good, "f.jsonl");
    REQUIRE(articles.size() == 2);
    CHECK(outcome(articles[0]) == row.message);
    REQUIRE(outcome(articles[1]) == "ok");
    CHECK(articles[1]->identity == "gut");
  }
}

TEST_CASE("article/jsonl: a date that is none is an error of the article, whatever --published says") {
  ReadOptions options;
  options.published = "2024";
  const auto articles = read_all(R"({"date":"gestern","text":"x"})"
                                 "\n"
                                 R"({"text":"x"})",
                                 "f.jsonl", options);
  CHECK_FALSE(articles.at(0).ok());
  REQUIRE(outcome(articles.at(1)) == "ok");
  CHECK(articles[1]->publication.text() == "2024");
}

TEST_CASE("article/jsonl: lines without id and URL are told apart within a collection") {
  ReadOptions options;
  options.collection = "archiv";
  const std::string two = R"({"date":"2025","text":"x"})"
                          "\n"
                          R"({"date":"2025","text":"y"})";
  const auto articles = read_all(two, "d/f.jsonl", options);
  CHECK(articles.at(0)->identity == "archiv:d/f.jsonl:1");
  CHECK(articles.at(1)->identity == "archiv:d/f.jsonl:2");
  CHECK(read_all(two, "-",
                 [&] {
                   ReadOptions stdin_options = options;
                   stdin_options.format = Format::kJsonl;
                   return stdin_options;
                 }())
            .at(0)
            ->identity.starts_with("sha256:"));
}

TEST_CASE("article/reader: the form is told by the name, then by the first byte") {
  const std::string line = R"({"id":"a","date":"2025","text":"x"})";
  CHECK(read_all(line, "ohne-endung").at(0)->identity == "a");
  CHECK(read_all("\xEF\xBB\xBF \n" + line, "ohne-endung").at(0)->identity == "a");
  CHECK(read_all(line, "a.ndjson").at(0)->identity == "a");
  CHECK(read_all("date 2025 {x}", "a.txt").at(0)->body == "{x}");
  ReadOptions text;
  text.format = Format::kText;
  text.published = "2025";
  CHECK(read_all(line, "a.jsonl", text).at(0)->body == line);
  // The form must also be right where the file is longer than the part that was looked at.
  std::string many;
  for (int i = 0; i < 500; ++i)
    many += R"({"id":"n)" + std::to_string(i) +
            R"(","date":"2025","text":"x"})"
            "\n";
  const auto articles = read_all(many, "viele");
  REQUIRE(articles.size() == 500);
  CHECK(articles[499]->identity == "n499");
}

TEST_CASE("article/line_source: lines up to the limit are given, longer ones are passed over and counted") {
  std::istringstream in("ab\nabcd\r\nabcdef\n\nabcde");
  LineSource lines(in, 5);
  std::string line;
  CHECK(lines.next(line) == LineSource::State::kLine);
  CHECK(line == "ab");
  CHECK(lines.next(line) == LineSource::State::kLine);
  CHECK(line == "abcd");
  CHECK(lines.next(line) == LineSource::State::kTooLong);
  CHECK(line.empty());
  CHECK(lines.line_number() == 3);
  CHECK(lines.next(line) == LineSource::State::kLine);
  CHECK(line.empty());
  CHECK(lines.next(line) == LineSource::State::kLine);
  CHECK(line == "abcde");
  CHECK(lines.next(line) == LineSource::State::kEnd);
}

TEST_CASE("article/jsonl: a line is taken exactly when it is JSON by another parser, too") {
  // Two ways to compute: a byte of a good line is changed, cut or doubled, and both must agree that it is JSON or not.
  const std::string good = R"({"id":"a","date":"2025","text":"x","n":[1,-2.5e3,{"k":"v\n"}],"b":true,"z":null})";
  static constexpr char kBytes[] = "{}[],:\"\\ 0aun1-.e\t\x01\xC3";
  std::mt19937 random(7);
  std::size_t good_count = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string line = good;
    const std::size_t at = random() % line.size();
    const char byte = kBytes[random() % (sizeof kBytes - 1)];
    switch (random() % 3) {
      case 0:
        line[at] = byte;
        break;
      case 1:
        line.erase(at, 1 + random() % 3);
        break;
      default:
        line.insert(at, 1, byte);
        break;
    }
    // Other encodings than UTF-8 are converted, which the other parser would not do.
    if (line.find('\xC3') != std::string::npos) continue;
    CAPTURE(line);
    const std::string message = outcome(read_all(line, "f.jsonl").at(0));
    const bool refused = message.find("not valid JSON") != std::string::npos;
    // A fault of content may be met before the end of the line is looked at; it is a refusal in either case.
    if (nlohmann::json::accept(line)) {
      CHECK_FALSE(refused);
      ++good_count;
    } else {
      CHECK(message != "ok");
    }
  }
  CHECK(good_count > 1000);
}

}  // namespace annalen::article
