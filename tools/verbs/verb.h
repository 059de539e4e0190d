// verb.h: one function a verb: it adds its options to the command line and, when called, sets session.action.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "session.h"

namespace annalen::tools {

void add_ingest(CLI::App& app, Session& session);
void add_tag(CLI::App& app, Session& session);
void add_query(CLI::App& app, Session& session);
void add_timeline(CLI::App& app, Session& session);
void add_count(CLI::App& app, Session& session);
void add_actors(CLI::App& app, Session& session);
void add_show(CLI::App& app, Session& session);
void add_stats(CLI::App& app, Session& session);
void add_reextract(CLI::App& app, Session& session);
void add_reindex(CLI::App& app, Session& session);
void add_verify(CLI::App& app, Session& session);
void add_checkpoint(CLI::App& app, Session& session);
void add_dump(CLI::App& app, Session& session);

// A verb with its description and examples (lines without the leading "annalen ").
CLI::App& add_verb(CLI::App& app, const std::string& name, const std::string& description,
                   const std::vector<std::string>& examples);
void add_store_option(CLI::App& verb, Session& session);
// --by NAME, on verbs that write.
void add_operator_option(CLI::App& verb, Session& session);

// --jobs N; the outcome does not depend on it. 0: one thread a core.
void add_jobs_option(CLI::App& verb, std::size_t& jobs);
[[nodiscard]] std::size_t thread_count(std::size_t jobs);

}  // namespace annalen::tools
