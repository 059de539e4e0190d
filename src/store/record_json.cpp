#include "store/record_json.h"

#include <capnp/compat/json.h>

#include "proto/payload.capnp.h"
#include "store/rocks/message.h"

namespace annalen::store {

std::string content_json(const StoredRecord& stored) {
  if (!stored.payload) return "null";
  const auto text =
      rocks::with_message<std::string>(*stored.payload, ErrorKind::kDamaged, to_text(stored.record.position),
                                       [](capnp::MessageReader& message) -> Result<std::string> {
                                         capnp::JsonCodec codec;
                                         codec.handleByAnnotation<proto::Payload>();
                                         const kj::String json = codec.encode(message.getRoot<proto::Payload>());
                                         return std::string(json.cStr(), json.size());
                                       });
  return text ? *text : "null";
}

}  // namespace annalen::store
