// Texts of goroutine states.
#include "vm/goroutine/goroutine.h"

namespace govm::rt {

const char* wait_reason_text(WaitReason reason) {
  switch (reason) {
#define GOVM_WAIT_REASON(name, text) \
  case WaitReason::name:             \
    return text;
#include "vm/goroutine/wait_reasons.def"
#undef GOVM_WAIT_REASON
  }
  return "";
}

}  // namespace govm::rt
