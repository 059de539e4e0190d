// verb.h: a verb of the command line: its options, and what it does when called. One add_…() a verb.
// Why: the parser's header costs seconds a file; only verb.cpp and main.cpp pay them.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "session.h"

// NOLINTBEGIN: the parser's own names
namespace CLI {
class App;
}
// NOLINTEND

namespace annalen::tools {

// Variables given to option functions outlive the parsing.
class Verb {
 public:
  // `examples`: lines without the leading "annalen ".
  Verb(CLI::App& app, Session& session, const std::string& name, const std::string& description,
       const std::vector<std::string>& examples);
  // A verb of a verb: `annalen actors merge`. Called by itself, `parent` does what it does without.
  Verb(const Verb& parent, const std::string& name, const std::string& description,
       const std::vector<std::string>& examples);

  // `names`: "--from" or "-o,--output". A value that is not empty is shown as the default. Giving an empty one is a
  // wrong call.
  void text(const std::string& names, std::string& value, const std::string& help);
  // Given several times, each with one value.
  void texts(const std::string& names, std::vector<std::string>& values, const std::string& help);
  void flag(const std::string& names, bool& value, const std::string& help);
  void number(const std::string& names, std::optional<std::uint64_t>& value, const std::string& help);
  void argument(const std::string& name, std::string& value, const std::string& help);
  void arguments(const std::string& name, std::vector<std::string>& values, const std::string& help);  // at least one
  void optional_argument(const std::string& name, std::string& value, const std::string& help);

  void store_option();
  // --by NAME, on verbs that write.
  void operator_option();
  // --reason TEXT, which is kept in the record; without it the call is wrong.
  void reason_option(std::string& reason);
  // --jobs N; the outcome does not depend on it. 0: one thread a core.
  void jobs_option(std::size_t& jobs);

  void on_call(std::function<Result<int>()> action);

 private:
  CLI::App* app_;
  Session* session_;
};

[[nodiscard]] std::size_t thread_count(std::size_t jobs);

void add_ingest(CLI::App& app, Session& session);
void add_tag(CLI::App& app, Session& session);
void add_query(CLI::App& app, Session& session);
void add_timeline(CLI::App& app, Session& session);
void add_count(CLI::App& app, Session& session);
void add_actors(CLI::App& app, Session& session);
void add_merge(const Verb& actors, Session& session);
void add_unmerge(const Verb& actors, Session& session);
void add_split(const Verb& actors, Session& session);
void add_show(CLI::App& app, Session& session);
void add_stats(CLI::App& app, Session& session);
void add_reextract(CLI::App& app, Session& session);
void add_reindex(CLI::App& app, Session& session);
void add_verify(CLI::App& app, Session& session);
void add_checkpoint(CLI::App& app, Session& session);
void add_dump(CLI::App& app, Session& session);

}  // namespace annalen::tools
