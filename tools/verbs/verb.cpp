#include "verbs/verb.h"

#include <algorithm>
#include <thread>

namespace annalen::tools {

CLI::App& add_verb(CLI::App& app, const std::string& name, const std::string& description,
                   const std::vector<std::string>& examples) {
  CLI::App& verb = *app.add_subcommand(name, description);
  std::string footer = "Examples:";
  for (const std::string& example : examples) footer.append("\n  annalen ").append(example);
  verb.footer(footer);
  return verb;
}

void add_store_option(CLI::App& verb, Session& session) {
  verb.add_option("--store", session.store_path, "Folder of the store (or ANNALEN_STORE)");
}

void add_operator_option(CLI::App& verb, Session& session) {
  verb.add_option("--by", session.operator_name, "Who does it; kept in the records");
}

void add_jobs_option(CLI::App& verb, std::size_t& jobs) {
  verb.add_option("--jobs", jobs, "Threads; 0: one for each core. The outcome is the same")
      ->capture_default_str()
      ->check(CLI::Range(0, 256));
}

std::size_t thread_count(std::size_t jobs) {
  return jobs > 0 ? jobs : std::max<std::size_t>(std::thread::hardware_concurrency(), 1);
}

}  // namespace annalen::tools
