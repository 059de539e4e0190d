#include "store/decision.h"

#include <capnp/message.h>
#include <capnp/serialize.h>

#include <utility>

#include "base/digest.h"
#include "proto/payload.capnp.h"
#include "store/rocks/message.h"

namespace annalen::store {
namespace {

std::string text_of(capnp::Text::Reader text) { return {text.begin(), text.size()}; }
capnp::Text::Reader text_of(const std::string& text) { return {text.data(), text.size()}; }

std::vector<std::string> texts_of(const capnp::List<capnp::Text>::Reader& texts) {
  std::vector<std::string> out;
  for (const auto text : texts) out.push_back(text_of(text));
  return out;
}

void set_texts(capnp::List<capnp::Text>::Builder out, const std::vector<std::string>& texts) {
  for (unsigned i = 0; i < texts.size(); ++i) out.set(i, text_of(texts[i]));
}

Result<Decision> decode(const proto::Payload::Reader& payload, Decision decision, const std::string& where) {
  decision.by = text_of(payload.getBy());
  decision.reason = text_of(payload.getReason());
  if (decision.kind == RecordKind::kMerge && payload.isMerge()) {
    decision.from = text_of(payload.getMerge().getFrom());
    decision.into = text_of(payload.getMerge().getInto());
    return decision;
  }
  if (decision.kind == RecordKind::kUnmerge && payload.isUnmerge()) return decision;
  if (decision.kind == RecordKind::kSplit && payload.isSplit()) {
    decision.key = text_of(payload.getSplit().getKey());
    for (const auto part : payload.getSplit().getParts()) {
      decision.parts.push_back({text_of(part.getKey()), text_of(part.getName()), texts_of(part.getArticleIdentities()),
                                texts_of(part.getTitles())});
    }
    return decision;
  }
  return Error{ErrorKind::kDamaged, "the payload is of another kind", where};
}

}  // namespace

bool is_decision(RecordKind kind) {
  return kind == RecordKind::kMerge || kind == RecordKind::kUnmerge || kind == RecordKind::kSplit;
}

Result<Decision> decision_of(const StoredRecord& stored) {
  const std::string where = "record " + to_text(stored.record.position);
  const auto damaged = [&](std::string what) {
    return Error{ErrorKind::kDamaged, std::move(what), where, "restore it from a backup or dump"};
  };
  if (!is_decision(stored.record.kind) || !stored.payload || !stored.salt) return damaged("says nothing about actors");
  // There are few of these and each changes many answers: a changed byte must not.
  if (Sha256().update(*stored.salt).update(*stored.payload).finish() != stored.record.payload_hash) {
    return damaged("its payload does not have its hash");
  }
  Decision decision;
  decision.kind = stored.record.kind;
  decision.position = stored.record.position;
  decision.recorded_ms = stored.record.recorded_ms;
  if (decision.kind == RecordKind::kUnmerge) decision.undone = stored.record.subject;
  return rocks::with_message<Decision>(*stored.payload, ErrorKind::kDamaged, where,
                                       [&](capnp::MessageReader& message) -> Result<Decision> {
                                         return decode(message.getRoot<proto::Payload>(), std::move(decision), where);
                                       });
}

std::string decision_payload(const Decision& decision) {
  capnp::MallocMessageBuilder message;
  auto payload = message.initRoot<proto::Payload>();
  payload.setBy(text_of(decision.by));
  payload.setReason(text_of(decision.reason));
  if (decision.kind == RecordKind::kMerge) {
    auto merge = payload.initMerge();
    merge.setFrom(text_of(decision.from));
    merge.setInto(text_of(decision.into));
  } else if (decision.kind == RecordKind::kUnmerge) {
    payload.setUnmerge();
  } else {
    auto split = payload.initSplit();
    split.setKey(text_of(decision.key));
    auto parts = split.initParts(static_cast<unsigned>(decision.parts.size()));
    for (unsigned i = 0; i < decision.parts.size(); ++i) {
      const SplitPart& part = decision.parts[i];
      parts[i].setKey(text_of(part.key));
      parts[i].setName(text_of(part.name));
      set_texts(parts[i].initArticleIdentities(static_cast<unsigned>(part.article_identities.size())),
                part.article_identities);
      set_texts(parts[i].initTitles(static_cast<unsigned>(part.titles.size())), part.titles);
    }
  }
  const auto words = capnp::messageToFlatArray(message);
  const auto bytes = words.asBytes();
  return {reinterpret_cast<const char*>(bytes.begin()), bytes.size()};  // NOLINT: bytes are bytes
}

}  // namespace annalen::store
