// Steps from a frame to its caller, past the stubs.
#include "vm/exec/frame_cursor.h"

#include "vm/exec/native_call.h"

namespace govm::exec {

// Finds out what the frame is and where it returns to.
void FrameCursor::resolve() {
  function_ = image_.function_at(pc_);
  stub_ = nullptr;
  if (pc_ == image_.stubs().native_callee_returned) return;
  return_pc_ = rt::return_pc(fp_);
  // A frame can have moved twice: when it was called, and because it is large.
  for (Fp at = fp_; return_pc_ == image_.stubs().segment_end;) {
    while (segment_->entry_fp != at) segment_ = segment_->previous;
    return_pc_ = segment_->return_pc;
    at = segment_->original_fp;
    segment_ = segment_->previous;
  }
  stub_ = image_.stubs().contains(return_pc_) ? return_pc_ : nullptr;
}

rt::PanicRecord* FrameCursor::deferred_by() const {
  if (stub_ != image_.stubs().deferred_returned) return nullptr;
  // Runs newer than the one that called this frame are over or were passed before.
  rt::PanicRecord* record = record_;
  while (record->deferred_fp != fp_) record = record->link;
  return record;
}

bool FrameCursor::next() {
  if (pc_ == image_.stubs().native_callee_returned) {
    // What called Go is a native, whose record stands where a frame would.
    const auto& activation = *reinterpret_cast<const NativeActivation*>(fp_);
    jump(activation.pc, activation.fp);
    return true;
  }
  if (stub_ == image_.stubs().goroutine_end) return false;
  if (rt::PanicRecord* record = deferred_by()) {
    record_ = record->link;
    jump(record->origin_pc, record->origin_fp);
    return true;
  }
  // Runs that began in this frame have called nothing further out.
  while (record_ != nullptr && record_->origin_fp == fp_) record_ = record_->link;
  if (stub_ != nullptr && stub_ == image_.stubs().panic_text_returned) {
    // Called above the panic that was newest then.
    jump(record_->origin_pc, record_->origin_fp);
    return true;
  }
  const Fp caller = rt::caller_fp(fp_);
  jump(stub_ != nullptr ? stub_ : image_.call_cell(return_pc_), caller);
  return true;
}

void FrameCursor::jump(const Cell* pc, Fp fp) {
  pc_ = pc;
  fp_ = fp;
  resolve();
}

}  // namespace govm::exec
