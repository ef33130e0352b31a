// Following single assignments.
#include "compiler/inline/static_value.h"

#include "compiler/types/type.h"

namespace govm::inl {
namespace {

bool is_nil_assignment(const Node* assign) {
  const Node* y = assign->y;
  while (y != nullptr && y->op == Op::ConvNop) y = y->x;
  return y == nullptr || y->op == Op::Nil;
}

template <class Visit>
void for_each_function(Function* function, Visit&& visit) {
  visit(function);
  for (Function* literal : function->literals) for_each_function(literal, visit);
}

}  // namespace

StaticValues::StaticValues(Function* function) {
  for_each_function(function, [this](Function* one) { declare(one->declared); });
  for_each_function(function, [this](Function* one) { scan(one->body); });
}

void StaticValues::add(std::span<Variable* const> variables, std::span<Function* const> literals, Node* node) {
  declare(variables);
  for (Function* literal : literals) {
    for_each_function(literal, [this](Function* one) { declare(one->declared); });
  }
  scan({node});
  for (Function* literal : literals) {
    for_each_function(literal, [this](Function* one) { scan(one->body); });
  }
}

void StaticValues::declare(std::span<Variable* const> variables) {
  for (Variable* variable : variables) {
    if (variable->kind != VariableClass::Auto || variable->addressed) continue;
    bool plain = variable->definition == nullptr || variable->definition->op == Op::Assign;
    if (variable->definition != nullptr) single_[variable] = variable->definition;
    if (plain && types::as<types::Signature>(variable->type) != nullptr) functions_[variable];
  }
}

void StaticValues::scan(const std::vector<Node*>& nodes) {
  walk_tree(nodes, [this](Node* node) {
    if (node->op == Op::Assign || node->op == Op::AssignOp) {
      assigned(node->x, node);
    } else if (is_assign2(node->op) || node->op == Op::Range) {
      for (const Node* target : node->list) {
        if (target != nullptr) assigned(target, node);
      }
    }
  });
}

void StaticValues::assigned(const Node* target, Node* statement) {
  Variable* variable = outer_variable(target);
  if (variable == nullptr) return;
  variable = variable->canonical();
  if (auto it = single_.find(variable); it != single_.end() && it->second != statement) single_.erase(it);
  if (auto it = functions_.find(variable); it != functions_.end()) {
    if (statement->op != Op::Assign) {
      functions_.erase(it);
    } else if (!is_nil_assignment(statement)) {
      it->second.push_back(statement);
    }
  }
}

const Node* StaticValues::behind(Variable* variable) const {
  variable = variable->canonical();
  auto it = single_.find(variable);
  if (it == single_.end()) return nullptr;
  const Node* definition = it->second;
  if (definition->op == Op::Assign) return definition->y;
  if (definition->op != Op::Assign2) return nullptr;
  for (size_t i = 0; i < definition->list.size() && i < definition->list2.size(); ++i) {
    if (definition->list[i]->variable == variable) return definition->list2[i];
  }
  return nullptr;
}

Node* StaticValues::of(Node* node) const {
  for (;;) {
    if (node->op == Op::ConvNop) {
      node = node->x;
    } else if (node->op == Op::InlinedCall && node->list.size() == 1) {
      node = node->list[0];
    } else {
      const Node* value = node->op == Op::Name && node->variable != nullptr ? behind(node->variable) : nullptr;
      if (value == nullptr) return node;
      node = const_cast<Node*>(value);
    }
  }
}

const std::vector<Node*>* StaticValues::function_assignments(Variable* variable) const {
  auto it = functions_.find(variable->canonical());
  return it != functions_.end() ? &it->second : nullptr;
}

StaticCallee static_callee(const Node* node) {
  while (node != nullptr && node->op == Op::ConvNop) node = node->x;
  if (node == nullptr) return {};
  switch (node->op) {
    case Op::Closure: return {nullptr, node->function};
    case Op::Name:
      if (node->variable != nullptr) return {};
      return {types::as_object<types::Func>(node->object), node->function};
    case Op::MethodExpr: {
      const auto* method = types::as_object<types::Func>(node->object);
      if (method == nullptr || method->decl == nullptr) return {};
      return {method, node->function, node->flag};
    }
    default: return {};
  }
}

}  // namespace govm::inl
