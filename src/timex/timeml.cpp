#include "timex/timeml.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "text/utf8.h"

namespace annalen::timex {

namespace {

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == ':' || c == '.';
}

// One piece of markup: "<NAME …>", "</NAME>", "<!-- … -->"; `size` 0 when a '<' stands for itself.
struct Markup {
  std::string_view name;
  std::string_view inside;  // behind the name
  std::size_t size = 0;
  bool closes = false;
  bool empty = false;  // "/>"
};

// Longer ones are text: so that reading stays linear, whatever is given.
constexpr std::size_t kMarkupBytesMax = 4096;

Markup markup_at(std::string_view bytes, std::size_t at) {
  const std::string_view rest = bytes.substr(at, kMarkupBytesMax);
  Markup markup;
  if (rest.starts_with("<!--")) {
    const std::size_t end = rest.find("-->");
    if (end != std::string_view::npos) markup.size = end + 3;
    return markup;
  }
  std::size_t begin = 1;
  if (rest.size() > 1 && (rest[1] == '/' || rest[1] == '?' || rest[1] == '!')) begin = 2;
  markup.closes = begin == 2 && rest[1] == '/';
  std::size_t name_end = begin;
  while (name_end < rest.size() && is_name_byte(rest[name_end])) ++name_end;
  if (name_end == begin) return markup;
  char quote = 0;
  for (std::size_t i = name_end; i < rest.size(); ++i) {
    if (quote != 0) {
      if (rest[i] == quote) quote = 0;
    } else if (rest[i] == '"' || rest[i] == '\'') {
      quote = rest[i];
    } else if (rest[i] == '<') {
      return markup;
    } else if (rest[i] == '>') {
      markup.name = rest.substr(begin, name_end - begin);
      markup.inside = rest.substr(name_end, i - name_end);
      markup.empty = !markup.inside.empty() && markup.inside.back() == '/';
      markup.size = i + 1;
      return markup;
    }
  }
  return markup;
}

void append_code_point(std::string& out, std::uint32_t code) {
  if (code < 0x80) {
    out.push_back(static_cast<char>(code));
  } else if (code < 0x800) {
    out.push_back(static_cast<char>(0xC0U | (code >> 6U)));
    out.push_back(static_cast<char>(0x80U | (code & 0x3FU)));
  } else if (code < 0x10000) {
    out.push_back(static_cast<char>(0xE0U | (code >> 12U)));
    out.push_back(static_cast<char>(0x80U | ((code >> 6U) & 0x3FU)));
    out.push_back(static_cast<char>(0x80U | (code & 0x3FU)));
  } else {
    out.push_back(static_cast<char>(0xF0U | (code >> 18U)));
    out.push_back(static_cast<char>(0x80U | ((code >> 12U) & 0x3FU)));
    out.push_back(static_cast<char>(0x80U | ((code >> 6U) & 0x3FU)));
    out.push_back(static_cast<char>(0x80U | (code & 0x3FU)));
  }
}

// Decodes the entity at `at` ("&amp;", "&#228;") into `out`; its size, or 0 when '&' stands for itself.
std::size_t entity_at(std::string_view bytes, std::size_t at, std::string& out) {
  constexpr std::size_t entity_bytes_max = 12;
  static constexpr std::array<std::pair<std::string_view, char>, 5> named_entities = {
      {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
  const std::size_t end = bytes.substr(at, entity_bytes_max).find(';');
  if (end == std::string_view::npos || end < 2) return 0;
  const std::string_view name = bytes.substr(at + 1, end - 1);
  for (const auto& [known, c] : named_entities) {
    if (known != name) continue;
    out.push_back(c);
    return end + 1;
  }
  if (name.front() != '#' || name.size() < 2) return 0;
  const bool hex = name[1] == 'x' || name[1] == 'X';
  const std::string_view digits = name.substr(hex ? 2 : 1);
  std::uint32_t code = 0;
  const auto [stop, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
  const bool whole = failed == std::errc() && stop == digits.data() + digits.size() && !digits.empty();
  if (!whole || code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return 0;
  append_code_point(out, code);
  return end + 1;
}

std::string decoded(std::string_view bytes) {
  std::string out;
  for (std::size_t i = 0; i < bytes.size();) {
    if (bytes[i] == '<') {
      if (const Markup markup = markup_at(bytes, i); markup.size > 0) {
        i += markup.size;
        continue;
      }
    }
    const std::size_t entity = bytes[i] == '&' ? entity_at(bytes, i, out) : 0;
    if (entity > 0) {
      i += entity;
    } else {
      out.push_back(bytes[i++]);
    }
  }
  return out;
}

std::string_view attribute(std::string_view inside, std::string_view name) {
  for (std::size_t at = inside.find(name); at != std::string_view::npos; at = inside.find(name, at + 1)) {
    if (at > 0 && is_name_byte(inside[at - 1])) continue;
    std::size_t i = at + name.size();
    while (i < inside.size() && (inside[i] == ' ' || inside[i] == '=')) ++i;
    if (i >= inside.size() || (inside[i] != '"' && inside[i] != '\'')) continue;
    const std::size_t end = inside.find(inside[i], i + 1);
    if (end != std::string_view::npos) return inside.substr(i + 1, end - i - 1);
  }
  return {};
}

struct Element {
  std::size_t begin = 0;  // of its content
  std::size_t end = 0;
};

// The content of the first <name>.
std::optional<Element> element(std::string_view bytes, std::string_view name) {
  for (std::size_t at = bytes.find('<'); at != std::string_view::npos; at = bytes.find('<', at + 1)) {
    const Markup markup = markup_at(bytes, at);
    if (markup.size == 0 || markup.closes || markup.empty || markup.name != name) continue;
    const std::size_t begin = at + markup.size;
    const std::size_t end = bytes.find("</" + std::string(name), begin);
    if (end == std::string_view::npos) return std::nullopt;
    return Element{begin, end};
  }
  return std::nullopt;
}

// The TIMEX3 value inside <DCT>, or of the tag that says it is the creation time.
std::string creation_time(std::string_view bytes) {
  for (std::size_t at = bytes.find("<TIMEX3"); at != std::string_view::npos; at = bytes.find("<TIMEX3", at + 1)) {
    const Markup markup = markup_at(bytes, at);
    const std::string_view function = attribute(markup.inside, "functionInDocument");
    if (function == "CREATION_TIME" || function == "PUBLICATION_TIME") {
      return std::string(attribute(markup.inside, "value"));
    }
  }
  const auto dct = element(bytes, "DCT");
  if (!dct) return {};
  const std::string_view content = bytes.substr(dct->begin, dct->end - dct->begin);
  const std::size_t tag = content.find("<TIMEX3");
  if (tag == std::string_view::npos) return decoded(content);
  return std::string(attribute(markup_at(content, tag).inside, "value"));
}

// What stands for a character that XML keeps to itself; empty for others.
std::string_view escape_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

// Runs of plain characters are copied as one.
void append_escaped(std::string& out, std::string_view text) {
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c > '>' || c < '"') continue;  // most of a text
    const std::string_view escape = escape_of(c);
    if (escape.empty()) continue;
    out.append(text, copied, i - copied).append(escape);
    copied = i + 1;
  }
  out.append(text, copied);
}

void append_opening_tag(std::string& out, const Timex& timex, std::size_t number) {
  out.append("<TIMEX3 tid=\"t").append(std::to_string(number));
  out.append("\" type=\"").append(to_text(timex.type)).append("\"");
  const auto add = [&](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out.append(" ").append(name).append("=\"");
    append_escaped(out, value);
    out.append("\"");
  };
  add("value", timex.value);
  add("mod", timex.mod);
  add("quant", timex.quant);
  add("freq", timex.freq);
  const bool anchored = !timex.derivation.anchor.empty();
  add("temporalFunction", anchored ? "true" : "false");
  if (anchored) add("anchorTimeID", "t0");
  out.append(">");
}

constexpr std::string_view kClosingTag = "</TIMEX3>";
constexpr std::size_t kTagBytes = 120;  // of both tags, about

std::vector<Annotation> in_order(std::span<const Annotation> annotations, std::size_t text_bytes) {
  std::vector<Annotation> out;
  for (const Annotation& annotation : annotations) {
    const bool fits = annotation.span.begin < annotation.span.end && annotation.span.end <= text_bytes;
    if (fits && annotation.timex != nullptr) out.push_back(annotation);
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Annotation& a, const Annotation& b) { return a.span.begin < b.span.begin; });
  std::uint32_t end = 0;
  std::erase_if(out, [&](const Annotation& annotation) {
    if (annotation.span.begin < end) return true;
    end = annotation.span.end;
    return false;
  });
  return out;
}

}  // namespace

Result<TimemlInput> read_timeml(std::string_view bytes) {
  const std::size_t bad = text::first_bad_utf8(bytes);
  if (bad != std::string_view::npos) return Error{ErrorKind::kInput, "not UTF-8", "byte " + std::to_string(bad)};
  const auto body = element(bytes, "TEXT");
  if (!body) return Error{ErrorKind::kInput, "no TEXT element", "byte " + std::to_string(bytes.size())};
  TimemlInput input;
  input.dct = creation_time(bytes.substr(0, body->begin));
  if (input.dct.empty()) input.dct = creation_time(bytes.substr(body->end));
  for (const std::string_view name : {"TITLE", "HEADLINE"}) {
    const auto title = element(bytes.substr(0, body->begin), name);
    if (title && input.title.empty()) input.title = decoded(bytes.substr(title->begin, title->end - title->begin));
  }
  input.source = std::string(bytes.substr(0, body->begin));
  input.text_begin_bytes = input.source.size();
  const std::string_view up_to_end = bytes.substr(0, body->end);  // no tag reaches across the element's end
  for (std::size_t i = body->begin; i < body->end;) {
    const Markup markup = bytes[i] == '<' ? markup_at(up_to_end, i) : Markup{};
    if (markup.size > 0 && markup.name == "TIMEX3") {
      i += markup.size;
    } else {
      input.source.push_back(bytes[i++]);
    }
  }
  input.text_end_bytes = input.source.size();
  input.source += bytes.substr(body->end);
  input.text = decoded(
      std::string_view(input.source).substr(input.text_begin_bytes, input.text_end_bytes - input.text_begin_bytes));
  return input;
}

std::string write_timeml(const TimemlInput& input, std::span<const Annotation> annotations) {
  const std::vector<Annotation> ordered = in_order(annotations, input.text.size());
  const std::string_view source = input.source;
  const std::string_view up_to_end = source.substr(0, input.text_end_bytes);
  std::string out;
  out.reserve(source.size() + ordered.size() * kTagBytes);
  out.append(source.substr(0, input.text_begin_bytes));
  std::string piece;
  std::size_t text_at = 0;
  std::size_t next = 0;
  bool open = false;
  for (std::size_t i = input.text_begin_bytes; i < input.text_end_bytes;) {
    const Markup markup = source[i] == '<' ? markup_at(up_to_end, i) : Markup{};
    if (markup.size > 0) {
      out.append(source.substr(i, markup.size));
      i += markup.size;
      continue;
    }
    if (!open && next < ordered.size() && text_at >= ordered[next].span.begin) {
      append_opening_tag(out, *ordered[next].timex, next + 1);
      open = true;
    }
    piece.clear();
    std::size_t size = source[i] == '&' ? entity_at(up_to_end, i, piece) : 0;
    std::size_t text_size = piece.size();
    if (size == 0) {  // a run of characters, as far as the next tag
      const std::size_t mark =
          next == ordered.size() ? std::string_view::npos : (open ? ordered[next].span.end : ordered[next].span.begin);
      const std::size_t limit = std::min(input.text_end_bytes - i, mark - text_at);
      for (size = 1; size < limit && source[i + size] != '<' && source[i + size] != '&';) ++size;
      text_size = size;
    }
    out.append(source.substr(i, size));
    text_at += text_size;
    i += size;
    if (open && text_at >= ordered[next].span.end) {
      out += kClosingTag;
      open = false;
      ++next;
    }
  }
  if (open) out += kClosingTag;
  out.append(source.substr(input.text_end_bytes));
  return out;
}

std::string write_timeml(std::string_view text, std::string_view dct, std::string_view document_id,
                         std::span<const Annotation> annotations) {
  const std::vector<Annotation> ordered = in_order(annotations, text.size());
  constexpr std::size_t frame_bytes = 300;
  std::string out;
  out.reserve(text.size() + text.size() / 16 + ordered.size() * kTagBytes + frame_bytes);
  out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n<DOCID>";
  append_escaped(out, document_id);
  out += "</DOCID>\n<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"";
  append_escaped(out, dct);
  out += "\" temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">";
  append_escaped(out, dct);
  out += "</TIMEX3></DCT>\n<TEXT>";
  std::size_t at = 0;
  for (std::size_t i = 0; i < ordered.size(); ++i) {
    const text::Span& span = ordered[i].span;
    append_escaped(out, text.substr(at, span.begin - at));
    append_opening_tag(out, *ordered[i].timex, i + 1);
    append_escaped(out, text.substr(span.begin, span.size()));
    out += kClosingTag;
    at = span.end;
  }
  append_escaped(out, text.substr(at));
  out += "</TEXT>\n</TimeML>\n";
  return out;
}

}  // namespace annalen::timex
