// What passes know of selection: values that it makes together with their only user (compiler/codegen/fuse.cpp), and so for nothing.
//
// A guess: selection decides. A wrong one costs an instruction, never a right result.
#pragma once

#include <vector>

#include "compiler/ir/function.h"

namespace govm::ir {

class Folding {
 public:
  /// Of the function as it is.
  explicit Folding(const Function& function);

  /// Whether selection makes the value together with its only user.
  bool is_fused(const Value* value) const;
  /// The same, or a loop goes on with it: selection makes steps together with the branch back.
  bool is_folded(const Value* value) const { return steps_[value->id] || is_fused(value); }
  /// The Store of `x += y`, which takes in the sum and what was there.
  bool is_update(const Value* store) const;
  /// Null if there are several or none.
  const Value* only_user(const Value* value) const { return several_[value->id] ? nullptr : user_[value->id]; }

 private:
  bool begins_update(const Value* value, const Value* sum) const;
  bool stands_directly_before(const Value* value, const Value* user) const;

  std::vector<const Value*> user_;  // by value: one of its users
  std::vector<bool> several_;       // by value: it has more than one
  std::vector<bool> steps_;         // by value: a loop goes on with it
  std::vector<uint32_t> effects_;   // by value: values with an effect before it
};

}  // namespace govm::ir
