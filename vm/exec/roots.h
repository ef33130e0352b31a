// Tells the heap where the VM's pointers are (decisions 9): globals, frames by stack map,
// defer and panic records, values on their way between goroutines.
//
// A variable in a frame lives while the code of its function needs it or, after that, while a pointer leads to it: from a
// word of a frame or record of its goroutine that lives, or from another such variable. (Nothing else may point into a
// frame.) So a stack is walked once for its words; if it has variables of the second kind, once more for pointers to them.
#pragma once

#include <vector>

#include "gc/roots.h"
#include "vm/exec/machine.h"

namespace govm::exec {

class Roots : public gc::RootProvider {
 public:
  explicit Roots(Machine& vm) : vm_(vm) {}
  void visit_roots(gc::RootVisitor& visitor) override;

 private:
  /// A variable that lives if a pointer leads to it.
  struct Object {
    const std::byte* begin;
    const std::byte* end;
    std::span<const std::uint64_t> words;  ///< which of its words are pointers
    std::uint32_t function;
    bool reached = false;
  };
  class Reach;

  void visit_goroutine(gc::RootVisitor& visitor, rt::Goroutine& g);
  /// All words but those of `objects_`, to which it adds those of the frames if `collect`.
  void visit_stack(gc::RootVisitor& visitor, rt::Goroutine& g, bool collect);
  void visit_frame(gc::RootVisitor& visitor, const Cell* pc, Fp fp, const FunctionCode& code, bool collect);
  /// The objects of a frame whose bits are set.
  void add_objects(const bytecode::Function& function, std::span<const std::uint64_t> bits, Fp fp);

  Machine& vm_;
  std::vector<Object> objects_;  ///< of the goroutine that is visited
};

}  // namespace govm::exec
