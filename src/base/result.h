// result.h: expected failures as values.
// Errors:  Result<T> holds either a T or an Error; what only a bug can cause is an assertion instead.
// Threads: value types.
// Why:     C++20 has no std::expected; rooms never print, exit or throw for what a user or a disk can cause.
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace annalen {

// Few kinds, each with its exit status in tools/exit_status.h.
enum class ErrorKind {
  kUsage,     // the call is wrong: an option, an argument
  kInput,     // what was given to read is wrong: an article, a rule file, a date
  kNotFound,  // a well-formed question whose answer is "no such thing"
  kDamaged,   // stored bytes are not what was written
  kBusy,      // somebody else holds what is needed (a second writer)
  kSystem,    // disk full, permission, a library failed
};

struct Error {
  ErrorKind kind = ErrorKind::kInput;
  std::string what;        // what is wrong, one clause without a full stop
  std::string where = {};  // file, line, byte or position; empty when there is none
  std::string hint = {};   // what to do about it; empty when nothing helps

  // "where: what (hint)", with absent parts left out.
  [[nodiscard]] std::string message() const {
    std::string out = where.empty() ? what : where + ": " + what;
    if (!hint.empty()) out += " (" + hint + ")";
    return out;
  }
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // REQUIRES: ok().
  [[nodiscard]] T& value() & {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] const T& value() const& {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] T&& value() && {
    assert(ok());
    return std::move(*std::get_if<0>(&state_));
  }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  // REQUIRES: !ok().
  [[nodiscard]] const Error& error() const {
    assert(!ok());
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return !error_.has_value(); }
  explicit operator bool() const { return ok(); }
  // REQUIRES: !ok().
  [[nodiscard]] const Error& error() const {
    assert(error_.has_value());
    return *error_;
  }

 private:
  std::optional<Error> error_;
};

}  // namespace annalen
