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

// mention.h, Keys: "ISO 3166-1 alpha-2; historical states by ISO 3166-3 or a word"
TEST_CASE(
    "actor/states: states by name, long form, genitive, adjective and inhabitant; past states have keys of their own") {
  const Row rows[] = {
      Row{"Russlands Armee griff an.", "Russlands|state/RU"},
      Row{"Die Russische Föderation lehnte ab.", "Russische Föderation|state/RU"},
      Row{"Die Vereinigten Staaten verhängten Zölle.", "Vereinigten Staaten|state/US"},
      Row{"In den Vereinigten Staaten wurde gewählt.", "Vereinigten Staaten|state/US|place"},
      Row{"Die Volksrepublik China protestierte.", "Volksrepublik China|state/CN"},
      Row{"Großbritannien verließ die EU.", "Großbritannien|state/GB; EU|org/eu"},
      Row{"Das Vereinigte Königreich reagierte.", "Vereinigte Königreich|state/GB"},
      Row{"Die Regierung der Ukraine trat zurück.", "Ukraine|state/UA"},
      Row{"Das Parlament in der Ukraine stimmte zu.", "Ukraine|state/UA|place"},
      Row{"Der türkische Präsident sagte zu.", "türkische|state/TR|attr"},
      Row{"Die amerikanische Delegation reiste ab.", "amerikanische|state/US|attr"},
      Row{"Die US-Regierung verhängte Sanktionen.", "US|state/US|attr"},
      Row{"Im Ukraine-Konflikt gibt es Bewegung.", "Ukraine|state/UA|attr"},
      Row{"Österreichische Soldaten halfen in Bosnien.", "Österreichische|state/AT|attr; Bosnien|state/BA|place"},
      Row{"Die Sowjetunion marschierte ein.", "Sowjetunion|state/SUHH"},
      Row{"Die DDR baute die Mauer.", "DDR|state/DDDE"},
      Row{"Das Osmanische Reich zerfiel.", "Osmanische Reich|state/osmanisches-reich"},
      Row{"Österreich-Ungarn erklärte Serbien den Krieg.",
          "Österreich-Ungarn|state/osterreich-ungarn; Serbien|state/RS"},
      Row{"Truppen aus Nordkorea kämpfen gegen die Ukraine.", "Nordkorea|state/KP|place; Ukraine|state/UA"},
      Row{"Die Ukrainer und die Russen verhandelten.", "Ukrainer|state/UA|attr; Russen|state/RU|attr"},
      Row{"Frankreich und Deutschland einigten sich.", "Frankreich|state/FR; Deutschland|state/DE"},
      Row{"Auf Kuba fiel der Strom aus.", "Kuba|state/CU|place"},
      Row{"Druck auf Russland half nicht.", "Russland|state/RU"},
      Row{"Er fuhr durch Slowenien nach Kroatien.", "Slowenien|state/SI; Kroatien|state/HR|place"},
      Row{"Die Slowakei und Tschechien schlossen die Grenzen.", "Slowakei|state/SK; Tschechien|state/CZ"},
      Row{"Der südkoreanische Konzern baut ein Werk in Polen.", "südkoreanische|state/KR|attr; Polen|state/PL|place"},
      Row{"Polen half den Flüchtlingen.", "Polen|state/PL"},
      Row{"Die Schweiz und Liechtenstein stimmten zu.", "Schweiz|state/CH; Liechtenstein|state/LI"},
      Row{"Der Schweizer Bundesrat tagte.", "Schweizer|state/CH|attr; Bundesrat|org/bundesrat"},
      Row{"Die Bundesrepublik Deutschland unterzeichnete den Vertrag.", "Bundesrepublik Deutschland|state/DE"},
      Row{"Zwischen Indien und Pakistan gab es Gefechte.", "Indien|state/IN; Pakistan|state/PK"},
      Row{"Die Elfenbeinküste gewann gegen Ghana.", "Elfenbeinküste|state/CI; Ghana|state/GH"},
      Row{"Das Deutsche Reich kapitulierte.", "Deutsche Reich|state/deutsches-reich"},
      Row{"Saudi-Arabien und die Vereinigten Arabischen Emirate vermittelten.",
          "Saudi-Arabien|state/SA; Vereinigten Arabischen Emirate|state/AE"},
      Row{"Die saudi-arabische Führung schwieg.", "saudi-arabische|state/SA|attr"},
      Row{"Die russisch-ukrainische Grenze ist zu.", "russisch|state/RU|attr; ukrainische|state/UA|attr"},
      Row{"Der Irak, der Iran und Syrien schwiegen.", "Irak|state/IQ; Iran|state/IR; Syrien|state/SY"},
      Row{"In Deutschland, Österreich und der Schweiz wird Deutsch gesprochen.",
          "Deutschland|state/DE|place; Österreich|state/AT|place; Schweiz|state/CH|place"},
      Row{"Der Jemen leidet.", "Jemen|state/YE"},
      // Capitalised within a sentence: part of a name, no word about the state.
      Row{"Das liegt in der Österreichischen Bibliothek.",
          "Österreichischen Bibliothek|org/osterreichische-bibliothek|place"},
      Row{"Das liegt in der österreichischen Bibliothek.", "österreichischen|state/AT|attr"},
      Row{"Österreichische Bibliotheken schließen.", "Österreichische|state/AT|attr"},
      Row{"Die Tschechoslowakei zerfiel friedlich.", "Tschechoslowakei|state/CSHH"},
      Row{"Jugoslawien existiert nicht mehr.", "Jugoslawien|state/YUCS"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(found(row.text) == row.mentions);
  }
}

}  // namespace annalen::actor
