#include <doctest/doctest.h>

#include "command.h"

namespace annalen::tools {
namespace {

constexpr const char* kProgram = ANNALEN_BINARY_DIR "/tag_text";

}  // namespace

TEST_CASE("tools/library: the example prints what `annalen tag` finds") {
  const Workshop shop;
  shop.write("a.txt", "Vor drei Tagen kam er, im März 2024 ging er.");
  CHECK(shop.out(std::string(kProgram) + " 2025-02-27 < a.txt") ==
        "4\tdrei Tagen\tDURATION\tP3D\t2025-02-24\n26\tMärz 2024\tDATE\t2024-03\t2024-03\n");
  CHECK(shop.run(std::string(kProgram) + " gestern < a.txt").status == 2);
}

// "`src/timex` can be linked alone by someone who wants only a tagger" (DESIGN.md, Rooms)
TEST_CASE("tools/library: whoever links the tagger gets no database with it") {
  const Workshop shop;
  const std::string libraries = shop.out(std::string("ldd ") + kProgram);
  REQUIRE(libraries.find("libstdc++") != std::string::npos);
  for (const char* unwanted : {"rocksdb", "capnp", "kj", "simdjson", "fmt"}) {
    CAPTURE(unwanted);
    CHECK(libraries.find(unwanted) == std::string::npos);
  }
}

}  // namespace annalen::tools
