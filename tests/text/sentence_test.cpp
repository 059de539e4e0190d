#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/segmenter.h"

using annalen::text::Document;
using annalen::text::Segmenter;
using annalen::text::Sentence;

namespace {

const Segmenter& german() {
  static const Segmenter segmenter = Segmenter::of(annalen::text::Language::kGerman);
  return segmenter;
}

// The row's text with its sentences ends marked again: "A. | B."; a row's line breaks are kept.
std::string marked(std::string_view source) {
  const Document document = german().segment(source);
  std::string out;
  for (const Sentence& sentence : document.sentences()) {
    if (!out.empty()) out += " | ";
    out += document.of(sentence.span);
  }
  return out;
}

std::string without_marks(std::string_view row) {
  std::string out;
  for (std::size_t at = row.find(" | "); at != std::string_view::npos; at = row.find(" | ")) {
    out.append(row.substr(0, at)).push_back(' ');
    row.remove_prefix(at + 3);
  }
  out += row;
  return out;
}

}  // namespace

TEST_CASE("text/splitter: sentences end where a German reader ends them") {
  // DESIGN.md, Rooms: "src/text/ … sentences, tokens with byte offsets".
  const std::vector<std::string_view> rows = {
      "Der Rat tagte. | Danach sprach der Minister.",
      "Was nun? | Die Regierung schweigt! | Niemand weiß es.",
      "\"Wir verlangen die Rückgabe des Gebiets\", sagte er. | Die Antwort kam am Montag.",
      "\"Wir gehen nicht.\" | Das sagte sie am Abend.",
      "\u201EDas ist falsch.\u201C | Die Ministerin widersprach.",
      "\u00BBDas ist falsch.\u00AB | Die Ministerin widersprach.",
      "\"Wer zahlt das?\", fragte die Opposition.",
      "\"Wer zahlt das?\" fragte die Opposition.",
      "\"Halt!\" rief der Polizist. | Der Mann lief weiter.",
      "Er kam am 25. Februar nach Linz. | Dort blieb er.",
      "Die Konferenz findet am 5. und 6. März statt.",
      "Sie dauerte vom 3. bis 9. Mai.",
      "Das Schloss stammt aus der Mitte des 19. Jahrhunderts. | Es brannte 1874 ab.",
      "Nach dem II. Weltkrieg wurde die Brücke gebaut.",
      "Franz Joseph I. war Kaiser von Österreich.",
      "Er diente unter Karl VI. in Ungarn.",
      "Ihm folgte Leopold II. | Der Kaiser starb 1792.",
      "J. F. Kennedy besuchte Wien. | Chruschtschow kam auch.",
      "John F. Kennedy und Nikita S. Chruschtschow trafen einander.",
      "Der Angeklagte Jürgen S. bestreitet die Tat. | Am Montag wird verhandelt.",
      "Dr. Renner und Mag. Huber kamen mit Prof. Moser.",
      "Das Land bzw. Europa muss handeln.",
      "Es gibt Alternativen, z. B. Wasserkraft und u. a. Wind.",
      "Das Buch, d. h. Band eins, erschien 1911.",
      "Rom wurde 44 v. Chr. Schauplatz eines Mordes.",
      "Er starb 44 v. Chr. | Die Republik war am Ende.",
      "Die Kosten liegen bei ca. 30 Mio. Euro im Jahr.",
      "Der Schaden beträgt 30 Mio. | Das Land zahlt.",
      "Es gab Brot, Wein usw. | Gäste kamen aus allen Ländern.",
      "Laut Art. 5 und Abs. 2 gilt das nicht. | Es bleibt dabei.",
      "Bus Nr. 25 fuhr nach St. Pölten.",
      "Die Krim wurde im Jahr 2014 annektiert. | Russland hat das stets bestritten.",
      "Das Gesetz gilt seit 2014. | Russland hat es 2016 geändert.",
      "Der Zug kam um 20.30 Uhr an. | Am Bahnsteig wartete die Polizei.",
      "Der Zug kam um 20.30 an.",
      "Insgesamt waren es 12.500 Zuschauer. | 300 kamen aus Graz.",
      "Sein Rückstand wuchs auf 25. | Danach gab er auf.",
      "Es war sein 28. Weltcupsieg.",
      "Sie wohnt im 3. Bezirk. | Ihr Bruder lebt in Tirol.",
      "Stuttgart verbesserte sich auf Platz 15. | Salzburg blieb vorne.",
      "Das Treffen am 25. 2. 2014 dauerte lange.",
      "Bis 25.2. Russland zu fragen war unmöglich.",
      "Die Frist endet am 30. Jän. 2015 um Mitternacht.",
      "Er wurde am 7. Okt. geboren.",
      "Sie kamen im Mai. | 25 Menschen blieben.",
      "Die Firma Meier & Co. liefert nicht mehr. | Das teilte sie mit.",
      "Der Verein (gegr. 1899) feiert.",
      "Er blieb (anders als sein Bruder.) | Die Mutter ging.",
      "Vier Menschen starben (die Polizei berichtete.). | Die Straße blieb gesperrt.",
      "Und dann \u2026 | Dann war es still.",
      "Er sagte \u2026 nichts.",
      "Er wartete ... und wartete.",
      "Was?! | Das kann nicht sein.",
      "Welch Skandal\u2026! | Beatrix widersprach.",
      "Der Minister erklärte: Das Budget ist fertig; es wird morgen beschlossen.",
      "Auf www.example.at steht mehr.",
      "Er gewann das Rennen.Der Zweite kam aus Italien.",
      "Wien. \u2013 Der Gemeinderat tagt heute.",
      "Botschafter a. D. Moser widersprach.",
      "Die Sitzung begann um 9 Uhr. | Gegen Mittag war sie aus.",
      "1. Der Antrag wird angenommen.",
      "Die Temperatur sank nicht unter 25 Grad. | \"Das ist neu\", hieß es.",
      "Ca. 50 Personen kamen.",
      "Er hieß Max. | Seine Schwester hieß Anna.",
      "Das war\u2019s. | Niemand kam.",
      "Am Freitag, 25. Oktober, wird gewählt.",
      "Im 4. Quartal stieg der Umsatz. | Das 1. Quartal war schlecht.",
  };
  for (const std::string_view row : rows) {
    CAPTURE(row);
    if (row.find("Rennen.Der") != std::string_view::npos) {  // a forgotten space
      CHECK(marked(row) == "Er gewann das Rennen. | Der Zweite kam aus Italien.");
      continue;
    }
    if (row.starts_with("Wien. \u2013")) {
      CHECK(marked(row) == "Wien. | \u2013 Der Gemeinderat tagt heute.");
      continue;
    }
    CHECK(marked(without_marks(row)) == row);
  }
}

TEST_CASE("text/splitter: an empty line ends a sentence, a line break does when it was wanted") {
  struct Row {
    std::string_view source, expected;
  };
  const std::vector<Row> rows = {
      {"Trump für Gespräche\n\nDer Präsident vollzog eine Kehrtwende.",
       "Trump für Gespräche | Der Präsident vollzog eine Kehrtwende."},
      {"Trump für Gespräche\nDer Präsident vollzog am Montag in Washington eine Kehrtwende.",
       "Trump für Gespräche | Der Präsident vollzog am Montag in Washington eine Kehrtwende."},
      {"Der Präsident vollzog am Montag in Washington eine\nKehrtwende in der Politik gegenüber dem Nachbarn und den\n"
       "Verbündeten.",
       "Der Präsident vollzog am Montag in Washington eine\nKehrtwende in der Politik gegenüber dem Nachbarn und den\n"
       "Verbündeten."},
      {"Er kam am 5.\nMärz nach Wien.", "Er kam am 5.\nMärz nach Wien."},
      {"Die Punkte:\n- Bildung\n- Verkehr", "Die Punkte: | - Bildung | - Verkehr"},
      {"Bildung,\nVerkehr und viele andere Bereiche der Verwaltung",
       "Bildung,\nVerkehr und viele andere Bereiche der Verwaltung"},
      {"Erste Zeile\r\n\r\nZweite Zeile", "Erste Zeile | Zweite Zeile"},
      {"Eins\r\nund zwei", "Eins\r\nund zwei"},
      {"Eins \n \t\n Zwei", "Eins | Zwei"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.source);
    CHECK(marked(row.source) == row.expected);
  }
}

TEST_CASE("text/splitter: a paragraph starts at the text's start and behind an empty line only") {
  const Document document = german().segment("Eins. Zwei.\n\nDrei.\nVier.");
  REQUIRE(document.sentences().size() == 4);
  CHECK(document.sentences()[0].starts_paragraph);
  CHECK_FALSE(document.sentences()[1].starts_paragraph);
  CHECK(document.sentences()[2].starts_paragraph);
  CHECK_FALSE(document.sentences()[3].starts_paragraph);
}

TEST_CASE("text/splitter: a sentence is cut at the limit") {
  std::string endless;
  for (std::uint32_t i = 0; i < annalen::text::kSentenceTokensMax * 2 + 1; ++i) endless += "wort ";
  const Document document = german().segment(endless);
  REQUIRE(document.sentences().size() == 3);
  CHECK(document.sentences()[0].end_token == annalen::text::kSentenceTokensMax);
  CHECK(document.sentences()[2].end_token == document.tokens().size());
}

TEST_CASE("text/segmenter: a wrong data line is named") {
  const auto wrong = Segmenter::load("# fine\nnever\tDr.\nsometimes\tXy.\n");
  REQUIRE_FALSE(wrong.ok());
  CHECK(wrong.error().where == "abbreviations.txt:3");
  const auto ordinals = Segmenter::load("never\tDr.\n", "starter der\n");
  REQUIRE_FALSE(ordinals.ok());
  CHECK(ordinals.error().where == "ordinal_followers.txt:1");
}
