// org_phrases_test.cpp: organisations that no table knows, by the phrase that makes their name, and their short names.
#include <doctest/doctest.h>

#include <string_view>

#include "found.h"

namespace annalen::actor {
namespace {

struct Row {
  std::string_view text;
  std::string_view mentions;  // see found.h
};

void check(const Row& row) {
  CAPTURE(row.text);
  CHECK(found(row.text) == row.mentions);
}

TEST_CASE("actor/org_phrases: an adjective with a capital and what an organisation is make a name, in the nominative") {
  for (const Row& row : {
           Row{"Das teilte der Österreichische Kegelverband mit.",
               "Österreichische Kegelverband|org/osterreichischer-kegelverband"},
           Row{"Sie trat dem Unabhängigen Imkerverein bei.", "Unabhängigen Imkerverein|org/unabhangiger-imkerverein"},
           Row{"Ein Sprecher des Deutschen Kegelbundes kam.", "Deutschen Kegelbundes|org/deutscher-kegelbund"},
           Row{"Das Deutsche Zentrum für Schall- und Lichtforschung (DZSL) misst. Das DZSL warnt.",
               "Deutsche Zentrum für Schall- und Lichtforschung|org/deutsches-zentrum-fur-schall-und-lichtforschung; "
               "DZSL|org/deutsches-zentrum-fur-schall-und-lichtforschung|attr; "
               "DZSL|org/deutsches-zentrum-fur-schall-und-lichtforschung"},
           // Small letters name nobody.
           Row{"Ein unabhängiger Imkerverein protestierte.", ""},
       }) {
    check(row);
  }
}

TEST_CASE("actor/org_phrases: whom a body is of or against is part of its name, unless that is somebody itself") {
  for (const Row& row : {
           Row{"Der Verband der Uhrmacher warnte.", "Verband der Uhrmacher|org/verband-der-uhrmacher"},
           Row{"Der Lawinendienst riet ab, der Alpenverein Brünn trauert.", "Alpenverein Brünn|org/alpenverein-brunn"},
           Row{"Das Landesgericht für Strafsachen Wien urteilte.",
               "Landesgericht für Strafsachen Wien|org/landesgericht-fur-strafsachen-wien"},
           Row{"Der Verein „Zwerbohaus“ hilft.", "Zwerbohaus|org/zwerbohaus"},
           Row{"Der Verein gegen Nachtflüge klagte.", "Verein gegen Nachtflüge|org/verein-gegen-nachtfluge"},
           Row{"Am Ende gewann der Verein gegen Rapid.", "Rapid|org/rapid-wien"},
       }) {
    check(row);
  }
}

TEST_CASE("actor/org_phrases: what it is stands before a name that nobody knows") {
  for (const Row& row : {
           Row{"Der schwedische Konzern Nordskog Paper baut ab.",
               "schwedische|state/SE|attr; Nordskog Paper|org/nordskog-paper"},
           Row{"Das verlangt die Gewerkschaft BU-VO.", "BU-VO|org/bu-vo"},
           Row{"Sie verloren gegen den Zweitligisten Horn.", "Horn|org/horn"},
           Row{"Die Firma Zwerbo & Brantl ist insolvent.", "Zwerbo & Brantl|org/zwerbo-brantl"},
           Row{"Gegen Titelverteidiger Zwerbo gewann Tabellenführer Hartberg.", "Hartberg|org/hartberg"},
           // A person may make something as well.
           Row{"Das sagte der Hersteller Karl Brantl.", "Karl Brantl|per/karl-brantl"},
           // An object without an article.
           Row{"Deshalb hat der Verein Spenden gesammelt.", ""},
       }) {
    check(row);
  }
}

TEST_CASE("actor/org_phrases: compounds, tails and English names") {
  for (const Row& row : {
           Row{"Das Zwerbo-Institut forscht, die Karl-Brantl-Stiftung zahlt.",
               "Zwerbo-Institut|org/zwerbo-institut; Karl-Brantl-Stiftung|org/karl-brantl-stiftung"},
           Row{"Dort gewann Zwerbo Motors.", "Zwerbo Motors|org/zwerbo-motors"},
           Row{"Dort siegte die Bank of Zwerbo.", "Bank of Zwerbo|org/bank-of-zwerbo"},
           Row{"Dort sprach Samantha Power.", "Samantha Power|per/samantha-power"},
       }) {
    check(row);
  }
}

TEST_CASE("actor/org_phrases: an organisation that was named in full is meant by its short name") {
  for (const Row& row : {
           Row{"Der Konzern Zwerbo Paper baut ab. Zwerbos Chefin kündigte das an. Zwerbo schwieg.",
               "Zwerbo Paper|org/zwerbo-paper; Zwerbos|org/zwerbo-paper; Zwerbo|org/zwerbo-paper"},
           Row{"Die Zwerbo AG wächst. Der Hersteller Zwerbo stellt ein.",
               "Zwerbo AG|org/zwerbo-ag; Zwerbo|org/zwerbo-ag"},
           // Two of one short name: neither.
           Row{"Zwerbo Motors klagte Zwerbo Energy. Zwerbo gewann.",
               "Zwerbo Motors|org/zwerbo-motors; Zwerbo Energy|org/zwerbo-energy"},
           // A surname is the person's …
           Row{"Peter Zwerbo gründete Zwerbo Motors. Zwerbo starb.",
               "Peter Zwerbo|per/peter-zwerbo; Zwerbo Motors|org/zwerbo-motors; Zwerbo|per/peter-zwerbo"},
           // … save where the firm is called just so: then it is nobody's.
           Row{"Peter Zwerbo führt die Firma Zwerbo. Zwerbo schwieg.",
               "Peter Zwerbo|per/peter-zwerbo; Zwerbo|org/zwerbo"},
       }) {
    check(row);
  }
}

}  // namespace
}  // namespace annalen::actor
