// Interface method calls whose receiver always holds one concrete type (escape-analysis.md 5.6).
//
// In the lowered tree such a call becomes one of that type's method, with the interface value asserted to hold it. At run time calls
// go through the interface's method table either way.
#pragma once

#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "compiler/inline/lower.h"

namespace govm::inl {

/// What has been found out about interface variables. Source of the rules: Go's cmd/compile/internal/devirtualize.
class Devirtualizer {
 public:
  explicit Devirtualizer(Lowering& session) : session_(session) {}

  /// Makes the call in a function of `home` direct if it can be; says so.
  void call(Node* call, const types::Package* home, std::vector<Remark>& remarks);
  /// A call of `function` was replaced by what it does: more may be known.
  void inlined(Function* function, const Node* call, Node* replaced);

 private:
  /// One value a variable gets: an expression, or only its type; both null: unknown.
  struct Assignment {
    Node* value = nullptr;
    const types::Type* type = nullptr;
  };
  struct Reference {
    Variable* variable;
    size_t index;
    size_t result;
  };
  enum class Knowledge : uint8_t { Unknown, None, One };
  struct Concrete {
    Knowledge knowledge = Knowledge::Unknown;
    const types::Type* type = nullptr;
  };

  Concrete concrete_type(Node* node, std::unordered_set<Variable*>& seen);
  const std::vector<Assignment>& assignments(Variable* variable);
  void scan(const std::vector<Node*>& nodes);
  void note_results(Node* call, Node* inlined, const std::vector<Node*>& targets);
  bool note(Node* target, Assignment assignment, size_t* index, Variable** variable);

  Lowering& session_;
  std::unordered_map<Variable*, std::vector<Assignment>> assignments_;
  std::unordered_map<const Node*, std::vector<Reference>> of_calls_;
  std::unordered_set<const Function*> scanned_;
};

}  // namespace govm::inl
