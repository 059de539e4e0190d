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

// DESIGN.md, Words: "a person, organisation or state that acts or is acted upon. It has a key (`state/RU`, `per/…`,
// `org/…`)"
TEST_CASE(
    "actor/persons: a person is a given name and a surname, a role before unknown words, initials, or a name the pack "
    "knows") {
  const Row rows[] = {
      Row{"Außenminister Marco Rubio reiste ab.", "Marco Rubio|per/marco-rubio"},
      Row{"Das bestätigte Außenministeriumssprecher Georgiy Tychy.", "Georgiy Tychy|per/georgiy-tychy"},
      Row{"Bundeskanzler Christian Stocker sprach am Abend.", "Christian Stocker|per/christian-stocker"},
      Row{"Papst Franziskus betete auf dem Petersplatz.", "Franziskus|per/franziskus"},
      Row{"Papst Johannes Paul II. besuchte das Heiligtum.", "Johannes Paul II|per/johannes-paul-ii"},
      Row{"König Charles III. eröffnete die Sitzung.", "Charles III|per/charles-iii"},
      Row{"Die Landeshauptfrau Johanna Mikl-Leitner stellte das Budget vor.",
          "Johanna Mikl-Leitner|per/johanna-mikl-leitner"},
      Row{"Der Arzt Dr. Hans-Peter Hutter warnte.", "Hans-Peter Hutter|per/hans-peter-hutter"},
      Row{"Der frühere Verfassungsschützer Egisto Ott schwieg. Ott ging.",
          "Egisto Ott|per/egisto-ott; Ott|per/egisto-ott"},
      Row{"Taleb al-Abdulmohsen war allein.", "Taleb al-Abdulmohsen|per/taleb-al-abdulmohsen"},
      Row{"Glückwünsche kamen von Geert Wilders.", "Geert Wilders|per/geert-wilders"},
      Row{"Mikaela Shiffrin gewann.", "Mikaela Shiffrin|per/mikaela-shiffrin"},
      Row{"Die Geisel Edan Alexander kam frei.", "Edan Alexander|per/edan-alexander"},
      Row{"Sie besuchten Edgar Allan Poes Grab.", "Edgar Allan Poes|per/edgar-allan-poe"},
      Row{"Mag. Anna Huber leitet die Schule.", "Anna Huber|per/anna-huber"},
      Row{"Univ.-Prof. Dr. Karl Stöger hielt den Vortrag.", "Karl Stöger|per/karl-stoger"},
      Row{"Vizepräsident J. D. Vance hielt eine Rede.", "J. D. Vance|per/j-d-vance"},
      Row{"George W. Bush kam später.", "George W. Bush|per/george-w-bush"},
      Row{"John F. Kennedy wurde erschossen.", "John F. Kennedy|per/john-f-kennedy"},
      Row{"Ursula von der Leyen stellte das Programm vor.", "Ursula von der Leyen|per/ursula-von-der-leyen"},
      Row{"Präsident Alexander Van der Bellen unterschrieb.", "Alexander Van der Bellen|per/alexander-van-der-bellen"},
      Row{"Ludwig van Beethoven komponierte das Werk.", "Ludwig van Beethoven|per/ludwig-van-beethoven"},
      Row{"Mohammed bin Salman empfing die Gäste.", "Mohammed bin Salman|per/mohammed-bin-salman"},
      Row{"Baschar al-Assad floh.", "Baschar al-Assad|per/baschar-al-assad"},
      Row{"Xi Jinping hielt eine Rede.", "Xi Jinping|per/xi-jinping"},
      Row{"Kim Jong Un ließ eine Rakete testen.", "Kim Jong Un|per/kim-jong-un"},
      Row{"Der Präsident Recep Tayyip Erdoğan kritisierte das.", "Recep Tayyip Erdoğan|per/recep-tayyip-erdogan"},
      Row{"Luiz Inácio Lula da Silva gewann die Wahl.", "Luiz Inácio Lula da Silva|per/luiz-inacio-lula-da-silva"},
      Row{"Parteichefin Beate Meinl-Reisinger lehnte ab.", "Beate Meinl-Reisinger|per/beate-meinl-reisinger"},
      Row{"Der Skirennläufer Marcel Hirscher siegte.", "Marcel Hirscher|per/marcel-hirscher"},
      Row{"Die Autorin Elfriede Jelinek erhielt den Preis.", "Elfriede Jelinek|per/elfriede-jelinek"},
      Row{"Ministerpräsident Viktor Orbán legte ein Veto ein.", "Viktor Orbán|per/viktor-orban"},
      Row{"Präsident Putin schwieg.", "Putin|per/wladimir-putin"},
      Row{"Generalsekretär Guterres mahnte.", "Guterres|per/antonio-guterres"},
      Row{"Der Angeklagte Josef F. gestand.", "Josef F.|per/josef-f"},
      Row{"Trainer Ralf Rangnick nominierte Marko Arnautović.",
          "Ralf Rangnick|per/ralf-rangnick; Marko Arnautović|per/marko-arnautovic"},
      Row{"Der Bürgermeister Michael Ludwig eröffnete das Fest.", "Michael Ludwig|per/michael-ludwig"},
      Row{"Kanzler Stocker und Vizekanzler Andreas Babler traten vor die Presse.",
          "Stocker|per/stocker; Andreas Babler|per/andreas-babler"},
      Row{"Der Verdächtige Kevin Nowak (34) wurde gefasst.", "Kevin Nowak|per/kevin-nowak"},
      Row{"Wolodymyr Selenskyj dankte den Soldaten.", "Wolodymyr Selenskyj|per/wolodymyr-selenskyj"},
      Row{"Wolfgang Amadeus Mozart starb früh.", "Wolfgang Amadeus Mozart|per/wolfgang-amadeus-mozart"},
      Row{"Die Grande Dame Christiane Hörbiger spielte mit.", "Christiane Hörbiger|per/christiane-horbiger"},
      Row{"Nguyen Phu Trong starb im Amt.", "Nguyen Phu Trong|per/nguyen-phu-trong"},
      Row{"Tony Blair trat zurück.", "Tony Blair|per/tony-blair"},
      Row{"Peter Kaiser bleibt Landeshauptmann.", "Peter Kaiser|per/peter-kaiser"},
      Row{"Kaiser Franz Joseph I. regierte lange.", "Franz Joseph I.|per/franz-joseph-i"},
      Row{"Der Politologe Peter Filzmaier analysierte das Ergebnis.", "Peter Filzmaier|per/peter-filzmaier"},
      Row{"Joe Bidens Regierung lehnte ab.", "Joe Bidens|per/joe-biden"},
      Row{"Finanzministerin Christine Lagarde verhandelte.", "Christine Lagarde|per/christine-lagarde"},
      Row{"Dirigent Herbert von Karajan leitete das Konzert.", "Herbert von Karajan|per/herbert-von-karajan"},
      Row{"Prinzessin Victoria kam mit ihrem Mann.", "Victoria|per/victoria"},
      Row{"\"Das war knapp\", sagte Petkovic.", "Petkovic|per/petkovic"},
      Row{"Es werde besser, so Volkbert Keßler am Abend.", "Volkbert Keßler|per/volkbert-kessler"},
      Row{"Er sagte Anrainern die Meinung, sagte niemand.", ""},
      Row{"\"Schade\", sagt Martijn van Hout.", "Martijn van Hout|per/martijn-van-hout"},
      Row{"\"Gut\", sagt Frantz24 dazu.", ""},
      Row{"Oppositionsführer Péter Magyar sprach zur Menge.", "Péter Magyar|per/peter-magyar"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(found(row.text) == row.mentions);
  }
}

}  // namespace annalen::actor
