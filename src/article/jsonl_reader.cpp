#include "article/jsonl_reader.h"

#include <simdjson.h>

#include <nlohmann/json.hpp>
#include <set>

#include "text/utf8.h"

namespace annalen::article {
namespace {

namespace ondemand = simdjson::ondemand;

// Where JSON stops being JSON: simdjson is quick and does not say.
struct FaultFinder : nlohmann::json_sax<nlohmann::json> {
  std::size_t fault_byte = 0;  // 0: not known
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& fault) override {
    // A number that is too large is none (is_json()); what follows it has not been looked at.
    const bool too_large = fault.id == 406;
    if (!too_large) fault_byte = position;
    return false;
  }
};

Error bad_json(std::string_view line, const Origin& origin) {
  FaultFinder finder;
  std::string what = "the line is not valid JSON";
  if (!nlohmann::json::sax_parse(line, &finder) && finder.fault_byte > 0) {
    what += ", from byte " + std::to_string(finder.fault_byte) + " on";
  }
  return Error{ErrorKind::kInput, what, origin.where, "one object on each line"};
}

Error wrong_type(std::string_view name, std::string_view wanted, const Origin& origin) {
  return Error{ErrorKind::kInput, "field \"" + std::string(name) + "\" is not " + std::string(wanted), origin.where,
               ""};
}

constexpr std::string_view kWhite = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kWhite);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kWhite) - first + 1);
}

// Where the number ends that begins at `at`; `at` when there is none.
std::size_t number_end(std::string_view text, std::size_t at) {
  const auto digits = [&](std::size_t from) {
    while (from < text.size() && text[from] >= '0' && text[from] <= '9') ++from;
    return from;
  };
  const auto is = [&](std::size_t where, std::string_view any) {
    return where < text.size() && any.find(text[where]) != std::string_view::npos;
  };
  const std::size_t first = at + (is(at, "-") ? 1 : 0);
  std::size_t end = is(first, "0") ? first + 1 : digits(first);
  if (end == first) return at;
  if (is(end, ".") && digits(end + 1) > end + 1) end = digits(end + 1);
  if (is(end, "eE")) {
    const std::size_t exponent = end + (is(end + 1, "+-") ? 2 : 1);
    if (digits(exponent) > exponent) end = digits(exponent);
  }
  return end;
}

// JSON by its grammar. The library alone would refuse "1e400", which JSON allows and no double holds: every number is
// checked here and stands as null before it.
bool is_json(std::string_view text) {
  if (nlohmann::json::accept(text)) return true;
  std::string without_numbers;
  bool in_string = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = in_string ? at : number_end(text, at);
    if (end > at) {
      without_numbers += "null";
      at = end;
      continue;
    }
    if (in_string && text[at] == '\\' && at + 1 < text.size())
      without_numbers.push_back(text[at++]);
    else if (text[at] == '"')
      in_string = !in_string;
    without_numbers.push_back(text[at++]);
  }
  return nlohmann::json::accept(without_numbers);
}

// The values of the names that we know; absent where the line has none or null.
struct KnownFields {
  std::optional<std::string> id, url, date, published, title, publisher, text, body;

  std::optional<std::string>* find(std::string_view name) {
    if (name == "id") return &id;
    if (name == "url") return &url;
    if (name == "date") return &date;
    if (name == "published") return &published;
    if (name == "title") return &title;
    if (name == "publisher") return &publisher;
    if (name == "text") return &text;
    if (name == "body") return &body;
    return nullptr;
  }
};

struct Fields {
  KnownFields known;
  std::vector<std::pair<std::string, std::string>> other;  // name, JSON text
};

// What became of one field. `broken`: the line is not JSON.
struct FieldState {
  bool broken = false;
  std::optional<Error> error;
};

FieldState read_known(std::string_view name, ondemand::value value, std::optional<std::string>& out,
                      const Origin& origin) {
  ondemand::json_type type{};
  if (value.type().get(type) != simdjson::SUCCESS) return {.broken = true, .error = {}};
  if (type == ondemand::json_type::null) {
    const simdjson::simdjson_result<bool> null = value.is_null();
    return {.broken = null.error() != simdjson::SUCCESS || !null.value_unsafe(), .error = {}};
  }
  const bool takes_number = name == "id" || name == "date" || name == "published";
  if (type == ondemand::json_type::number && takes_number) {
    const std::string_view token = trimmed(value.raw_json_token());
    if (!is_json(token)) return {.broken = true, .error = {}};
    out = std::string(token);
    return {};
  }
  if (type != ondemand::json_type::string) {
    return {.broken = false, .error = wrong_type(name, takes_number ? "a text or a number" : "a text", origin)};
  }
  std::string_view text;
  if (value.get_string().get(text) != simdjson::SUCCESS) return {.broken = true, .error = {}};
  out = std::string(text);
  return {};
}

FieldState read_field(ondemand::field& field, Fields& fields, std::set<std::string, std::less<>>& seen,
                      const Origin& origin) {
  std::string_view key;
  if (field.unescaped_key().get(key) != simdjson::SUCCESS) return {.broken = true, .error = {}};
  std::string name(key);
  if (!seen.insert(name).second) {
    return {.broken = false, .error = Error{ErrorKind::kInput, "field \"" + name + "\" comes twice", origin.where, ""}};
  }
  if (std::optional<std::string>* known = fields.known.find(name)) {
    return read_known(name, field.value(), *known, origin);
  }
  std::string_view json;
  if (simdjson::to_json_string(field.value()).get(json) != simdjson::SUCCESS) return {.broken = true, .error = {}};
  json = trimmed(json);
  // simdjson passes over what is not asked for; what is kept must be JSON all the same.
  if (!is_json(json)) return {.broken = true, .error = {}};
  fields.other.emplace_back(std::move(name), std::string(json));
  return {};
}

// The second of two names is kept as an unknown field where the first one has a value.
std::optional<std::string> first_of(std::optional<std::string> first, std::optional<std::string> second,
                                    std::string_view second_name, Fields& fields) {
  if (!first) return second;
  if (second) fields.other.emplace_back(second_name, nlohmann::json(*second).dump());
  return first;
}

ArticleDraft draft_of(Fields fields) {
  ArticleDraft draft;
  KnownFields& known = fields.known;
  draft.date = first_of(std::move(known.date), std::move(known.published), "published", fields);
  if (draft.date && draft.date->empty()) draft.date.reset();
  draft.body = first_of(std::move(known.text), std::move(known.body), "body", fields).value_or("");
  draft.id = known.id.value_or("");
  draft.url = known.url.value_or("");
  draft.title = known.title.value_or("");
  draft.publisher = known.publisher.value_or("");
  draft.other = std::move(fields.other);
  return draft;
}

}  // namespace

struct JsonlReader::Parser {
  ondemand::parser parser{kLineBytesMax + simdjson::SIMDJSON_PADDING};
  std::string buffer;
};

JsonlReader::JsonlReader() : parser_(std::make_unique<Parser>()) {}
JsonlReader::~JsonlReader() = default;

Result<Article> JsonlReader::article_of_line(std::string_view line, const Origin& origin, const ReadOptions& options) {
  std::string& buffer = parser_->buffer;
  std::optional<std::string> utf8 = text::to_utf8(line);
  if (!utf8) {
    return Error{ErrorKind::kInput, "the line is neither UTF-8 nor convertible to it", origin.where, ""};
  }
  buffer = *std::move(utf8);
  const std::size_t size = buffer.size();
  buffer.append(simdjson::SIMDJSON_PADDING, '\0');
  const std::string_view text(buffer.data(), size);

  ondemand::document document;
  ondemand::object object;
  if (parser_->parser.iterate(buffer.data(), size, buffer.size()).get(document) != simdjson::SUCCESS) {
    return bad_json(text, origin);
  }
  ondemand::json_type type{};
  if (document.type().get(type) != simdjson::SUCCESS) return bad_json(text, origin);
  if (type != ondemand::json_type::object) {
    if (!is_json(text)) return bad_json(text, origin);
    return Error{ErrorKind::kInput, "the line is JSON, but no object", origin.where, "one object on each line"};
  }
  if (document.get_object().get(object) != simdjson::SUCCESS) return bad_json(text, origin);

  Fields fields;
  std::set<std::string, std::less<>> seen;
  for (simdjson::simdjson_result<ondemand::field> item : object) {
    ondemand::field field;
    if (std::move(item).get(field) != simdjson::SUCCESS) return bad_json(text, origin);
    FieldState state = read_field(field, fields, seen, origin);
    if (state.broken) return bad_json(text, origin);
    if (state.error) return *std::move(state.error);
  }
  // The document has a location only while something stands behind the object.
  if (document.current_location().error() == simdjson::SUCCESS) return bad_json(text, origin);
  return finish_article(draft_of(std::move(fields)), origin, options);
}

}  // namespace annalen::article
