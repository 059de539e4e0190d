// input.h: the articles behind the PATHs of a command line; what is bad is reported, counted and passed over.
#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <string>
#include <vector>

#include "article/reader.h"
#include "base/result.h"
#include "verbs/verb.h"

namespace annalen::tools {

struct InputOptions {
  std::vector<std::string> paths;
  std::string published;
  std::string zone = "Europe/Vienna";
  std::string collection;
  std::string format = "auto";
};

void add_input_options(Verb& verb, InputOptions& options);
// The room's options, checked once for all articles: an unknown zone or format or a bad --published is kUsage.
[[nodiscard]] Result<article::ReadOptions> make_read_options(const InputOptions& options);

// The files of all paths, in the order of the paths. What cannot be listed is given to `bad`.
using BadSink = std::function<void(const Error&)>;
[[nodiscard]] std::vector<article::InputFile> list_inputs(const std::vector<std::string>& paths, const BadSink& bad);

// Opens the file ("-": standard input) for `use`. What cannot be opened is given to `bad`.
[[nodiscard]] Result<void> open_input(const article::InputFile& file,
                                      const std::function<Result<void>(std::istream&)>& use, const BadSink& bad);
// Every article of one file in order, until `good` fails with what ends the whole run.
[[nodiscard]] Result<void> read_input(std::istream& in, const article::InputFile& file,
                                      const article::ReadOptions& options,
                                      const std::function<Result<void>(article::Article)>& good, const BadSink& bad);

}  // namespace annalen::tools
