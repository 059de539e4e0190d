// timeml_grammar.h: what TimeML 1.2.1 allows of TIMEX3 tags, checked without the writer's help.
// Source:  TimeML 1.2.1's grammar of TIMEX3; values by TIDES and ISO 8601 as the German gold corpora use them.
#pragma once

#include <regex>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace annalen::timex {

struct Timex3Tag {
  std::vector<std::pair<std::string, std::string>> attributes;
  std::string source;
  bool is_empty = false;
  [[nodiscard]] std::string get(const std::string& name) const {
    for (const auto& [known, value] : attributes) {
      if (known == name) return value;
    }
    return {};
  }
};

inline std::vector<Timex3Tag> timex3_tags(const std::string& document) {
  static const std::regex tag("<TIMEX3([^<>]*?)(/?)>");
  static const std::regex attribute("\\s+([A-Za-z0-9]+)=\"([^\"<>]*)\"");
  std::vector<Timex3Tag> out;
  for (std::sregex_iterator at(document.begin(), document.end(), tag), end; at != end; ++at) {
    Timex3Tag found;
    found.source = at->str();
    found.is_empty = !(*at)[2].str().empty();
    const std::string inside = (*at)[1];
    std::size_t read = 0;
    for (std::sregex_iterator a(inside.begin(), inside.end(), attribute), none; a != none; ++a) {
      found.attributes.emplace_back((*a)[1], (*a)[2]);
      read += static_cast<std::size_t>(a->length());
    }
    if (read != inside.size()) found.attributes.emplace_back("unreadable", inside);
    out.push_back(std::move(found));
  }
  return out;
}

inline bool is_value_of(const std::string& type, const std::string& value) {
  static const std::string year = "(?:\\d{4}|\\d{1,3}|XXXX|BC\\d{2}|BC\\d{4})";
  static const std::string day = "(?:(?:\\d{4}|XXXX|BC\\d{4})-(?:(?:\\d\\d|XX)-(?:\\d\\d|XX)|W(?:\\d\\d|XX)-[1-7X]))";
  static const std::string time = "T(?:\\d\\d(?::\\d\\d(?::\\d\\d)?)?(?:Z|[+-]\\d\\d:\\d\\d)?|MO|MI|AF|EV|NI|DT)";
  static const std::regex date(day + "|" + year +
                               "(?:-(?:\\d\\d|XX|W(?:\\d\\d|XX)(?:-WE)?|SP|SU|FA|WI|Q[1-4X]|H[12X]))?|"
                               "(?:PAST|PRESENT|FUTURE)_REF");
  static const std::regex clock("(?:" + day + ")?" + time + "|(?:\\d{4}|XXXX)(?:-(?:\\d\\d|XX))?" + time);
  static const std::string amount = "(?:\\d+(?:\\.\\d+)?|X)";
  static const std::regex duration("P(?=.)(?:" + amount + "(?:Y|M|W|D|Q|H|SP|SU|FA|WI|WE|DE|CE|L))*" +
                                   "(?:T(?=.)(?:" + amount + "(?:H|M|S|MO|MI|AF|EV|NI))*)?");
  if (type == "DATE") return std::regex_match(value, date);
  if (type == "TIME") return std::regex_match(value, clock);
  if (type == "DURATION") return std::regex_match(value, duration);
  return type == "SET" &&
         (std::regex_match(value, duration) || std::regex_match(value, date) || std::regex_match(value, clock));
}

// What is wrong with one tag by itself; empty when nothing is.
inline std::string fault_of(const Timex3Tag& tag) {
  static const std::set<std::string> names = {"tid",
                                              "type",
                                              "value",
                                              "mod",
                                              "quant",
                                              "freq",
                                              "beginPoint",
                                              "endPoint",
                                              "temporalFunction",
                                              "anchorTimeID",
                                              "functionInDocument"};
  static const std::set<std::string> mods = {"BEFORE",    "AFTER",     "ON_OR_BEFORE",  "ON_OR_AFTER",
                                             "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
                                             "START",     "MID",       "END",           "APPROX"};
  static const std::regex tid("t\\d+");
  static const std::regex freq("(?:\\d+|X)X|(?:\\d+|X)(?:Y|M|W|D|H)");
  static const std::regex quant("EVERY|EACH|SOME|MANY|FEW");
  std::set<std::string> seen;
  for (const auto& [name, value] : tag.attributes) {
    if (!names.contains(name)) return "attribute " + name;
    if (!seen.insert(name).second) return name + " twice";
    if (value.empty()) return name + " empty";
  }
  const std::string type = tag.get("type");
  const std::string mod = tag.get("mod");
  if (!std::regex_match(tag.get("tid"), tid)) return "tid";
  if (!is_value_of(type, tag.get("value"))) return "value " + tag.get("value") + " of type " + type;
  if (!mod.empty() && !mods.contains(mod)) return "mod " + mod;
  if (seen.contains("quant") && !std::regex_match(tag.get("quant"), quant)) return "quant";
  if (seen.contains("freq") && !std::regex_match(tag.get("freq"), freq)) return "freq " + tag.get("freq");
  if ((seen.contains("quant") || seen.contains("freq")) && type != "SET") return "quant or freq outside of a SET";
  const bool ends = seen.contains("beginPoint") || seen.contains("endPoint");
  if (ends && type != "DURATION") return "ends of a " + type;
  const std::string function = tag.get("temporalFunction");
  if (function != "true" && function != "false") return "temporalFunction";
  if (seen.contains("anchorTimeID") && function == "false") return "an anchor and no function";
  return {};
}

// What is wrong with the TIMEX3 tags of a document; empty when nothing is.
inline std::string fault_of_timeml(const std::string& document) {
  const std::vector<Timex3Tag> tags = timex3_tags(document);
  std::set<std::string> tids;
  for (const Timex3Tag& tag : tags) {
    if (const std::string fault = fault_of(tag); !fault.empty()) return fault + " in " + tag.source;
    if (!tids.insert(tag.get("tid")).second) return "tid twice: " + tag.source;
  }
  for (const Timex3Tag& tag : tags) {
    for (const char* name : {"anchorTimeID", "beginPoint", "endPoint"}) {
      const std::string other = tag.get(name);
      if (!other.empty() && !tids.contains(other)) return std::string(name) + " dangles in " + tag.source;
      if (other == tag.get("tid")) return std::string(name) + " is itself in " + tag.source;
    }
  }
  return {};
}

}  // namespace annalen::timex
