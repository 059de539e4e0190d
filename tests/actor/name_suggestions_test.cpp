// What the trained model adds to tables and patterns, and where it must not.
#include <doctest/doctest.h>

#include <array>
#include <string>

#include "actor/resources.h"
#include "found.h"

namespace annalen::actor {
namespace {

std::string found_without_model(std::string_view text) {
  static const auto finder = Finder::load(german_pack());
  REQUIRE(finder.ok());
  const auto document = text::Segmenter::of(text::Language::kGerman).segment(text);
  const std::array<Part, 1> parts{Part{&document, nullptr}};
  return shown(document, finder->find(parts)[0]);
}

TEST_CASE("actor/name_suggestions: a name that neither table nor pattern has is the model's") {
  constexpr std::string_view text = "Am Abend gewann Zwerbo Okonjo das Rennen.";
  CHECK(found_without_model(text).empty());
  CHECK(found(text) == "Zwerbo Okonjo|per/zwerbo-okonjo");
}

TEST_CASE("actor/name_suggestions: tables win over the model, and what stands in quotation marks is no actor") {
  struct Row {
    std::string_view text;
    std::string_view mentions;
  };
  for (const auto& [text, mentions] : {Row{"Moskau und Kiew verhandeln.", "Moskau|place/moskau; Kiew|place/kiew"},
                                       {"Der Frachter „Colombo Express“ lief aus.", ""},
                                       {"Das berichtet die New York Times.", ""}}) {
    CAPTURE(text);
    CHECK(found(text) == mentions);
  }
}

TEST_CASE("actor/name_suggestions: a finder is not made with a model that is damaged") {
  const Resources all = embedded_resources("de");
  CHECK(Finder::load(german_pack(), all).ok());
  CHECK_FALSE(Finder::load(german_pack(), {all.model.first(all.model.size() / 2), all.dictionary}).ok());
  CHECK_FALSE(Finder::load(german_pack(), {all.model, all.dictionary.first(all.dictionary.size() / 2)}).ok());
}

}  // namespace
}  // namespace annalen::actor
