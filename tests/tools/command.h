// command.h: runs the annalen command in a folder of its own and looks at what it says.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace annalen::tools {

struct Outcome {
  int status = -1;  // as the shell sees it
  std::string out;
  std::string error;
};

// A folder that goes away, with a store "s" in it once something is ingested. Commands run inside of it, so that no
// path of the machine stands in any message.
class Workshop {
 public:
  Workshop();
  ~Workshop();
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;

  // `line` for the shell, with "annalen" for the program; ANNALEN_STORE is "s".
  [[nodiscard]] Outcome run(const std::string& line) const;
  // The same, REQUIRES status 0; gives standard output.
  [[nodiscard]] std::string out(const std::string& line) const;
  // Events of `annalen query --format jsonl ARGUMENTS`.
  [[nodiscard]] std::vector<nlohmann::json> query(const std::string& arguments = "") const;

  void write(const std::string& name, const std::string& bytes) const;
  [[nodiscard]] std::string read(const std::string& name) const;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// One field of every event, in order.
[[nodiscard]] std::vector<std::string> each(const std::vector<nlohmann::json>& events, const std::string& field);

}  // namespace annalen::tools
