#include "world.h"

#include <capnp/message.h>
#include <capnp/serialize.h>
#include <doctest/doctest.h>

#include <cstdlib>

#include "base/digest.h"
#include "proto/payload.capnp.h"

namespace annalen::store::test {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(capnp::MessageBuilder& message) {
  const auto words = capnp::messageToFlatArray(message);
  const auto bytes = words.asBytes();
  return {reinterpret_cast<const char*>(bytes.begin()), bytes.size()};  // NOLINT: bytes are bytes
}

// With its NULs, which the conversion from std::string drops.
capnp::Text::Reader text_of(const std::string& text) { return {text.data(), text.size()}; }

kj::ArrayPtr<const kj::byte> data_of(const Hash& hash) { return {hash.data(), hash.size()}; }

void fill_participant(proto::Participant::Builder out, const ParticipantSpec& in) {
  out.setMention(in.name);
  out.setKey(in.key);
  out.setName(in.name);
  out.setRole(static_cast<proto::Participant::Role>(in.role));
  auto folded = out.initFoldedNames(static_cast<unsigned>(in.folded.size()));
  for (unsigned i = 0; i < in.folded.size(); ++i) folded.set(i, in.folded[i]);
}

void fill_event(proto::Event::Builder out, const EventSpec& in) {
  out.setId(in.id);
  const auto& readings = in.readings;
  const std::size_t listed = readings.is_regular() ? 1 : readings.size();
  auto list = out.initReadings(static_cast<unsigned>(listed));
  for (unsigned i = 0; i < listed; ++i) {
    list[i].setBegin(readings.at(i).begin().count);
    list[i].setEnd(readings.at(i).end().count);
  }
  if (readings.is_regular()) {
    out.setStepMinutes(readings.step_minutes());
    out.setReadingCount(static_cast<std::uint32_t>(readings.size()));
  }
  out.setGranularity(3);
  out.setBasis(static_cast<proto::Event::Basis>(in.basis));
  out.setTimex("zeit");
  out.setTimexValue("2022-03-09");
  out.setSentence("Satz.");
  auto participants = out.initParticipants(static_cast<unsigned>(in.participants.size()));
  for (unsigned i = 0; i < in.participants.size(); ++i) fill_participant(participants[i], in.participants[i]);
  auto stems = out.initStems(static_cast<unsigned>(in.stems.size()));
  for (unsigned i = 0; i < in.stems.size(); ++i) stems.set(i, in.stems[i]);
}

}  // namespace

TempFolder::TempFolder() {
  // Memory, where there is such a folder: what a test proves about power loss it simulates (faulty_env.h).
  std::error_code code;
  const fs::path parent = fs::is_directory("/dev/shm", code) ? fs::path("/dev/shm") : fs::temp_directory_path();
  std::string name = (parent / "annalen-store-XXXXXX").string();
  REQUIRE(::mkdtemp(name.data()) != nullptr);
  path_ = name;
}

TempFolder::~TempFolder() {
  std::error_code code;
  fs::remove_all(path_, code);
}

time::Interval minutes(std::int64_t begin, std::int64_t end) {
  return *time::Interval::make(time::CivilMinute(begin), time::CivilMinute(end));
}

time::Interval days(std::int32_t first, std::int32_t last) {
  return minutes(first * time::kMinutesPerDay, (last + 1) * time::kMinutesPerDay);
}

std::string article_payload(const ArticleSpec& article) {
  capnp::MallocMessageBuilder message;
  auto out = message.initRoot<proto::Payload>().initArticle();
  out.setIdentity(text_of(article.identity));
  out.setTitle(article.title);
  out.setBody(article.body);
  out.setPublisher("Probe");
  auto publication = out.initPublication();
  publication.setPrecision(proto::Publication::Precision::DAY);
  publication.setFirstDay(19061);  // 2022-03-10
  publication.setLastDay(19061);
  publication.setText("2022-03-10");
  out.setContentHash(data_of(sha256(article.identity + "\n" + article.title + "\n" + article.body)));
  return bytes_of(message);
}

std::string extraction_payload(const std::string& identity, const std::vector<EventSpec>& events,
                               const std::string& digest_of) {
  capnp::MallocMessageBuilder message;
  auto out = message.initRoot<proto::Payload>().initExtraction();
  out.setArticleIdentity(identity);
  out.setResourceDigest(data_of(sha256(digest_of)));
  auto list = out.initEvents(static_cast<unsigned>(events.size()));
  for (unsigned i = 0; i < events.size(); ++i) fill_event(list[i], events[i]);
  return bytes_of(message);
}

std::string merge_payload(const std::string& from, const std::string& into) {
  capnp::MallocMessageBuilder message;
  auto out = message.initRoot<proto::Payload>().initMerge();
  out.setFrom(from);
  out.setInto(into);
  return bytes_of(message);
}

std::string retraction_payload(const std::string& event_id) {
  capnp::MallocMessageBuilder message;
  message.initRoot<proto::Payload>().initRetraction().setEventId(event_id);
  return bytes_of(message);
}

std::vector<Draft> article_with(const ArticleSpec& article, const std::vector<EventSpec>& events,
                                const std::string& digest_of) {
  Draft first;
  first.kind = RecordKind::kArticle;
  first.payload = article_payload(article);
  Draft second;
  second.kind = RecordKind::kExtraction;
  second.payload = extraction_payload(article.identity, events, digest_of);
  second.subject_draft = 0;
  return {first, second};
}

Draft extraction_draft(Position article, const std::string& identity, const std::vector<EventSpec>& events,
                       const std::string& digest_of) {
  Draft draft;
  draft.kind = RecordKind::kExtraction;
  draft.payload = extraction_payload(identity, events, digest_of);
  draft.subject = article;
  return draft;
}

Result<std::unique_ptr<Store>> World::open(OpenMode mode) {
  OpenOptions options;
  options.mode = mode;
  options.operator_name = operator_name;
  options.tool = ToolVersion{0, 1, 0};
  options.clock = &clock;
  options.randomness = &randomness;
  return open_rocks_store(folder, options);
}

std::unique_ptr<Store> World::writer() {
  auto store = open(OpenMode::kWriteOrCreate);
  REQUIRE_MESSAGE(store.ok(), (store.ok() ? "" : store.error().message()));
  return std::move(*store);
}

std::unique_ptr<Store> World::reader() {
  auto store = open(OpenMode::kRead);
  REQUIRE_MESSAGE(store.ok(), (store.ok() ? "" : store.error().message()));
  return std::move(*store);
}

std::vector<Position> append(Store& store, const std::vector<Draft>& drafts) {
  auto positions = store.append(drafts);
  REQUIRE_MESSAGE(positions.ok(), (positions.ok() ? "" : positions.error().message()));
  return std::move(*positions);
}

std::string damage_of(const Store& store) {
  const auto verification = store.verify(std::nullopt);
  REQUIRE_MESSAGE(verification.ok(), (verification.ok() ? "" : verification.error().message()));
  return verification->first_damage.value_or("");
}

namespace {

std::vector<EventEntry> collect(const std::function<Result<void>(const EntrySink&)>& scan) {
  std::vector<EventEntry> out;
  const auto scanned = scan([&](const EventEntry& entry) {
    out.push_back(entry);
    return true;
  });
  REQUIRE_MESSAGE(scanned.ok(), (scanned.ok() ? "" : scanned.error().message()));
  return out;
}

}  // namespace

std::vector<EventEntry> range_of(const Store& store, const Store::Scan& scan) {
  return collect([&](const EntrySink& sink) { return store.scan_range(scan, sink); });
}

std::vector<EventEntry> actor_of(const Store& store, const std::string& key, const Store::Scan& scan,
                                 ParticipantRole role) {
  return collect([&](const EntrySink& sink) { return store.scan_actor(key, role, scan, sink); });
}

std::vector<EventEntry> stem_of(const Store& store, const std::string& stem, const Store::Scan& scan) {
  return collect([&](const EntrySink& sink) { return store.scan_stem(stem, scan, sink); });
}

std::uint64_t seed_of_run() {
  const char* const text = std::getenv("ANNALEN_SEED");
  return text == nullptr ? 20250227 : std::strtoull(text, nullptr, 10);
}

}  // namespace annalen::store::test
