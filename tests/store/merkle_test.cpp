#include <doctest/doctest.h>

#include <array>
#include <string>

#include "store/merkle.h"

namespace annalen::store {
namespace {

Hash hash_of_hex(std::string_view hex) {
  Hash hash{};
  REQUIRE(hex.size() == 64);
  for (std::size_t i = 0; i < hash.size(); ++i) {
    hash[i] = static_cast<std::uint8_t>(std::stoi(std::string(hex.substr(2 * i, 2)), nullptr, 16));
  }
  return hash;
}

std::string bytes_of_hex(std::string_view hex) {
  std::string out;
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    out.push_back(static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16)));
  }
  return out;
}

// The eight inputs and the roots of the trees over the first 1 to 8 of them that Certificate Transparency
// implementations test against.
constexpr std::array<const char*, 8> kInputs = {
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
constexpr std::array<const char*, 8> kRoots = {"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                               "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                               "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                               "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                               "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                               "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                               "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                               "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

Hash leaf(std::uint64_t index) { return leaf_hash("leaf " + std::to_string(index)); }

constexpr std::uint64_t kSizeMax = 40;

// MTH of RFC 9162, 2.1.1, word for word: the second way to compute a root.
Hash root_by_definition(std::uint64_t begin, std::uint64_t end) {
  if (begin == end) return empty_root();
  if (end - begin == 1) return leaf(begin);
  std::uint64_t k = 1;
  while (2 * k < end - begin) k *= 2;
  return node_hash(root_by_definition(begin, begin + k), root_by_definition(begin + k, end));
}

// DESIGN.md, Integrity: "SHA-256 Merkle tree over the exact record bytes (RFC 9162, 2.1)".
TEST_CASE("store/merkle: the roots of the well-known eight leaves") {
  CHECK(empty_root() == hash_of_hex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
  Frontier frontier;
  for (std::size_t i = 0; i < kInputs.size(); ++i) {
    CAPTURE(i);
    frontier.append(leaf_hash(bytes_of_hex(kInputs[i])));
    CHECK(frontier.root() == hash_of_hex(kRoots[i]));
    const auto restored = Frontier::restore(frontier.size(), frontier.peaks());
    REQUIRE(restored.has_value());
    CHECK(restored->root() == frontier.root());
    // Twice the size and one more has one peak more.
    CHECK_FALSE(Frontier::restore(2 * frontier.size() + 1, frontier.peaks()).has_value());
  }
}

TEST_CASE("store/merkle: root, inclusion and consistency of every tree up to 40 leaves; nothing else is accepted") {
  int proofs = 0;
  for (std::uint64_t size = 0; size <= kSizeMax; ++size) {
    const Hash root = root_of(0, size, leaf);
    CHECK(root == root_by_definition(0, size));
    for (std::uint64_t index = 0; index < size; ++index) {
      CAPTURE(size);
      CAPTURE(index);
      auto proof = inclusion_proof(index, size, leaf);
      REQUIRE(verify_inclusion(leaf(index), index, size, proof, root));
      REQUIRE_FALSE(verify_inclusion(leaf(index + 1), index, size, proof, root));
      REQUIRE_FALSE(verify_inclusion(leaf(index), index + size, size, proof, root));
      if (size > 1) REQUIRE_FALSE(verify_inclusion(leaf(index), index ^ 1U, size, proof, root));
      for (auto& hash : proof) {
        hash[7] ^= 1U;
        REQUIRE_FALSE(verify_inclusion(leaf(index), index, size, proof, root));
        hash[7] ^= 1U;
      }
      proof.push_back(leaf(0));
      REQUIRE_FALSE(verify_inclusion(leaf(index), index, size, proof, root));
      ++proofs;
    }
    for (std::uint64_t old_size = 0; old_size <= size; ++old_size) {
      CAPTURE(size);
      CAPTURE(old_size);
      const Hash old_root = root_of(0, old_size, leaf);
      auto proof = consistency_proof(old_size, size, leaf);
      REQUIRE(verify_consistency(old_size, old_root, size, root, proof));
      Hash wrong = old_root;
      wrong[0] ^= 1U;
      REQUIRE_FALSE(verify_consistency(old_size, wrong, size, root, proof));
      if (old_size > 0 && old_size < size) {
        Hash wrong_root = root;
        wrong_root[31] ^= 1U;
        REQUIRE_FALSE(verify_consistency(old_size, old_root, size, wrong_root, proof));
      }
      for (auto& hash : proof) {
        hash[0] ^= 0x80U;
        REQUIRE_FALSE(verify_consistency(old_size, old_root, size, root, proof));
        hash[0] ^= 0x80U;
      }
      proof.push_back(leaf(0));
      REQUIRE_FALSE(verify_consistency(old_size, old_root, size, root, proof));
      if (old_size < size) REQUIRE_FALSE(verify_consistency(size, root, old_size, old_root, {}));
      ++proofs;
    }
  }
  MESSAGE("proofs: " << proofs);
}

}  // namespace
}  // namespace annalen::store
