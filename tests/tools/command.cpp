#include "command.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace annalen::tools {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace

Workshop::Workshop() {
  static std::atomic<int> number{0};
  path_ = fs::temp_directory_path() / ("annalen_tools_" + std::to_string(::getpid()) + "_" + std::to_string(++number));
  fs::remove_all(path_);
  fs::create_directories(path_ / ".run");
}

Workshop::~Workshop() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

Outcome Workshop::run(const std::string& line) const {
  // A file for the line, so that it needs no quoting here.
  const std::string script = "cd '" + path_.string() + "' || exit 99\nunset NO_COLOR\nexport ANNALEN_STORE=s\n" +
                             "annalen() { '" ANNALEN_BINARY_DIR "/annalen' \"$@\"; }\n" + line + "\n";
  std::ofstream(path_ / ".run/script") << script;
  const std::string run = path_.string() + "/.run/";
  const std::string command = "bash '" + run + "script' >'" + run + "out' 2>'" + run + "error' </dev/null";
  const int state = std::system(command.c_str());  // NOLINT(cert-env33-c): a test runs a program
  return {WIFEXITED(state) ? WEXITSTATUS(state) : -1, content_of(run + "out"), content_of(run + "error")};
}

std::string Workshop::out(const std::string& line) const {
  const Outcome outcome = run(line);
  CAPTURE(line);
  CAPTURE(outcome.error);
  REQUIRE(outcome.status == 0);
  return outcome.out;
}

std::vector<nlohmann::json> Workshop::query(const std::string& arguments) const {
  std::istringstream lines(out("annalen query --format jsonl " + arguments));
  std::vector<nlohmann::json> events;
  for (std::string line; std::getline(lines, line);) events.push_back(nlohmann::json::parse(line));
  return events;
}

void Workshop::write(const std::string& name, const std::string& bytes) const {
  fs::create_directories((path_ / name).parent_path());
  std::ofstream(path_ / name, std::ios::binary) << bytes;
}

std::string Workshop::read(const std::string& name) const { return content_of(path_ / name); }

std::vector<std::string> each(const std::vector<nlohmann::json>& events, const std::string& field) {
  std::vector<std::string> out;
  out.reserve(events.size());
  for (const nlohmann::json& event : events) out.push_back(event.at(field).get<std::string>());
  return out;
}

}  // namespace annalen::tools
