// edtf_agrees.h: does the EDTF text of a dating say what its readings say? For tests.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "time/calendar.h"
#include "time/edtf.h"
#include "timex/timex.h"

namespace annalen::timex {

inline bool whole_days(const time::Interval& interval) {
  return interval.begin().count % time::kMinutesPerDay == 0 && interval.end().count % time::kMinutesPerDay == 0;
}

// The members of "[a,b..c]", ranges of days day by day.
inline std::vector<time::Interval> members_of(std::string_view set) {
  std::vector<time::Interval> members;
  set = set.substr(1, set.size() - 2);
  while (!set.empty()) {
    const std::string_view member = set.substr(0, set.find(','));
    set.remove_prefix(std::min(set.size(), member.size() + 1));
    const auto dots = member.find("..");
    const auto first = time::interval_of_edtf(member.substr(0, dots));
    const auto last = time::interval_of_edtf(dots == std::string_view::npos ? member : member.substr(dots + 2));
    if (!first || !last) return {};
    if (dots == std::string_view::npos) members.push_back(*first);
    for (auto day = first->begin(); dots != std::string_view::npos && day < last->end();
         day.count += time::kMinutesPerDay)
      members.push_back(*time::day_interval(time::day_of(day)));
  }
  return members;
}

// Each member is a reading, each reading a member. Readings beyond their limit are joined, the text is not.
inline bool members_are_readings(std::string_view set, const time::Readings& readings) {
  const std::vector<time::Interval> members = members_of(set);
  const std::vector<time::Interval> listed = readings.list();
  if (members == listed) return true;
  return members.size() > time::Readings::kListedMax && listed.size() == time::Readings::kListedMax &&
         std::all_of(members.begin(), members.end(), [&](const time::Interval& member) {
           return std::any_of(listed.begin(), listed.end(), [&](const auto& one) { return one.contains(member); });
         });
}

// What is wrong with it, or "". An open end says since, from or until, and there the readings end with what is known.
inline std::string edtf_fault(const Dating& dating) {
  const time::Interval hull = dating.readings.hull();
  if (dating.edtf.empty()) return dating.readings.exact() && whole_days(hull) ? "a text is missing" : "";
  const auto read = time::interval_of_edtf(dating.edtf);
  if (!read) return read.error().message();
  if (dating.edtf.starts_with("../")) {
    if (dating.relation != time::Relation::kUntil) return "an open begin without until";
    return read->end() == hull.end() ? "" : "another end";
  }
  if (dating.edtf.ends_with("/..")) {
    const bool open = dating.relation == time::Relation::kSince || dating.relation == time::Relation::kFrom;
    if (!open) return "an open end without since or from";
    return read->begin() == hull.begin() ? "" : "another begin";
  }
  if (*read != hull) return "another interval";
  if (dating.edtf.front() == '[') return members_are_readings(dating.edtf, dating.readings) ? "" : "other members";
  return dating.readings.exact() || *read == dating.readings.at(0) ? "" : "a single text of several readings";
}

}  // namespace annalen::timex
