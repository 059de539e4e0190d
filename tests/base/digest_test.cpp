#include "base/digest.h"

#include <doctest/doctest.h>

#include <string>

namespace annalen {

TEST_CASE("base/digest: SHA-256 gives FIPS 180-4's own example values") {
  CHECK(to_hex(as_bytes(sha256(""))) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(to_hex(as_bytes(sha256("abc"))) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(Sha256().update("a").update("bc").finish() == sha256("abc"));
}

TEST_CASE("base/digest: fields do not run into one another") {
  CHECK(Sha256().update_field("ab").update_field("c").finish() !=
        Sha256().update_field("a").update_field("bc").finish());
}

TEST_CASE("base/digest: base32 and base64 give RFC 4648's test vectors, and base64 comes back") {
  struct Row {
    const char* plain;
    const char* base32;
    const char* base64;
  };
  static constexpr Row kRows[] = {{"", "", ""},
                                  {"f", "my", "Zg=="},
                                  {"fo", "mzxq", "Zm8="},
                                  {"foo", "mzxw6", "Zm9v"},
                                  {"foob", "mzxw6yq", "Zm9vYg=="},
                                  {"fooba", "mzxw6ytb", "Zm9vYmE="},
                                  {"foobar", "mzxw6ytboi", "Zm9vYmFy"}};
  for (const Row& row : kRows) {
    CAPTURE(row.plain);
    CHECK(to_base32(row.plain) == row.base32);
    CHECK(to_base64(row.plain) == row.base64);
    CHECK(from_base64(row.base64) == std::string(row.plain));
  }
  for (const char* bad : {"Zg", "Zg=", "Z!=="}) {
    CAPTURE(bad);
    CHECK_FALSE(from_base64(bad).has_value());
  }
}

}  // namespace annalen
