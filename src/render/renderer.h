// renderer.h: hits -> text, one file a form behind one interface.
// Output:  complete UTF-8 text chunks given to a sink; a renderer never prints. Same hits, same bytes.
// Threads: one renderer, one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "query/query.h"

namespace annalen::render {

using TextSink = std::function<void(std::string_view)>;

enum class Form : std::uint8_t { kTable, kJsonl, kCsv };
[[nodiscard]] std::optional<Form> form_from_text(std::string_view text);  // "table", "jsonl", "csv"

struct Style {
  std::size_t columns = 80;  // table: never wider
  bool colour = false;       // table: ANSI colours
};

// begin(), hit() for each hit in order, end(). end() looks at `total` only: hits may have been streamed.
class Renderer {
 public:
  virtual ~Renderer() = default;
  virtual void begin() {}
  virtual void hit(const query::Hit& hit) = 0;
  virtual void end(const query::Answer&) {}
};

[[nodiscard]] std::unique_ptr<Renderer> make_renderer(Form form, const Style& style, TextSink sink);

// What --format may be, for help and messages: "table, jsonl, csv".
[[nodiscard]] std::string_view form_names();

}  // namespace annalen::render
