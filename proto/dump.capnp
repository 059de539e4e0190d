@0xa94c0f7b1e6d2853;
# dump.capnp: the stream that `annalen dump --format capnp` writes, for
#
#     capnp decode proto/dump.capnp DumpEntry < store.dump
#
# One message a record, in order of position, in the standard unpacked framing. The three Data fields are the truth: a
# hash or a proof is checked against them. The two structs are the same bytes made readable, for people.

using Cxx = import "/capnp/c++.capnp";
using Json = import "/capnp/compat/json.capnp";
using Record = import "record.capnp".Record;
using Payload = import "payload.capnp".Payload;
$Cxx.namespace("annalen::proto");

struct DumpEntry {
  record @0 :Record;                     # recordBytes, readable.
  recordBytes @1 :Data $Json.base64;     # Exactly what the Merkle tree was computed over.
  salt @2 :Data $Json.base64;            # 16 bytes; absent (null) once the payload is redacted.
  payloadBytes @3 :Data $Json.base64;    # SHA-256 over (salt, payloadBytes) is the record's hash; absent once redacted.
  payload @4 :Payload;                   # payloadBytes, readable; absent once redacted or when damaged.
}
