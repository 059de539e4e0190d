#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "event/story_words.h"
#include "german_articles.h"
#include "time/granularity.h"

namespace annalen::event {
namespace {

// "after 2025-02-24 Danach: sprach" for each event that a word of the story dates.
std::string told_by_story(const std::string& body, const std::string& title = "") {
  std::string out;
  for (const Event& event : german().extract(article_of("2025-02-27", body, title))) {
    if (event.basis != Basis::kStory) continue;
    if (!out.empty()) out += "; ";
    out += std::string(time::to_text(event.dating.relation)) + " " +
           time::to_text(event.dating.readings.hull().begin()) + " " + event.timex + ": " + event.trigger;
  }
  return out;
}

struct Row {
  const char* text;
  const char* expected;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(told_by_story(row.text) == row.expected);
  }
}

TEST_CASE("event/story: a word of the story dates its clause against the event told before") {
  check({
      {"Am Montag kam er an. Danach sprach er mit Putin.", "after 2025-02-24 Danach: sprach"},
      {"Am Montag kam er an. Zuvor hatte er Kiew besucht.", "before 2025-02-24 Zuvor: besucht"},
      {"Am Montag kam er an. Währenddessen demonstrierten Tausende.", "at 2025-02-24 Währenddessen: demonstrierten"},
      {"Am Montag kam er an und sprach danach mit Putin.", "after 2025-02-24 danach: sprach"},
      {"Am Montag kam er an. Kurz darauf starb er.", "after 2025-02-24 Kurz darauf: starb"},
      {"Am Montag kam er an. Wenige Minuten danach starb er.", "after 2025-02-24 Wenige Minuten danach: starb"},
      {"Am Montag kam er an. Danach will er nach Kiew reisen.", "after 2025-02-24 Danach: reisen"},
      {"Am Montag kam er an. Zur gleichen Zeit starb sie.", "at 2025-02-24 Zur gleichen Zeit: starb"},
  });
}

TEST_CASE("event/story: the clause above in the sentence comes first, wherever it stands") {
  check({
      {"Am Sonntag regnete es. Nachdem er zuvor Kiew besucht hatte, kam er am Montag an.",
       "before 2025-02-24 zuvor: besucht"},
      {"Im Jänner hatten jene protestiert, denen zuvor der Status verweigert worden war.",
       "before 2025-01-01 zuvor: verweigert"},
  });
}

TEST_CASE("event/story: one story time counts from another, where the order is known") {
  check({
      {"Am Montag kam er an. Danach sprach er mit Putin. Anschließend reiste er ab.",
       "after 2025-02-24 Danach: sprach; after 2025-02-24 Anschließend: reiste ab"},
      {"Am Montag kam er an. Unterdessen sprach sie mit Putin. Danach reiste sie ab.",
       "at 2025-02-24 Unterdessen: sprach; after 2025-02-24 Danach: reiste ab"},
  });
}

TEST_CASE("event/story: what is told back gives no base to what goes on") {
  check({{"Am Montag brannte das Haus. Im Jänner war es verkauft worden. Danach explodierte ein Tank.",
          "after 2025-02-24 Danach: explodierte"}});
}

TEST_CASE("event/story: no time is made of words that are none") {
  for (const char* text : {
           "Am Montag kam er an. Die Feuerwehr warnte davor, das Haus zu betreten.",
           "Am Montag kam er an. Die Polizei fragte danach.",
           "Am Montag kam er an. Mehr als je zuvor kamen Gäste.",
           "Am Montag kam er an. Er lobte das zuvor vom Gericht verhängte Verbot.",
           "Am Montag kam er an. Die daraufhin verhängte Sperre dauerte lange.",
           "Am Montag kam er an. Er feierte einen späten Erfolg.",
           "Am Montag kam er an. Danach müssen alle Läden Flaschen zurücknehmen.",
           "Am Montag kam er an. Danach ist er müde.",
           "Am Montag kam er an. Wen hatte er zuvor getroffen?",
           "Am Montag kam er an. Er kam damit seiner Abwahl zuvor.",
           "Am Montag kam er an. „Danach sprach er mit Putin“, heißt es im Buch.",
           "Am Montag kam er an. Tags zuvor hatte er Kiew besucht.",
           "Am Montag kam er an. Hatte er zuvor am Sonntag Kiew besucht, so traf er Putin.",
       }) {
    CAPTURE(text);
    CHECK(told_by_story(text).empty());
  }
}

TEST_CASE("event/story: nothing told before, nothing dated") {
  for (const char* text : {
           "Danach sprach er mit Putin. Am Montag reiste er ab.",
           "Seit Montag streiken sie. Danach sprach er mit Putin.",
           "Am Montag wird er abreisen. Danach sprach er mit Putin.",
           "Am Montag soll er kommen. Daraufhin sprach er mit Putin.",
       }) {
    CAPTURE(text);
    CHECK(told_by_story(text).empty());
  }
}

TEST_CASE("event/story: the paragraph before counts for a sentence that opens one, a heading parts") {
  CHECK(told_by_story("Am Montag kam er an.\n\nDanach sprach er mit Putin.") == "after 2025-02-24 Danach: sprach");
  CHECK(told_by_story("Am Montag kam er an.\n\nEs regnete. Danach sprach er mit Putin.").empty());
  CHECK(told_by_story("Am Montag kam er an.\n\nStreit um Öl\n\nDanach sprach er mit Putin.").empty());
  CHECK(told_by_story("Er ging.", "Am Montag kam er an, danach ging er").empty());
}

TEST_CASE("event/story: the event names its base and what it counts from") {
  const auto events = german().extract(article_of("2025-02", "Am Montag kam er an. Danach sprach er mit Putin."));
  REQUIRE(events.size() == 2);
  CHECK(events[0].basis == Basis::kStated);
  CHECK(events[0].base.empty());
  CHECK(events[1].basis == Basis::kStory);
  CHECK(events[1].base == events[0].id);
  CHECK(events[1].dating.readings == events[0].dating.readings);
  CHECK(events[1].dating.readings.size() == 5);
  CHECK(events[1].timex_value == events[0].timex_value);
  CHECK(events[1].derivation.rule == "story");
  CHECK(events[1].derivation.anchor == events[0].timex_value);
  CHECK(events[1].timex_span.begin == 21);
}

TEST_CASE("event/story: a list of words that does not fit its section is refused by line") {
  CHECK(!StoryWords::load("[nowhere]\nzuvor\n").ok());
  CHECK(!StoryWords::load("[governed]\ndanach\n").ok());
  CHECK(!StoryWords::load("[opening only]\nkurz davor\n").ok());
  CHECK(StoryWords::load("[after]\nkurz darauf\n").ok());
}

}  // namespace
}  // namespace annalen::event
