@0xd3a1f5c27e9b4860;
# record.capnp: one entry of the append-only log.
#
# A record holds numbers and one hash, never a text or a name: those stand in the payload, which can be redacted while
# every hash and every proof over records stays valid. The Merkle tree is computed over the exact bytes of this message.
# Evolution: fields and enumerants are only appended; a reader keeps and re-exports bytes that it does not understand.

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("annalen::proto");

enum Kind {
  unspecified @0;  # Never written. A record that says so is damaged.
  genesis @1;      # The first record of a stream. Its payload names the store.
  article @2;      # A version of an article. `object` is the version that it supersedes, if any.
  extraction @3;   # Events found in an article version. `subject` is that version.
  correction @4;   # Replaces fields of one event. The payload names the event id.
  retraction @5;   # Takes back an event or an article.
  merge @6;        # Two actor keys are one actor.
  unmerge @7;      # Takes back a merge. `subject` is the merge.
  split @8;        # One actor key is several actors.
  redaction @9;    # The payload of `subject` has been removed for good.
}

struct Record {
  kind @0 :Kind;
  formatVersion @1 :UInt16;     # Version of FORMAT.md under which the record was written. Starts at 1.
  stream @2 :UInt32;            # Position, first half. The embedded store has stream 0 only.
  seq @3 :UInt64;               # Position, second half: gap-free from 0 within the stream.
  recordedMs @4 :Int64;         # Milliseconds since 1970-01-01T00:00Z; never less than the record's before.
  operatorId @5 :UInt64;        # First 8 bytes of SHA-256(store id, operator's name); 0 when no operator was named.
  toolMajor @6 :UInt16;         # Version of the program that wrote the record.
  toolMinor @7 :UInt16;
  toolPatch @8 :UInt16;
  flags @9 :UInt16;             # Bit 0: subject is set. Bit 1: object is set. Others are 0.
  subjectStream @10 :UInt32;    # What the record is about; zero and meaningless unless flag bit 0 is set.
  objectStream @11 :UInt32;     # A second reference; zero and meaningless unless flag bit 1 is set.
  subjectSeq @12 :UInt64;
  objectSeq @13 :UInt64;
  payloadHash0 @14 :UInt64;     # SHA-256 over (salt, payload bytes) as four big-endian words, first word first.
  payloadHash1 @15 :UInt64;
  payloadHash2 @16 :UInt64;
  payloadHash3 @17 :UInt64;
}
