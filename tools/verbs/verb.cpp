#include "verbs/verb.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <thread>

namespace annalen::tools {
namespace {

// An empty value would be no filter at all, which is hardly what was meant.
std::string check_not_empty(const std::string& text) {
  return text.find_first_not_of(" \t\r\n") == std::string::npos ? "the value is empty" : "";
}

}  // namespace

namespace {
void set_examples(CLI::App& app, const std::vector<std::string>& examples) {
  std::string footer = "Examples:";
  for (const std::string& example : examples) footer.append("\n  annalen ").append(example);
  app.footer(footer);
}
}  // namespace

Verb::Verb(CLI::App& app, Session& session, const std::string& name, const std::string& description,
           const std::vector<std::string>& examples)
    : app_(app.add_subcommand(name, description)), session_(&session) {
  set_examples(*app_, examples);
}

Verb::Verb(const Verb& parent, const std::string& name, const std::string& description,
           const std::vector<std::string>& examples)
    : app_(parent.app_->add_subcommand(name, description)), session_(parent.session_) {
  set_examples(*app_, examples);
}

void Verb::text(const std::string& names, std::string& value, const std::string& help) {
  CLI::Option* option = app_->add_option(names, value, help)->check(check_not_empty, "");
  if (!value.empty()) option->capture_default_str();
}

void Verb::texts(const std::string& names, std::vector<std::string>& values, const std::string& help) {
  app_->add_option(names, values, help)->allow_extra_args(false)->check(check_not_empty, "");
}

void Verb::flag(const std::string& names, bool& value, const std::string& help) { app_->add_flag(names, value, help); }

void Verb::number(const std::string& names, std::optional<std::uint64_t>& value, const std::string& help) {
  // The parser would take "-1" for a large number.
  const auto only_digits = [](const std::string& text) {
    return text.find_first_not_of("0123456789") == std::string::npos ? std::string() : "\"" + text + "\" is no number";
  };
  app_->add_option(names, value, help)->check(only_digits, "");
}

void Verb::argument(const std::string& name, std::string& value, const std::string& help) {
  app_->add_option(name, value, help)->required();
}

void Verb::optional_argument(const std::string& name, std::string& value, const std::string& help) {
  app_->add_option(name, value, help)->check(check_not_empty, "");
}

void Verb::arguments(const std::string& name, std::vector<std::string>& values, const std::string& help) {
  app_->add_option(name, values, help)->required();
}

void Verb::store_option() {
  app_->add_option("--store", session_->store_path, "Folder of the store (or ANNALEN_STORE)");
}

void Verb::operator_option() { app_->add_option("--by", session_->operator_name, "Who does it; kept in the records"); }

void Verb::reason_option(std::string& reason) {
  app_->add_option("--reason", reason, "Why; kept in the record")->required()->check(check_not_empty, "");
}

void Verb::jobs_option(std::size_t& jobs) {
  app_->add_option("--jobs", jobs, "Threads; 0: one for each core. The outcome is the same")
      ->capture_default_str()
      ->check(CLI::Range(0, 256).description(""));
}

void Verb::on_call(std::function<Result<int>()> action) {
  app_->callback([app = app_, session = session_, action = std::move(action)] {
    // The verb's own verb, if one is called, was asked before.
    if (app->get_subcommands().empty()) session->action = action;
  });
}

std::size_t thread_count(std::size_t jobs) {
  return jobs > 0 ? jobs : std::max<std::size_t>(std::thread::hardware_concurrency(), 1);
}

}  // namespace annalen::tools
