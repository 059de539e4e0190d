// dump, verify, checkpoint, reindex: what is stored is what was written.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "base/digest.h"
#include "command.h"

namespace annalen::tools {
namespace {

struct Small : Workshop {
  Small() {
    write("a.jsonl", R"({"id":"a","date":"2025-02-27","title":"Rat","text":"Am 3. März 2024 tagte der Rat."})"
                     "\n"
                     R"({"id":"b","date":"2025-02","text":"Am Donnerstag schwieg der Rat."})"
                     "\n");
    REQUIRE(run("annalen ingest a.jsonl").status == 0);
  }
};

std::vector<nlohmann::json> lines_of(const std::string& text) {
  std::vector<nlohmann::json> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(nlohmann::json::parse(line));
  return out;
}

}  // namespace

// "dump --format jsonl: a line per record: position, kind, recorded, leaf, salt, payload and content."
TEST_CASE("tools/dump: a line a record, from which the hashes can be checked by anybody") {
  const Small shop;
  const auto records = lines_of(shop.out("annalen dump"));
  REQUIRE(records.size() == 5);
  const std::vector<std::string> kinds = each(records, "kind");
  CHECK(kinds == std::vector<std::string>{"genesis", "article", "extraction", "article", "extraction"});
  for (std::size_t i = 0; i < records.size(); ++i) {
    CAPTURE(i);
    CHECK(records[i]["position"] == "0/" + std::to_string(i));
    CHECK(records[i]["recorded"].get<std::string>().ends_with("Z"));
    CHECK(records[i]["content"].is_object());
    const auto leaf = from_base64(records[i]["leaf"].get<std::string>());
    const auto salt = from_base64(records[i]["salt"].get<std::string>());
    const auto payload = from_base64(records[i]["payload"].get<std::string>());
    REQUIRE((leaf && salt && payload));
    // proto/record.capnp: the hash is four words, each stored least byte first.
    const Hash hash = sha256(*salt + *payload);
    std::string words;
    for (std::size_t word = 0; word < 4; ++word) {
      for (std::size_t byte = 8; byte > 0; --byte) words.push_back(static_cast<char>(hash[word * 8 + byte - 1]));
    }
    CHECK(leaf->find(words) != std::string::npos);
  }
}

// "--format capnp: a stream that the stock capnp tool decodes with proto/."
TEST_CASE("tools/dump: the stock capnp tool decodes the stream") {
  const Small shop;
  const std::string text =
      shop.out("annalen dump --format capnp | capnp decode '" ANNALEN_SOURCE_DIR "/proto/dump.capnp' DumpEntry");
  CHECK(text.find("Am 3. M") != std::string::npos);
  CHECK(text.find("kind = extraction") != std::string::npos);
  CHECK(text.find("identity = \"b\"") != std::string::npos);
}

TEST_CASE("tools/verify: a whole store passes, and extends its older checkpoint but no other store's") {
  const Small shop;
  CHECK(shop.out("annalen checkpoint > alt; annalen verify").find("5 records, 5 payloads, ") == 0);
  shop.write("b.txt", "date 2025-02-27 Am 5. März 2024 tagte der Rat.");
  REQUIRE(shop.run("annalen ingest b.txt").status == 0);
  CHECK(shop.out("annalen verify --checkpoint alt").find("the log extends the checkpoint of size 5\n") !=
        std::string::npos);
  REQUIRE(shop.run("annalen ingest --store anderer a.jsonl").status == 0);
  const Outcome other = shop.run("annalen verify --store anderer --checkpoint alt");
  CHECK(other.status == 1);
  CHECK(other.error.starts_with("annalen: error: "));
  shop.write("kaputt", "kein Prüfpunkt\n");
  CHECK(shop.run("annalen verify --checkpoint kaputt").status == 2);
}

// "`verify` … names the first bad position"; "1 the answer is "no" (`verify` found damage …)"
TEST_CASE("tools/verify: a changed byte of an article is found") {
  const Small shop;
  // Into table files, which hold the text as it is.
  std::size_t changed = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(shop.path() / "s")) {
    if (!entry.is_regular_file()) continue;
    const std::string name = std::filesystem::relative(entry.path(), shop.path()).string();
    std::string bytes = shop.read(name);
    const std::size_t at = bytes.find("tagte der Rat");
    if (at == std::string::npos) continue;
    bytes[at] = 'T';
    shop.write(name, bytes);
    ++changed;
  }
  REQUIRE(changed > 0);
  const Outcome outcome = shop.run("annalen verify");
  CAPTURE(outcome.error);
  CHECK(outcome.status == 1);
  CHECK(outcome.out.empty());
  CHECK(outcome.error.starts_with("annalen: error: "));
}

TEST_CASE("tools/reindex: the answers are the same before and after") {
  const Small shop;
  const std::string before = shop.out("annalen query --format jsonl");
  const std::string checkpoint = shop.out("annalen checkpoint");
  CHECK(shop.run("annalen reindex").error == "reindexed 5 records\n");
  CHECK(shop.out("annalen query --format jsonl") == before);
  CHECK(shop.out("annalen checkpoint") == checkpoint);
  CHECK(shop.out("annalen verify").find("no damage") != std::string::npos);
}

}  // namespace annalen::tools
