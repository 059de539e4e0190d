#include "render/exchange.h"
#include "render/forms.h"

namespace annalen::render {
namespace {

class JsonlRenderer : public Renderer {
 public:
  explicit JsonlRenderer(TextSink sink) : sink_(std::move(sink)) {}
  void hit(const query::Hit& hit) override { sink_(exchange_json(hit) + "\n"); }

 private:
  TextSink sink_;
};

}  // namespace

std::unique_ptr<Renderer> make_jsonl(TextSink sink) { return std::make_unique<JsonlRenderer>(std::move(sink)); }

}  // namespace annalen::render
