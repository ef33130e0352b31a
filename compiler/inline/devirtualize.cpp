// Following the assignments of interface variables.
#include "compiler/inline/devirtualize.h"

#include "compiler/types/method_set.h"
#include "compiler/types/relations.h"

namespace govm::inl {

using types::as_object;

bool Devirtualizer::note(Node* target, Assignment assignment, size_t* index, Variable** noted) {
  Variable* variable = target != nullptr && target->op == Op::Name ? target->variable : nullptr;
  if (variable == nullptr || variable->is_blank() || !types::is_interface(variable->type)) return false;
  variable = variable->canonical();
  if (variable->kind != VariableClass::Auto) return false;
  if (assignment.type != nullptr && types::is_interface(assignment.type)) assignment.type = nullptr;
  if (assignment.value != nullptr && assignment.value->op == Op::Nil) return false;
  assignments_[variable].push_back(assignment);
  if (index != nullptr) *index = assignments_[variable].size() - 1;
  if (noted != nullptr) *noted = variable;
  return true;
}

// The results of a call; what they are can become known when it is inlined.
void Devirtualizer::note_results(Node* call, Node* inlined, const std::vector<Node*>& targets) {
  if (inlined != nullptr) {
    for (size_t i = 0; i < targets.size() && i < inlined->list.size(); ++i) note(targets[i], {inlined->list[i], nullptr}, nullptr, nullptr);
    return;
  }
  const auto* signature = call->x != nullptr ? types::as<types::Signature>(call->x->type) : nullptr;
  for (size_t i = 0; i < targets.size(); ++i) {
    const types::Type* type = signature != nullptr && i < signature->results.size() ? signature->results[i]->type : nullptr;
    size_t index = 0;
    Variable* variable = nullptr;
    bool noted = note(targets[i], {nullptr, type}, &index, &variable);
    if (noted && type != nullptr && types::is_interface(type)) of_calls_[call].push_back({variable, index, i});
  }
}

void Devirtualizer::scan(const std::vector<Node*>& nodes) {
  walk_tree(nodes, [this](Node* node) {
    switch (node->op) {
      case Op::Assign:
        if (node->y == nullptr) return;
        if (node->y->op == Op::CallFunc || node->y->op == Op::CallInter) {
          note_results(node->y, nullptr, {node->x});
        } else {
          note(node->x, {node->y, nullptr}, nullptr, nullptr);
        }
        return;
      case Op::Assign2:
        for (size_t i = 0; i < node->list.size() && i < node->list2.size(); ++i)
          note(node->list[i], {node->list2[i], nullptr}, nullptr, nullptr);
        return;
      case Op::Assign2DotType:
        note(node->list[0], {node->list2[0], nullptr}, nullptr, nullptr);
        note(node->list[1], {}, nullptr, nullptr);
        return;
      case Op::Assign2Map:
      case Op::Assign2Recv:
        note(node->list[0], {nullptr, node->list2[0]->type}, nullptr, nullptr);
        note(node->list[1], {}, nullptr, nullptr);
        return;
      case Op::Assign2Func: {
        Node* call = node->list2[0];
        note_results(call, call->op == Op::InlinedCall ? call : nullptr, node->list);
        return;
      }
      case Op::Range: {
        const types::Type* type = node->x->type;
        if (const auto* pointer = types::as<types::Pointer>(type)) type = pointer->elem;
        const types::Type* key = nullptr;
        const types::Type* elem = nullptr;
        if (const auto* array = types::as<types::Array>(type)) elem = array->elem;
        if (const auto* slice = types::as<types::Slice>(type)) elem = slice->elem;
        if (const auto* map = types::as<types::Map>(type)) {
          key = map->key;
          elem = map->elem;
        }
        if (const auto* channel = types::as<types::Chan>(type)) key = channel->elem;
        note(node->list[0], {nullptr, key}, nullptr, nullptr);
        note(node->list[1], {nullptr, elem}, nullptr, nullptr);
        return;
      }
      case Op::Switch:
        if (node->x == nullptr || node->x->op != Op::TypeGuard) return;
        for (const Node* clause : node->body) {
          if (clause->variable == nullptr || !types::is_interface(clause->variable->type)) continue;
          assignments_[clause->variable].push_back({node->x->x, nullptr});
        }
        return;
      case Op::Closure:
        if (scanned_.insert(node->function).second) scan(node->function->body);
        return;
      default: return;
    }
  });
}

const std::vector<Devirtualizer::Assignment>& Devirtualizer::assignments(Variable* variable) {
  Function* function = variable->function;
  if (scanned_.insert(function).second) scan(function->body);
  return assignments_[variable];
}

Devirtualizer::Concrete Devirtualizer::concrete_type(Node* node, std::unordered_set<Variable*>& seen) {
  for (;;) {
    if (node->type != nullptr && !types::is_interface(node->type)) return {Knowledge::One, node->type};
    if (node->op == Op::ConvNop || node->op == Op::ConvIface || node->op == Op::DotType) {
      node = node->x;
    } else if (node->op == Op::InlinedCall && node->list.size() == 1) {
      node = node->list[0];
    } else {
      break;
    }
  }
  Variable* variable = node->op == Op::Name && node->variable != nullptr ? node->variable->canonical() : nullptr;
  if (variable == nullptr || variable->kind != VariableClass::Auto || variable->addressed) return {};
  if (!seen.insert(variable).second) return {Knowledge::None, nullptr};
  Concrete all{Knowledge::None, nullptr};
  for (const Assignment& one : std::vector<Assignment>(assignments(variable))) {
    Concrete concrete = one.type != nullptr    ? Concrete{Knowledge::One, one.type}
                        : one.value != nullptr ? concrete_type(one.value, seen)
                                               : Concrete{};
    if (concrete.knowledge == Knowledge::None) continue;
    if (concrete.knowledge == Knowledge::Unknown) return {};
    if (all.type != nullptr && !Shapes::identical(all.type, concrete.type)) return {};
    all = concrete;
  }
  return all;
}

void Devirtualizer::inlined(Function* function, const Node* call, Node* replaced) {
  if (!scanned_.contains(function)) return;
  scan(replaced->init);
  scan(replaced->body);
  auto it = of_calls_.find(call);
  if (it == of_calls_.end()) return;
  for (const Reference& reference : it->second) {
    if (reference.result < replaced->list.size())
      assignments_[reference.variable][reference.index] = {replaced->list[reference.result], nullptr};
  }
  of_calls_.erase(it);
}

void Devirtualizer::call(Node* call, const types::Package* home, std::vector<Remark>& remarks) {
  if (call->op != Op::CallInter || call->no_inline) return;
  Node* dot = call->x;
  std::unordered_set<Variable*> seen;
  Concrete concrete = concrete_type(dot->x, seen);
  if (concrete.knowledge != Knowledge::One) return;
  const auto* interface = types::as<types::Interface>(dot->x->type);
  // Shapes in an interface's methods stand for types that the concrete ones have.
  const bool is_shaped = Shapes::has_shape(dot->x->type);
  if (!is_shaped && types::missing_method(concrete.type, interface, true).method != nullptr) return;
  if (Shapes::is_shape(concrete.type)) return;
  const auto* wanted = as_object<types::Func>(dot->object);
  Text text(session_.types(), home);
  types::Found found = types::lookup_field_or_method(concrete.type, false, wanted->package, wanted->name);
  const auto* method = as_object<types::Func>(found.object);
  if (method == nullptr) return;
  if (Shapes::has_shape(concrete.type)) {
    // The methods of an instance take a dictionary: they are not those of the interface.
    if (method->origin != nullptr) return;
    remarks.push_back({call->pos, "cannot devirtualize " + text.node(call) + ": shaped receiver " + text.types().type(concrete.type)});
    return;
  }
  if (is_shaped) {
    remarks.push_back({call->pos, "cannot devirtualize " + text.node(call) + ": shaped interface " + text.types().type(dot->x->type)});
    return;
  }
  std::string said = text.node(dot) + " to " + text.types().type(concrete.type);
  Node* x = session_.make(Op::DotType, call->pos, concrete.type, dot->source);
  x->x = dot->x;
  for (size_t i = 0; i + 1 < found.path.size(); ++i) {
    const auto* pointer = types::as<types::Pointer>(x->type);
    const auto* fields = types::as<types::Struct>(pointer != nullptr ? pointer->elem : x->type);
    Node* field = session_.make(pointer != nullptr ? Op::DotPtr : Op::Dot, dot->pos, fields->fields[found.path[i]]->type, dot->source);
    field->x = x;
    field->text = fields->fields[found.path[i]]->name.view();
    x = field;
  }
  if (method->decl == nullptr) {
    remarks.push_back({call->pos, "partially devirtualizing " + said});
    Node* inner = session_.make(Op::DotInter, dot->pos, dot->type, dot->source);
    inner->x = x;
    inner->text = dot->text;
    inner->object = method;
    call->x = inner;
    return;
  }
  remarks.push_back({call->pos, "devirtualizing " + said});
  const auto* pointer = types::as<types::Pointer>(x->type);
  if (method->pointer_receiver && pointer == nullptr) {
    Node* address = session_.make(Op::Addr, dot->pos, session_.types().pointer_to(x->type), dot->source);
    address->implicit = true;
    address->x = x;
    x = address;
  } else if (!method->pointer_receiver && pointer != nullptr) {
    Node* value = session_.make(Op::Deref, dot->pos, pointer->elem, dot->source);
    value->implicit = true;
    value->x = x;
    x = value;
  }
  const auto* named =
      types::is_a<types::Named>(types::as<types::Pointer>(x->type) != nullptr ? types::as<types::Pointer>(x->type)->elem : x->type);
  Node* callee = session_.make(Op::MethodExpr, dot->pos, dot->type, dot->source);
  callee->x = session_.make(Op::TypeExpr, dot->pos, x->type, dot->source);
  callee->text = dot->text;
  callee->object = method->origin != nullptr ? method->origin : method;
  callee->function = session_.function_of(method, named != nullptr ? named->type_args : std::vector<const types::Type*>());
  call->op = Op::CallFunc;
  call->x = callee;
  call->receiver = concrete.type;
  call->list.insert(call->list.begin(), x);
  // The method of an instance is called through its wrapper, which passes the dictionary on.
  if (callee->function != nullptr && callee->function->is_instance) callee->distinct = true;
}

}  // namespace govm::inl
