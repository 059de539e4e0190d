#include "store/dump.h"

#include <capnp/message.h>
#include <capnp/serialize.h>

#include <string_view>

#include "proto/dump.capnp.h"
#include "store/rocks/message.h"

namespace annalen::store {
namespace {

capnp::Data::Reader data_of(std::string_view bytes) {
  return {reinterpret_cast<const kj::byte*>(bytes.data()), bytes.size()};  // NOLINT: bytes are bytes
}

// The well-formed message in `bytes` as a readable field.
template <class Struct, class Setter>
void set_readable(const std::string& bytes, const Setter& set) {
  (void)rocks::with_message<void>(bytes, ErrorKind::kDamaged, "", [&](capnp::MessageReader& message) -> Result<void> {
    const auto root = message.getRoot<Struct>();
    (void)root.totalSize();  // throws before anything is copied
    set(root);
    return {};
  });
}

}  // namespace

std::string dump_entry_bytes(const StoredRecord& stored) {
  capnp::MallocMessageBuilder message;
  auto entry = message.initRoot<proto::DumpEntry>();
  entry.setRecordBytes(data_of(stored.bytes));
  if (stored.salt) entry.setSalt(data_of(*stored.salt));
  if (stored.payload) entry.setPayloadBytes(data_of(*stored.payload));
  set_readable<proto::Record>(stored.bytes, [&](const auto& root) { entry.setRecord(root); });
  if (stored.payload) {
    set_readable<proto::Payload>(*stored.payload, [&](const auto& root) { entry.setPayload(root); });
  }
  const auto words = capnp::messageToFlatArray(message);
  const auto bytes = words.asBytes();
  return {reinterpret_cast<const char*>(bytes.begin()), bytes.size()};  // NOLINT: bytes are bytes
}

}  // namespace annalen::store
