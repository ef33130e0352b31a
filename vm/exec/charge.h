// Charges what std allocates to the user's call that led there.
//
// Reports show the allocations of a library where the program calls it (`strings.Repeat` at prog.go:12:9). When one is
// asked for, the allocating cells of std are linked to StubCharge, which puts the record of (site, user's call) into the
// cell before it is executed; natives get theirs when they allocate. What std allocates with no user's function on the
// goroutine's stack (its package initialisers, goroutines of its own) stays with its site. When whole stacks are wanted
// (--alloc-profile), all allocating cells are linked so and records have the stack, too. Without reports nothing of
// this is there.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "gc/heap.h"
#include "vm/bytecode/site.h"
#include "vm/exec/dispatch.h"
#include "vm/goroutine/goroutine.h"

namespace govm::exec {

class Image;

/// Stacks of calls as a tree: a stack is the number of its innermost frame.
class StackTree {
 public:
  struct Frame {
    std::uint32_t outer = 0;  ///< the frame that called it; 0: none
    bytecode::FunctionId function;
    std::uint32_t cell = 0;  ///< that is executed, or calls
  };

  std::uint32_t add(std::uint32_t outer, bytecode::FunctionId function, std::uint32_t cell);
  /// From 1; [0] is no frame.
  const std::vector<Frame>& frames() const { return frames_; }

 private:
  struct Hash {
    std::size_t operator()(const Frame& f) const {
      std::uint64_t h = (std::uint64_t{f.outer} << 32 ^ f.function.index()) * 0x9e3779b97f4a7c15U;
      return (h ^ h >> 29 ^ f.cell) * 0xbf58476d1ce4e5b9U;
    }
  };
  struct Equal {
    bool operator()(const Frame& a, const Frame& b) const {
      return a.outer == b.outer && a.function.index() == b.function.index() && a.cell == b.cell;
    }
  };

  std::vector<Frame> frames_ = {{}};
  std::unordered_map<Frame, std::uint32_t, Hash, Equal> ids_;
};

class Charges {
 public:
  /// Both must outlive it. `stacks`: records have whole stacks.
  Charges(const Image& image, gc::Heap& heap, bool stacks) : image_(image), heap_(heap), with_stacks_(stacks) {}

  /// The record like `base` charged to the innermost call from a user's function to `callee` or, if that is called by std
  /// itself, to what was called there. (pc, fp) is where `g` stands; `callee` may be none.
  gc::RecordId charged(gc::RecordId base, rt::Goroutine& g, const Cell* pc, Fp fp, bytecode::FunctionId callee);

  /// The record like `base` with the stack that ends at (pc, fp), if stacks are wanted; `native`: which is called there.
  gc::RecordId with_stack(gc::RecordId base, rt::Goroutine& g, const Cell* pc, Fp fp, bytecode::FunctionId native);

  bool with_stacks() const { return with_stacks_; }
  const StackTree& stacks() const { return stacks_; }
  /// Calls by Record::caller less 1.
  const std::vector<bytecode::UserCall>& calls() const { return calls_; }

 private:
  const Image& image_;
  gc::Heap& heap_;
  bool with_stacks_;
  StackTree stacks_;
  std::vector<std::pair<bytecode::FunctionId, std::uint32_t>> path_;  // scratch
  std::vector<bytecode::UserCall> calls_;
  std::unordered_map<const Cell*, std::uint32_t> known_;  // by the calling cell: 1 + index of its call
};

/// Gives the allocating or counting cell at `pc` its record and returns its opcode.
bytecode::Opcode charge_cell(Machine& vm, const Cell* pc, Fp fp);

}  // namespace govm::exec
