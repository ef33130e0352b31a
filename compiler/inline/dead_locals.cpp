// Assignments to variables that nothing uses.
#include <unordered_map>

#include "compiler/inline/passes.h"

namespace govm::inl {
namespace {

class DeadLocals {
 public:
  explicit DeadLocals(Lowering& session) : session_(session) {}

  void run(Function* function) {
    for (Node* node : function->body) visit(node);
    for (Variable* variable : order_) {
      std::vector<Dead>& assignments = definitions_[variable].dead;
      for (Dead& one : assignments) {
        Node*& left = *one.left;
        Variable* blank = session_.make_variable(function, "_", VariableClass::Captured, variable->type, left->pos);
        left = session_.name_of(blank, left->pos);
        if (*one.right != nullptr) {
          if ((*one.right)->op == Op::Closure) session_.inlined_calls().drop(*one.right);
          Node* zero = session_.make(Op::Literal, (*one.right)->pos, session_.types().basic(types::BasicKind::Int));
          zero->value = constant::Value::from_int64(0);
          *one.right = zero;
        }
      }
      if (!assignments.empty()) variable->definition = nullptr;
    }
  }

 private:
  struct Dead {
    Node** left;
    Node** right;
  };
  struct Uses {
    std::vector<Dead> dead;
    bool used = false;
  };

  void visit(Node* node) {
    if (node == nullptr) return;
    switch (node->op) {
      case Op::Closure:
        for (Node* init : node->init) visit(init);
        for (Variable* captured : node->function->captured) use(captured->canonical());
        for (Node* inside : node->function->body) visit(inside);
        return;
      case Op::Decl: return;
      case Op::Name:
        if (node->variable != nullptr) use(node->variable->canonical());
        for (Node* init : node->init) visit(init);
        return;
      case Op::Assign:
        for (Node* init : node->init) visit(init);
        return assign(&node->x, &node->y, false);
      case Op::Assign2: {
        for (Node* init : node->init) visit(init);
        bool some = false;
        for (const Node* left : node->list) some |= !is_blank(left);
        for (size_t i = 0; i < node->list.size() && i < node->list2.size(); ++i) assign(&node->list[i], &node->list2[i], some);
        return;
      }
      default: for_each_part(node, [this](Node* part) { visit(part); });
    }
  }

  static bool is_blank(const Node* node) { return node->op == Op::Name && node->variable != nullptr && node->variable->is_blank(); }

  void use(Variable* variable) {
    if (variable->kind == VariableClass::Result || variable->is_blank()) return;
    Uses& uses = note(variable);
    uses.used = true;
    std::vector<Dead> kept = std::move(uses.dead);
    uses.dead.clear();
    for (Dead& one : kept) visit(*one.right);
  }

  Uses& note(Variable* variable) {
    auto [it, added] = definitions_.try_emplace(variable);
    if (added) order_.push_back(variable);
    return it->second;
  }

  static bool has_effects(const Node* node) {
    if (node == nullptr) return false;
    if (!node->init.empty()) return true;
    return node->op != Op::Name && node->op != Op::Literal && node->op != Op::Nil && node->op != Op::Closure && node->op != Op::TypeExpr;
  }

  void assign(Node** left, Node** right, bool blank_is_no_use) {
    if ((*left)->op != Op::Name || (*left)->variable == nullptr) {
      visit(*left);
      return visit(*right);
    }
    Variable* variable = (*left)->variable->canonical();
    bool local = variable->is_blank() ? blank_is_no_use : variable->kind != VariableClass::Result;
    if (local && !has_effects(*right)) {
      Uses& uses = note(variable);
      if (!uses.used || variable->is_blank()) {
        uses.dead.push_back({left, right});
        return;
      }
    }
    visit(*right);
  }

  Lowering& session_;
  std::unordered_map<Variable*, Uses> definitions_;
  std::vector<Variable*> order_;
};

}  // namespace

void drop_dead_locals(Lowering& session, Function* function) { DeadLocals(session).run(function); }

}  // namespace govm::inl
