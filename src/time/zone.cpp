#include "time/zone.h"

#include <date/tz.h>

#include <exception>
#include <string>

namespace annalen::time {
namespace {

const date::time_zone& as_time_zone(const Zone& zone) {
  return reinterpret_cast<const date::time_zone&>(zone);  // NOLINT: Zone is never defined, only pointed to
}

const Zone* as_zone(const date::time_zone* zone) {
  return reinterpret_cast<const Zone*>(zone);  // NOLINT: see above
}

// The library reads the files' tables, which end with 2037, and not the rule behind them. Years 28 apart have the same
// days of the week and so, until 2099, the same change to summer time.
date::sys_seconds within_table(date::sys_seconds moment) {
  constexpr date::days cycle{28 * 365 + 7};
  constexpr date::sys_days end = date::sys_days{date::year{2037} / 1 / 1};
  if (moment < end) return moment;
  const auto cycles = date::floor<date::days>(moment - end) / cycle + 1;
  return moment - cycles * cycle;
}

Error no_database(std::string_view why) {
  while (!why.empty() && why.back() == '\n') why.remove_suffix(1);
  return Error{ErrorKind::kSystem, "the time zone database cannot be read: " + std::string{why}, "",
               "install the package tzdata"};
}

// The library throws for what is missing; nothing of that leaves this file.
Result<const Zone*> look_up(std::string_view name) {
  const date::tzdb* database = nullptr;
  try {
    database = &date::get_tzdb();
  } catch (const std::exception& failure) {
    return no_database(failure.what());
  }
  if (database->zones.empty()) return no_database("it has no zones");
  try {
    const date::time_zone* zone = date::locate_zone(name);
    // Reads the zone's file, so that a bad one is found here.
    static_cast<void>(zone->get_info(date::sys_seconds{}));
    return as_zone(zone);
  } catch (const std::exception&) {
    return Error{ErrorKind::kUsage, "unknown time zone \"" + std::string{name.substr(0, 64)} + "\"", "",
                 "name one of the IANA database, like Europe/Vienna"};
  }
}

}  // namespace

Result<const Zone*> find_zone(std::string_view name) {
  // Nearly every call names the zone of the call before.
  thread_local std::string last_name;
  thread_local const Zone* last_zone = nullptr;
  if (last_zone != nullptr && last_name == name) return last_zone;
  Result<const Zone*> found = look_up(name);
  if (!found) return found;
  last_name = name;
  last_zone = *found;
  return found;
}

Result<CivilDay> local_day(const Zone& zone, std::int64_t seconds) {
  try {
    const date::sys_seconds moment{std::chrono::seconds{seconds}};
    const auto offset = as_time_zone(zone).get_info(within_table(moment)).offset;
    const auto local = date::floor<date::days>(moment + offset);
    return CivilDay{static_cast<std::int32_t>(local.time_since_epoch().count())};
  } catch (const std::exception& failure) {
    return no_database(failure.what());
  }
}

}  // namespace annalen::time
