#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <memory>

#include "raw.h"
#include "store/dump.h"
#include "store/record_json.h"
#include "world.h"

namespace annalen::store::test {
namespace {

std::string output_of(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen((command + " 2>&1").c_str(), "r"), ::pclose);
  REQUIRE(pipe != nullptr);
  std::string out;
  std::array<char, 4096> buffer{};
  while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), pipe.get()))
    out.append(buffer.data(), size);
  return out;
}

// DESIGN.md, Command line: "--format capnp: a stream that the stock capnp tool decodes with proto/".
TEST_CASE("store/dump: the stock capnp tool reads every record and payload of the stream") {
  const TempFolder folder;
  World world(folder.file("store"));
  const auto store = world.writer();
  append(*store,
         article_with({"a", "Am 9. März tagte X."},
                      {EventSpec{"e1", time::Readings(days(19060, 19060)), {{"per/x", "X", {"x"}}}, {"tagt"}}}));
  std::string stream;
  REQUIRE(store->scan_log(0, [&](const StoredRecord& stored) {
    stream += dump_entry_bytes(stored);
    return true;
  }));
  StoredRecord redacted = *store->record(Position{0, 1});
  redacted.salt.reset();
  redacted.payload.reset();
  stream += dump_entry_bytes(redacted);
  StoredRecord damaged = *store->record(Position{0, 1});
  (*damaged.payload)[20] = '\x7F';
  stream += dump_entry_bytes(damaged);
  write_bytes(folder.file("dump"), stream);
  const std::string text = output_of(std::string(ANNALEN_CAPNP) + " decode " + ANNALEN_SOURCE_DIR +
                                     "/proto/dump.capnp DumpEntry < " + folder.file("dump"));
  for (const char* wanted : {"kind = genesis", "kind = article", "kind = extraction", "storeId = \"annalen/",
                             "tagte X.", "key = \"per/x\"", "stems = [\"tagt\"]", "seq = 2"}) {
    CAPTURE(text);
    CAPTURE(wanted);
    CHECK(text.find(wanted) != std::string::npos);
  }
  std::size_t entries = 0;
  for (std::size_t at = 0; (at = text.find("recordBytes = ", at)) != std::string::npos; ++at) ++entries;
  CHECK(entries == 5);
}

TEST_CASE("store/record_json: the payload reads as JSON; redacted or damaged it is null") {
  const TempFolder folder;
  World world(folder.file("store"));
  const auto store = world.writer();
  append(*store, article_with({"a", "Zeile \"1\"\nZeile 2"}, {}));
  StoredRecord stored = *store->record(Position{0, 1});
  const std::string json = content_json(stored);
  CHECK(json.find(R"("body":"Zeile \"1\"\nZeile 2")") != std::string::npos);
  CHECK(json.find(R"("contentHash":")" + to_hex(as_bytes(store->article(Position{0, 1})->content_hash))) !=
        std::string::npos);
  CHECK(json.find('\n') == std::string::npos);
  stored.payload->resize(8);
  CHECK(content_json(stored) == "null");
  stored.payload.reset();
  CHECK(content_json(stored) == "null");
}

}  // namespace
}  // namespace annalen::store::test
