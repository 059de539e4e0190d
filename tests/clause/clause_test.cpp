#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "clause/clause.h"
#include "text/segmenter.h"

using annalen::clause::Analyser;
using annalen::clause::Clause;
using annalen::clause::Clauses;
using annalen::clause::Mood;
using annalen::clause::Tense;
using annalen::text::Document;
using annalen::text::Segmenter;
using annalen::text::TokenKind;

namespace {

const Segmenter& segmenter() {
  static const Segmenter made = Segmenter::of(annalen::text::Language::kGerman);
  return made;
}
const Analyser& analyser() {
  static const Analyser made = Analyser::of(annalen::text::Language::kGerman);
  return made;
}

void append_word(std::string& out, std::string_view word) {
  if (!out.empty() && out.back() != '[' && out.back() != '|') out += ' ';
  out += word;
}

// "[words of the clause|trigger|tense mood negation announcement parent]": tense - none, R present, P past, F future;
// 1 and 2 the subjunctives, ! negated, > points ahead, ^0 its parent.
std::string bracketed(std::string_view source) {
  const Document document = segmenter().segment(source);
  const Clauses clauses = analyser().analyse(document);
  std::string out;
  for (std::uint32_t i = 0; i < clauses.clauses.size(); ++i) {
    const Clause& clause = clauses.clauses[i];
    std::string one = "[";
    for (std::uint32_t t = clause.first_token; t < clause.end_token; ++t) {
      const auto& token = document.tokens()[t];
      if (clauses.clause_of_token[t] == i && token.kind != TokenKind::kPunctuation)
        append_word(one, document.of(token));
    }
    one += '|';
    for (const std::uint32_t t : clause.trigger) append_word(one, document.of(document.tokens()[t]));
    one += '|';
    one += std::string_view("-RPF").substr(static_cast<std::size_t>(clause.tense), 1);
    if (clause.mood != Mood::kIndicative) one += clause.mood == Mood::kSubjunctive1 ? '1' : '2';
    if (!clause.negations.empty()) one += '!';
    if (clause.points_ahead) one += '>';
    if (clause.parent) one += "^" + std::to_string(*clause.parent);
    if (!out.empty()) out += ' ';
    out += one + "]";
  }
  return out;
}

void check_invariants(const Document& document, const Clauses& clauses) {
  REQUIRE(clauses.clause_of_token.size() == document.tokens().size());
  std::vector<bool> seen(document.sentences().size(), false);
  std::uint32_t sentence = 0;
  std::uint32_t first = 0;
  for (std::uint32_t i = 0; i < clauses.clauses.size(); ++i) {
    const Clause& clause = clauses.clauses[i];
    REQUIRE(clause.sentence < document.sentences().size());
    seen[clause.sentence] = true;
    REQUIRE(clause.sentence >= sentence);
    REQUIRE((clause.sentence > sentence || clause.first_token >= first));
    sentence = clause.sentence;
    first = clause.first_token;
    REQUIRE(clause.first_token < clause.end_token);
    REQUIRE(clause.first_token >= document.sentences()[sentence].first_token);
    REQUIRE(clause.end_token <= document.sentences()[sentence].end_token);
    if (clause.parent) {
      REQUIRE(*clause.parent < clauses.clauses.size());
      REQUIRE(*clause.parent != i);
      REQUIRE(clauses.clauses[*clause.parent].sentence == clause.sentence);
    }
    if (clause.finite_verb) REQUIRE(clauses.clause_of_token[*clause.finite_verb] == i);
    for (const std::uint32_t t : clause.trigger) REQUIRE(clauses.clause_of_token[t] == i);
    REQUIRE(std::is_sorted(clause.trigger.begin(), clause.trigger.end()));
  }
  REQUIRE(std::all_of(seen.begin(), seen.end(), [](bool each) { return each; }));
  for (std::uint32_t t = 0; t < document.tokens().size(); ++t) {
    const Clause& clause = clauses.of_token(t);
    REQUIRE(clause.sentence == document.tokens()[t].sentence);
    REQUIRE(t >= clause.first_token);
    REQUIRE(t < clause.end_token);
  }
}

struct Row {
  std::string_view source, expected;
};

}  // namespace

TEST_CASE("clause/analyser: what is told back stands in the pluperfect") {
  const std::vector<std::pair<std::string_view, bool>> rows = {
      {"Im März hatte das Land Gespräche geführt.", true},
      {"Er war im Mai nach Wien gekommen.", true},
      {"Die Stadt war im Mai besetzt worden.", true},
      {"Im März führte das Land Gespräche.", false},
      {"Das Land hat im März Gespräche geführt.", false},
      {"Die Stadt wurde im Mai besetzt.", false},
      {"Der Winter war hart.", false},
  };
  for (const auto& [sentence, pluperfect] : rows) {
    CAPTURE(sentence);
    const Clauses clauses = analyser().analyse(segmenter().segment(sentence));
    REQUIRE(clauses.clauses.size() == 1);
    CHECK(clauses.clauses[0].pluperfect == pluperfect);
  }
}

TEST_CASE("clause/analyser: clauses, triggers, tense, mood, negation of sentences as in the news") {
  // DESIGN.md, Rooms: "src/clause/ … clause boundaries, verbs, tense, mood, negation of a sentence".
  const std::vector<Row> rows = {
      {"Der Kreml hat Verhandlungen über eine Rückgabe der für annektiert erklärten Gebiete ausgeschlossen.",
       "[Der Kreml hat Verhandlungen über eine Rückgabe der für annektiert erklärten Gebiete "
       "ausgeschlossen|ausgeschlossen|P]"},
      {"Der Status der Gebiete sei nicht verhandelbar, sagte der Sprecher am Donnerstag.",
       "[Der Status der Gebiete sei nicht verhandelbar|sei|R1!^1] [sagte der Sprecher am Donnerstag|sagte|P]"},
      {"Kiew wies die Erklärung zurück.", "[Kiew wies die Erklärung zurück|wies zurück|P]"},
      {"Bereits 2014 hatte Russland die Halbinsel annektiert.",
       "[Bereits 2014 hatte Russland die Halbinsel annektiert|annektiert|P]"},
      {"Am Montag stellten sich die Staaten an die Seite Russlands und vermieden es, die Invasion zu verurteilen.",
       "[Am Montag stellten sich die Staaten an die Seite Russlands|stellten|P] [und vermieden es|vermieden|P^0] [die "
       "Invasion zu verurteilen|verurteilen|-^1]"},
      {"Der seit Jänner amtierende Präsident vollzog eine Kehrtwende.",
       "[Der seit Jänner amtierende Präsident vollzog eine Kehrtwende|vollzog|P]"},
      {"Im März 2022 hatte das Land zweimal Gespräche ausgerichtet.",
       "[Im März 2022 hatte das Land zweimal Gespräche ausgerichtet|ausgerichtet|P]"},
      {"Eine Maschine ist am Mittwoch in Budapest notgelandet.",
       "[Eine Maschine ist am Mittwoch in Budapest notgelandet|notgelandet|P]"},
      {"Die Ukraine und die meisten Beobachter stufen die Annexion als illegal ein.",
       "[Die Ukraine und die meisten Beobachter stufen die Annexion als illegal ein|stufen ein|R]"},
      {"Das Land versucht, bei Verhandlungen eine Rolle zu spielen.",
       "[Das Land versucht|versucht|R] [bei Verhandlungen eine Rolle zu spielen|spielen|-^0]"},
      {"Vertreter kamen in Istanbul zusammen, um über die Beziehungen zu beraten.",
       "[Vertreter kamen in Istanbul zusammen|kamen zusammen|P] [um über die Beziehungen zu beraten|beraten|-^0]"},
      {"Die Konferenz findet am 5. März in Wien statt.",
       "[Die Konferenz findet am 5 März in Wien statt|findet statt|R>]"},
      {"Der Minister wird am Freitag zurücktreten.", "[Der Minister wird am Freitag zurücktreten|zurücktreten|F>]"},
      {"Der Antrag wird heute im Nationalrat beschlossen.",
       "[Der Antrag wird heute im Nationalrat beschlossen|beschlossen|R]"},
      {"Das Gesetz wurde am Mittwoch verabschiedet.", "[Das Gesetz wurde am Mittwoch verabschiedet|verabschiedet|P]"},
      {"Das Gesetz ist am Mittwoch verabschiedet worden.",
       "[Das Gesetz ist am Mittwoch verabschiedet worden|verabschiedet|P]"},
      {"Der Prozess soll im Herbst beginnen.", "[Der Prozess soll im Herbst beginnen|beginnen|R>]"},
      {"Der Mann soll im Mai zwei Banken überfallen haben.",
       "[Der Mann soll im Mai zwei Banken überfallen haben|überfallen|P]"},
      {"Die Stadt will das Bad 2027 eröffnen.", "[Die Stadt will das Bad 2027 eröffnen|eröffnen|R>]"},
      {"Die Firma plant für Juni den Bau einer Fabrik.", "[Die Firma plant für Juni den Bau einer Fabrik|plant|R>]"},
      {"Sie kündigte an, im Herbst nicht mehr zu kandidieren.",
       "[Sie kündigte an|kündigte an|P] [im Herbst nicht mehr zu kandidieren|kandidieren|-!^0]"},
      {"Nachdem die Polizei eingetroffen war, floh der Täter in den Wald.",
       "[Nachdem die Polizei eingetroffen war|eingetroffen|P^1] [floh der Täter in den Wald|floh|P]"},
      {"Als Russland 2014 einmarschierte, floh er nach Polen.",
       "[Als Russland 2014 einmarschierte|einmarschierte|P^1] [floh er nach Polen|floh|P]"},
      {"Als Minister kündigte er 2019 eine Reform an.", "[Als Minister kündigte er 2019 eine Reform an|kündigte an|P]"},
      {"Während der Amtszeit von Biden hatten beide Länder Botschafter ausgewiesen.",
       "[Während der Amtszeit von Biden hatten beide Länder Botschafter ausgewiesen|ausgewiesen|P]"},
      {"Während die Opposition protestierte, feierte die Regierung ihren Erfolg.",
       "[Während die Opposition protestierte|protestierte|P^1] [feierte die Regierung ihren Erfolg|feierte|P]"},
      {"Der Mann, der 1998 nach Graz zog, eröffnete dort ein Lokal.",
       "[Der Mann eröffnete dort ein Lokal|eröffnete|P] [der 1998 nach Graz zog|zog|P^0]"},
      {"Das Haus, in dem der Dichter 1897 geboren wurde, steht leer.",
       "[Das Haus steht leer|steht|R] [in dem der Dichter 1897 geboren wurde|geboren|P^0]"},
      {"Die Frau, deren Auto gestohlen wurde, erstattete Anzeige.",
       "[Die Frau erstattete Anzeige|erstattete|P] [deren Auto gestohlen wurde|gestohlen|P^0]"},
      {"Der Präsident, ein Vertrauter des Kanzlers, sagte seine Reise ab.",
       "[Der Präsident ein Vertrauter des Kanzlers sagte seine Reise ab|sagte ab|P]"},
      {"Er besuchte Wien, Graz, Linz und Salzburg.", "[Er besuchte Wien Graz Linz und Salzburg|besuchte|P]"},
      {"Der Richter verurteilte den Angeklagten, einen Lehrer aus Wels, zu drei Jahren Haft.",
       "[Der Richter verurteilte den Angeklagten einen Lehrer aus Wels zu drei Jahren Haft|verurteilte|P]"},
      {"Er wurde 1990 geboren und 2010 gewählt.", "[Er wurde 1990 geboren und 2010 gewählt|gewählt|P]"},
      {"Er wurde 2010 gewählt und trat 2015 zurück.",
       "[Er wurde 2010 gewählt|gewählt|P] [und trat 2015 zurück|trat zurück|P^0]"},
      {"Die Regierung hat das Budget beschlossen und die Steuern gesenkt.",
       "[Die Regierung hat das Budget beschlossen und die Steuern gesenkt|gesenkt|P]"},
      {"Der Kanzler sagte, er habe davon nichts gewusst.",
       "[Der Kanzler sagte|sagte|P] [er habe davon nichts gewusst|gewusst|P1!^0]"},
      {"Der Kanzler sagte, dass er davon nichts gewusst habe und zurücktreten werde.",
       "[Der Kanzler sagte|sagte|P] [dass er davon nichts gewusst habe|gewusst|P1!^0] [und zurücktreten "
       "werde|zurücktreten|F1>^1]"},
      {R"("Wir werden das Gesetz ändern", sagte die Ministerin, die seit Mai im Amt ist.)",
       "[Wir werden das Gesetz ändern|ändern|F>^1] [sagte die Ministerin|sagte|P] [die seit Mai im Amt ist|ist|R^1]"},
      {R"(Die Ministerin erklärte: "Das Budget ist fertig.")",
       "[Die Ministerin erklärte|erklärte|P] [Das Budget ist fertig|ist|R^0]"},
      {"Wenn das Wetter hält, beginnt das Rennen um 10 Uhr.",
       "[Wenn das Wetter hält|hält|R^1] [beginnt das Rennen um 10 Uhr|beginnt|R>]"},
      {"Hätte er das gewusst, wäre er nicht gekommen.",
       "[Hätte er das gewusst|gewusst|P2^1] [wäre er nicht gekommen|gekommen|P2!]"},
      {"Kommt es zu keiner Einigung, droht ein Streik.",
       "[Kommt es zu keiner Einigung|Kommt|R!^1] [droht ein Streik|droht|R]"},
      {"Wird das Land dem Bündnis beitreten?", "[Wird das Land dem Bündnis beitreten|beitreten|F>]"},
      {"Die Temperatur sank nicht unter 25 Grad.", "[Die Temperatur sank nicht unter 25 Grad|sank|P!]"},
      {"Keine der Parteien nahm an der Sitzung teil.", "[Keine der Parteien nahm an der Sitzung teil|nahm teil|P!]"},
      {"Der Verein verlor nicht nur das Spiel, sondern auch seinen Trainer.",
       "[Der Verein verlor nicht nur das Spiel sondern auch seinen Trainer|verlor|P]"},
      {"Er verließ die Stadt, ohne sich zu verabschieden.",
       "[Er verließ die Stadt|verließ|P] [ohne sich zu verabschieden|verabschieden|-!^0]"},
      {"Mann in Linz verhaftet", "[Mann in Linz verhaftet|verhaftet|P]"},
      {"Annexion ukrainischer Gebiete", "[Annexion ukrainischer Gebiete||-]"},
      {"Die Polizei nahm am Dienstag einen Verdächtigen fest, der eine Bank überfallen haben soll.",
       "[Die Polizei nahm am Dienstag einen Verdächtigen fest|nahm fest|P] [der eine Bank überfallen haben "
       "soll|überfallen|P^0]"},
      {"Die Arbeiten (sie dauern seit 2019) kosten 5 Mio. Euro.",
       "[Die Arbeiten kosten 5 Mio Euro|kosten|R] [sie dauern seit 2019|dauern|R^0]"},
      {"Der Konzern (Umsatz: 5 Mio. Euro) baut Stellen ab.",
       "[Der Konzern Umsatz 5 Mio Euro baut Stellen ab|baut ab|R]"},
      {"Die von der Polizei gesuchte Frau meldete sich am Montag.",
       "[Die von der Polizei gesuchte Frau meldete sich am Montag|meldete|P]"},
      {"Fünf vermisste Kinder kehrten am Abend zurück.",
       "[Fünf vermisste Kinder kehrten am Abend zurück|kehrten zurück|P]"},
      {"Das Spiel begann um 20.30 Uhr; 12.000 Zuschauer waren gekommen.",
       "[Das Spiel begann um 20 30 Uhr|begann|P] [12 000 Zuschauer waren gekommen|gekommen|P]"},
      {"Der FC Salzburg gewann 2:1, der Trainer war zufrieden.",
       "[Der FC Salzburg gewann 2 1|gewann|P] [der Trainer war zufrieden|war|P^0]"},
      {"Die Zahl der Arbeitslosen dürfte 2026 um 2,5 Prozent steigen.",
       "[Die Zahl der Arbeitslosen dürfte 2026 um 2 5 Prozent steigen|steigen|R2]"},
      {"Der Papst würde 2027 nach Österreich kommen.", "[Der Papst würde 2027 nach Österreich kommen|kommen|R2]"},
      {"Der Sprecher betonte, die Grenze sei seit 1991 anerkannt.",
       "[Der Sprecher betonte|betonte|P] [die Grenze sei seit 1991 anerkannt|anerkannt|P1^0]"},
      {"Zu verhandeln sei nichts, sagte er.", "[Zu verhandeln sei nichts|verhandeln|R1!^1] [sagte er|sagte|P]"},
      {"Gespräche aufzunehmen, ist nicht geplant.",
       "[Gespräche aufzunehmen|aufzunehmen|-^1] [ist nicht geplant|geplant|R!>]"},
      {"Die Bürgermeisterin hofft, dass die Brücke, die im Mai gesperrt wurde, im Herbst wieder öffnet.",
       "[Die Bürgermeisterin hofft|hofft|R] [dass die Brücke im Herbst wieder öffnet|öffnet|R>^0] [die im Mai gesperrt "
       "wurde|gesperrt|P^1]"},
      {"Der Sturm, der am Samstag über das Land zog, deckte Dächer ab und entwurzelte Bäume.",
       "[Der Sturm deckte Dächer ab|deckte ab|P] [der am Samstag über das Land zog|zog|P^0] [und entwurzelte "
       "Bäume|entwurzelte|P^0]"},
      {"Die Wahl ist für den 28. September vorgesehen.",
       "[Die Wahl ist für den 28 September vorgesehen|vorgesehen|R>]"},
      {"Er ist 1945 aus Prag geflohen.", "[Er ist 1945 aus Prag geflohen|geflohen|P]"},
      {"Die Behörde könne den Antrag ablehnen, hieß es.",
       "[Die Behörde könne den Antrag ablehnen|ablehnen|R1^1] [hieß es|hieß|P]"},
      {"Wien wächst und Graz schrumpft.", "[Wien wächst|wächst|R] [und Graz schrumpft|schrumpft|R^0]"},
      {"Weder der Kanzler noch der Vizekanzler äußerten sich.",
       "[Weder der Kanzler noch der Vizekanzler äußerten sich|äußerten|P!]"},
      {"Das Buch erscheint im Herbst und wird im Mai verfilmt.",
       "[Das Buch erscheint im Herbst|erscheint|R] [und wird im Mai verfilmt|verfilmt|R^0]"},
      {"Der Verdächtige hat, wie die Polizei am Montag mitteilte, die Tat gestanden.",
       "[Der Verdächtige hat die Tat gestanden|gestanden|P] [wie die Polizei am Montag mitteilte|mitteilte|P^0]"},
      {"Die Opposition fordert, das Gesetz, das 2019 beschlossen worden war, aufzuheben.",
       "[Die Opposition fordert das Gesetz|fordert|R] [das 2019 beschlossen worden war|beschlossen|P^0] "
       "[aufzuheben|aufzuheben|-^1]"},
      {"Er kam 1991 nach Wien, wo er Musik studierte, und kehrte nie zurück.",
       "[Er kam 1991 nach Wien|kam|P] [wo er Musik studierte|studierte|P^0] [und kehrte nie zurück|kehrte "
       "zurück|P!^0]"},
      {"Die Feuerwehr rückte aus; verletzt wurde niemand.",
       "[Die Feuerwehr rückte aus|rückte aus|P] [verletzt wurde niemand|verletzt|P!]"},
      {"Trotz des Regens kamen 3.000 Menschen, darunter viele Kinder, zum Fest.",
       "[Trotz des Regens kamen 3 000 Menschen darunter viele Kinder zum Fest|kamen|P]"},
      {"Im Jahr 1683 belagerten die Osmanen Wien.", "[Im Jahr 1683 belagerten die Osmanen Wien|belagerten|P]"},
      {"Die belagerten Bewohner warteten auf Hilfe.", "[Die belagerten Bewohner warteten auf Hilfe|warteten|P]"},
      {"Der am Montag in Graz verhaftete Mann gestand die Tat.",
       "[Der am Montag in Graz verhaftete Mann gestand die Tat|gestand|P]"},
      {"Ihr gehört das Haus seit 1950.", "[Ihr gehört das Haus seit 1950|gehört|R]"},
      {"Das Unternehmen gab bekannt, dass der Umsatz im dritten Quartal um 5 Prozent gestiegen sei.",
       "[Das Unternehmen gab bekannt|gab bekannt|P] [dass der Umsatz im dritten Quartal um 5 Prozent gestiegen "
       "sei|gestiegen|P1^0]"},
      {"Seit er 2020 gewählt wurde, hat er drei Minister entlassen.",
       "[Seit er 2020 gewählt wurde|gewählt|P^1] [hat er drei Minister entlassen|entlassen|P]"},
      {"Seit Jänner gilt ein neues Gesetz.", "[Seit Jänner gilt ein neues Gesetz|gilt|R]"},
      {"Die Regierung habe, so der Sprecher, keine Wahl gehabt.",
       "[Die Regierung habe so der Sprecher keine Wahl gehabt|habe|P1!]"},
      {"Bis 2030 sollen 500 Wohnungen gebaut werden.", "[Bis 2030 sollen 500 Wohnungen gebaut werden|gebaut|R>]"},
      {"Ob er kommt, ist offen.", "[Ob er kommt|kommt|R^1] [ist offen|ist|R]"},
      {"Niemand weiß, wann der Zug fährt.", "[Niemand weiß|weiß|R!] [wann der Zug fährt|fährt|R^0]"},
      {"Nach Angaben der Polizei war der Lenker eingeschlafen und gegen einen Baum geprallt.",
       "[Nach Angaben der Polizei war der Lenker eingeschlafen und gegen einen Baum geprallt|geprallt|P]"},
      {"Die USA werden sich 2026 aus dem Abkommen zurückziehen, teilte das Ministerium mit.",
       "[Die USA werden sich 2026 aus dem Abkommen zurückziehen|zurückziehen|F>^1] [teilte das Ministerium mit|teilte "
       "mit|P]"},
      {"Bundeskanzler Karl Huber (ÖVP) reiste am Dienstag nach Brüssel und traf dort Vertreter der EU.",
       "[Bundeskanzler Karl Huber ÖVP reiste am Dienstag nach Brüssel|reiste|P] [und traf dort Vertreter der "
       "EU|traf|P^0]"},
      {"Sie müsse nicht zurücktreten.", "[Sie müsse nicht zurücktreten|zurücktreten|R1!]"},
      {"Das Museum ist seit 2001 geöffnet.", "[Das Museum ist seit 2001 geöffnet|geöffnet|R>]"},
      {"Geöffnet ist am Samstag.", "[Geöffnet ist am Samstag|Geöffnet|R>]"},
      {"Am Montag ist die Aktion angelaufen.", "[Am Montag ist die Aktion angelaufen|angelaufen|P]"},
      {"Der Rat ist zusammengetreten.", "[Der Rat ist zusammengetreten|zusammengetreten|P]"},
      {"Straße bis Freitag gesperrt", "[Straße bis Freitag gesperrt|gesperrt|->]"},
      {"Ab Herbst werde es mehr Züge geben, kündigte die Bahn an.",
       "[Ab Herbst werde es mehr Züge geben|geben|F1>^1] [kündigte die Bahn an|kündigte an|P]"},
      {"Wegen Mordes verurteilt wurde der Mann im Juni.",
       "[Wegen Mordes verurteilt wurde der Mann im Juni|verurteilt|P]"},
      {"Die Grenze bleibt bis Mai geschlossen.", "[Die Grenze bleibt bis Mai geschlossen|bleibt|R]"},
      {"Die Leistungen sollen gesondert abgegolten werden.",
       "[Die Leistungen sollen gesondert abgegolten werden|abgegolten|R>]"},
      {"Es wird erwartet, dass die Preise nicht ansteigen werden.",
       "[Es wird erwartet|erwartet|R] [dass die Preise nicht ansteigen werden|ansteigen|F!>^0]"},
      {"Mit einem zusätzlich angebrachten Schalter kann das System aktiviert werden.",
       "[Mit einem zusätzlich angebrachten Schalter kann das System aktiviert werden|aktiviert|R]"},
      {"Alle scheinen davon überzeugt zu sein.", "[Alle scheinen davon überzeugt zu sein|scheinen|R]"},
      {"Das Heimspiel ist zu einem Fest geworden.", "[Das Heimspiel ist zu einem Fest geworden|geworden|P]"},
      {"Der Konzern wird von Banken wie der Bawag und der Erste Bank unterstützt.",
       "[Der Konzern wird von Banken wie der Bawag und der Erste Bank unterstützt|unterstützt|R]"},
      {"Wir haben Selbstvertrauen, aber wollen mehr.",
       "[Wir haben Selbstvertrauen|haben|R] [aber wollen mehr|wollen|R>^0]"},
      {"Anrainer murren über den Lärm.", "[Anrainer murren über den Lärm|murren|R]"},
      {"Der Export wurde 2014 untersagt.", "[Der Export wurde 2014 untersagt|untersagt|P]"},
      {"Mit international scharf kritisierten Angriffen unterstützt das Land seit September das Regime.",
       "[Mit international scharf kritisierten Angriffen unterstützt das Land seit September das "
       "Regime|unterstützt|R]"},
      {"Der Fluss, der ins Meer mündet, trat 2002 über die Ufer.",
       "[Der Fluss trat 2002 über die Ufer|trat|P] [der ins Meer mündet|mündet|R^0]"},
      {"Jon Huber hatte im Wahlkampf den Kandidaten der Partei, John Kerry, öffentlich unterstützt.",
       "[Jon Huber hatte im Wahlkampf den Kandidaten der Partei John Kerry öffentlich unterstützt|unterstützt|P]"},
      {"Die neue Halle, die fünf Rampen und die Anlage sind am Samstag übergeben worden.",
       "[Die neue Halle die fünf Rampen und die Anlage sind am Samstag übergeben worden|übergeben|P]"},
      {"Ginge es nach der Opposition, so sollte man das Gesetz ändern.",
       "[Ginge es nach der Opposition|Ginge|R2] [so sollte man das Gesetz ändern|ändern|P^0]"},
      {"Ihm war es gelungen, wie sein Bruder die Alpen zu überqueren.",
       "[Ihm war es gelungen|gelungen|P] [wie sein Bruder die Alpen zu überqueren|überqueren|-^0]"},
      {"Die Höhe gilt wegen der brutal geführten Kämpfe als Symbol.",
       "[Die Höhe gilt wegen der brutal geführten Kämpfe als Symbol|gilt|R]"},
      {"Am 9. Mai versuchten Briten einen Durchbruch, der ohne Erfolg blieb und Mitte Juni abgebrochen wurde.",
       "[Am 9 Mai versuchten Briten einen Durchbruch|versuchten|P] [der ohne Erfolg blieb|blieb|P^0] [und Mitte Juni "
       "abgebrochen wurde|abgebrochen|P^1]"},
      {"Die Truppen, die 12 Länder stellten, zogen 2004 ab.",
       "[Die Truppen zogen 2004 ab|zogen ab|P] [die 12 Länder stellten|stellten|P^0]"},
      {"Angriffe gab es auch 2014.", "[Angriffe gab es auch 2014|gab|P]"},
      {"Das teilte der Sprecher am Montag mit.", "[Das teilte der Sprecher am Montag mit|teilte mit|P]"},
      {"Das teilte Merz am Montag mit.", "[Das teilte Merz am Montag mit|teilte mit|P]"},
      {"Das teilte Merz mit, nachdem er gewählt war.",
       "[Das teilte Merz mit|teilte mit|P] [nachdem er gewählt war|gewählt|P^0]"},
      {"Zwischen 1868 und 1891 unterrichtete Huber am Konservatorium.",
       "[Zwischen 1868 und 1891 unterrichtete Huber am Konservatorium|unterrichtete|P]"},
      {"Das besetzte Gebiet, eine Insel, bleibt gesperrt.",
       "[Das besetzte Gebiet eine Insel bleibt gesperrt|bleibt|R]"},
      {"Mohammed bin Salman kam am Montag.", "[Mohammed bin Salman kam am Montag|kam|P]"},
      {"Ich bin am Montag gekommen.", "[Ich bin am Montag gekommen|gekommen|P]"},
      {"Am 10. Jänner sagte Merz, am 3. März werde gewählt.",
       "[Am 10 Jänner sagte Merz|sagte|P] [am 3 März werde gewählt|gewählt|R1^0]"},
      {"Gegründet wurde die Firma 1990.", "[Gegründet wurde die Firma 1990|Gegründet|P]"},
      {"Aufgeflogen war der Betrug im Mai.", "[Aufgeflogen war der Betrug im Mai|Aufgeflogen|P]"},
      {"Der Bericht wurde 1990 bekannt.", "[Der Bericht wurde 1990 bekannt|bekannt|P]"},
      {"Am Sonntag spielte Huber wieder.", "[Am Sonntag spielte Huber wieder|spielte|P]"},
      {"Die Behörde stellte Geld bereit.", "[Die Behörde stellte Geld bereit|stellte bereit|P]"},
      {"Das Lied gab die Stimmung wieder.", "[Das Lied gab die Stimmung wieder|gab wieder|P]"},
      {"Huber wird am Montag dem Richter vorgeführt werden.",
       "[Huber wird am Montag dem Richter vorgeführt werden|vorgeführt|F>]"},
      {"Huber hat das Stück 2021 uraufgeführt.", "[Huber hat das Stück 2021 uraufgeführt|uraufgeführt|P]"},
      {"Das Fest beginnt am Freitag, den 4. September.", "[Das Fest beginnt am Freitag den 4 September|beginnt|R>]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.source);
    CHECK(bracketed(row.source) == row.expected);
  }
}

TEST_CASE("clause/analyser: no two clauses depend on each other, whatever the commas") {
  const std::vector<std::string_view> parts = {"der",  "die",     ",",      "und",  "dass",  "Mann", "sagte", "hat",
                                               "zu",   "gehen",   "gesagt", "wird", "(",     ")",    ";",     ":",
                                               "\"",   "nicht",   "um",     "in",   "Wien",  "2014", "wenn",  "\u2013",
                                               "kam.", "besucht", "zurück", "sei",  "könne", "seit", "-",     "oder"};
  const unsigned seed = 20260301;
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 4000; ++round) {
    std::string source;
    for (unsigned n = random() % 40; n > 0; --n) source.append(parts[random() % parts.size()]).append(" ");
    CAPTURE(source);
    const Document document = segmenter().segment(source);
    const Clauses clauses = analyser().analyse(document);
    check_invariants(document, clauses);
    for (const Clause& clause : clauses.clauses) {
      const Clause* up = &clause;
      std::size_t steps = 0;
      while (up->parent && steps <= clauses.clauses.size()) {
        up = &clauses.clauses[*up->parent];
        ++steps;
      }
      REQUIRE(steps <= clauses.clauses.size());
    }
  }
}

TEST_CASE("clause/analyser: hostile texts take linear time") {
  constexpr std::size_t size_bytes = 1'000'000;
  const std::vector<std::string_view> units = {"(",     "der ",         ", ",    "und sagte ",  ", der ",  "dass ",
                                               "a- ",   "zu gehen, ",   "\" ",   "(er sagte) ", "der in ", "roten ",
                                               "hat, ", "aufaufaufauf", "Wort ", "sagte. "};
  for (const std::string_view unit : units) {
    CAPTURE(unit);
    std::string source;
    source.reserve(size_bytes);
    while (source.size() < size_bytes) source += unit;
    const Document document = segmenter().segment(source);
    const auto start = std::chrono::steady_clock::now();
    const Clauses clauses = analyser().analyse(document);
    const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    CHECK(seconds < 20.0);  // quadratic work would take hours
    check_invariants(document, clauses);
  }
}

TEST_CASE("clause/analyser: a text without words has a clause in every sentence") {
  for (const std::string_view source : {"", "...", "\"", ",", "2014", "( )", "\n\n!\n\n?"}) {
    CAPTURE(source);
    const Document document = segmenter().segment(source);
    check_invariants(document, analyser().analyse(document));
  }
}

TEST_CASE("clause/lexicon: a wrong data line is named") {
  struct Bad {
    std::string_view verbs, words, where;
  };
  const std::vector<Bad> rows = {
      {"strong\tgehen\tgeht ging gegangen\nstrong\tstehen\n", "", "verbs.txt:2"},
      {"strong\tgehen\tgeht ging\n", "", "verbs.txt:1"},
      {"haben\tsometimes\that\n", "", "verbs.txt:1"},
      {"# fine\n\nlassen\tpresent\tl\xC3\xA4sst\n", "", "verbs.txt:3"},
      {"strong\tgehen\tgeht ging gegangen\n", "determiner\tder die\nunknown\tx\n", "words.txt:2"},
      {"strong\tgehen\tgeht ging gegangen\n", "determiner\n", "words.txt:1"},
  };
  for (const Bad& row : rows) {
    CAPTURE(row.verbs);
    CAPTURE(row.words);
    const auto loaded = Analyser::load(row.verbs, row.words);
    REQUIRE_FALSE(loaded.ok());
    CHECK(loaded.error().where == row.where);
  }
}

TEST_CASE("clause/lexicon: small data files of another language's making load and work") {
  const auto loaded = Analyser::load("strong\tgehen\tgeht ging gegangen\n", "pronoun\ter\n");
  REQUIRE(loaded.ok());
  const Document document = segmenter().segment("er ging.");
  const Clauses clauses = loaded->analyse(document);
  REQUIRE(clauses.clauses.size() == 1);
  CHECK(clauses.clauses[0].tense == Tense::kPast);
}
