#include "render/renderer.h"

#include <array>
#include <utility>

#include "render/forms.h"

namespace annalen::render {
namespace {
constexpr std::array<std::pair<std::string_view, Form>, 3> kForms = {
    {{"table", Form::kTable}, {"jsonl", Form::kJsonl}, {"csv", Form::kCsv}}};
}

std::optional<Form> form_from_text(std::string_view text) {
  for (const auto& [name, form] : kForms) {
    if (name == text) return form;
  }
  return std::nullopt;
}

std::string_view form_names() { return "table, jsonl, csv"; }

std::unique_ptr<Renderer> make_renderer(Form form, const Style& style, TextSink sink) {
  switch (form) {
    case Form::kTable:
      return make_table(style, std::move(sink));
    case Form::kJsonl:
      return make_jsonl(std::move(sink));
    case Form::kCsv:
      return make_csv(std::move(sink));
  }
  return make_table(style, std::move(sink));
}

}  // namespace annalen::render
