@0xb8e6c10f4d72a935;
# payload.capnp: the content of a record: all text, names and events.
#
# Kept beside the log under its salted hash, removed by redaction. Evolution: fields and union members are only appended.
# Times are minutes of civil time since 1970-01-01T00:00 without zone; days are days since 1970-01-01.

using Cxx = import "/capnp/c++.capnp";
using Json = import "/capnp/compat/json.capnp";
$Cxx.namespace("annalen::proto");

struct Payload {
  by @0 :Text;       # The operator's name; empty when none was given.
  reason @1 :Text;   # Why, for the kinds that ask for it; empty otherwise.
  union {
    unspecified @2 :Void;   # Never written.
    genesis @3 :Genesis;
    article @4 :Article;
    extraction @5 :Extraction;
    correction @6 :Correction;
    retraction @7 :Retraction;
    merge @8 :Merge;
    unmerge @9 :Void;       # The record's subject says all.
    split @10 :Split;
    redaction @11 :Redaction;
  }
}

struct Genesis {
  storeId @0 :Text;       # Origin of checkpoints, "annalen/" and 26 base32 characters.
  createdMs @1 :Int64;    # The same as the record's recordedMs.
}

struct Publication {
  precision @0 :Precision;
  firstDay @1 :Int32;     # First civil day that it may be, in the zone of ingest.
  lastDay @2 :Int32;      # Last one, included; equals firstDay unless imprecise.
  text @3 :Text;          # ISO text at its own precision: "2025-02", "2025-02-27T10:00:00+01:00".

  enum Precision {
    instant @0;
    day @1;
    month @2;
    year @3;
  }
}

struct Article {
  identity @0 :Text;      # What makes two texts versions of one article. Never empty.
  title @1 :Text;         # Empty when there is none; likewise publisher, url, collection.
  publisher @2 :Text;
  url @3 :Text;           # Normalised.
  collection @4 :Text;
  publication @5 :Publication;
  body @6 :Text;          # Well-formed UTF-8 as given. Offsets of events count its bytes.
  contentHash @7 :Data $Json.hex;  # 32 bytes over metadata and body; equal hash, equal content.
  other @8 :List(Field);  # Fields of the input that annalen does not know, in input order.

  struct Field {
    name @0 :Text;
    json @1 :Text;        # The value as JSON text.
  }
}

struct Extraction {
  articleIdentity @0 :Text;  # The same as the subject's, so that the index can be built from this payload alone.
  resourceDigest @1 :Data $Json.hex;  # 32 bytes over rules, model and dictionaries in use.
  events @2 :List(Event);    # Title's first, then the body's, in text order.
}

struct Event {
  id @0 :Text;                 # 16 base32 characters, or the importer's own.
  readings @1 :List(Interval); # Listed readings, sorted; exactly the first one when regular.
  stepMinutes @2 :Int64;       # Regular readings: distance; 0 when listed.
  readingCount @3 :UInt32;     # Regular readings: how many; 0 when listed.
  granularity @4 :UInt8;       # Numbers of src/time/granularity.h.
  relation @5 :UInt8;          # Likewise.
  ongoing @6 :Bool;            # "seit X": went on at publication.
  inTitle @7 :Bool;            # Offsets count in the title.
  edtf @8 :Text;               # Empty when none exists.
  timex @9 :Text;              # As written.
  timexType @10 :TimexType;
  timexValue @11 :Text;        # TIMEX3 value and mod.
  timexMod @12 :Text;
  timexOffset @13 :UInt32;     # Bytes.
  timexLength @14 :UInt32;
  derivation @15 :Derivation;
  sentence @16 :Text;
  sentenceOffset @17 :UInt32;
  sentenceLength @18 :UInt32;
  trigger @19 :Text;           # Verb or noun as written; empty when none was found.
  participants @20 :List(Participant);  # In order of mention.
  stems @21 :List(Text);       # Sorted stems of the sentence: the text index is built from them.
  other @22 :List(Article.Field);  # Unknown fields of imported events.
  predicate @23 :Text;         # Infinitive of what happened ("zurückweisen"), or the noun where no verb is known; may be empty.
  type @24 :Text;              # A code of src/event/lang/: "protest", "election" …, "other"; empty in records of earlier versions.
  cameo @25 :Text;             # CAMEO root code, two digits; empty when none applies.
  typeGrounds @26 :Text;       # The words that tell the type, as written, " … " where others stand between.
  status @27 :Status;
  statusGrounds @28 :Text;     # Likewise; empty for what is simply told.
  speaker @29 :Speaker;        # Who says so; absent (null): the article itself.
  saidIn @30 :Text;            # Id of the event that is the saying; empty when none is known.
  basis @31 :Basis;
  base @32 :Text;              # Id of the event that it is dated against; empty when the date is stated.

  enum Status {
    happened @0;
    not @1;        # Did not happen, or not as the sentence denies it.
    planned @2;    # Announced, not yet over.
    possible @3;   # Hearsay, disputed or a condition.
  }

  # What the date rests on.
  enum Basis {
    stated @0;   # The event's own words.
    story @1;    # "danach", "am selben Tag": told against another event.
    implied @2;  # No word: another event of the paragraph.
  }
}

struct Speaker {
  mention @0 :Text;   # As written.
  key @1 :Text;       # As a participant's; empty for somebody without a name ("die Polizei").
  name @2 :Text;      # Canonical name of the key, or the words of the noun phrase.
  offset @3 :UInt32;  # Bytes.
  length @4 :UInt32;
  grounds @5 :Text;   # The words that tell that the speaker says so.
  foldedNames @6 :List(Text);  # As a participant's.
}

enum TimexType {
  date @0;
  time @1;
  duration @2;
  set @3;
}

struct Interval {
  begin @0 :Int64;   # Minutes, included.
  end @1 :Int64;     # Minutes, excluded; greater than begin.
}

struct Derivation {
  rule @0 :Text;
  parts @1 :List(Part);
  anchor @2 :Text;
  result @3 :Text;

  struct Part {
    name @0 :Text;
    value @1 :Text;
  }
}

struct Participant {
  mention @0 :Text;   # As written.
  key @1 :Text;       # "state/RU", "per/…", "org/…", "place/…".
  name @2 :Text;      # Canonical name of the key.
  title @3 :Text;     # "Kreml-Sprecher"; empty when none.
  offset @4 :UInt32;  # Bytes.
  length @5 :UInt32;
  role @6 :Role;
  foldedNames @7 :List(Text);  # Folded forms under which a query finds the key: canonical name, mention as written
                               # and, for persons, the last word. The name index is built from them.
  part @8 :Part;
  grounds @9 :Text;   # The words that tell the part, as written, " … " where others stand between; empty when none do.

  # What the indexes tell apart.
  enum Role {
    actor @0;
    place @1;
  }

  # What the participant does in the event.
  enum Part {
    takesPart @0;   # The text does not tell, or in another way than these. Of a place it says nothing: role does.
    acts @1;
    actedUpon @2;
    spokenTo @3;    # Is spoken to or given to.
    place @4;
    companion @5;  # Does it, or has it done, together with another.
  }
}

struct Correction {
  eventId @0 :Text;
  fields @1 :List(Article.Field);  # Exchange form's field -> new value as JSON text.
}

struct Retraction {
  union {
    eventId @0 :Text;
    articleIdentity @1 :Text;
  }
}

struct Merge {
  from @0 :Text;   # Actor key that is resolved to `into` at query time; both mean what they stand for by then.
  into @1 :Text;
}

struct Split {
  key @0 :Text;
  parts @1 :List(Part);

  struct Part {
    key @0 :Text;                    # The new key.
    name @1 :Text;
    articleIdentities @2 :List(Text);  # Mentions in these articles belong to it,
    titles @3 :List(Text);             # and mentions with these titles. Both lists empty: all other mentions do.
  }
}

struct Redaction {
  hash @0 :Data $Json.hex;  # The removed payload's content hash, so that its re-ingest can be refused. Salted per store.
}
