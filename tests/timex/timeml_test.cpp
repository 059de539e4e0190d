#include "timex/timeml.h"

#include <doctest/doctest.h>

#include <string>

namespace annalen::timex {

namespace {

constexpr std::string_view kFile =
    "<?xml version=\"1.0\" ?>\n<TimeML>\n<DOCID>1</DOCID>\n<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"2010-05-10\" "
    "functionInDocument=\"CREATION_TIME\">2010-05-10</TIMEX3></DCT>\n<TITLE>Halle &amp; Platz</TITLE>\n<TEXT>\nAm "
    "<TIMEX3 tid='t1' type='DATE' value='2010-05-08'>Samstag</TIMEX3> kam <b>M&#252;ller &amp; Sohn</b> um 20 &lt; "
    "21.\n"
    "</TEXT>\n</TimeML>\n";

Timex timex_of(std::string value) {
  Timex timex;
  timex.value = std::move(value);
  timex.derivation.anchor = "2010-05-10";
  return timex;
}

}  // namespace

TEST_CASE("timex/timeml: reading leaves out tags, decodes entities and finds the creation time") {
  const auto input = read_timeml(kFile);
  REQUIRE(input.ok());
  CHECK(input->dct == "2010-05-10");
  CHECK(input->title == "Halle & Platz");
  CHECK(input->text == "\nAm Samstag kam Müller & Sohn um 20 < 21.\n");
  CHECK(input->source.find("2010-05-08") == std::string::npos);
}

TEST_CASE("timex/timeml: writing keeps every byte outside the tags") {
  const auto input = read_timeml(kFile);
  REQUIRE(input.ok());
  CHECK(write_timeml(*input, {}) == input->source);
  const Timex timex = timex_of("2010-05-08");
  const auto begin = static_cast<std::uint32_t>(input->text.find("Samstag"));
  const Annotation annotation{{begin, begin + 7}, &timex};
  const std::string out = write_timeml(*input, std::span(&annotation, 1));
  CHECK(out.find("Am <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2010-05-08\" temporalFunction=\"true\" "
                 "anchorTimeID=\"t0\">Samstag</TIMEX3> kam <b>M&#252;ller &amp; Sohn</b>") != std::string::npos);
  const auto again = read_timeml(out);
  REQUIRE(again.ok());
  CHECK(again->source == input->source);
  CHECK(again->text == input->text);
}

TEST_CASE("timex/timeml: a tag may begin and end at an entity") {
  const auto input = read_timeml(kFile);
  REQUIRE(input.ok());
  const Timex timex = timex_of("X");
  const auto begin = static_cast<std::uint32_t>(input->text.find("Müller"));
  const Annotation annotation{{begin + 1, begin + 9}, &timex};
  const std::string out = write_timeml(*input, std::span(&annotation, 1));
  CHECK(out.find("M<TIMEX3") != std::string::npos);
  CHECK(out.find("&amp;</TIMEX3> Sohn") != std::string::npos);
}

TEST_CASE("timex/timeml: a plain text becomes a document that reads back") {
  const std::string text = "Am Samstag < Sonntag & \"so\".";
  const Timex timex = timex_of("2010-05-08");
  const Annotation annotation{{3, 10}, &timex};
  const std::string out = write_timeml(text, "2010-05-10", "a<b", std::span(&annotation, 1));
  const auto input = read_timeml(out);
  REQUIRE(input.ok());
  CHECK(input->text == text);
  CHECK(input->dct == "2010-05-10");
}

TEST_CASE("timex/timeml: damaged markup is text or an error, never a crash") {
  CHECK_FALSE(read_timeml("").ok());
  CHECK_FALSE(read_timeml("<TimeML>no text</TimeML>").ok());
  CHECK_FALSE(read_timeml("<TEXT>never closed").ok());
  CHECK_FALSE(read_timeml("<TEXT>\xFF</TEXT>").ok());
  const auto input = read_timeml("<TEXT>1 < 2 &amp &unknown; &#0; <TIMEX3 value=\"</TEXT>");
  REQUIRE(input.ok());
  CHECK(input->text == "1 < 2 &amp &unknown; &#0; <TIMEX3 value=\"");
  // Found by fuzzing: a tag that would reach across the end of TEXT.
  const auto across = read_timeml("<TEXT>a <b </TEXT> c=\"x\"> d");
  REQUIRE(across.ok());
  CHECK(write_timeml(*across, {}) == across->source);
  for (std::size_t size = 0; size < kFile.size(); ++size) {
    const auto cut = read_timeml(kFile.substr(0, size));
    if (cut) CHECK(write_timeml(*cut, {}) == cut->source);
  }
}

}  // namespace annalen::timex
