// bench_hostile.cpp: time and memory of `annalen tag` on input that was made to hurt, at two sizes: twice the bytes may
// cost twice the time and memory, not more. Run: bench_hostile [ANNALEN] (default: the one beside this program)
// Checks: the exit status of each call, and that no cost grows faster than the bytes by more than the noise (status 1).
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMega = std::size_t{1} << 20U;
constexpr std::size_t kSmall = 5 * kMega;
constexpr std::size_t kLarge = 15 * kMega;

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string out;
  out.reserve(bytes + piece.size());
  while (out.size() < bytes) out += piece;
  return out;
}

struct Case {
  std::string name;
  std::string head;
  std::string_view piece;
  std::string tail = {};
  int status = 0;
};

std::vector<Case> all_cases() {
  const std::string text = "date 2025-02-27 ";
  const std::string month = "date 2025-02 ";
  const std::string timeml = "<TimeML><DCT>2025-02-27</DCT><TEXT>";
  const std::string end = "</TEXT></TimeML>";
  return {{"one line of words", text, "Vor drei Tagen kam er am Montag nach Graz, "},
          {"the same, a month of publication", month, "Vor drei Tagen kam er am Montag nach Graz, "},
          {"digits", text, "1234567890"},
          {"digits and dots", text, "1.2.3.4."},
          {"years", text, "1914 "},
          {"\"am \"", text, "am "},
          {"\"von \" and dates", text, "von 5. bis "},
          {"\"und \"", text, "5. und "},
          {"one word", text, "a"},
          {"line breaks", text, "a\n\n"},
          {"letters not composed", text, "a\xCC\x88"},
          {"accents on one letter", text, "\xCC\x88"},
          {"opened tags", timeml, "<b>", end},
          {"opened tags in text", timeml, "3. <b>März ", end},
          {"TIMEX3 tags", timeml, "<TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2025\">2025</TIMEX3> ", end},
          {"\"<\"", timeml, "<", end},
          {"comments that do not end", timeml, "<!--", end},
          {"tags that do not end", timeml, "<a b=\"", end},
          {"sections that do not end", timeml, "<![CDATA[", end},
          {"\"&\"", timeml, "&", end},
          {"TEXT that does not end", "<TimeML><DCT>2025</DCT>", "<TEXT>", "", 2}};
}

struct Cost {
  double seconds = 0;
  double megabytes = 0;
  int status = -1;
};

Cost run(const std::string& annalen, const std::string& file) {
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = ::fork();
  if (child == 0) {
    const int sink = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    ::dup2(sink, STDOUT_FILENO);
    ::dup2(sink, STDERR_FILENO);
    ::execl(annalen.c_str(), "annalen", "tag", "--jobs", "1", file.c_str(), nullptr);
    std::_Exit(127);
  }
  int state = 0;
  rusage usage{};
  ::wait4(child, &state, 0, &usage);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  return {seconds.count(), static_cast<double>(usage.ru_maxrss) / 1024, WIFEXITED(state) ? WEXITSTATUS(state) : -1};
}

}  // namespace

int main(int argc, char** argv) {
  const std::string annalen = argc > 1 ? argv[1] : (fs::path(argv[0]).parent_path() / "annalen").string();
  const fs::path folder = fs::temp_directory_path() / fmt::format("annalen_hostile_{}", ::getpid());
  fs::create_directories(folder);
  const auto cost_of = [&](const Case& one, std::size_t bytes) {
    const fs::path path = folder / (one.head.starts_with('<') ? "a.tml" : "a.txt");
    std::ofstream(path, std::ios::binary) << one.head << repeated(one.piece, bytes) << one.tail;
    return run(annalen, path.string());
  };
  bool all_well = true;
  fmt::print("{:<36} {:>9} {:>9} {:>9} {:>9}\n", "", "5 MiB s", "15 MiB s", "5 MiB MB", "15 MiB MB");
  for (const Case& one : all_cases()) {
    const Cost small = cost_of(one, kSmall);
    const Cost large = cost_of(one, kLarge);
    constexpr double growth_max = 3 * 2;  // three times the bytes; the machine is noisy
    const bool slow = large.seconds > 1 && large.seconds > growth_max * small.seconds;
    const bool wrong = small.status != one.status || large.status != one.status;
    all_well = all_well && !slow && !wrong;
    fmt::print("{:<36} {:>9.2f} {:>9.2f} {:>9.0f} {:>9.0f}{}{}\n", one.name, small.seconds, large.seconds,
               small.megabytes, large.megabytes, slow ? "  NOT LINEAR" : "",
               wrong ? fmt::format("  STATUS {} {}", small.status, large.status) : "");
  }
  // Beyond the limit: refused without being read.
  const Case over{"one line, 100 MB: refused", "date 2025-02-27 ", "Vor drei Tagen kam er. ", "", 2};
  const Cost cost = cost_of(over, 100'000'000);
  fmt::print("{:<36} {:>9} {:>9.2f} {:>9} {:>9.0f}\n", over.name, "", cost.seconds, "", cost.megabytes);
  fs::remove_all(folder);
  return all_well && cost.status == over.status ? 0 : 1;
}
