#include "store/rocks/payload_values.h"

#include <utility>
#include <vector>

#include "store/rocks/message.h"

namespace annalen::store::rocks {
namespace {

std::string text_of(capnp::Text::Reader text) { return std::string(view_of(text)); }

std::vector<std::pair<std::string, std::string>> fields_of(const capnp::List<proto::Article::Field>::Reader& fields) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const auto field : fields) out.emplace_back(text_of(field.getName()), text_of(field.getJson()));
  return out;
}

std::string where_of(Position position) { return "record " + to_text(position); }

Error damaged(std::string what, std::string where) {
  return Error{ErrorKind::kDamaged, std::move(what), std::move(where)};
}

Result<StoredArticle> decode_article(const proto::Article::Reader& in, Position position) {
  const auto publication = publication_of(in.getPublication());
  if (!publication) return damaged("no valid publication date", where_of(position));
  const auto content_hash = hash_from_bytes(view_of(in.getContentHash()));
  if (!content_hash) return damaged("no content hash", where_of(position));
  return StoredArticle{position,
                       text_of(in.getIdentity()),
                       text_of(in.getTitle()),
                       text_of(in.getPublisher()),
                       text_of(in.getUrl()),
                       text_of(in.getCollection()),
                       *publication,
                       text_of(in.getBody()),
                       *content_hash,
                       fields_of(in.getOther())};
}

StoredParticipant decode_participant(const proto::Participant::Reader& in) {
  StoredParticipant out;
  out.mention = text_of(in.getMention());
  out.key = text_of(in.getKey());
  out.name = text_of(in.getName());
  out.title = text_of(in.getTitle());
  out.offset_bytes = in.getOffset();
  out.length_bytes = in.getLength();
  out.role = static_cast<ParticipantRole>(in.getRole());
  const auto part = static_cast<Part>(in.getPart());
  // Records of earlier versions have none, those of later ones may know more.
  if (out.role == ParticipantRole::kPlace) {
    out.part = Part::kPlace;
  } else if (part < Part::kPlace || part == Part::kCompanion) {
    out.part = part;
  }
  out.grounds = text_of(in.getGrounds());
  return out;
}

StoredSpeaker decode_speaker(const proto::Speaker::Reader& in) {
  StoredSpeaker out;
  out.mention = text_of(in.getMention());
  out.key = text_of(in.getKey());
  out.name = text_of(in.getName());
  out.offset_bytes = in.getOffset();
  out.length_bytes = in.getLength();
  out.grounds = text_of(in.getGrounds());
  for (const auto name : in.getFoldedNames()) out.folded_names.push_back(text_of(name));
  return out;
}

StoredFacts decode_facts(const proto::Event::Reader& in) {
  StoredFacts out;
  out.predicate = text_of(in.getPredicate());
  out.type = text_of(in.getType());
  out.cameo = text_of(in.getCameo());
  out.type_grounds = text_of(in.getTypeGrounds());
  out.status = static_cast<Status>(in.getStatus());
  out.status_grounds = text_of(in.getStatusGrounds());
  if (in.hasSpeaker()) out.speaker = decode_speaker(in.getSpeaker());
  out.said_in = text_of(in.getSaidIn());
  return out;
}

StoredDerivation decode_derivation(const proto::Derivation::Reader& in) {
  StoredDerivation out;
  out.rule = text_of(in.getRule());
  for (const auto part : in.getParts()) out.parts.emplace_back(text_of(part.getName()), text_of(part.getValue()));
  out.anchor = text_of(in.getAnchor());
  out.result = text_of(in.getResult());
  return out;
}

Result<StoredEvent> decode_event(const proto::Event::Reader& in, const EventRef& ref, Position article) {
  auto readings = readings_of(in);
  if (!readings) {
    return damaged("event " + std::to_string(ref.ordinal) + " has no valid readings", where_of(ref.extraction));
  }
  StoredEvent out{ref,
                  article,
                  {},  // the caller knows the identity
                  text_of(in.getId()),
                  std::move(*readings),
                  static_cast<time::Granularity>(in.getGranularity()),
                  static_cast<time::Relation>(in.getRelation()),
                  in.getOngoing(),
                  in.getInTitle(),
                  text_of(in.getEdtf()),
                  text_of(in.getTimex()),
                  static_cast<TimexType>(in.getTimexType()),
                  text_of(in.getTimexValue()),
                  text_of(in.getTimexMod()),
                  in.getTimexOffset(),
                  in.getTimexLength(),
                  decode_derivation(in.getDerivation()),
                  text_of(in.getSentence()),
                  in.getSentenceOffset(),
                  in.getSentenceLength(),
                  text_of(in.getTrigger()),
                  {},
                  fields_of(in.getOther()),
                  decode_facts(in),
                  static_cast<Basis>(in.getBasis()),
                  text_of(in.getBase())};
  for (const auto participant : in.getParticipants()) out.participants.push_back(decode_participant(participant));
  return out;
}

}  // namespace

std::optional<time::Readings> readings_of(const proto::Event::Reader& event) {
  const auto list = event.getReadings();
  if (list.size() == 0 || list.size() > time::Readings::kListedMax) return std::nullopt;
  std::vector<time::Interval> intervals;
  for (const auto item : list) {
    const auto interval = time::Interval::make(time::CivilMinute(item.getBegin()), time::CivilMinute(item.getEnd()));
    if (!interval || (!intervals.empty() && !(intervals.back() < *interval))) return std::nullopt;
    intervals.push_back(*interval);
  }
  if (event.getStepMinutes() == 0) {
    if (event.getReadingCount() != 0) return std::nullopt;
    return time::Readings::of(std::move(intervals));
  }
  if (intervals.size() != 1 || event.getStepMinutes() < 0) return std::nullopt;
  return time::Readings::regular(intervals.front(), event.getStepMinutes(), event.getReadingCount());
}

std::optional<time::Publication> publication_of(const proto::Publication::Reader& publication) {
  const auto precision = static_cast<std::uint16_t>(publication.getPrecision());
  if (precision > static_cast<std::uint16_t>(time::Publication::Precision::kYear)) return std::nullopt;
  // Beyond these days no interval could be made of it.
  const auto day_min = static_cast<std::int32_t>(time::kCivilMin.count / time::kMinutesPerDay);
  const auto day_end = static_cast<std::int32_t>(time::kCivilEnd.count / time::kMinutesPerDay);
  if (publication.getFirstDay() < day_min || publication.getLastDay() >= day_end) return std::nullopt;
  return time::Publication::restore(static_cast<time::Publication::Precision>(precision),
                                    time::CivilDay(publication.getFirstDay()), time::CivilDay(publication.getLastDay()),
                                    text_of(publication.getText()));
}

Result<StoredArticle> article_of(std::string_view payload, Position position) {
  return with_message<StoredArticle>(payload, ErrorKind::kDamaged, where_of(position),
                                     [&](capnp::MessageReader& message) -> Result<StoredArticle> {
                                       const auto root = message.getRoot<proto::Payload>();
                                       if (!root.isArticle()) return damaged("is no article", where_of(position));
                                       return decode_article(root.getArticle(), position);
                                     });
}

Result<StoredEvent> event_of(std::string_view payload, const EventRef& ref, Position article) {
  return with_message<StoredEvent>(payload, ErrorKind::kDamaged, where_of(ref.extraction),
                                   [&](capnp::MessageReader& message) -> Result<StoredEvent> {
                                     const auto root = message.getRoot<proto::Payload>();
                                     if (!root.isExtraction())
                                       return damaged("is no extraction", where_of(ref.extraction));
                                     const auto events = root.getExtraction().getEvents();
                                     if (ref.ordinal >= events.size()) {
                                       return Error{ErrorKind::kNotFound,
                                                    "has " + std::to_string(events.size()) + " events",
                                                    where_of(ref.extraction)};
                                     }
                                     auto event = decode_event(events[ref.ordinal], ref, article);
                                     if (event)
                                       event->article_identity = text_of(root.getExtraction().getArticleIdentity());
                                     return event;
                                   });
}

Result<std::string> store_id_of(std::string_view genesis_payload) {
  const std::string where = where_of(Position{0, 0});
  return with_message<std::string>(genesis_payload, ErrorKind::kDamaged, where,
                                   [&](capnp::MessageReader& message) -> Result<std::string> {
                                     const auto root = message.getRoot<proto::Payload>();
                                     if (!root.isGenesis()) return damaged("is no genesis", where);
                                     return text_of(root.getGenesis().getStoreId());
                                   });
}

}  // namespace annalen::store::rocks
