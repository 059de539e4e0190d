// needed_clauses_test.cpp: tagging with the clauses of the sentences that need them, against those of whole documents.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "tagging.h"

namespace annalen::timex {
namespace {

std::string described(const std::vector<Timex>& timexes) {
  std::string out;
  for (const Timex& timex : timexes) {
    out += std::to_string(timex.span.begin) + "-" + std::to_string(timex.span.end) + " " +
           std::string(to_text(timex.type)) + " " + value_and_mod(timex) + " " + timex.quant + timex.freq + " " +
           timex.derivation.rule + " " + timex.derivation.anchor + " " + readings_text(timex);
    if (timex.dating) out += " " + std::string(time::to_text(timex.dating->relation)) + " " + timex.dating->edtf;
    if (timex.range_last) out += " to " + std::to_string(*timex.range_last);
    out += "\n";
  }
  return out;
}

std::vector<std::string> texts() {
  std::vector<std::string> out;
  for (const auto& file : std::filesystem::directory_iterator(ANNALEN_SOURCE_DIR "/fixtures/articles")) {
    std::ifstream in(file.path(), std::ios::binary);
    out.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  constexpr const char* words[] = {"am",   "Montag", "wird",   "er",    "kommen",    ".",   "kam",   "im",
                                   "März", "1945",   "bis",    "27.",   ",",         "der", "sagte", "\n\n",
                                   "vor",  "drei",   "Jahren", "heute", "(",         ")",   "2022",  "seit",
                                   "Haus", "um",     "8",      "Uhr",   "20.3.2021", "weil"};
  std::mt19937 random(11);
  for (int i = 0; i < 300; ++i) {
    std::string text;
    for (int k = 0; k < 80; ++k) text += std::string(words[random() % std::size(words)]) + " ";
    out.push_back(text);
  }
  return out;
}

}  // namespace

TEST_CASE("timex/needed_clauses: the clauses of sentences without a temporal expression change nothing") {
  const text::Segmenter segmenter = text::Segmenter::of(text::Language::kGerman);
  const clause::Analyser analyser = clause::Analyser::of(text::Language::kGerman);
  const Tagger tagger = Tagger::of(text::Language::kGerman);
  std::size_t found = 0;
  for (const std::string& text : texts()) {
    CAPTURE(text);
    const text::Document document = segmenter.segment(text);
    for (const char* published : {"2022-03-10", "2022-03"}) {
      const auto publication = time::Publication::parse(published, "Europe/Vienna");
      REQUIRE(publication.ok());
      for (const Domain domain : {Domain::kAuto, Domain::kNarrative}) {
        const auto whole = tagger.tag(document, analyser.analyse(document), *publication, domain);
        CHECK(described(tagger.tag(document, analyser, *publication, domain)) == described(whole));
        found += whole.size();
      }
    }
  }
  CHECK(found > 1000);
}

}  // namespace annalen::timex
