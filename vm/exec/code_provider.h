// Where the code of a function comes from that is first called while the program runs.
//
// std functions are compiled late (decisions 1): their entry is a stub cell that asks a
// CodeProvider. The compiler façade implements it; cli wires it in. Programs compiled
// whole need none.
#pragma once

#include <string>

#include "vm/bytecode/program.h"

namespace govm::exec {

class CodeProvider {
 public:
  virtual ~CodeProvider() = default;
  /// Compiles `function` and appends its cells, and whatever they need, to the program
  /// given to the VM. Returns an empty string, or what is wrong with the function; the
  /// run then ends with that text as a fatal error.
  virtual std::string provide(bytecode::FunctionId function) = 0;
  /// Describes the type T of the program that has a key alone, or *T, or the methods of T, which are late. The program then has grown;
  /// false: it knows no such type.
  virtual bool describe(bytecode::TypeId type) = 0;
  virtual bool describe_pointer_to(bytecode::TypeId type) = 0;
  virtual bool describe_methods(bytecode::TypeId type) = 0;
};

}  // namespace govm::exec
