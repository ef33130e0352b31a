// Loop variables: one for each iteration where a closure captures it or its address is taken.
#include <unordered_map>
#include <unordered_set>

#include "compiler/inline/passes.h"
#include "compiler/types/language_version.h"

namespace govm::inl {
namespace {

class Loops {
 public:
  Loops(Lowering& session, Function* function) : session_(session), function_(function) {}

  void run() {
    visit_all(function_->body);
    if (!fixups_.empty()) move_declarations(function_->body);
  }

 private:
  void visit_all(const std::vector<Node*>& nodes) {
    for (Node* node : nodes) visit(node);
  }

  // Captures and addresses inside of a return statement end the loop: they do not count.
  void visit(Node* node) {
    switch (node->op) {
      case Op::Closure:
        if (return_depth_ < depth_) {
          for (Variable* captured : node->function->captured) leaked(captured->canonical());
        }
        break;
      case Op::Addr:
      case Op::PtrLit:
        if (node->op == Op::Addr && return_depth_ < depth_) {
          if (Variable* variable = outer_variable(node->x); variable != nullptr && variable->kind != VariableClass::Captured)
            leaked(variable);
        }
        break;
      case Op::Return: {
        int saved = return_depth_;
        return_depth_ = depth_;
        parts(node);
        return_depth_ = saved;
        return;
      }
      case Op::Range: return range(node);
      case Op::For: return loop(node);
      default: break;
    }
    parts(node);
  }

  void parts(Node* node) {
    for_each_part(node, [this](Node* part) { visit(part); });
  }

  // A node that stands where another one does.
  Node* make(Op op, const Node* at, const types::Type* type = nullptr) {
    Node* node = session_.make(op, at->pos, type, at->source);
    node->own_pos = at->own_pos;
    node->context = at->context;
    return node;
  }

  void note_candidate(Variable* variable) {
    if (variable == nullptr || variable->is_blank() || (variable->var != nullptr && types::is_one_per_loop(*variable->var))) return;
    candidates_[variable] = false;
  }

  void leaked(Variable* variable) {
    if (auto it = candidates_.find(variable); it != candidates_.end()) it->second = true;
  }

  void range(Node* node) {
    if (!node->define) return parts(node);
    for (Node* lhs : node->list) {
      if (lhs != nullptr) note_candidate(lhs->variable);
    }
    ++depth_;
    parts(node);
    --depth_;
    SeparatedLoop separated{node, {}};
    std::vector<Node*> first;
    for (Node*& lhs : node->list) {
      Variable* variable = lhs != nullptr ? lhs->variable : nullptr;
      auto it = variable != nullptr ? candidates_.find(variable) : candidates_.end();
      if (it == candidates_.end() || !it->second) continue;
      Variable* hidden = session_.make_temporary(function_, variable->type, node->pos);
      Node* assign = copy_of(variable, hidden, node);
      first.insert(first.begin(), assign);
      lhs = session_.name_of(hidden, node->pos);
      separated.variables.push_back(variable);
    }
    if (!first.empty()) function_->separated.push_back(std::move(separated));
    node->body.insert(node->body.begin(), first.begin(), first.end());
  }

  // variable := hidden, with its declaration. The variable of a range clause stays defined by the clause, as in Go's compiler: it counts as
  // assigned to in each iteration until a closure captures it outside of inner loops.
  Node* copy_of(Variable* variable, Variable* hidden, Node* loop) {
    Node* assign = make(Op::Assign, loop);
    assign->define = true;
    assign->x = session_.name_of(variable, loop->pos);
    assign->y = session_.name_of(hidden, loop->pos);
    if (loop->op == Op::For) variable->definition = assign;
    fixups_[variable] = assign;
    return assign;
  }

  void loop(Node* node) {
    std::vector<Node**> defined;
    for (Node* init : node->init) {
      if (!init->define) continue;
      if (init->op == Op::Assign) defined.push_back(&init->x);
      if (init->op == Op::Assign2) {
        for (Node*& lhs : init->list) defined.push_back(&lhs);
      }
    }
    for (Node** lhs : defined) {
      note_candidate((*lhs)->variable);
    }
    ++depth_;
    parts(node);
    --depth_;
    SeparatedLoop separated{node, {}};
    std::vector<Node*> before;
    std::vector<Node*> after;
    for (Node** lhs : defined) {
      Variable* variable = (*lhs)->variable;
      auto it = variable != nullptr ? candidates_.find(variable) : candidates_.end();
      if (it == candidates_.end() || !it->second) continue;
      Variable* hidden = session_.make_temporary(function_, variable->type, node->pos);
      hidden->definition = variable->definition;
      before.push_back(copy_of(variable, hidden, node));
      Node* back = make(Op::Assign, node);
      back->x = session_.name_of(hidden, node->pos);
      back->y = session_.name_of(variable, node->pos);
      after.push_back(back);
      *lhs = session_.name_of(hidden, node->pos);
      separated.variables.push_back(variable);
    }
    if (before.empty()) return;
    function_->separated.push_back(std::move(separated));
    const types::Type* boolean = session_.types().basic(types::BasicKind::Bool);
    if (node->y != nullptr) {
      Variable* first = session_.make_temporary(function_, boolean, node->pos);
      auto set = [&](bool value) {
        Node* assign = make(Op::Assign, node);
        assign->x = session_.name_of(first, node->pos);
        assign->y = make(Op::Literal, node, boolean);
        assign->y->value = constant::Value::from_bool(value);
        return assign;
      };
      node->init.push_back(set(true));
      Node* choice = make(Op::If, node);
      choice->x = session_.name_of(first, node->pos);
      choice->body.push_back(set(false));
      choice->body2.push_back(node->y);
      before.push_back(choice);
      node->y = nullptr;
    }
    if (node->x != nullptr) {
      Node* leave = make(Op::If, node);
      leave->x = make(Op::Not, node->x, boolean);
      leave->x->x = node->x;
      leave->body.push_back(make(Op::Break, node));
      before.push_back(leave);
      node->x = nullptr;
    }
    before.insert(before.end(), node->body.begin(), node->body.end());
    before.insert(before.end(), after.begin(), after.end());
    node->body = std::move(before);
  }

  // Declarations move from the loop to the copies.
  void move_declarations(std::vector<Node*>& nodes) {
    for (Node* node : nodes) {
      if (node == nullptr) continue;
      std::erase_if(node->init, [&](Node* init) {
        auto it = init->op == Op::Decl ? fixups_.find(init->variable) : fixups_.end();
        if (it == fixups_.end() || it->second == node) return false;
        it->second->init.insert(it->second->init.begin(), init);
        fixups_.erase(it);
        return true;
      });
      move_declarations(node->init);
      if (node->x != nullptr) move_in(node->x);
      if (node->y != nullptr) move_in(node->y);
      move_declarations(node->list);
      move_declarations(node->list2);
      move_declarations(node->body);
      move_declarations(node->body2);
    }
  }
  void move_in(Node* node) {
    std::vector<Node*> one{node};
    move_declarations(one);
  }

  Lowering& session_;
  Function* function_;
  std::unordered_map<Variable*, bool> candidates_;  ///< whether one for each iteration is needed
  std::unordered_map<Variable*, Node*> fixups_;
  int depth_ = 0;
  int return_depth_ = -1;
};

}  // namespace

void separate_iterations(Lowering& session, Function* function) {
  Loops(session, function).run();
  for (Function* literal : function->literals) separate_iterations(session, literal);
}

}  // namespace govm::inl
