#include "timex/unvalued.h"

#include <tuple>
#include <utility>

namespace annalen::timex {

namespace {

std::optional<std::uint32_t> count_of(const Slots& slots, Slot slot) {
  return slots.has(slot) && slots.get(slot) >= 0 ? std::optional(static_cast<std::uint32_t>(slots.get(slot)))
                                                 : std::nullopt;
}

Anchor anchor_of(const Slots& slots) {
  return static_cast<Anchor>(slots.get_or(Slot::kAnchor, static_cast<std::int32_t>(Anchor::kContext)));
}

YearPart year_part(const Slots& slots) {
  YearPart part;
  part.year = slots.find(Slot::kYear);
  if (part.year && slots.get_or(Slot::kBc, 0) == 1) part.year = 1 - *part.year;
  part.era_said = slots.has(Slot::kBc);
  part.two_digits = slots.find(Slot::kYear2);
  part.shift = slots.find(Slot::kYearShift);
  part.anchor = anchor_of(slots);
  return part;
}

std::optional<ClockTime> clock_of(const Slots& slots) {
  std::int32_t minutes = 0;
  if (slots.has(Slot::kHalfHour)) {
    minutes = slots.get(Slot::kHalfHour) * 60 - 30;
  } else if (slots.has(Slot::kHour)) {
    minutes = slots.get(Slot::kHour) * 60 + slots.get_or(Slot::kMinute, 0) - slots.get_or(Slot::kQuarterTo, 0);
  } else {
    return std::nullopt;
  }
  if (minutes < 0) minutes += 24 * 60;
  if (minutes > 24 * 60) return std::nullopt;
  return ClockTime{static_cast<std::uint8_t>(minutes / 60), static_cast<std::uint8_t>(minutes % 60)};
}

// "6 Uhr abends" is 18:00.
ClockTime in_daypart(ClockTime clock, time::Daypart part) {
  const bool late = part == time::Daypart::kAfternoon || part == time::Daypart::kEvening;
  if (late && clock.hour >= 1 && clock.hour < 12) clock.hour = static_cast<std::uint8_t>(clock.hour + 12);
  if (part == time::Daypart::kNight && clock.hour >= 8 && clock.hour < 12) {
    clock.hour = static_cast<std::uint8_t>(clock.hour + 12);
  }
  return clock;
}

std::optional<std::int32_t> centi_of(const Slots& slots) {
  constexpr std::int32_t count_max = 20'000'000;
  if (slots.has(Slot::kCenti)) return slots.get(Slot::kCenti) + slots.get_or(Slot::kCount, 0) * 100;
  if (!slots.has(Slot::kCount)) return std::nullopt;
  std::int32_t count = slots.get(Slot::kCount);
  if (slots.has(Slot::kThousands) && count < 10000) count = count * 1000 + slots.get(Slot::kThousands);
  if (count < 0 || count > count_max) return std::nullopt;
  return count * 100 + slots.get_or(Slot::kFraction, 0);
}

EraOf era_of(const Slots& slots) {
  EraOf era;
  if (slots.has(Slot::kDecade) || slots.has(Slot::kDecade2)) {
    era.unit = Unit::kDecade;
    era.two_digits = !slots.has(Slot::kDecade);
    era.number = slots.has(Slot::kDecade) ? slots.get(Slot::kDecade) : slots.get(Slot::kDecade2) / 10;
  } else if (slots.has(Slot::kCentury)) {
    const std::int32_t spoken = slots.get(Slot::kCentury);
    era.number = slots.get_or(Slot::kBc, 0) == 1 ? -spoken : spoken - 1;
  } else {
    era.unit = Unit::kMillennium;
    era.number = slots.get_or(Slot::kMillennium, 1) - 1;
  }
  return era;
}

Shifted shifted_of(const Slots& slots) {
  const auto unit = static_cast<Unit>(slots.get_or(Slot::kUnit, static_cast<std::int32_t>(Unit::kDay)));
  Shifted shifted{unit, slots.get_or(Slot::kShift, 0), anchor_of(slots), slots.get_or(Slot::kYearShift, 0)};
  if (slots.has(Slot::kWeek)) {
    shifted.nth = true;
    shifted.count = slots.get(Slot::kWeek) - 1;
    return shifted;
  }
  const auto whole = slots.has(Slot::kCenti) ? whole_units(unit, centi_of(slots).value_or(0)) : std::nullopt;
  if (whole) {
    std::tie(shifted.unit, shifted.count) = *whole;
  } else if (slots.has(Slot::kCount)) {
    shifted.count = slots.get(Slot::kCount);
  } else {
    return shifted;
  }
  if (slots.get_or(Slot::kDirection, 1) < 0) shifted.count = -shifted.count;
  return shifted;
}

HolidayOf holiday_of(const Slots& slots) {
  HolidayOf holiday{year_part(slots), slots.get_or(Slot::kHoliday, 101), {}, 0};
  if (!slots.has(Slot::kUnit)) return holiday;
  holiday.unit = static_cast<Unit>(slots.get(Slot::kUnit));
  const std::int32_t count = slots.get_or(Slot::kCount, 1);
  holiday.count = slots.get_or(Slot::kDirection, 1) < 0 ? -count : count;
  return holiday;
}

// "{weekday}" and "{month:2}" become the captured numbers, "{daypart}" its code, "{amount}" the duration.
std::string filled(const std::string& pattern, const Slots& slots) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size();) {
    const std::size_t close = pattern[i] == '{' ? pattern.find('}', i) : std::string::npos;
    if (close == std::string::npos) {
      out.push_back(pattern[i++]);
      continue;
    }
    std::string_view name = std::string_view(pattern).substr(i + 1, close - i - 1);
    std::size_t width = 0;
    if (name.size() > 2 && name[name.size() - 2] == ':') {
      width = static_cast<std::size_t>(name.back() - '0');
      name.remove_suffix(2);
    }
    i = close + 1;
    const auto slot = slot_from_text(name);
    std::string text = slot && slots.has(*slot) ? slot_value_text(*slot, slots.get(*slot)) : std::string("X");
    if (width <= 9 && text.size() < width) text.insert(0, width - text.size(), '0');
    out += text;
  }
  return out;
}

}  // namespace

Unvalued make_unvalued(const EmitSpec& spec, const Slots& captures) {
  Slots slots = captures;
  slots.fill_from(spec.constants);
  Unvalued out;
  if (slots.has(Slot::kDaypart)) out.daypart = static_cast<time::Daypart>(slots.get(Slot::kDaypart));
  out.clock = clock_of(slots);
  out.offset_days = slots.get_or(Slot::kOffset, 0);
  if (out.clock && out.daypart) {
    out.clock = in_daypart(*out.clock, *out.daypart);
    out.daypart.reset();
  }
  switch (spec.kind) {
    case Kind::kRemove:
      break;
    case Kind::kDate:
      out.kind = DateOf{year_part(slots),
                        count_of(slots, Slot::kMonth),
                        slots.find(Slot::kMonthShift),
                        count_of(slots, Slot::kDay),
                        count_of(slots, Slot::kWeekday),
                        slots.find(Slot::kCount)};
      out.aim = slots.find(Slot::kDirection);
      break;
    case Kind::kWeekday: {
      const bool of_week = slots.has(Slot::kUnit) && slots.get(Slot::kUnit) == static_cast<std::int32_t>(Unit::kWeek);
      WeekdayOf weekday{static_cast<std::uint32_t>(slots.get_or(Slot::kWeekday, 1)), {}, {}, false};
      weekday.weekend = slots.has(Slot::kUnit) && slots.get(Slot::kUnit) == static_cast<std::int32_t>(Unit::kWeekend);
      (of_week ? weekday.week_shift : weekday.direction) = slots.find(Slot::kShift);
      out.kind = weekday;
      break;
    }
    case Kind::kShift:
      out.kind = shifted_of(slots);
      break;
    case Kind::kSeason:
      out.kind = SeasonOf{year_part(slots), static_cast<std::uint32_t>(slots.get_or(Slot::kSeason, 0))};
      out.aim = slots.find(Slot::kDirection);
      break;
    case Kind::kPartOfYear: {
      const bool half = slots.has(Slot::kHalf);
      const Slot slot = half ? Slot::kHalf : slots.has(Slot::kWeek) ? Slot::kWeek : Slot::kQuarter;
      const Unit unit = half ? Unit::kHalfyear : slot == Slot::kWeek ? Unit::kWeek : Unit::kQuarter;
      out.kind = PartOfYear{year_part(slots), unit, static_cast<std::uint32_t>(slots.get_or(slot, 1))};
      break;
    }
    case Kind::kEra:
      out.kind = era_of(slots);
      break;
    case Kind::kHoliday:
      out.kind = holiday_of(slots);
      if (!slots.has(Slot::kUnit)) out.aim = slots.find(Slot::kDirection);
      break;
    case Kind::kDaytime:
      if (out.clock || out.daypart) out.kind = DaytimeOf{};
      break;
    case Kind::kAmount:
      out.kind =
          AmountOf{centi_of(slots), static_cast<Unit>(slots.get_or(Slot::kUnit, static_cast<std::int32_t>(Unit::kDay))),
                   slots.find(Slot::kDirection), slots.find(Slot::kShift)};
      break;
    case Kind::kText:
      out.kind = TextOf{filled(spec.text, slots)};
      break;
  }
  return out;
}

}  // namespace annalen::timex
