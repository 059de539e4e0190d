// The parts of the sequence model: labels, words, names, the lattice against every way through it, file and training.
#include "actor/tagger.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstring>
#include <string>
#include <vector>

#include "actor/model_trainer.h"
#include "actor/model_words.h"
#include "actor/resources.h"
#include "text/segmenter.h"

namespace annalen::actor {
namespace {

WordForm form_of(std::string_view word) {
  WordForm out;
  out.assign(word);
  return out;
}

// Bytes at an address that 8 divides.
class Aligned {
 public:
  explicit Aligned(std::string_view bytes) : words_(bytes.size() / 8 + 1), size_(bytes.size()) {
    std::memcpy(words_.data(), bytes.data(), size_);
  }
  [[nodiscard]] std::span<const std::byte> bytes() const { return std::as_bytes(std::span(words_)).first(size_); }

 private:
  std::vector<std::uint64_t> words_;
  std::size_t size_;
};

struct Example {
  std::vector<std::string_view> words;
  std::vector<Label> labels;
};

constexpr Label kPer = begin_of(NameClass::kPerson);
constexpr Label kPerInside = inside_of(NameClass::kPerson);
constexpr Label kLoc = begin_of(NameClass::kPlace);

const std::vector<Example>& examples() {
  static const std::vector<Example> out = {
      {{"Anna", "Berger", "wohnt", "in", "Graz", "."}, {kPer, kPerInside, 0, 0, kLoc, 0}},
      {{"Gestern", "kam", "Karl", "Moser", "nach", "Linz", "."}, {0, 0, kPer, kPerInside, 0, kLoc, 0}},
      {{"Der", "Regen", "fiel", "in", "Wien", "."}, {0, 0, 0, 0, kLoc, 0}},
      {{"Der", "Wind", "blieb", "schwach", "."}, {0, 0, 0, 0, 0}},
  };
  return out;
}

std::string trained(std::uint64_t seed) {
  const Dictionary nothing;
  FeatureExtractor extractor(nothing);
  std::vector<TrainingSentence> sentences;
  for (const auto& example : examples()) {
    TrainingSentence& out = sentences.emplace_back();
    out.labels = example.labels;
    extractor.read(example.words, {});
    for (std::size_t word = 0; word < example.words.size(); ++word) {
      extractor.features_of(word, out.features);
      out.ends.push_back(static_cast<std::uint32_t>(out.features.size()));
    }
  }
  std::vector<const TrainingSentence*> pointers;
  for (const auto& sentence : sentences) pointers.push_back(&sentence);
  TrainingOptions options;
  options.seed = seed;
  options.cut = 0;
  const auto weights = train(pointers, options);
  return model_bytes(weights.rows, weights.transitions);
}

TEST_CASE("actor/model: a tag becomes a label and the label the tag; other classes are outside") {
  for (Label label = 0; label < kLabels; ++label) {
    CAPTURE(label);
    CHECK(label_from(to_tag(label)) == label);
  }
  for (const auto* tag : {"O", "", "B-", "B-LOCderiv", "I-PERpart", "X-PER"}) {
    CAPTURE(tag);
    CHECK(label_from(tag) == kOutside);
  }
}

TEST_CASE("actor/model: spans end where another name begins or the class changes") {
  const std::vector<Label> labels = {kPer, kPerInside, kPer, 0, kLoc, kPerInside};
  const auto spans = spans_of(labels);
  REQUIRE(spans.size() == 4);
  CHECK(spans[0] == LabelledSpan{0, 2, NameClass::kPerson});
  CHECK(spans[1] == LabelledSpan{2, 3, NameClass::kPerson});
  CHECK(spans[2] == LabelledSpan{4, 5, NameClass::kPlace});
}

TEST_CASE("actor/model: a word has its letters in lower case and a shape; quotation marks are one sign") {
  const auto word = form_of("ÖVP-Chef");
  CHECK(word.lower == "övp-chef");
  CHECK(word.characters() == 8);
  CHECK(word.part(0, 3) == "övp");
  CHECK(word.capital);
  CHECK_FALSE(word.all_capitals);
  CHECK(form_of("ÖVP").all_capitals);
  CHECK(form_of("„").exact == form_of("\"").exact);
  CHECK(form_of("Graz").shape == form_of("Linz").shape);
  CHECK(form_of("Graz").short_shape == form_of("Salzburg").short_shape);
  CHECK(form_of("").characters() == 0);
  CHECK(form_of(std::string(10000, 'x')).characters() == kWordCharactersMax);
}

TEST_CASE("actor/model: the list knows words, words in lower case and compounds of known words") {
  KnownWordsBuilder builder;
  builder.add("Haus\nTür\nregnen\nRegen\nRegierung\nViertel\n");
  const auto slots = builder.build();
  const KnownWords known(slots);
  struct Row {
    std::string_view word;
    unsigned flags;
  };
  for (const auto& [word, flags] : {Row{"Haus", KnownWords::kAsWritten | KnownWords::kCapital},
                                    {"Regnen", KnownWords::kLower},
                                    {"HAUS", KnownWords::kCapital},
                                    {"Haustür", KnownWords::kCompound},
                                    {"Regierungsviertel", KnownWords::kCompound},
                                    {"Haslinger", 0},
                                    {"haus", 0}}) {
    CAPTURE(word);
    CHECK(known.flags(form_of(word)) == flags);
  }
  CHECK(KnownWords().flags(form_of("Haus")) == KnownWords::kNoList);
}

TEST_CASE("actor/model: the gazetteer marks the longest name of a kind, also in the genitive") {
  GazetteerBuilder builder;
  builder.add(NameKind::kCity, "Bad Ischl");
  builder.add(NameKind::kCity, "Bad");
  builder.add(NameKind::kLast, "Bad");
  builder.add(NameKind::kCity, "Graz");
  const auto slots = builder.build();
  const auto flags_of = [](const Gazetteer& gazetteer, std::initializer_list<std::string_view> texts) {
    std::vector<NameWord> words;
    for (const auto text : texts) words.push_back(gazetteer.word_of(form_of(text)));
    std::vector<NameFlags> out;
    gazetteer.mark(words, out);
    return out;
  };
  const NameFlags city = 1U << (2 * static_cast<unsigned>(NameKind::kCity));
  const NameFlags last = 1U << (2 * static_cast<unsigned>(NameKind::kLast));
  CHECK(flags_of(Gazetteer(slots), {"in", "Bad", "Ischls", "und", "Graz"}) ==
        std::vector<NameFlags>{0, city | last, city << 1U, 0, city});
  CHECK(flags_of(Gazetteer(), {"Graz"}) == std::vector<NameFlags>{0});
}

// Every way through a short sentence.
struct AllWays {
  double sum = 0;
  double best = -1e30;
  std::vector<Label> best_way;
  std::vector<std::array<double, kLabels>> label_sums;

  AllWays(std::span<const Scores> scores, const Transitions& transitions) : label_sums(scores.size()) {
    std::vector<Label> way(scores.size());
    go(scores, transitions, way, 0, 0);
  }
  void go(std::span<const Scores> scores, const Transitions& transitions, std::vector<Label>& way, std::size_t at,
          double score) {
    if (at == way.size()) {
      sum += std::exp(score);
      for (std::size_t i = 0; i < way.size(); ++i) label_sums[i][way[i]] += std::exp(score);
      if (score > best) {
        best = score;
        best_way = way;
      }
      return;
    }
    for (Label label = 0; label < kLabels; ++label) {
      if (!may_follow(at == 0 ? kOutside : way[at - 1], label)) continue;
      way[at] = label;
      const std::size_t before = at == 0 ? kBeforeSentence : way[at - 1];
      go(scores, transitions, way, at + 1, score + scores[at][label] + transitions[before][label]);
    }
  }
};

TEST_CASE("actor/model: the lattice agrees with a count of all ways") {
  std::uint64_t state = 11;
  const auto next = [&] {
    state = mixed(1, state);
    return static_cast<float>(state % 4001) / 1000.0F - 2.0F;
  };
  for (std::size_t words = 1; words <= 4; ++words) {
    CAPTURE(words);
    std::vector<Scores> scores(words);
    Transitions transitions{};
    for (auto& row : scores) {
      for (auto& score : row) score = next();
    }
    for (auto& row : transitions) {
      for (auto& score : row) score = next();
    }
    const AllWays ways(scores, transitions);
    Lattice lattice;
    lattice.follow(transitions);
    lattice.read(scores);
    std::vector<Label> best;
    lattice.best(best);
    CHECK(best == ways.best_way);
    std::vector<Scores> probabilities;
    lattice.probabilities(probabilities);
    CHECK(lattice.log_sum() == doctest::Approx(std::log(ways.sum)).epsilon(1e-4));
    for (std::size_t word = 0; word < words; ++word) {
      for (std::size_t label = 0; label < kLabels; ++label) {
        CHECK(probabilities[word][label] == doctest::Approx(ways.label_sums[word][label] / ways.sum).epsilon(1e-3));
      }
    }
  }
}

TEST_CASE("actor/model: training learns its examples, and the same seed gives the same bytes") {
  const std::string bytes = trained(1);
  CHECK(bytes == trained(1));
  CHECK(bytes != trained(2));
  const Aligned file(bytes);
  const auto model = Model::load(file.bytes());
  REQUIRE(model.ok());
  const Dictionary nothing;
  Tagger tagger(*model, nothing);
  for (const auto& example : examples()) {
    const auto tagging = tagger.tag(example.words, {});
    CHECK(tagging.labels == example.labels);
    for (const float probability : tagging.probability) CHECK(probability > 0.3F);
  }
  CHECK(tagger.tag({}, {}).labels.empty());
}

TEST_CASE("actor/model: a file that is cut off, of another version or full is refused") {
  const std::string bytes = trained(1);
  for (std::size_t size = 0; size < bytes.size(); size += 97) {
    CAPTURE(size);
    const Aligned file(std::string_view(bytes).substr(0, size));
    CHECK_FALSE(Model::load(file.bytes()).ok());
  }
  std::string other = bytes;
  other[14] = '9';
  CHECK_FALSE(Model::load(Aligned(other).bytes()).ok());
  std::string full = bytes;
  ModelHeader header;
  std::memcpy(&header, bytes.data(), sizeof header);
  std::memset(full.data() + sizeof header, 1, std::size_t{header.slots} * 4);
  CHECK_FALSE(Model::load(Aligned(full).bytes()).ok());
}

TEST_CASE("actor/model: words join what stands between blanks, but no closing full stop") {
  const auto document = text::Segmenter::of(text::Language::kGerman)
                            .segment("US-Präsident Dr. Moser kam am 3. 5. um 20.30 Uhr, sagte O’Neill („Ja“).");
  std::vector<std::string> words;
  for (const auto& sentence : document.sentences()) {
    for (const auto& word : model_words(document, sentence)) words.emplace_back(word.text);
  }
  CHECK(words == std::vector<std::string>{"US-Präsident", "Dr.", "Moser", "kam", "am", "3.", "5.", "um", "20.30", "Uhr",
                                          ",", "sagte", "O’Neill", "(", "„", "Ja", "“", ")", "."});
}

TEST_CASE("actor/model: the model of the program loads and finds a name that no table has") {
  const auto model = Model::load(embedded_resources("de").model);
  REQUIRE(model.ok());
  CHECK(embedded_resources("xx").model.empty());
  const Dictionary nothing;
  Tagger tagger(*model, nothing);
  const std::vector<std::string_view> words = {"Am", "Dienstag", "traf", "Svetlana", "Miroslawska",
                                               "in", "Wien",     "den",  "Minister", "."};
  CHECK(tagger.tag(words, {}).labels == std::vector<Label>{0, 0, 0, kPer, kPerInside, 0, kLoc, 0, 0, 0});
}

}  // namespace
}  // namespace annalen::actor
