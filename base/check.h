// Checks of govm's own invariants: what fails here is a bug in govm, never in the Go program.
//
// GOVM_CHECK stays on in release builds, GOVM_DCHECK only where GOVM_DCHECKS is defined (Dev).
// A failed check prints where it stands and which stage was at work, and ends with status 70.
#pragma once

#include <string_view>

namespace govm {

/// Exit status of "govm itself is wrong".
inline constexpr int kInternalErrorStatus = 70;

/// Prints the failed condition with its place, the stage and the detail; ends the process.
[[noreturn]] void check_failed(const char* file, int line, const char* condition, std::string_view detail = {});

/// Names the stage of compilation or execution this thread is in, for the message of a failed
/// check. Nests; `name` and `detail` (a function's or file's name) must outlive the object.
class CheckStage {
 public:
  explicit CheckStage(const char* name, std::string_view detail = {});
  ~CheckStage();
  CheckStage(const CheckStage&) = delete;
  CheckStage& operator=(const CheckStage&) = delete;

 private:
  friend void check_failed(const char*, int, const char*, std::string_view);
  const char* name_;
  std::string_view detail_;
  CheckStage* outer_;
};

}  // namespace govm

/// GOVM_CHECK(condition) or GOVM_CHECK(condition, detail).
#define GOVM_CHECK(condition, ...)                                          \
  (__builtin_expect(static_cast<bool>(condition), 1) ? static_cast<void>(0) \
                                                     : ::govm::check_failed(__FILE__, __LINE__, #condition __VA_OPT__(, ) __VA_ARGS__))

#ifdef GOVM_DCHECKS
#define GOVM_DCHECK(condition, ...) GOVM_CHECK(condition __VA_OPT__(, ) __VA_ARGS__)
#else
#define GOVM_DCHECK(condition, ...) static_cast<void>(sizeof(static_cast<bool>(condition)))
#endif

/// A place no execution reaches.
#define GOVM_UNREACHABLE(...) ::govm::check_failed(__FILE__, __LINE__, "unreachable" __VA_OPT__(, ) __VA_ARGS__)
