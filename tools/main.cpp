// The annalen command: gives clock, randomness, terminal and environment to a verb, and its status to the shell.
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <new>
#include <sstream>

#include "exit_status.h"
#include "resource_note.h"
#include "system_sources.h"
#include "verbs/verb.h"

namespace annalen::tools {
namespace {

std::size_t terminal_columns() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return size.ws_col;
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): before any thread
  return value == nullptr ? std::string() : std::string(value);
}

void add_verbs(CLI::App& app, Session& session) {
  add_ingest(app, session);
  add_tag(app, session);
  add_query(app, session);
  add_timeline(app, session);
  add_count(app, session);
  add_actors(app, session);
  add_show(app, session);
  add_stats(app, session);
  add_reextract(app, session);
  add_reindex(app, session);
  add_verify(app, session);
  add_checkpoint(app, session);
  add_dump(app, session);
}

// Help and version are answers; anything else that the parser refuses is a wrong call.
int end_of_parse(const CLI::App& app, const CLI::ParseError& error, std::string_view first_argument, Session& session) {
  std::ostringstream out;
  std::ostringstream ignored;
  if (app.exit(error, out, ignored) == 0) {
    session.out->write(out.str());
    const Result<void> written = session.out->finish();
    return written ? kDone : kFailed;
  }
  std::string name = "annalen";
  for (auto verbs = app.get_subcommands(); !verbs.empty(); verbs = verbs.front()->get_subcommands()) {
    name.append(" ").append(verbs.front()->get_name());
  }
  std::string what = error.what();
  if (app.get_subcommands().empty() && !first_argument.starts_with('-')) {
    what = first_argument.empty() ? "no verb is given" : fmt::format("\"{}\" is no verb", first_argument);
  }
  report_error({ErrorKind::kUsage, what, "", fmt::format("see {} --help", name)});
  return kWrong;
}

int run(int argc, char** argv) {
  SystemClock clock;
  SystemRandomness randomness;
  Output out(STDOUT_FILENO, "standard output");
  Session session;
  session.clock = &clock;
  session.randomness = &randomness;
  session.out = &out;
  session.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
  session.error_is_terminal = ::isatty(STDERR_FILENO) == 1;
  session.colour = session.out_is_terminal && environment("NO_COLOR").empty();
  session.columns = session.out_is_terminal ? terminal_columns() : 80;
  session.store_path = environment("ANNALEN_STORE");

  CLI::App app("annalen turns news articles into a database of dated, sourced events.", "annalen");
  // A function: the digests take time.
  const auto version = [] {
    return fmt::format("annalen {}.{}.{}\n{}", kToolVersion.major, kToolVersion.minor, kToolVersion.patch,
                       resource_table());
  };
  app.set_version_flag("--version", version, "Show the version and what the program was built with, then exit");
  app.add_option("--store", session.store_path, "Folder of the store (or ANNALEN_STORE)");
  app.require_subcommand(1);
  app.footer("annalen VERB --help shows a verb's options and examples.");
  add_verbs(app, session);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return end_of_parse(app, error, argc > 1 ? argv[1] : "", session);
  }

  const Result<int> status = session.action();
  if (!status) report_error(status.error());
  // What was written before an error still reaches the reader.
  const Result<void> written = out.finish();
  if (!status) return exit_status(status.error().kind);
  if (!written) report_error(written.error());
  return written ? *status : exit_status(written.error().kind);
}

}  // namespace
}  // namespace annalen::tools

int main(int argc, char** argv) {
  // A reader that goes away is met where the bytes are written (output.h).
  std::signal(SIGPIPE, SIG_IGN);  // NOLINT: before any thread
  try {
    return annalen::tools::run(argc, argv);
  } catch (const std::bad_alloc&) {
    annalen::tools::report_error({annalen::ErrorKind::kSystem, "out of memory", "", ""});
  } catch (const std::exception& error) {
    annalen::tools::report_error({annalen::ErrorKind::kSystem, error.what(), "", "this is a bug: please report it"});
  }
  return annalen::tools::kFailed;
}
