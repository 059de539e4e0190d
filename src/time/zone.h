// zone.h: IANA time zones over the system's tz database. Used inside src/time only.
// Errors:  Error{kUsage} for a name that the database does not have, Error{kSystem} when there is no database.
// Threads: all functions may be called from several threads. The database is read once, each zone at its first use.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "time/interval.h"

namespace annalen::time {

class Zone;  // lives as long as the process

[[nodiscard]] Result<const Zone*> find_zone(std::string_view name);

// The civil day in the zone at a moment, seconds since 1970-01-01T00:00:00Z.
// REQUIRES: a moment of years -9999 to 9999.
[[nodiscard]] Result<CivilDay> local_day(const Zone& zone, std::int64_t seconds);

}  // namespace annalen::time
