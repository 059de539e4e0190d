// forms.h: one maker a form. Inside of the render room.
#pragma once

#include <memory>

#include "render/renderer.h"

namespace annalen::render {

[[nodiscard]] std::unique_ptr<Renderer> make_table(const Style& style, TextSink sink);
[[nodiscard]] std::unique_ptr<Renderer> make_jsonl(TextSink sink);
[[nodiscard]] std::unique_ptr<Renderer> make_csv(TextSink sink);

}  // namespace annalen::render
