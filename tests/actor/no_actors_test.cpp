#include <doctest/doctest.h>

#include <string_view>

#include "found.h"

namespace annalen::actor {
namespace {

struct Row {
  std::string_view text;
  std::string_view mentions;  // see found.h
};

}  // namespace

TEST_CASE("actor/no_actors: common nouns, months, newspapers, treaties and measures are no actors") {
  const Row rows[] = {
      Row{"Der Regen kam am Montag.", ""},
      Row{"Im August und im März fiel Schnee.", ""},
      Row{"Am 3. August Montag war Ruhetag.", ""},
      Row{"Die Mark verlor an Wert.", ""},
      Row{"Der Sommer war heiß.", ""},
      Row{"Gestern starb ein Mann.", ""},
      Row{"Die Polizei nahm den Täter fest.", ""},
      Row{"Laut \"Kurier\" stieg der Preis.", ""},
      Row{"Der Standard und Die Presse berichteten darüber.", ""},
      Row{"Das berichtet die New York Times.", ""},
      Row{"Zu Ostern und zu Weihnachten bleibt geschlossen.", ""},
      Row{"Der Erste Weltkrieg begann.", ""},
      Row{"Der Vertrag von Lissabon trat in Kraft.", ""},
      Row{"Der PKW und der LKW prallten zusammen.", ""},
      Row{"Die DNA wurde untersucht.", ""},
      Row{"Das BIP sank um 2 Prozent.", ""},
      Row{"Die Herausforderer Müller gaben auf.", ""},
      Row{"Kurz nach Mitternacht brannte es.", ""},
      Row{"Die Richter entschieden am Freitag.", ""},
      Row{"Ein Sprecher der Polizei bestätigte den Einsatz.", ""},
      Row{"Der Präsident Mitte Mai ernannt.", ""},
      Row{"Der Minister sagte dem Journalisten nichts.", ""},
      Row{"Marktführer Apfelsaft gewinnt.", ""},
      Row{"Ernst nehmen muss man das.", ""},
      Row{"Will man das wirklich?", ""},
      Row{"Die Rose blüht.", ""},
      Row{"Er ging zum Arzt.", ""},
      Row{"Der Preis für Öl stieg.", ""},
      Row{"Das Spiel endete 2:1.", ""},
      Row{"Es gilt die Genfer Konvention.", ""},
      Row{"Per Dekret wurde das verboten.", ""},
      Row{"Der Vorstand Ende Juni zurückgetreten.", ""},
      Row{"Der Main ist ein Fluss und die Rose ist rot.", "Main|place/main|place"},
      Row{"Die Demonstranten forderten Reformen.", ""},
      Row{"Eine Frau Mitte 30 wurde verletzt.", ""},
      Row{"In der Nacht auf Dienstag stürmte es.", ""},
      Row{"Die Koalition einigte sich auf ein Budget.", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(found(row.text) == row.mentions);
  }
}

}  // namespace annalen::actor
