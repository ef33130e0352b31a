// Statements.
#include <fmt/format.h>

#include "compiler/inline/function_lowering.h"
#include "compiler/inline/reachable.h"
#include "compiler/syntax/visit.h"
#include "compiler/types/relations.h"

namespace govm::inl {

using syntax::NodeKind;
using types::Mode;

namespace {

/// Where Go's compiler puts the variable of a clause: the last type's name, whatever stands around it.
Pos type_position(const syntax::Expr* expr) {
  switch (expr->kind) {
    case NodeKind::SelectorExpr: return syntax::cast<syntax::SelectorExpr>(expr)->x->pos;
    case NodeKind::ParenExpr: return type_position(syntax::cast<syntax::ParenExpr>(expr)->x);
    case NodeKind::StarExpr: return type_position(syntax::cast<syntax::StarExpr>(expr)->x);
    case NodeKind::ArrayType: return type_position(syntax::cast<syntax::ArrayType>(expr)->elem);
    case NodeKind::SliceType: return type_position(syntax::cast<syntax::SliceType>(expr)->elem);
    case NodeKind::ChanType: return type_position(syntax::cast<syntax::ChanType>(expr)->elem);
    case NodeKind::MapType: return type_position(syntax::cast<syntax::MapType>(expr)->value);
    case NodeKind::IndexExpr: return type_position(syntax::cast<syntax::IndexExpr>(expr)->indices.back());
    case NodeKind::FuncType: {
      const auto* func = syntax::cast<syntax::FuncType>(expr);
      if (!func->results.empty()) return type_position(func->results.back()->type);
      if (!func->params.empty()) return type_position(func->params.back()->type);
      return expr->pos;
    }
    case NodeKind::StructType: {
      const auto* fields = syntax::cast<syntax::StructType>(expr);
      return fields->fields.empty() ? expr->pos : type_position(fields->fields.back()->type);
    }
    case NodeKind::InterfaceType: {
      const auto* interface = syntax::cast<syntax::InterfaceType>(expr);
      return interface->methods.empty() ? expr->pos : type_position(interface->methods.back()->type);
    }
    default: return expr->pos;
  }
}

}  // namespace

Nodes FunctionLowering::block(std::span<syntax::Stmt* const> list) {
  Nodes out;
  for (const syntax::Stmt* stmt : reachable(info_, list)) statement(stmt, out);
  return out;
}

Node* FunctionLowering::one_statement(const syntax::Stmt* stmt) {
  if (stmt == nullptr) return nullptr;
  Nodes out;
  statement(stmt, out);
  if (out.empty()) return nullptr;
  if (out.size() == 1) return out[0];
  Node* node = make(Op::Block, stmt->pos, nullptr, stmt);
  node->body = std::move(out);
  return node;
}

void FunctionLowering::define(Node* stmt, const std::vector<Variable*>& declared) {
  if (declared.empty()) return;
  stmt->define = true;
  for (Variable* variable : declared) {
    variable->definition = stmt;
    stmt->init.push_back(declaration(variable, variable->pos));
  }
}

Node* FunctionLowering::left_side(const syntax::Expr* lhs, std::vector<Variable*>& declared) {
  lhs = syntax::unparen(lhs);
  const auto* spelled = syntax::as<syntax::Name>(lhs);
  if (spelled != nullptr) {
    if (spelled->text() == "_") return name(make_variable("_", VariableClass::Captured, nullptr, lhs->pos), lhs->pos, lhs);
    const auto* var = as_object<types::Var>(info_.object_of(spelled));
    if (var != nullptr && var->pos == spelled->pos && var->var_kind == types::VarKind::Local) {
      Variable* variable = declare(var);
      declared.push_back(variable);
      return name(variable, lhs->pos, lhs);
    }
  }
  return expression(lhs);
}

void FunctionLowering::assignment(const syntax::Node* where, std::span<syntax::Expr* const> lhs, std::span<syntax::Expr* const> rhs,
                                  Nodes& out) {
  std::vector<Variable*> declared;
  Nodes left;
  for (const syntax::Expr* expr : lhs) left.push_back(left_side(expr, declared));
  if (rhs.empty()) {
    for (Variable* variable : declared) {
      Node* assign = make(Op::Assign, where->pos, nullptr, where);
      assign->x = name(variable, where->pos);
      assign->init.push_back(declaration(variable, where->pos));
      out.push_back(assign);
    }
    return;
  }
  Nodes right = values(
      where, rhs, [&](size_t i) -> const types::Type* { return left[i]->type; }, left.size());
  bool single = left.size() == 1 && right.size() == 1;
  Node* assign = make(single ? Op::Assign : Op::Assign2, where->pos, nullptr, where);
  if (single) {
    assign->x = left[0];
    assign->y = right[0];
  } else {
    assign->list = std::move(left);
    assign->list2 = std::move(right);
  }
  define(assign, declared);
  out.push_back(assign);
}

void FunctionLowering::statement(const syntax::Stmt* stmt, Nodes& out) {
  switch (stmt->kind) {
    case NodeKind::AssignStmt: {
      const auto* assign = syntax::cast<syntax::AssignStmt>(stmt);
      if (assign->op == syntax::Operator::None) return assignment(stmt, assign->lhs, assign->rhs, out);
      Node* node = make(Op::AssignOp, stmt->pos, nullptr, stmt);
      node->x = expression(assign->lhs[0]);
      bool shift = syntax::is_shift(assign->op);
      const syntax::Expr* count = syntax::unparen(assign->rhs[0]);
      if (shift) {
        bool untyped = info_.is_constant(count) && types::is_untyped(info_.type_of(count));
        node->y = untyped ? constant(count, types_.basic(types::BasicKind::Uint)) : expression(count);
      } else {
        node->y = converted(assign->rhs[0], type_of(assign->lhs[0]));
      }
      using syntax::Operator;
      switch (assign->op) {
        case Operator::Add: node->operation = Op::Add; break;
        case Operator::Sub: node->operation = Op::Sub; break;
        case Operator::Or: node->operation = Op::Or; break;
        case Operator::Xor: node->operation = Op::Xor; break;
        case Operator::Mul: node->operation = Op::Mul; break;
        case Operator::Div: node->operation = Op::Div; break;
        case Operator::Rem: node->operation = Op::Mod; break;
        case Operator::And: node->operation = Op::And; break;
        case Operator::AndNot: node->operation = Op::AndNot; break;
        case Operator::Shl: node->operation = Op::Lsh; break;
        default: node->operation = Op::Rsh;
      }
      out.push_back(node);
      return;
    }
    case NodeKind::BlockStmt: {
      Nodes inner = block(syntax::cast<syntax::BlockStmt>(stmt)->list);
      out.insert(out.end(), inner.begin(), inner.end());
      return;
    }
    case NodeKind::BranchStmt: {
      const auto* branch = syntax::cast<syntax::BranchStmt>(stmt);
      Op op = branch->token == syntax::Token::Break      ? Op::Break
              : branch->token == syntax::Token::Continue ? Op::Continue
              : branch->token == syntax::Token::Goto     ? Op::Goto
                                                         : Op::Fallthrough;
      Node* node = make(op, stmt->pos, nullptr, stmt);
      if (branch->label != nullptr) node->text = label(branch->label->text());
      out.push_back(node);
      return;
    }
    case NodeKind::CallStmt:
      if (Node* node = go_defer(syntax::cast<syntax::CallStmt>(stmt))) out.push_back(node);
      return;
    case NodeKind::DeclStmt:
      for (const syntax::Decl* decl : syntax::cast<syntax::DeclStmt>(stmt)->decls) {
        const auto* variables = syntax::as<syntax::VarDecl>(decl);
        if (variables == nullptr) continue;
        std::vector<syntax::Expr*> names(variables->names.begin(), variables->names.end());
        assignment(variables, names, variables->values, out);
      }
      return;
    case NodeKind::ExprStmt: out.push_back(expression(syntax::cast<syntax::ExprStmt>(stmt)->x)); return;
    case NodeKind::ForStmt:
      if (Node* node = for_statement(syntax::cast<syntax::ForStmt>(stmt))) out.push_back(node);
      return;
    case NodeKind::IfStmt:
      if (Node* node = if_statement(syntax::cast<syntax::IfStmt>(stmt), out)) out.push_back(node);
      return;
    case NodeKind::IncDecStmt: {
      const auto* step = syntax::cast<syntax::IncDecStmt>(stmt);
      Node* node = make(Op::AssignOp, stmt->pos, nullptr, stmt);
      node->x = expression(step->x);
      node->y = make(Op::Literal, stmt->pos, node->x->type, stmt);
      node->y->value = constant::Value::from_int64(1);
      node->operation = step->op == syntax::Operator::Add ? Op::Add : Op::Sub;
      node->is_inc_dec = true;
      out.push_back(node);
      return;
    }
    case NodeKind::LabeledStmt: {
      const auto* labeled = syntax::cast<syntax::LabeledStmt>(stmt);
      Node* node = make(Op::Label, stmt->pos, nullptr, stmt);
      node->text = label(labeled->label->text());
      out.push_back(node);
      statement(labeled->stmt, out);
      if (out.back() != node && (out.back()->op == Op::For || out.back()->op == Op::Range)) out.back()->text = node->text;
      return;
    }
    case NodeKind::ReturnStmt: {
      const auto* result = syntax::cast<syntax::ReturnStmt>(stmt);
      Node* node = make(Op::Return, stmt->pos, nullptr, stmt);
      if (!result->results.empty()) {
        node->list =
            values(stmt, result->results, [&](size_t i) { return i < function_->results.size() ? function_->results[i]->type : nullptr; });
      }
      out.push_back(node);
      return;
    }
    case NodeKind::SelectStmt: out.push_back(select_statement(syntax::cast<syntax::SelectStmt>(stmt))); return;
    case NodeKind::SendStmt: {
      const auto* send = syntax::cast<syntax::SendStmt>(stmt);
      Node* node = make(Op::Send, stmt->pos, nullptr, stmt);
      node->x = expression(send->chan);
      const types::Type* type = types::core_of(node->x->type);
      const auto* channel = types::as<types::Chan>(type);
      node->y = converted(send->value, channel != nullptr ? channel->elem : nullptr);
      out.push_back(node);
      return;
    }
    case NodeKind::SwitchStmt: out.push_back(switch_statement(syntax::cast<syntax::SwitchStmt>(stmt))); return;
    default: return;
  }
}

Node* FunctionLowering::if_statement(const syntax::IfStmt* stmt, Nodes& out) {
  const syntax::Expr* condition = stmt->cond;
  int known = static_bool(info_, condition);
  Nodes init;
  if (stmt->init != nullptr) statement(stmt->init, init);
  Node* cond = expression(condition);
  Nodes then;
  Nodes otherwise;
  if (known >= 0) then = block(stmt->then->list);
  if (known <= 0 && stmt->else_ != nullptr) statement(stmt->else_, otherwise);
  if (known == 0) {
    Node* node = make(Op::If, stmt->pos, nullptr, stmt);
    node->init = std::move(init);
    node->x = cond;
    node->body = std::move(then);
    node->body2 = std::move(otherwise);
    return node;
  }
  // The branch that is taken, and the condition for its effects.
  if (cond->op != Op::Literal) {
    Node* assign = make(Op::Assign, stmt->pos, nullptr, stmt);
    assign->x = name(make_variable("_", VariableClass::Captured, nullptr, stmt->pos), stmt->pos);
    assign->y = cond;
    init.push_back(assign);
  }
  init.insert(init.end(), then.begin(), then.end());
  init.insert(init.end(), otherwise.begin(), otherwise.end());
  if (init.size() > 1) {
    Node* node = make(Op::Block, stmt->pos, nullptr, stmt);
    node->body = std::move(init);
    return node;
  }
  out.insert(out.end(), init.begin(), init.end());
  return nullptr;
}

Node* FunctionLowering::for_statement(const syntax::ForStmt* stmt) {
  if (stmt->range != nullptr) return range_statement(stmt);
  const syntax::Expr* condition = stmt->cond;
  bool never = condition != nullptr && static_bool(info_, condition) < 0;
  Node* init = one_statement(stmt->init);
  Node* cond = expression_or_null(condition);
  Node* post = never ? nullptr : one_statement(stmt->post);
  Nodes body;
  if (!never) body = block(stmt->body->list);
  if (cond != nullptr && cond->op == Op::Literal && !cond->value.as_bool()) return init;
  Node* node = make(Op::For, stmt->pos, nullptr, stmt);
  if (init != nullptr) node->init.push_back(init);
  node->x = cond;
  node->y = post;
  node->body = std::move(body);
  node->distinct = true;
  return node;
}

Node* FunctionLowering::range_statement(const syntax::ForStmt* stmt) {
  const syntax::RangeClause* range = stmt->range;
  Node* node = make(Op::Range, range->pos, nullptr, stmt);
  std::vector<Variable*> declared;
  for (const syntax::Expr* lhs : range->lhs) node->list.push_back(left_side(lhs, declared));
  while (node->list.size() < 2) node->list.push_back(nullptr);
  define(node, declared);
  node->x = expression(range->x);
  node->body = block(stmt->body->list);
  node->distinct = true;
  return node;
}

Node* FunctionLowering::switch_statement(const syntax::SwitchStmt* stmt) {
  Node* node = make(Op::Switch, stmt->pos, nullptr, stmt);
  if (Node* init = one_statement(stmt->init)) node->init.push_back(init);
  const auto* guard = syntax::as<syntax::TypeSwitchGuard>(stmt->tag);
  Clauses clauses{{stmt->body.begin(), stmt->body.end()}, false};
  const types::Type* tag_type = types_.basic(types::BasicKind::Bool);
  if (guard != nullptr) {
    node->x = make(Op::TypeGuard, guard->pos, nullptr, guard);
    node->x->flag = guard->lhs != nullptr;
    node->x->x = expression(guard->x);
  } else {
    clauses = reachable_clauses(info_, stmt);
    const syntax::Expr* tag = clauses.is_decided ? nullptr : stmt->tag;
    if (tag != nullptr) tag_type = type_of(tag);
    tag_type = comparison_type(info_, clauses, tag_type, types_.empty_interface(), [&](const syntax::Expr* expr) { return type_of(expr); });
    if (tag != nullptr) node->x = converted(tag, tag_type);
  }
  for (const syntax::CaseClause* clause : clauses.list) {
    Node* one = make(Op::Case, clause->pos, nullptr, clause);
    for (const syntax::Expr* value : clause->cases) {
      if (clauses.is_decided) break;
      if (guard == nullptr) {
        one->list.push_back(converted(value, tag_type));
      } else if (info_.mode_of(syntax::unparen(value)) == Mode::Nil) {
        one->list.push_back(make(Op::Nil, value->pos, nullptr, value));
      } else {
        one->list.push_back(type_node(value, nullptr));
      }
    }
    const auto* var = as_object<types::Var>(info_.implicit_of(clause));
    if (guard != nullptr && guard->lhs != nullptr && var != nullptr) {
      one->variable = declare(var);
      one->variable->pos = at(clause->cases.empty() ? clause->pos : type_position(clause->cases.back()));
      one->variable->definition = node->x;
    }
    one->body = block(clause->body);
    node->body.push_back(one);
  }
  return node;
}

Node* FunctionLowering::select_statement(const syntax::SelectStmt* stmt) {
  Node* node = make(Op::Select, stmt->pos, nullptr, stmt);
  for (const syntax::CommClause* clause : stmt->body) {
    Node* one = make(Op::Comm, clause->pos, nullptr, clause);
    one->x = one_statement(clause->comm);
    one->body = block(clause->body);
    // What the received value is converted to happens in the body.
    if (Node* comm = one->x; comm != nullptr && comm->op == Op::Assign && !comm->define && comm->y->op == Op::ConvIface) {
      Node* received = comm->y->x;
      Variable* variable = temporary(received->type, clause->pos);
      Node* assign = make(Op::Assign, clause->pos, nullptr, clause);
      assign->define = true;
      assign->x = name(variable, clause->pos);
      assign->y = received;
      assign->init.push_back(declaration(variable, clause->pos));
      comm->y->x = name(variable, clause->pos, received->source);
      one->body.insert(one->body.begin(), comm);
      one->x = assign;
    } else if (comm != nullptr && comm->op == Op::Assign2) {
      Node* first = comm->list2[0];
      one->x = first->init[0];
      first->init.clear();
      one->body.insert(one->body.begin(), comm);
    }
    node->body.push_back(one);
  }
  return node;
}

// The call is wrapped in a closure without parameters unless it is one already; what it needs is evaluated by the statement into
// temporaries that the closure captures.
Node* FunctionLowering::go_defer(const syntax::CallStmt* stmt) {
  const auto* source = syntax::as<syntax::CallExpr>(syntax::unparen(stmt->call));
  if (source == nullptr) return nullptr;
  bool defers = stmt->token == syntax::Token::Defer;
  Node* node = make(defers ? Op::Defer : Op::Go, stmt->pos, nullptr, stmt);
  if (stmt->defer_at != nullptr) node->y = expression(stmt->defer_at);
  Node* call = expression(source);
  node->init = std::move(call->init);
  call->init.clear();
  if (call->op == Op::CallFunc) {
    const auto* signature = types::as<types::Signature>(call->x->type);
    bool plain = signature != nullptr && signature->params.empty() && signature->results.empty() && call->list.empty();
    if (plain) {
      call->no_inline = true;
      node->x = call;
      return node;
    }
  }
  Function* outer = function_;
  Function* wrapper = session_.make_function_in(outer);
  wrapper->statement = stmt;
  wrapper->outer = outer;
  wrapper->lowered = true;
  wrapper->is_wrapper = true;
  wrapper->is_instance = root_->is_instance;
  wrapper->shapes = root_->shapes;
  wrapper->text_of = root_->text_of;
  wrapper->context = inlined_.context;
  wrapper->pos = stmt->pos;
  wrapper->signature = types_.make<types::Signature>();
  wrapper->name = fmt::format("{}.{}wrap{}", outer->name, defers ? "defer" : "go", ++outer->wrapper_count);
  outer->literals.push_back(wrapper);

  std::vector<Node**> operands;
  std::function<void(Node**)> visit = [&](Node** at) {
    Node* operand = *at;
    if (operand == nullptr) return;
    switch (operand->op) {
      case Op::Literal:
      case Op::Nil:
      case Op::MethodExpr:
      case Op::New:
      case Op::TypeExpr: return;
      case Op::Name:
        if (operand->variable == nullptr && as_object<types::Func>(operand->object) != nullptr) return;
        break;
      case Op::ConvNop: {
        const types::Basic* to = types::basic_of(operand->type);
        const types::Basic* from = types::basic_of(operand->x->type);
        if (to != nullptr && from != nullptr && to->basic() == types::BasicKind::Uintptr &&
            from->basic() == types::BasicKind::UnsafePointer) {
          return visit(&operand->x);
        }
        break;
      }
      case Op::StructLit:
      case Op::ArrayLit:
      case Op::SliceLit:
        for (Node*& element : operand->list) {
          if (element->op == Op::StructKey) {
            visit(&element->x);
          } else if (element->op == Op::Key) {
            visit(&element->y);
          } else {
            visit(&element);
          }
        }
        return;
      default: break;
    }
    operands.push_back(at);
  };
  auto visit_list = [&](std::vector<Node*>& list) {
    for (Node*& one : list) visit(&one);
  };
  switch (call->op) {
    case Op::CallInter:
      operands.push_back(&call->x->x);
      visit_list(call->list);
      break;
    case Op::CallFunc:
      visit(&call->x);
      visit_list(call->list);
      break;
    case Op::Copy:
      visit(&call->x);
      visit(&call->y);
      break;
    case Op::Clear:
    case Op::Close:
    case Op::Panic: visit(&call->x); break;
    default: visit_list(call->list);
  }
  if (!operands.empty()) {
    Node* assign = make(Op::Assign2, stmt->pos, nullptr, stmt);
    for (Node** at : operands) {
      Node* operand = *at;
      bool unique = operand->op != Op::Name && operand->op != Op::Literal && operand->op != Op::Nil;
      Pos pos = unique ? operand->pos : stmt->pos;
      Variable* variable = session_.make_temporary(outer, operand->type, pos);
      node->init.push_back(declaration(variable, pos));
      variable->definition = assign;
      assign->list.push_back(name(variable, pos));
      assign->list2.push_back(operand);
      *at = name(session_.capture(wrapper, variable, pos), pos, operand->source);
    }
    node->init.push_back(assign);
  }
  wrapper->body.push_back(call);
  Node* closure = make(Op::Closure, stmt->pos, wrapper->signature, stmt);
  closure->function = wrapper;
  Node* outer_call = make(Op::CallFunc, call->pos, nullptr, stmt);
  outer_call->x = closure;
  outer_call->no_inline = true;
  node->x = outer_call;
  return node;
}

}  // namespace govm::inl
