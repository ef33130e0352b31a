// Result<T>: a value, or why the environment failed (missing file, bad flag).
//
// Not for mistakes in Go programs (diagnostics) nor for mistakes in govm (GOVM_CHECK).
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "base/check.h"

namespace govm {

/// What went wrong, in words for a person: lower case, no full stop.
struct Error {
  std::string message;
};

/// Either a T or an Error; implicitly made from both.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }
  /// The value; only after ok().
  T& value() & {
    GOVM_CHECK(ok());
    return *std::get_if<T>(&state_);
  }
  const T& value() const& {
    GOVM_CHECK(ok());
    return *std::get_if<T>(&state_);
  }
  T&& value() && {
    GOVM_CHECK(ok());
    return std::move(*std::get_if<T>(&state_));
  }
  /// The message; only if not ok().
  const std::string& error() const {
    GOVM_CHECK(!ok());
    return std::get_if<Error>(&state_)->message;
  }

 private:
  std::variant<T, Error> state_;
};

/// A result without a value.
using Status = Result<std::monostate>;

/// Success of something that yields nothing.
inline Status ok_status() { return Status(std::monostate{}); }

}  // namespace govm
