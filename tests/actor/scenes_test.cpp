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

// DESIGN.md, Time, Conventions: "States and cities are actors where they act or are acted upon, else places."
TEST_CASE(
    "actor/scenes: the preposition tells whether a town is the scene; a seat of government always stands for its "
    "state") {
  const Row rows[] = {
      Row{"Moskau erklärte die Annexion.", "Moskau|place/moskau"},
      Row{"In Moskau trafen sich die Minister.", "Moskau|place/moskau|place"},
      Row{"Gespräche zwischen Moskau und Kiew scheiterten.", "Moskau|place/moskau; Kiew|place/kiew"},
      Row{"Washington verhandelte mit Teheran.", "Washington|place/washington; Teheran|place/teheran"},
      Row{"Er flog von Wien nach Brüssel.", "Wien|place/wien|place; Brüssel|place/brussel|place"},
      Row{"Brüssel drohte Budapest mit Kürzungen.", "Brüssel|place/brussel; Budapest|place/budapest"},
      Row{"Der Kreml wies das zurück.", "Kreml|place/kreml"},
      Row{"Das Weiße Haus dementierte.", "Weiße Haus|place/weisses-haus"},
      Row{"Ein Sprecher des Weißen Hauses dementierte.", "Weißen Hauses|place/weisses-haus"},
      Row{"Am Ballhausplatz herrscht Ratlosigkeit.", "Ballhausplatz|place/ballhausplatz"},
      Row{"Sie reisten in die Hauptstadt Riad.", "Riad|place/riad|place"},
      Row{"Das Treffen fand in Istanbul statt.", "Istanbul|place/istanbul|place"},
      Row{"Kritik kam aus Peking.", "Peking|place/peking|place"},
      Row{"Die Forderung Moskaus blieb ohne Antwort.", "Moskaus|place/moskau"},
      Row{"In den Straßen Bangkoks blieb es ruhig.", "Bangkoks|place/bangkok|place"},
      Row{"Der Zug fährt von Graz nach Linz.", "Graz|place/graz|place; Linz|place/linz|place"},
      Row{"Graz beschließt ein neues Budget.", "Graz|place/graz"},
      Row{"In Kärnten brannte ein Wald.", "Kärnten|place/karnten|place"},
      Row{"Die Landesregierung Kärnten tagte.", "Landesregierung Kärnten|org/landesregierung-karnten"},
      Row{"Die Donau trat bei Krems über die Ufer.", "Donau|place/donau|place; Krems|place/krems|place"},
      Row{"Auf der Krim gab es Explosionen.", "Krim|place/krim|place"},
      Row{"Die Wiener Polizei ermittelt.", "Wiener Polizei|org/polizei-wien"},
      Row{"Ein Wiener Schüler gewann.", "Wiener|place/wien|place|attr"},
      Row{"In Essen brannte es.", "Essen|place/essen|place"},
      Row{"Das Essen war kalt.", ""},
      Row{"Nach dem Essen ging man heim.", ""},
      Row{"Oder doch nicht?", ""},
      Row{"Die Oder führt Hochwasser.", "Oder|place/oder|place"},
      Row{"Das Erdbeben traf die Stadt Antakya und Gaziantep.",
          "Antakya|place/antakya|place; Gaziantep|place/gaziantep|place"},
      Row{"Das Feuer brach in Gosenbach aus, im Hof und in Form von Blitzen.", "Gosenbach|place/gosenbach|place"},
      Row{"Die Gemeinde Hinterau baut in Eile.", "Hinterau|place/hinterau"},
      Row{"In der Gemeinde Hinterau brannte es.", "Hinterau|place/hinterau|place"},
      Row{"Das Land stritt mit der Gemeinde Lech.", "Lech|place/lech"},
      Row{"Die Stadt Wien zahlt. Am Montag beschloss die Stadt Graz das.", "Wien|place/wien; Graz|place/graz"},
      Row{"Er sagte, dass die Stadt Graz zahlt. Auch die Stadt Wien zahlt.", "Graz|place/graz; Wien|place/wien"},
      Row{"Das gilt für ganz Österreich.", "Österreich|state/AT|place"},
      Row{"Sie kam nach Bad Deutsch-Altenburg und Deutsch-Wagram.",
          "Bad Deutsch-Altenburg|place/bad-deutsch-altenburg|place; Deutsch-Wagram|place/deutsch-wagram|place"},
      Row{"Zwischen Wien und St. Pölten fuhr kein Zug.", "Wien|place/wien|place; St. Pölten|place/st-polten|place"},
      Row{"Er lebt seit Jahren in St. Pölten.", "St. Pölten|place/st-polten|place"},
      Row{"Bei Bruck an der Mur krachte es.", "Bruck an der Mur|place/bruck-an-der-mur|place"},
      Row{"Wien/Moskau (APA) – Der Kanzler reist ab.",
          "Wien|place/wien|place; Moskau|place/moskau|place; APA|org/apa|attr"},
      Row{"Der Flughafen Wien meldet Rekorde.", "Wien|place/wien|place"},
      Row{"Die Schlacht von Stalingrad endete.", "Stalingrad|place/stalingrad|place"},
      Row{"Südlich von Damaskus fielen Schüsse.", "Damaskus|place/damaskus|place"},
      Row{"Die Innenstadt von Tunis war gesperrt.", "Tunis|place/tunis|place"},
      Row{"Das Parlament in London stimmte ab.", "London|place/london|place"},
      Row{"London stimmte dem Abkommen zu.", "London|place/london"},
      Row{"Moskaus Truppen zogen ab.", "Moskaus|place/moskau"},
      Row{"Sie wohnt in Wien-Favoriten.", "Wien|place/wien|place|attr"},
      Row{"In Frankfurt am Main und in New York stiegen die Kurse.",
          "Frankfurt am Main|place/frankfurt|place; New York|place/new-york|place"},
      Row{"Baden-Württemberg wählte.", "Baden-Württemberg|place/baden-wurttemberg"},
      Row{"Europa rüstet auf.", "Europa|place/europa|place"},
      Row{"Das Rote Meer ist gefährlich.", "Rote Meer|place/rotes-meer|place"},
      Row{"Die Tiroler Landesregierung beriet.", "Tiroler Landesregierung|org/landesregierung-tirol"},
      Row{"Ein Gericht in Den Haag urteilte.", "Den Haag|place/den-haag|place"},
      Row{"Den Haag verweigerte die Auslieferung.", "Den Haag|place/den-haag"},
      Row{"Auf Mallorca brannte es.", "Mallorca|place/mallorca|place"},
      Row{"Er sprach im Nationalrat und im ORF.", "Nationalrat|org/nationalrat|place; ORF|org/orf|place"},
      Row{"Der Nationalrat tagte.", "Nationalrat|org/nationalrat"},
      Row{"Das Land trat in die NATO ein.", "NATO|org/nato"},
      Row{"Sie trafen sich in der Hofburg.", "Hofburg|place/hofburg|place"},
      Row{"Die Hofburg dementierte, der Kreml bestätigte.", "Hofburg|place/hofburg; Kreml|place/kreml"},
      Row{"Aus dem Kreml hieß es nichts.", "Kreml|place/kreml"},
      Row{"Der Wien-Marathon fand statt.", "Wien|place/wien|place|attr"},
      Row{"Der Frachter „Colombo Express“ lief aus.", ""},
      Row{"Das Wort „Moskau“ fiel nicht.", "Moskau|place/moskau"},
      Row{"Am Montag beschloss Kärnten ein Gesetz.", "Kärnten|place/karnten"},
      Row{"Auch Tirol und Salzburg wollen folgen.", "Tirol|place/tirol; Salzburg|place/salzburg"},
      Row{"Das Burgenland lehnt ab.", "Burgenland|place/burgenland"},
      Row{"Das Land Kärnten zahlt.", "Kärnten|place/karnten"},
      Row{"In Tirol und Salzburg regnet es.", "Tirol|place/tirol|place; Salzburg|place/salzburg|place"},
      Row{"Die KPÖ regiert Graz.", "KPÖ|org/kpo; Graz|place/graz|place"},
      Row{"Nach Angaben des Pentagon starben drei Soldaten.", "Pentagon|place/pentagon"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(found(row.text) == row.mentions);
  }
}

}  // namespace annalen::actor
