#include "timex/timeml.h"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <regex>
#include <string>
#include <vector>

#include "tagging.h"
#include "timeml_grammar.h"

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
  timex.anchor.kind = Reference::Kind::kPublication;
  return timex;
}

std::string written(const Tagged& tagged, std::string_view text, std::string_view published) {
  std::vector<Annotation> annotations;
  for (const Timex& timex : tagged.timexes) annotations.push_back({tagged.document.source_span(timex.span), &timex});
  return write_timeml(text, {.document_id = "x", .dct = published, .title = {}}, annotations);
}

// The tags of a sentence in TimeML, the creation time's left out.
std::vector<Timex3Tag> tags_of(const std::string& text, Domain domain = Domain::kNews) {
  const std::string out = written(tag_german(text, "2025-02-27", domain), text, "2025-02-27");
  CAPTURE(out);
  CHECK(fault_of_timeml(out) == "");
  std::vector<Timex3Tag> tags = timex3_tags(out);
  tags.erase(tags.begin());
  return tags;
}

// The first tag of this value.
std::string shown(const std::vector<Timex3Tag>& tags, const std::string& value) {
  for (const Timex3Tag& tag : tags) {
    if (tag.get("value") != value) continue;
    std::string out = tag.is_empty ? "empty" : "text";
    for (const char* name : {"type", "mod", "beginPoint", "endPoint", "anchorTimeID"}) {
      if (!tag.get(name).empty()) out.append(" ").append(tag.get(name));
    }
    return out;
  }
  return "none";
}

std::string without_tags(const std::string& text) {
  static const std::regex tag("<TIMEX3 [^<>]*>|</TIMEX3>");
  return std::regex_replace(text, tag, "");
}

// Tags on the words that are given, all counted from the publication.
std::string tagged_words(const std::string& document, const std::vector<std::string>& words) {
  const auto input = read_timeml(document);
  REQUIRE(input.ok());
  const Timex timex = timex_of("2010-05-08");
  std::vector<Annotation> annotations;
  for (const std::string& word : words) {
    const std::size_t at = input->text.find(word);
    REQUIRE(at != std::string::npos);
    const auto begin = static_cast<std::uint32_t>(at);
    annotations.push_back({{begin, begin + static_cast<std::uint32_t>(word.size())}, &timex});
  }
  const std::string out = write_timeml(*input, annotations);
  CHECK(without_tags(out) == without_tags(input->source));
  return out;
}

const std::string kHead = "<TimeML><DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"2010\"/></DCT><TEXT>";
const std::string kTail = "</TEXT></TimeML>";

// What stands in TEXT when these words are tagged; each tag is shown as {…}.
std::string body_of(const std::string& body, const std::vector<std::string>& words) {
  std::string out = tagged_words(kHead + body + kTail, words);
  out = out.substr(kHead.size(), out.size() - kHead.size() - kTail.size());
  out = std::regex_replace(out, std::regex("<TIMEX3 [^<>]*>"), "{");
  return std::regex_replace(out, std::regex("</TIMEX3>"), "}");
}

}  // namespace

TEST_CASE("timex/timeml: every example of every pack comes out as valid TimeML") {
  for (const text::Language language : text::kLanguages) {
    std::size_t tags = 0;
    for (const RuleExample& example : pack_for(language).tagger.examples()) {
      const Tagged tagged = tag_text(language, example.text, example.published, example.domain);
      const std::string out = written(tagged, example.text, example.published);
      CAPTURE(example.where);
      CAPTURE(out);
      CHECK(fault_of_timeml(out) == "");
      CHECK(without_tags(out).find(example.text) != std::string::npos);
      tags += tagged.timexes.size();
    }
    CHECK(tags > 200);
  }
}

// TimeML 1.2.1: a date that was counted names what it was counted from.
TEST_CASE("timex/timeml: a counted date names what it was counted from") {
  auto tags = tags_of("Am 3. Mai 2024 war Ruhe. Drei Tage später kam er. Gestern ging er.");
  CHECK(shown(tags, "2024-05-03") == "text DATE");
  CHECK(shown(tags, "2024-05-06") == "text DATE t1");
  CHECK(shown(tags, "2025-02-26") == "text DATE t0");
  tags = tags_of("Am Donnerstag begann es um 20 Uhr.");
  CHECK(shown(tags, "2025-02-27") == "text DATE t0");
  CHECK(shown(tags, "2025-02-27T20:00") == "text TIME t1");
  // From a later one, and the end of a range from its beginning.
  CHECK(shown(tags_of("Um 20 Uhr am Donnerstag begann es."), "2025-02-27T20:00") == "text TIME t2");
  CHECK(shown(tags_of("Von Montag bis Mittwoch war Ruhe."), "2025-02-26") == "text DATE t1");
  // The year of the events told.
  tags = tags_of("Im Juni 1815 zog er nach Norden. Am 18. Juni stand er bei Waterloo.", Domain::kNarrative);
  CHECK(shown(tags, "1815-06-18") == "text DATE t1");
}

// TimeML 1.2.1: durations have ends; the corpora write those that no words say as empty tags.
TEST_CASE("timex/timeml: a duration counted from the publication has two ends, a range a length") {
  auto tags = tags_of("Seit drei Jahren wartet sie.");
  CHECK(shown(tags, "P3Y") == "text DURATION t2 t0");
  CHECK(shown(tags, "2022") == "empty DATE t0");
  tags = tags_of("In den kommenden zwei Wochen wird gearbeitet.");
  CHECK(shown(tags, "P2W") == "text DURATION t0 t2");
  CHECK(shown(tags, "2025-W11") == "empty DATE t0");
  CHECK(shown(tags_of("Vor etwa drei Jahren ging er."), "2022") == "empty DATE APPROX t0");
  CHECK(shown(tags_of("Das dauerte drei Jahre."), "P3Y") == "text DURATION");
  const std::vector<std::pair<std::string, std::string>> ranges = {
      {"Vom 5. bis zum 9. Juni war Ruhe.", "P5D"},
      {"Von Jänner bis März war Ruhe.", "P3M"},
      {"Von 1914 bis 1918 war Krieg.", "P5Y"},
      {"Am Montag war von 9 bis 16.30 Uhr geöffnet.", "PT7H30M"},
      {"Am Montag war von 9 bis 9.30 Uhr geöffnet.", "PT30M"}};
  for (const auto& [text, length] : ranges) {
    CAPTURE(text);
    const auto found = tags_of(text);
    CHECK(shown(found, length).starts_with("empty DURATION t"));
    CHECK(found.back().get("value") == length);
  }
  // Two units make no length.
  for (const Timex3Tag& tag : tags_of("Von 1914 bis März 1918 war Krieg.")) CHECK(tag.get("type") != "DURATION");
}

TEST_CASE("timex/timeml: tids are given once, whatever the document has") {
  const std::string other = "<TITLE><TIMEX3 tid='t1' type='DATE' value='2010'>x</TIMEX3></TITLE>";
  const std::string dct = "<DCT><TIMEX3 tid='t7' type='DATE' value='2010'/></DCT>";
  std::string out = tagged_words("<TimeML>" + dct + other + "<TEXT>gestern</TEXT></TimeML>", {"gestern"});
  CHECK(out.find("<TIMEX3 tid=\"t2\" type=\"DATE\" value=\"2010-05-08\" temporalFunction=\"true\" "
                 "anchorTimeID=\"t7\">gestern") != std::string::npos);
  // A creation time without a tag gets one where something refers to it, and it reads back.
  out = tagged_words("<TimeML><DCT> 2010-05-10 </DCT><TEXT>gestern</TEXT></TimeML>", {"gestern"});
  CHECK(fault_of_timeml(out) == "");
  CHECK(out.find("<TEXT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"2010-05-10\" temporalFunction=\"false\" "
                 "functionInDocument=\"CREATION_TIME\"/><TIMEX3") != std::string::npos);
  CHECK(tagged_words(out, {"gestern"}) == out);
}

TEST_CASE("timex/timeml: tags nest with the tags that are there, or there are none") {
  const std::vector<std::array<std::string, 3>> rows = {
      {"am 3. <b>März</b> 2009.", "3. März 2009", "am {3. <b>März</b> 2009}."},
      {"am <b>3. März</b> 2009.", "3. März 2009", "am {<b>3. März</b> 2009}."},
      {"am <i><b>3.</b> März</i> 2009.", "3. März 2009", "am {<i><b>3.</b> März</i> 2009}."},
      {"am <i><b>3.</b> März</i> 2009.", "3. März", "am <i>{<b>3.</b> März}</i> 2009."},
      {"3. <b>März <i>2009</i></b><!-- x -->.", "3. März 2009", "{3. <b>März <i>2009</i></b>}<!-- x -->."},
      {"3. <b>März 2009<br/></b>.", "3. März 2009", "{3. <b>März 2009<br/></b>}."},
      {"<b>am 3. März</b> 2009.", "3. März 2009", "<b>am 3. März</b> 2009."},
      {"3. <b>März 2009 ist</b> da.", "3. März 2009", "3. <b>März 2009 ist</b> da."},
      {"3. M<?x y?>ä<!-- <b> -->rz<br/>.", "3. März", "{3. M<?x y?>ä<!-- <b> -->rz}<br/>."},
      {"am <![CDATA[3. März]]>.", "3. März", "am {<![CDATA[3. März]]>}."},
      {"am <![CDATA[3.]]> März.", "3. März", "am {<![CDATA[3.]]> März}."},
      {"am <![CDATA[3. März & <b>]]>.", "3. März", "am <![CDATA[3. März & <b>]]>."},
      {"&#51;. M&#xE4;rz &amp; so", "3. März &", "{&#51;. M&#xE4;rz &amp;} so"}};
  for (const auto& [body, words, expected] : rows) {
    CAPTURE(body);
    CHECK(body_of(body, {words}) == expected);
  }
  CHECK(body_of("<i>heute</i><b>gestern</b>", {"heute", "gestern"}) == "<i>{heute}</i><b>{gestern}</b>");
}

TEST_CASE("timex/timeml: the creation time is found where the corpora have it") {
  const std::string tag = "<TIMEX3 tid='t9' type='DATE' value='2010-02-20' functionInDocument='CREATION_TIME'";
  const std::vector<std::array<std::string, 3>> rows = {
      {"<TimeML><DCT>" + tag + ">x</TIMEX3></DCT><TEXT>a</TEXT></TimeML>", "2010-02-20", "t9"},
      {"<TimeML><TEXT>a</TEXT><DCT>" + tag + "/></DCT></TimeML>", "2010-02-20", "t9"},
      {"<TimeML>" + tag + "/><TEXT>a</TEXT></TimeML>", "2010-02-20", "t9"},
      {"<TimeML><TEXT>a " + tag + ">x</TIMEX3></TEXT></TimeML>", "2010-02-20", ""},
      {"<TimeML><DCT>\n20. 2. 2010\n</DCT><TEXT>a</TEXT></TimeML>", "20. 2. 2010", ""},
      {"<TimeML><DCT><TIMEX3 tid='t3'>2010</TIMEX3></DCT><TEXT>a</TEXT></TimeML>", "2010", "t3"},
      {"<TimeML><TITLE>2010</TITLE><TEXT>a</TEXT></TimeML>", "", ""}};
  for (const auto& [document, dct, id] : rows) {
    CAPTURE(document);
    const auto input = read_timeml(document);
    REQUIRE(input.ok());
    CHECK(input->dct == dct);
    CHECK(input->dct_id == id);
  }
}

TEST_CASE("timex/timeml: TEXT ends where its element ends") {
  const auto input =
      read_timeml("<!-- <TEXT>no</TEXT> --><TEXT x='<'>a<!-- </TEXT> --><TEXTS>b</TEXTS></TEXT > c</TEXT>");
  REQUIRE(input.ok());
  CHECK(input->text == "ab");
}

// Pieces of markup and of text in any order: nothing is lost, nothing dangles, writing again gives the same.
TEST_CASE("timex/timeml: any bytes come back as they were, outside of the tags") {
  static constexpr std::array<std::string_view, 30> pieces = {"3. März ",
                                                              "2009",
                                                              " heute ",
                                                              "vor drei Tagen",
                                                              "<b>",
                                                              "</b>",
                                                              "<i x=\"1\">",
                                                              "</i>",
                                                              "<br/>",
                                                              "<!--",
                                                              "-->",
                                                              "<![CDATA[",
                                                              "]]>",
                                                              "&amp;",
                                                              "&",
                                                              "&#228;",
                                                              "&#0;",
                                                              "<",
                                                              ">",
                                                              "\"",
                                                              "'",
                                                              "\r\n",
                                                              "<?x",
                                                              "?>",
                                                              "a\xCC\x88",
                                                              "<TIMEX3 tid=\"t4\">",
                                                              "</TIMEX3>",
                                                              "\x01",
                                                              "\xEF\xBB\xBF",
                                                              "<TIMEX3 value='x'/>"};
  std::mt19937 random(7);  // NOLINT: the same every time
  for (int round = 0; round < 3000; ++round) {
    std::string body;
    for (std::uint32_t n = random() % 30; n > 0; --n) body += pieces[random() % pieces.size()];
    CAPTURE(body);
    const std::string document = kHead + body + kTail;
    const auto input = read_timeml(document);
    if (!input) continue;
    const Tagged tagged = tag_german(input->text, "2010");
    std::vector<Annotation> annotations;
    for (const Timex& timex : tagged.timexes) annotations.push_back({tagged.document.source_span(timex.span), &timex});
    const std::string out = write_timeml(*input, annotations);
    std::string rest = out;
    for (const Timex3Tag& tag : timex3_tags(out)) {
      if (tag.get("temporalFunction").empty() || tag.get("functionInDocument") == "CREATION_TIME") continue;
      const std::size_t at = rest.find(tag.source);
      REQUIRE(at != std::string::npos);
      rest.erase(at, tag.source.size());
    }
    // What is left but for the closing tags that were set.
    CHECK(std::regex_replace(rest, std::regex("</TIMEX3>"), "") ==
          std::regex_replace(input->source, std::regex("</TIMEX3>"), ""));
  }
}

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
  const std::string out = write_timeml(text, {"a<b", "2010-05-10", "Tag & Tag"}, std::span(&annotation, 1));
  const auto input = read_timeml(out);
  REQUIRE(input.ok());
  CHECK(input->text == text);
  CHECK(input->dct == "2010-05-10");
  CHECK(input->title == "Tag & Tag");
  CHECK(out.find("Sonntag &amp; \"so\".</TEXT>") != std::string::npos);
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
