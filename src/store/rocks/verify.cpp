#include "store/rocks/verify.h"

#include <utility>

#include "base/byte_order.h"
#include "store/rocks/log.h"
#include "store/rocks/verify_index.h"
#include "store/rocks/verify_log.h"

namespace annalen::store::rocks {
namespace {

Error damage(std::string what, std::string where) {
  return Error{ErrorKind::kDamaged, std::move(what), std::move(where)};
}

std::string number_bytes(std::uint16_t number) {
  std::string out;
  put_big_endian(out, number);
  return out;
}

// Key spaces of family default beside the log and the tree.
Result<void> check_meta(const View& view, const VerifyContext& context) {
  const std::pair<std::string_view, std::string> wanted[] = {{kMetaFormat, number_bytes(kFormatVersion)},
                                                             {kMetaStore, context.store_id}};
  for (const auto& [name, value] : wanted) {
    const auto found = view.get(meta_key(name));
    if (!found) return found.error();
    if (!*found) return damage("is missing", describe_key(meta_key(name)));
    if (**found != value) return damage("is not what it should be", describe_key(meta_key(name)));
  }
  return {};
}

// What the indexes should be like: an earlier layout is no damage.
Result<std::uint16_t> check_layout(const View& view) {
  const auto found = view.get(meta_key(kMetaIndexes));
  if (!found) return found.error();
  for (const std::uint16_t layout : {kIndexVersion, kIndexVersionStemEntries, kIndexVersionWithoutNames}) {
    if (*found == number_bytes(layout)) return layout;
  }
  return damage(*found ? "is not what it should be" : "is missing", describe_key(meta_key(kMetaIndexes)));
}

Result<void> check_checkpoint(const LogFindings& log, const Checkpoint& older, const VerifyContext& context,
                              const std::string& where) {
  if (older.origin != context.store_id) {
    return damage("is of store " + older.origin + ", this is " + context.store_id, where);
  }
  if (older.size > log.records) {
    return damage("has " + std::to_string(older.size) + " records, the log has " + std::to_string(log.records), where);
  }
  const auto root = log.roots.find(older.size);
  if (root == log.roots.end() || root->second != older.root) {
    return damage("the log's first " + std::to_string(older.size) + " records have another root", where);
  }
  return {};
}

// The first damage as an error, so that each check reads like the others.
Result<void> check_all(const View& view, const VerifyContext& context, Verification& out) {
  if (auto meta = check_meta(view, context); !meta) return meta;
  const auto layout = check_layout(view);
  if (!layout) return layout.error();
  LogFindings log;
  log.roots[0] = empty_root();
  if (context.older) log.roots[context.older->size];
  if (context.head && *context.head) log.roots[(*context.head)->size];
  if (auto checked = verify_log(view, context.store_id, log); !checked) return checked;
  out.records = log.records;
  out.payloads = log.payloads;
  out.checkpoint = Checkpoint{context.store_id, log.records, log.root};
  if (!context.head) return context.head.error();
  if (*context.head) {
    auto head = check_checkpoint(log, **context.head, context, context.folder + "/HEAD");
    if (!head) return head;
  }
  if (context.older) {
    auto older = check_checkpoint(log, *context.older, context, "checkpoint");
    if (!older) return older;
  }
  return verify_index(view, *layout, out.index_entries);
}

}  // namespace

Result<Verification> verify_store(const View& view, const VerifyContext& context) {
  Verification out;
  const auto checked = check_all(view, context, out);
  if (!checked) {
    if (checked.error().kind != ErrorKind::kDamaged) return checked.error();
    out.first_damage = Error{ErrorKind::kDamaged, checked.error().what, checked.error().where}.message();
  }
  return out;
}

}  // namespace annalen::store::rocks
