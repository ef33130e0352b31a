// What a failed check does: the message with the stage at work, and exit status 70. Keeps the stack of stages.
#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace govm {
namespace {
// The one mutable thread-wide variable of the code base: it only feeds the message below.
thread_local CheckStage* current_stage = nullptr;
}  // namespace

CheckStage::CheckStage(const char* name, std::string_view detail) : name_(name), detail_(detail), outer_(current_stage) {
  current_stage = this;
}

CheckStage::~CheckStage() { current_stage = outer_; }

void check_failed(const char* file, int line, const char* condition, std::string_view detail) {
  std::fflush(stdout);
  std::fprintf(stderr, "govm: internal error: %s:%d: %s", file, line, condition);
  if (!detail.empty()) std::fprintf(stderr, ": %.*s", static_cast<int>(detail.size()), detail.data());
  std::fputc('\n', stderr);
  for (const CheckStage* stage = current_stage; stage != nullptr; stage = stage->outer_) {
    std::fprintf(stderr, "\tin %s", stage->name_);
    if (!stage->detail_.empty()) {
      std::fprintf(stderr, " of %.*s", static_cast<int>(stage->detail_.size()), stage->detail_.data());
    }
    std::fputc('\n', stderr);
  }
  std::fprintf(stderr, "\tthis is a bug in govm; 'govm dump' shows each stage's result\n");
  std::fflush(stderr);
#ifdef GOVM_ABORT_ON_CHECK
  std::abort();  // a fuzzer then keeps the input
#else
  std::_Exit(kInternalErrorStatus);
#endif
}

}  // namespace govm
