#include "store/rocks/names.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "store/rocks/counters.h"
#include "store/rocks/keys.h"

namespace annalen::store::rocks {
namespace {

struct NameEntry {
  ParsedKey key;
  std::int64_t current = 0;
};

// An entry of `C`, `F` or `W`; empty when it is damaged.
std::optional<NameEntry> entry_of(std::string_view bytes, std::string_view value) {
  auto key = parse_key(bytes);
  const auto counters = counters_from_bytes(value, kNameCounters);
  if (!key || !counters || (*counters)[0] < 0) return std::nullopt;
  return NameEntry{std::move(*key), (*counters)[0]};
}

Error damaged(std::string_view key) {
  return Error{ErrorKind::kDamaged, "is no valid entry", describe_key(key), "`annalen reindex` builds it anew"};
}

// Joins the names of one key, which come one after the other in order of bytes.
class NameJoiner {
 public:
  void add(const NameEntry& entry) {
    actor_.key = entry.key.text;
    actor_.events += static_cast<std::uint64_t>(entry.current);
    if (actor_.name.empty() || entry.current > best_) {
      actor_.name = entry.key.second;
      best_ = entry.current;
    }
  }
  [[nodiscard]] const ActorName& actor() const { return actor_; }

 private:
  ActorName actor_;
  std::int64_t best_ = 0;
};

// Calls `sink` for each key in `prefix`, those without current events too.
Result<void> scan_joined(const View& view, const std::string& prefix,
                         const std::function<bool(const ActorName&)>& sink) {
  std::optional<NameJoiner> joiner;
  std::optional<Error> error;
  bool stopped = false;
  auto scanned = view.scan_prefix(prefix, [&](std::string_view bytes, std::string_view value) {
    const auto entry = entry_of(bytes, value);
    if (!entry) {
      error = damaged(bytes);
      return false;
    }
    if (joiner && joiner->actor().key != entry->key.text) {
      stopped = !sink(joiner->actor());
      joiner.reset();
    }
    if (!joiner) joiner.emplace();
    joiner->add(*entry);
    return !stopped;
  });
  if (!scanned) return scanned.error();
  if (error) return *error;
  if (joiner && !stopped) (void)sink(joiner->actor());
  return {};
}

}  // namespace

Result<void> scan_actor_names(const View& view, ParticipantRole role,
                              const std::function<bool(const ActorName&)>& sink) {
  return scan_joined(view, name_prefix(role), [&](const ActorName& actor) { return actor.events == 0 || sink(actor); });
}

Result<std::optional<ActorName>> names_of_key(const View& view, std::string_view key, ParticipantRole role) {
  std::optional<ActorName> out;
  auto joined = scan_joined(view, name_key(role, key, ""), [&](const ActorName& actor) {
    if (actor.events > 0) out = actor;
    return false;
  });
  if (!joined) return joined.error();
  return out;
}

Result<void> scan_written_names(const View& view, std::string_view key, ParticipantRole role,
                                const std::function<bool(const WrittenName&)>& sink) {
  std::optional<Error> error;
  auto scanned = view.scan_prefix(written_prefix(role, key), [&](std::string_view bytes, std::string_view value) {
    auto entry = entry_of(bytes, value);
    if (!entry) {
      error = damaged(bytes);
      return false;
    }
    if (entry->current == 0) return true;
    return sink({std::move(entry->key.text), std::move(entry->key.second), static_cast<std::uint64_t>(entry->current)});
  });
  if (!scanned) return scanned.error();
  if (error) return *error;
  return {};
}

Result<std::vector<ActorName>> keys_of_folded_name(const View& view, std::string_view folded_name,
                                                   ParticipantRole role) {
  std::vector<ActorName> out;
  if (folded_name.empty() || folded_name.find('\0') != std::string_view::npos) return out;
  std::vector<std::string> current;
  std::vector<std::string> former;
  std::optional<Error> error;
  auto scanned = view.scan_prefix(alias_prefix(role, folded_name), [&](std::string_view bytes, std::string_view value) {
    const auto entry = entry_of(bytes, value);
    if (!entry) {
      error = damaged(bytes);
      return false;
    }
    (entry->current > 0 ? current : former).push_back(entry->key.second);
    return true;
  });
  if (!scanned) return scanned.error();
  if (error) return *error;
  for (const auto& key : current.empty() ? former : current) {
    auto joined = scan_joined(view, name_key(role, key, ""), [&](const ActorName& actor) {
      out.push_back(actor);
      return false;
    });
    if (!joined) return joined.error();
  }
  std::stable_sort(out.begin(), out.end(), [](const ActorName& left, const ActorName& right) {
    return left.events != right.events ? left.events > right.events : left.key < right.key;
  });
  return out;
}

}  // namespace annalen::store::rocks
