// Tells the heap where the VM's pointers are (decisions 9): globals, frames by stack map,
// defer and panic records, values on their way between goroutines.
#pragma once

#include "gc/roots.h"
#include "vm/exec/machine.h"

namespace govm::exec {

class Roots : public gc::RootProvider {
 public:
  explicit Roots(Machine& vm) : vm_(vm) {}
  void visit_roots(gc::RootVisitor& visitor) override;

 private:
  void visit_goroutine(gc::RootVisitor& visitor, rt::Goroutine& g);
  void visit_frame(gc::RootVisitor& visitor, const Cell* pc, Fp fp, const FunctionCode& code);

  Machine& vm_;
};

}  // namespace govm::exec
