// A function as escape analysis sees it: declared, literal, or the package's initialisers.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "compiler/syntax/decl.h"
#include "compiler/types/info.h"
#include "compiler/types/object.h"

namespace govm::escape {

struct Location;

struct Function {
  const types::Func* func = nullptr;          ///< declared function
  const syntax::FuncLit* literal = nullptr;   ///< function literal
  const types::Package* initializes = nullptr;  ///< the initialisers of this package's variables
  const types::Package* package = nullptr;
  Function* outer = nullptr;                  ///< the function around a literal
  std::string name;                           ///< as -m names it: "f", "(*T).m", "f.func1"
  const types::Signature* signature = nullptr;
  bool captures = false;                      ///< a literal that captures: part of its outer function's group
  bool results_lost = false;                  ///< a literal that may be called by someone unknown
  bool analyzed = false;
  std::vector<Location*> results;             ///< locations, while its group is analysed
  std::vector<const types::Var*> locals;      ///< parameters, results and locals in order of declaration
  std::vector<Function*> literals;            ///< of its body, nested ones in theirs

  /// Whether `other` is a literal inside this function, at any depth.
  bool encloses(const Function* other) const {
    for (const Function* at = other->outer; at != nullptr; at = at->outer) {
      if (at == this) return true;
    }
    return false;
  }
  const syntax::BlockStmt* body() const {
    if (literal != nullptr) return literal->body;
    return func != nullptr && func->decl != nullptr ? func->decl->body : nullptr;
  }
};

}  // namespace govm::escape
