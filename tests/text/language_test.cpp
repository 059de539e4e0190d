#include <doctest/doctest.h>

#include <string>

#include "text/language_finder.h"

using annalen::text::Language;
using annalen::text::language_from_text;
using annalen::text::LanguageFinder;

TEST_CASE("text/language: closed-class words tell German from English, and both from others") {
  struct Row {
    const char* text;
    std::optional<Language> language;
  };
  const Row rows[] = {
      {"Der Rat tagte am 3. März 2024 in Wien und beschloss das Gesetz.", Language::kGerman},
      {"Heuer im Jänner hat es in Graz so viel geschneit wie seit Jahren nicht mehr.", Language::kGerman},
      {"The council met on 3 March 2024 in Vienna and passed the law.", Language::kEnglish},
      {"He was in Berlin in 2014.", Language::kEnglish},
      {"„To be or not to be“, sagte der Schauspieler, als er am Abend auf die Bühne trat, und die Leute lachten.",
       Language::kGerman},
      {"The minister said that “Wir schaffen das” was a sentence she would not have used in the same way.",
       Language::kEnglish},
      {"DER RAT TAGTE GESTERN MIT DEN MINISTERN.", Language::kGerman},
      {"Le conseil s'est réuni le 3 mars 2024 à Vienne et a adopté la loi sur les retraites.", std::nullopt},
      {"Il consiglio si è riunito il 3 marzo 2024 a Vienna e ha approvato la legge.", std::nullopt},
      {"De raad kwam op 3 maart 2024 bijeen in Wenen en nam de wet over de pensioenen aan.", std::nullopt},
      {"El consejo se reunió en Viena y aprobó la ley sobre las pensiones de los trabajadores.", std::nullopt},
      {"Rådet mødtes i Wien den 3. marts 2024 og vedtog loven om pensioner for alle.", std::nullopt},
      {"Совет собрался в Вене и принял закон.", std::nullopt},
      {"", std::nullopt},
      {"3.3.2024, 14:30; 2025-01-01", std::nullopt},
      {"Wien", std::nullopt},
  };
  const LanguageFinder finder;
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    CHECK(finder.find(row.text) == row.language);
  }
}

TEST_CASE("text/language: only a text's beginning is looked at") {
  const LanguageFinder finder;
  std::string text;
  while (text.size() < 5000) text += "Der Rat tagte in der Stadt. ";
  std::string english;
  while (english.size() < 50'000) english += "The council met in the town. ";
  CHECK(finder.find(text + english) == Language::kGerman);
  CHECK(finder.find(std::string(100'000, 'x')) == std::nullopt);
  std::string umlauts;
  while (umlauts.size() < 100'000) umlauts += "ä";
  CHECK(finder.find(umlauts) == std::nullopt);
}

TEST_CASE("text/language: tags name languages") {
  for (const Language language : annalen::text::kLanguages) {
    CHECK(language_from_text(annalen::text::to_text(language)) == language);
  }
  CHECK_FALSE(language_from_text("fr"));
  CHECK_FALSE(language_from_text(""));
}
