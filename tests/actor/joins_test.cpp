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

// DESIGN.md, Time, Conventions: "pronouns and "das Unternehmen" count when one reading is left, with the mention as
// written"
TEST_CASE("actor/joins: mentions of one article are joined where one reading is left") {
  const Row rows[] = {
      Row{"Dmitri Peskow sprach. Peskow drohte.", "Dmitri Peskow|per/dmitri-peskow; Peskow|per/dmitri-peskow"},
      Row{"Karl Nehammer kam. Nehammers Rede war kurz.",
          "Karl Nehammer|per/karl-nehammer; Nehammers|per/karl-nehammer"},
      Row{"Donald Trump kam. Melania Trump lachte. Trump winkte.",
          "Donald Trump|per/donald-trump; Melania Trump|per/melania-trump; Trump|per/trump"},
      Row{"Präsident Donald Trump kam. Melania Trump lachte. Präsident Trump winkte.",
          "Donald Trump|per/donald-trump; Melania Trump|per/melania-trump; Trump|per/donald-trump"},
      Row{"Kanzler Kovac schwieg. Später sprach Kovac doch.", "Kovac|per/kovac; Kovac|per/kovac"},
      Row{"Sebastian Kurz trat ab. Kurz darauf regnete es. Kurz sagte nichts.",
          "Sebastian Kurz|per/sebastian-kurz; Kurz|per/sebastian-kurz"},
      Row{"Roland Koch kam. Der Koch kochte. Danach sprach Koch.", "Roland Koch|per/roland-koch; Koch|per/roland-koch"},
      Row{"Alexander Van der Bellen kam. Van der Bellen sprach.",
          "Alexander Van der Bellen|per/alexander-van-der-bellen; Van der Bellen|per/alexander-van-der-bellen"},
      Row{"Mohammed bin Salman kam. Bin Salman lachte. Salman ging.",
          "Mohammed bin Salman|per/mohammed-bin-salman; Bin Salman|per/mohammed-bin-salman; "
          "Salman|per/mohammed-bin-salman"},
      Row{"Joe Biden siegte. Die Biden-Regierung jubelte.", "Joe Biden|per/joe-biden; Biden|per/joe-biden|attr"},
      Row{"Die Türkei half. Im Mai hatte das Land gewählt.", "Türkei|state/TR; das Land|state/TR|ana"},
      Row{"Das Mitgliedsland Ungarn blockierte. Das Land erhielt Geld.", "Ungarn|state/HU; Das Land|state/HU|ana"},
      Row{"Die Türkei und Ungarn halfen. Das Land erhielt Geld.", "Türkei|state/TR; Ungarn|state/HU"},
      Row{"Das Land Tirol fördert den Bau.", "Tirol|place/tirol"},
      Row{"Russland und die Ukraine verhandelten. Die beiden Länder tauschten Gefangene aus.",
          "Russland|state/RU; Ukraine|state/UA; Die beiden Länder|state/RU|ana; Die beiden Länder|state/UA|ana"},
      Row{"Russland, China und die Ukraine verhandelten. Die beiden Länder einigten sich.",
          "Russland|state/RU; China|state/CN; Ukraine|state/UA"},
      Row{"Siemens baut Stellen ab. Das Unternehmen begründete das nicht.",
          "Siemens|org/siemens; Das Unternehmen|org/siemens|ana"},
      Row{"Siemens und Bosch bauen Stellen ab. Das Unternehmen schwieg.", "Siemens|org/siemens; Bosch|org/bosch"},
      Row{"Karl Nehammer kam. Er sprach lange.", "Karl Nehammer|per/karl-nehammer; Er|per/karl-nehammer|ana"},
      Row{"Karl Nehammer traf Werner Kogler. Er sprach lange.",
          "Karl Nehammer|per/karl-nehammer; Werner Kogler|per/werner-kogler"},
      Row{"Angela Merkel kam. Sie sprach lange.", "Angela Merkel|per/angela-merkel; Sie|per/angela-merkel|ana"},
      Row{"Angela Merkel kam. Sie sprachen lange.", "Angela Merkel|per/angela-merkel"},
      Row{"Angela Merkel kam. Er sprach lange.", "Angela Merkel|per/angela-merkel"},
      Row{"\"Das ist unser Land\", sagte Karl Nehammer. Die Verfassung unseres Landes gilt.",
          "Karl Nehammer|per/karl-nehammer"},
      Row{"George W. Bush kam. George Bush sprach. Bush ging.",
          "George W. Bush|per/george-w-bush; George Bush|per/george-w-bush; Bush|per/george-w-bush"},
      Row{"Sturm Graz siegte. Danach war Sturm müde.", "Sturm Graz|org/sturm-graz; Sturm|org/sturm-graz"},
      Row{"Ein Sturm tobte. Danach war der Sturm vorbei.", ""},
      Row{"Elfriede Gerstner starb. Ministerin Judith Gruber würdigte sie am Abend.",
          "Elfriede Gerstner|per/elfriede-gerstner; Judith Gruber|per/judith-gruber"},
      Row{"Peter Huber kam, \"das freut mich\", sagte er.", "Peter Huber|per/peter-huber; er|per/peter-huber|ana"},
      Row{"Außenminister Lawrow kam. Sergej Lawrow sprach.",
          "Lawrow|per/sergej-lawrow; Sergej Lawrow|per/sergej-lawrow"},
      Row{"Peter Huber und Anna Gruber kamen. Gruber sprach, Huber schwieg.",
          "Peter Huber|per/peter-huber; Anna Gruber|per/anna-gruber; Gruber|per/anna-gruber; Huber|per/peter-huber"},
      Row{"Der Angeklagte Josef F. gestand. Josef F. weinte.", "Josef F.|per/josef-f; Josef F.|per/josef-f"},
      Row{"Kim Jong Un kam. Kim lachte.", "Kim Jong Un|per/kim-jong-un; Kim|per/kim-jong-un"},
      Row{"Das Unternehmen Siemens wächst.", "Siemens|org/siemens"},
      Row{"In Ungarn wird gewählt. Im Herbst bekommt das Land eine Regierung.",
          "Ungarn|state/HU|place; das Land|state/HU|ana"},
      Row{"Die Regierung in Tirol und Russland stritten. Das Land schwieg.",
          "Tirol|place/tirol|place; Russland|state/RU|place"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(found(row.text) == row.mentions);
  }
}

// people.h: who shares a surname with somebody is not taken for him, also when nobody knows his given name.
TEST_CASE("actor/joins: a namesake with an unknown given name is a person of his own") {
  const Row rows[] = {
      Row{"Präsident Peter Brantl kam. Dann sprach mit Zwerbo Brantl der Nächste. Brantl schwieg.",
          "Peter Brantl|per/peter-brantl; Zwerbo Brantl|per/zwerbo-brantl; Brantl|per/brantl"},
      Row{"Präsident Peter Brantl kam. Zwerbo Brantl, der Bruder, ging. Präsident Brantl blieb.",
          "Peter Brantl|per/peter-brantl; Zwerbo Brantl|per/zwerbo-brantl; Brantl|per/peter-brantl"},
      // What the person is, no given name.
      Row{"Peter Brantl kam. Der Hotelier Brantl schwieg. Brantl ging.",
          "Peter Brantl|per/peter-brantl; Brantl|per/peter-brantl; Brantl|per/peter-brantl"},
      Row{"Hans und Peter Brantl kamen. Brantl schwieg. Hans Brantl ging. Peter Brantl blieb.",
          "Hans|per/hans-brantl; Peter Brantl|per/peter-brantl; Brantl|per/brantl; Hans Brantl|per/hans-brantl; "
          "Peter Brantl|per/peter-brantl"},
      Row{"Emir und Peter Brantl kamen. Emir Brantl ging.", "Peter Brantl|per/peter-brantl; Brantl|per/emir-brantl"},
      Row{"Salvatore Di Lauro kam. Di Lauro ging.",
          "Salvatore Di Lauro|per/salvatore-di-lauro; Di Lauro|per/salvatore-di-lauro"},
      Row{"Peter Brantl kam. Dann schwieg in Linz Stadtrat Brantl.",
          "Peter Brantl|per/peter-brantl; Linz|place/linz|place; Brantl|per/peter-brantl"},
      Row{"Peter Brantl kam. Die Familie Brantl schwieg.", "Peter Brantl|per/peter-brantl"},
      Row{"Maximilian Freiherr von Brantl kam. Brantl ging.",
          "Maximilian Freiherr von Brantl|per/maximilian-freiherr-von-brantl; "
          "Brantl|per/maximilian-freiherr-von-brantl"},
      Row{"Ferdinand Graf sprach. Graf ging.", "Ferdinand Graf|per/ferdinand-graf; Graf|per/ferdinand-graf"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(found(row.text) == row.mentions);
  }
}

}  // namespace annalen::actor
