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

// DESIGN.md, Time, Conventions: "The canonical name is the table's for what the table knows"
TEST_CASE(
    "actor/organisations: organisations by table, by the form of their names, and by abbreviations that the text "
    "introduces") {
  const Row rows[] = {
      Row{"Die NATO berät.", "NATO|org/nato"},
      Row{"Das NATO-Mitgliedsland Türkei stimmte zu.", "NATO|org/nato|attr; Türkei|state/TR"},
      Row{"Die Vereinten Nationen warnten.", "Vereinten Nationen|org/vereinte-nationen"},
      Row{"Die UNO warnte vor dem Hunger.", "UNO|org/vereinte-nationen"},
      Row{"Der russische Inlandsgeheimdienst FSB nahm ihn fest.", "russische|state/RU|attr; FSB|org/fsb"},
      Row{"Die EZB erhöhte den Leitzins.", "EZB|org/ezb"},
      Row{"Die Europäische Kommission klagte Ungarn.", "Europäische Kommission|org/eu-kommission; Ungarn|state/HU"},
      Row{"Die ÖVP und die SPÖ einigten sich.", "ÖVP|org/ovp; SPÖ|org/spo"},
      Row{"FPÖ-Chef Herbert Kickl lehnte ab.", "FPÖ|org/fpo|attr; Herbert Kickl|per/herbert-kickl"},
      Row{"Die Grünen fordern mehr Geld.", "Grünen|org/grune"},
      Row{"Das sagte Grünen-Chef Werner Kogler.", "Grünen|org/grune|attr; Werner Kogler|per/werner-kogler"},
      Row{"Eine grüne Wiese und die Grüne Woche.", ""},
      Row{"Karl Nehammer (ÖVP) widersprach.", "Karl Nehammer|per/karl-nehammer; ÖVP|org/ovp|attr"},
      Row{"Die Freiheitliche Partei Österreichs (FPÖ) gewann.",
          "Freiheitliche Partei Österreichs|org/fpo; FPÖ|org/fpo|attr"},
      Row{"Der Verein für Neue Wege (VNW) sammelte Spenden. Der VNW half.",
          "Verein für Neue Wege|org/verein-fur-neue-wege; VNW|org/verein-fur-neue-wege|attr; "
          "VNW|org/verein-fur-neue-wege"},
      Row{"Das Landesgericht Linz verurteilte ihn.", "Landesgericht Linz|org/landesgericht-linz"},
      Row{"Am Wiener Landesgericht begann der Prozess.", "Wiener Landesgericht|org/landesgericht-wien"},
      Row{"Die Staatsanwaltschaft Graz ermittelt.", "Staatsanwaltschaft Graz|org/staatsanwaltschaft-graz"},
      Row{"Das Bundesministerium für Finanzen teilte das mit.",
          "Bundesministerium für Finanzen|org/bundesministerium-fur-finanzen"},
      Row{"Das Bundesministerium für Arbeit, Soziales und Gesundheit schwieg.",
          "Bundesministerium für Arbeit, Soziales und "
          "Gesundheit|org/bundesministerium-fur-arbeit-soziales-und-gesundheit"},
      Row{"Das Innenministerium prüft.", "Innenministerium|org/innenministerium"},
      Row{"Das russische Verteidigungsministerium bestätigte den Angriff.",
          "russische|state/RU|attr; Verteidigungsministerium|org/verteidigungsministerium-russland"},
      Row{"Die Huber Holding AG ist insolvent.", "Huber Holding AG|org/huber-holding-ag"},
      Row{"Die Siemens AG baut Stellen ab.", "Siemens AG|org/siemens"},
      Row{"Die Müller GmbH & Co. KG meldete Konkurs an.", "Müller GmbH & Co. KG|org/muller-gmbh-co-kg"},
      Row{"Der FC Lustenau verlor.", "FC Lustenau|org/fc-lustenau"},
      Row{"Der 1. FC Nürnberg und der FC St. Pauli verloren.",
          "1. FC Nürnberg|org/1-fc-nurnberg; FC St. Pauli|org/fc-st-pauli"},
      Row{"Rapid Wien schlug Sturm Graz.", "Rapid Wien|org/rapid-wien; Sturm Graz|org/sturm-graz"},
      Row{"Der FC Bayern München gewann gegen Borussia Dortmund.",
          "FC Bayern München|org/bayern-munchen; Borussia Dortmund|org/borussia-dortmund"},
      Row{"Die Universität Innsbruck forscht.", "Universität Innsbruck|org/universitat-innsbruck"},
      Row{"Das Verfassungsgericht entschied.", "Verfassungsgericht|org/verfassungsgericht"},
      Row{"Der Ministerrat stimmte zu.", "Ministerrat|org/ministerrat"},
      Row{"Die Ärztekammer warnte vor einem Fachverband.", "Ärztekammer|org/arztekammer"},
      Row{"Das Gutachten des Fiskalrates liegt vor.", "Fiskalrates|org/fiskalrat"},
      Row{"Die Schatzkammer war geschlossen.", ""},
      Row{"Das Wien Museum wurde saniert.", "Wien Museum|org/wien-museum"},
      Row{"Der Verfassungsgerichtshof hob das Gesetz auf.", "Verfassungsgerichtshof|org/vfgh"},
      Row{"Die Hamas ließ Geiseln frei.", "Hamas|org/hamas"},
      Row{"Die Taliban verbieten das.", "Taliban|org/taliban"},
      Row{"Der Islamische Staat bekannte sich.", "Islamische Staat|org/is"},
      Row{"Die OMV und die Voestalpine melden Gewinne.", "OMV|org/omv; Voestalpine|org/voestalpine"},
      Row{"Die ÖBB kaufen Züge.", "ÖBB|org/obb"},
      Row{"Der ORF berichtete darüber.", "ORF|org/orf"},
      Row{"Der ÖGB rief zum Streik auf.", "ÖGB|org/ogb"},
      Row{"Die Internationale Atomenergiebehörde (IAEA) prüft.",
          "Internationale Atomenergiebehörde|org/iaea; IAEA|org/iaea|attr"},
      Row{"Das Rote Kreuz half.", "Rote Kreuz|org/rotes-kreuz"},
      Row{"Der UN-Sicherheitsrat tagte.", "UN-Sicherheitsrat|org/un-sicherheitsrat"},
      Row{"Die Alternative für Deutschland gewann.", "Alternative für Deutschland|org/afd"},
      Row{"Der Bundestag stimmte zu.", "Bundestag|org/bundestag"},
      Row{"Das Bundesheer rückte aus.", "Bundesheer|org/bundesheer"},
      Row{"Die US-Armee zog ab.", "US-Armee|org/us-armee"},
      Row{"Die XYT kritisierte das Gesetz.", "XYT|org/xyt"},
      Row{"Die Deutsche Bahn fuhr nicht.", "Deutsche Bahn|org/deutsche-bahn"},
      Row{"Der Chef der Deutschen Bank trat ab.", "Deutschen Bank|org/deutsche-bank"},
      Row{"Der Internationale Strafgerichtshof erließ einen Haftbefehl.", "Internationale Strafgerichtshof|org/istgh"},
      Row{"Tesla und SpaceX gehören Elon Musk.", "Tesla|org/tesla; SpaceX|org/spacex; Elon Musk|per/elon-musk"},
      Row{"Die Union lehnt ab.", "Union|org/cdu-csu"},
      Row{"Die EU berät. Die Union lehnt ab.", "EU|org/eu; Union|org/eu"},
      Row{"Die EU berät mit der CSU. Die Union lehnt ab.", "EU|org/eu; CSU|org/csu; Union|org/cdu-csu"},
      Row{"CDU/CSU und SPD verhandeln.", "CDU/CSU|org/cdu-csu; SPD|org/spd"},
      Row{"Die Raiffeisen Software GmbH baut aus.", "Raiffeisen Software GmbH|org/raiffeisen-software-gmbh"},
      Row{"Der VfGH und der VwGH urteilten.", "VfGH|org/vfgh; VwGH|org/vwgh"},
      Row{"Die Wirtschaftskammer Tirol warnte.", "Wirtschaftskammer Tirol|org/wirtschaftskammer-tirol"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(found(row.text) == row.mentions);
  }
}

}  // namespace annalen::actor
