#include "store/rocks/payload_check.h"

#include <algorithm>
#include <utility>

#include "base/digest.h"
#include "store/rocks/message.h"
#include "store/rocks/payload_values.h"

namespace annalen::store::rocks {
namespace {

constexpr std::uint8_t kGranularityLast = static_cast<std::uint8_t>(time::Granularity::kMillennium);
constexpr std::uint8_t kRelationLast = static_cast<std::uint8_t>(time::Relation::kAfter);

// What is wrong, or empty.
using Fault = std::optional<std::string>;

Fault key_text(std::string_view name, std::string_view text, std::size_t bytes_max) {
  if (text.empty()) return std::string(name) + " is empty";
  if (text.size() > bytes_max) return std::string(name) + " is longer than " + std::to_string(bytes_max) + " bytes";
  if (text.find('\0') != std::string_view::npos) return std::string(name) + " holds a NUL";
  return std::nullopt;
}

Fault within(std::string_view name, std::uint64_t offset, std::uint64_t length, std::size_t bytes) {
  if (offset + length <= bytes) return std::nullopt;
  return std::string(name) + " ends at byte " + std::to_string(offset + length) + " of " + std::to_string(bytes);
}

// Reads every field, so that none is met malformed later.
void touch(const capnp::List<proto::Article::Field>::Reader& fields) {
  for (const auto field : fields) {
    (void)field.getName();
    (void)field.getJson();
  }
}

Fault check_article(const proto::Article::Reader& article) {
  if (auto fault = key_text("identity", view_of(article.getIdentity()), kIdentityBytesMax)) return fault;
  if (article.getContentHash().size() != sizeof(Hash)) return "content hash is not 32 bytes";
  if (!publication_of(article.getPublication())) return "publication is no valid date";
  (void)article.getTitle();
  (void)article.getPublisher();
  (void)article.getUrl();
  (void)article.getCollection();
  (void)article.getBody();
  touch(article.getOther());
  return std::nullopt;
}

Fault check_participant(const proto::Participant::Reader& participant, std::size_t text_bytes) {
  if (auto fault = key_text("participant's key", view_of(participant.getKey()), kKeyBytesMax)) return fault;
  if (auto fault = key_text("participant's name", view_of(participant.getName()), kKeyBytesMax)) return fault;
  for (const auto folded : participant.getFoldedNames()) {
    const std::string_view text = view_of(folded);
    if (text.empty()) continue;  // nothing was left after folding; not indexed
    if (auto fault = key_text("folded name", text, kKeyBytesMax)) return fault;
  }
  if (static_cast<std::uint16_t>(participant.getRole()) > static_cast<std::uint16_t>(ParticipantRole::kPlace)) {
    return "participant's role is unknown";
  }
  (void)participant.getMention();
  (void)participant.getTitle();
  (void)participant.getGrounds();
  return within("participant", participant.getOffset(), participant.getLength(), text_bytes);
}

// The events that another one may point to; empty: none.
Fault check_link(std::string_view name, std::string_view id) {
  return id.empty() ? std::nullopt : key_text(name, id, kKeyBytesMax);
}

Fault check_speaker(const proto::Speaker::Reader& speaker, std::size_t text_bytes) {
  if (auto fault = check_link("speaker's key", view_of(speaker.getKey()))) return fault;
  if (auto fault = key_text("speaker's name", view_of(speaker.getName()), kKeyBytesMax)) return fault;
  for (const auto folded : speaker.getFoldedNames()) (void)folded;
  (void)speaker.getMention();
  (void)speaker.getGrounds();
  return within("speaker", speaker.getOffset(), speaker.getLength(), text_bytes);
}

Fault check_facts(const proto::Event::Reader& event, std::size_t text_bytes) {
  if (static_cast<std::uint16_t>(event.getStatus()) > static_cast<std::uint16_t>(Status::kPossible)) {
    return "status is unknown";
  }
  if (static_cast<std::uint16_t>(event.getBasis()) > static_cast<std::uint16_t>(Basis::kImplied)) {
    return "basis is unknown";
  }
  (void)event.getPredicate();
  (void)event.getType();
  (void)event.getCameo();
  (void)event.getTypeGrounds();
  (void)event.getStatusGrounds();
  if (auto fault = check_link("saying", view_of(event.getSaidIn()))) return fault;
  if (auto fault = check_link("base", view_of(event.getBase()))) return fault;
  return event.hasSpeaker() ? check_speaker(event.getSpeaker(), text_bytes) : std::nullopt;
}

Fault check_stems(const capnp::List<capnp::Text>::Reader& stems) {
  std::string_view before;
  for (const auto stem : stems) {
    const std::string_view text = view_of(stem);
    if (text.empty() || text.find('\0') != std::string_view::npos) return "a stem is empty or holds a NUL";
    if (!(before < text)) return "stems are not sorted and unique";
    before = text;
  }
  return std::nullopt;
}

void touch_texts(const proto::Event::Reader& event) {
  (void)event.getEdtf();
  (void)event.getTimex();
  (void)event.getTimexValue();
  (void)event.getTimexMod();
  (void)event.getSentence();
  (void)event.getTrigger();
  touch(event.getOther());
  const auto derivation = event.getDerivation();
  (void)derivation.getRule();
  (void)derivation.getAnchor();
  (void)derivation.getResult();
  for (const auto part : derivation.getParts()) {
    (void)part.getName();
    (void)part.getValue();
  }
}

Fault check_event(const proto::Event::Reader& event, const std::optional<ArticleBounds>& article) {
  if (auto fault = key_text("id", view_of(event.getId()), kKeyBytesMax)) return fault;
  if (!readings_of(event)) return "readings are missing, unsorted or out of range";
  if (event.getGranularity() > kGranularityLast) return "granularity is unknown";
  if (event.getRelation() > kRelationLast) return "relation is unknown";
  if (static_cast<std::uint16_t>(event.getTimexType()) > static_cast<std::uint16_t>(TimexType::kSet)) {
    return "timex type is unknown";
  }
  touch_texts(event);
  if (auto fault = check_stems(event.getStems())) return fault;
  const std::size_t text_bytes =
      !article ? SIZE_MAX : (event.getInTitle() ? article->title_bytes : article->body_bytes);
  if (auto fault = within("timex", event.getTimexOffset(), event.getTimexLength(), text_bytes)) return fault;
  if (auto fault = within("sentence", event.getSentenceOffset(), event.getSentenceLength(), text_bytes)) return fault;
  for (const auto participant : event.getParticipants()) {
    if (auto fault = check_participant(participant, text_bytes)) return fault;
  }
  return check_facts(event, text_bytes);
}

Fault check_extraction(const proto::Extraction::Reader& extraction, const std::optional<ArticleBounds>& article) {
  const std::string_view identity = view_of(extraction.getArticleIdentity());
  if (auto fault = key_text("article identity", identity, kIdentityBytesMax)) return fault;
  if (article && identity != article->identity) return "article identity is not the subject's";
  if (extraction.getResourceDigest().size() != sizeof(Hash)) return "resource digest is not 32 bytes";
  const auto events = extraction.getEvents();
  if (events.size() > kEventsMax) return "more than " + std::to_string(kEventsMax) + " events";
  for (unsigned i = 0; i < events.size(); ++i) {
    if (auto fault = check_event(events[i], article)) return "event " + std::to_string(i) + ": " + *fault;
  }
  return std::nullopt;
}

Fault check_split(const proto::Split::Reader& split) {
  if (auto fault = key_text("key", view_of(split.getKey()), kKeyBytesMax)) return fault;
  for (const auto part : split.getParts()) {
    if (auto fault = key_text("part's key", view_of(part.getKey()), kKeyBytesMax)) return fault;
    (void)part.getName();
    for (const auto identity : part.getArticleIdentities()) (void)identity;
    for (const auto title : part.getTitles()) (void)title;
  }
  return std::nullopt;
}

Fault check_retraction(const proto::Retraction::Reader& retraction) {
  switch (retraction.which()) {
    case proto::Retraction::EVENT_ID:
      return key_text("event id", view_of(retraction.getEventId()), kKeyBytesMax);
    case proto::Retraction::ARTICLE_IDENTITY:
      return key_text("article identity", view_of(retraction.getArticleIdentity()), kIdentityBytesMax);
  }
  return std::nullopt;  // of a later schema
}

Fault check_merge(const proto::Merge::Reader& merge) {
  if (auto fault = key_text("from", view_of(merge.getFrom()), kKeyBytesMax)) return fault;
  return key_text("into", view_of(merge.getInto()), kKeyBytesMax);
}

Fault check_correction(const proto::Correction::Reader& correction) {
  touch(correction.getFields());
  return key_text("event id", view_of(correction.getEventId()), kKeyBytesMax);
}

Fault check_root(RecordKind kind, const proto::Payload::Reader& payload, const std::optional<ArticleBounds>& article) {
  (void)payload.getBy();
  (void)payload.getReason();
  const auto wanted = static_cast<std::uint16_t>(kind);
  // The union's members stand in the order of the kinds, `unspecified` first.
  if (static_cast<std::uint16_t>(payload.which()) != wanted) {
    return "payload is not that of kind " + std::string(to_text(kind));
  }
  switch (payload.which()) {
    case proto::Payload::GENESIS:
      return key_text("store id", view_of(payload.getGenesis().getStoreId()), kKeyBytesMax);
    case proto::Payload::ARTICLE:
      return check_article(payload.getArticle());
    case proto::Payload::EXTRACTION:
      return check_extraction(payload.getExtraction(), article);
    case proto::Payload::CORRECTION:
      return check_correction(payload.getCorrection());
    case proto::Payload::RETRACTION:
      return check_retraction(payload.getRetraction());
    case proto::Payload::MERGE:
      return check_merge(payload.getMerge());
    case proto::Payload::SPLIT:
      return check_split(payload.getSplit());
    case proto::Payload::REDACTION:
      (void)payload.getRedaction().getHash();
      return std::nullopt;
    default:
      return std::nullopt;  // unmerge has no content; a kind of a later schema is kept as it is
  }
}

}  // namespace

ArticleBounds article_bounds(const proto::Article::Reader& article) {
  return ArticleBounds{std::string(view_of(article.getIdentity())), article.getTitle().size(),
                       article.getBody().size()};
}

Result<ArticleBounds> article_bounds(std::string_view article_payload, const std::string& where) {
  return with_message<ArticleBounds>(article_payload, ErrorKind::kDamaged, where,
                                     [&](capnp::MessageReader& message) -> Result<ArticleBounds> {
                                       const auto root = message.getRoot<proto::Payload>();
                                       if (!root.isArticle()) return Error{ErrorKind::kDamaged, "is no article", where};
                                       return article_bounds(root.getArticle());
                                     });
}

Result<void> check_payload(RecordKind kind, const proto::Payload::Reader& payload,
                           const std::optional<ArticleBounds>& article, ErrorKind error_kind,
                           const std::string& where) {
  (void)payload.totalSize();  // walks all pointers, those of unknown fields too
  if (auto fault = check_root(kind, payload, article)) return Error{error_kind, std::move(*fault), where};
  return {};
}

Result<void> check_payload(RecordKind kind, std::string_view payload, const std::optional<ArticleBounds>& article,
                           ErrorKind error_kind, const std::string& where) {
  return with_message<void>(payload, error_kind, where, [&](capnp::MessageReader& message) -> Result<void> {
    return check_payload(kind, message.getRoot<proto::Payload>(), article, error_kind, where);
  });
}

}  // namespace annalen::store::rocks
