#include "store/rocks/record_codec.h"

#include <capnp/message.h>
#include <capnp/serialize.h>
#include <cassert>

#include "base/byte_order.h"
#include "proto/record.capnp.h"
#include "store/rocks/message.h"

namespace annalen::store::rocks {
namespace {

constexpr std::uint16_t kHasSubject = 1;
constexpr std::uint16_t kHasObject = 2;

std::uint64_t hash_word(const Hash& hash, std::size_t index) {
  return get_big_endian<std::uint64_t>(as_bytes(hash), index * 8);
}

Hash hash_of(const proto::Record::Reader& record) {
  std::string bytes;
  put_big_endian(bytes, record.getPayloadHash0());
  put_big_endian(bytes, record.getPayloadHash1());
  put_big_endian(bytes, record.getPayloadHash2());
  put_big_endian(bytes, record.getPayloadHash3());
  return *hash_from_bytes(bytes);
}

Result<Record> decode(const proto::Record::Reader& in, std::uint64_t seq, const std::string& where) {
  const auto damaged = [&](std::string what) { return Error{ErrorKind::kDamaged, std::move(what), where}; };
  const std::uint16_t flags = in.getFlags();
  if (in.getFormatVersion() != kFormatVersion) {
    return damaged("format version " + std::to_string(in.getFormatVersion()) + ", known is 1");
  }
  if (static_cast<std::uint16_t>(in.getKind()) == 0) return damaged("has no kind");
  if (in.getStream() != 0 || in.getSeq() != seq) {
    return damaged("says that it is " + to_text(Position{in.getStream(), in.getSeq()}));
  }
  if ((flags & ~(kHasSubject | kHasObject)) != 0) return damaged("unknown flags");
  const bool has_subject = (flags & kHasSubject) != 0;
  const bool has_object = (flags & kHasObject) != 0;
  if (in.getSubjectStream() != 0 || in.getObjectStream() != 0 || (!has_subject && in.getSubjectSeq() != 0) ||
      (!has_object && in.getObjectSeq() != 0)) {
    return damaged("a reference that is not set has a value");
  }
  if ((has_subject && in.getSubjectSeq() >= seq) || (has_object && in.getObjectSeq() >= seq)) {
    return damaged("refers to a record that is not before it");
  }
  Record record;
  record.kind = static_cast<RecordKind>(in.getKind());
  record.format_version = in.getFormatVersion();
  record.position = Position{0, seq};
  record.recorded_ms = in.getRecordedMs();
  record.operator_id = in.getOperatorId();
  record.tool = ToolVersion{in.getToolMajor(), in.getToolMinor(), in.getToolPatch()};
  if (has_subject) record.subject = Position{0, in.getSubjectSeq()};
  if (has_object) record.object = Position{0, in.getObjectSeq()};
  record.payload_hash = hash_of(in);
  return record;
}

}  // namespace

std::string record_bytes(const Record& record) {
  capnp::MallocMessageBuilder message(kRecordBytes / sizeof(capnp::word));
  auto out = message.initRoot<proto::Record>();
  out.setKind(static_cast<proto::Kind>(record.kind));
  out.setFormatVersion(record.format_version);
  out.setStream(record.position.stream);
  out.setSeq(record.position.seq);
  out.setRecordedMs(record.recorded_ms);
  out.setOperatorId(record.operator_id);
  out.setToolMajor(record.tool.major);
  out.setToolMinor(record.tool.minor);
  out.setToolPatch(record.tool.patch);
  out.setFlags(static_cast<std::uint16_t>((record.subject ? kHasSubject : 0) | (record.object ? kHasObject : 0)));
  if (record.subject) {
    out.setSubjectStream(record.subject->stream);
    out.setSubjectSeq(record.subject->seq);
  }
  if (record.object) {
    out.setObjectStream(record.object->stream);
    out.setObjectSeq(record.object->seq);
  }
  out.setPayloadHash0(hash_word(record.payload_hash, 0));
  out.setPayloadHash1(hash_word(record.payload_hash, 1));
  out.setPayloadHash2(hash_word(record.payload_hash, 2));
  out.setPayloadHash3(hash_word(record.payload_hash, 3));
  const auto words = capnp::messageToFlatArray(message);
  const auto bytes = words.asBytes();
  assert(bytes.size() == kRecordBytes);
  return {reinterpret_cast<const char*>(bytes.begin()), bytes.size()};  // NOLINT: bytes are bytes
}

Result<Record> record_from_bytes(std::string_view bytes, std::uint64_t seq) {
  const std::string where = "record " + to_text(Position{0, seq});
  // The head by hand: segment count, segment size, a root pointer to a struct right behind it with data words only.
  // Cap'n Proto would also take other encodings of the same values; one value has one encoding here.
  if (bytes.size() < kRecordBytes || bytes.size() > kRecordBytesMax || bytes.size() % 8 != 0) {
    return Error{ErrorKind::kDamaged, "has " + std::to_string(bytes.size()) + " bytes", where};
  }
  const std::uint64_t words = bytes.size() / 8;
  const std::uint64_t table = get_little_endian(bytes, 0);
  const std::uint64_t root = get_little_endian(bytes, 8);
  if (table != (words - 1) << 32U || root != (words - 2) << 32U) {
    return Error{ErrorKind::kDamaged, "is not framed like a record", where};
  }
  return with_message<Record>(bytes, ErrorKind::kDamaged, where, [&](capnp::MessageReader& message) {
    return decode(message.getRoot<proto::Record>(), seq, where);
  });
}

}  // namespace annalen::store::rocks
