// Walks the frames of one goroutine, innermost first.
//
// Knows the stubs: a frame that opened a segment, a deferred call, a native that called
// Go. Everything that looks at stacks (unwinding, roots, tracebacks) goes through it.
#pragma once

#include "vm/exec/image.h"
#include "vm/goroutine/goroutine.h"

namespace govm::exec {

class FrameCursor {
 public:
  /// Stands at the frame `fp` of `g`, whose current cell is `pc`.
  FrameCursor(const Image& image, rt::Goroutine& g, const Cell* pc, Fp fp)
      : image_(image), segment_(g.segment), record_(g.panics), pc_(pc), fp_(fp) {
    resolve();
  }

  Fp fp() const { return fp_; }
  /// The cell the frame stands at: the running one in the innermost frame, the calling
  /// one in the others.
  const Cell* pc() const { return pc_; }
  /// Null in stubs and natives.
  const FunctionCode* function() const { return function_; }
  /// The stub that the frame returns to; null if it returns to a function's cell.
  const Cell* return_stub() const { return stub_; }
  /// The run of deferred calls that called this frame; null if none did.
  rt::PanicRecord* deferred_by() const;

  /// Goes to the caller's frame; false at the goroutine's first.
  bool next();
  /// Goes to a frame further out that is known to stand at `pc`.
  void jump(const Cell* pc, Fp fp);

 private:
  void resolve();

  const Image& image_;
  rt::Segment* segment_;
  rt::PanicRecord* record_;  // newest run not passed yet
  const Cell* pc_;
  Fp fp_;
  const FunctionCode* function_ = nullptr;
  const Cell* stub_ = nullptr;
  const Cell* return_pc_ = nullptr;  // seen through a segment's stub
};

}  // namespace govm::exec
