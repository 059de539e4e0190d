#include <doctest/doctest.h>

#include <string>

#include "store/checkpoint.h"

namespace annalen::store {
namespace {

// DESIGN.md, Integrity: "checkpoint in C2SP form".
TEST_CASE("store/checkpoint: three lines, there and back") {
  const Checkpoint checkpoint{"annalen/abc", 12345678901234567890U, sha256("root")};
  const std::string text = to_text(checkpoint);
  CHECK(text == "annalen/abc\n12345678901234567890\n" + to_base64(as_bytes(checkpoint.root)) + "\n");
  const auto back = checkpoint_from_text(text);
  REQUIRE(back.ok());
  CHECK(*back == checkpoint);
  const auto signed_one = checkpoint_from_text(text + "\n— key AAAA\n");
  REQUIRE(signed_one.ok());
  CHECK(*signed_one == checkpoint);
}

TEST_CASE("store/checkpoint: what is wrong is said with its line") {
  const std::string root = to_base64(as_bytes(sha256("root")));
  struct Row {
    std::string text;
    std::string where;
  };
  // The last character before "=" carries two bits that no byte uses.
  std::string loose = root;
  loose[42] = loose[42] == 'B' ? 'C' : static_cast<char>(loose[42] + 1);
  const Row rows[] = {
      {"", "line 1"},
      {"annalen/abc", "line 1"},
      {"\n1\n" + root + "\n", "line 1"},
      {"a\n", "line 2"},
      {"a\n\n" + root + "\n", "line 2"},
      {"a\n-1\n" + root + "\n", "line 2"},
      {"a\n+1\n" + root + "\n", "line 2"},
      {"a\n01\n" + root + "\n", "line 2"},
      {"a\n1x\n" + root + "\n", "line 2"},
      {"a\n18446744073709551616\n" + root + "\n", "line 2"},
      {"a\n1\n", "line 3"},
      {"a\n1\n" + root, "line 3"},
      {"a\n1\n" + root.substr(4) + "\n", "line 3"},
      {"a\n1\n" + loose + "\n", "line 3"},
      {"a\n1\nnot base64\n", "line 3"},
      {"a\r\n1\r\n" + root + "\r\n", "line 2"},
      {"a\n1\n" + root + "\nmore\n", "line 4"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto read = checkpoint_from_text(row.text);
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().kind == ErrorKind::kInput);
    CHECK(read.error().where == row.where);
  }
}

}  // namespace
}  // namespace annalen::store
