// Calls, methods, lists of values.
#include <fmt/format.h>

#include "compiler/inline/function_lowering.h"
#include "compiler/inline/reachable.h"
#include "compiler/types/method_set.h"
#include "compiler/types/relations.h"
#include "compiler/types/sizes.h"

namespace govm::inl {

using syntax::NodeKind;
using types::BasicKind;
using types::BuiltinId;
using types::Mode;

namespace {

const types::Signature* signature_of(const types::Type* type) {
  if (const auto* signature = types::as<types::Signature>(type)) return signature;
  const types::Type* core = type != nullptr ? types::core_type(type) : nullptr;
  return core != nullptr ? types::as<types::Signature>(core) : nullptr;
}

bool is_call_or_receive(const Node* node) {
  return (node->op >= Op::CallFunc && node->op <= Op::UnsafeStringData && node->op != Op::InlinedCall) || node->op == Op::Recv ||
         node->op == Op::MakeSlice || node->op == Op::MakeMap || node->op == Op::MakeChan;
}

}  // namespace

std::vector<const types::Type*> FunctionLowering::receiver_arguments(const types::Type* receiver) {
  const auto* pointer = types::as<types::Pointer>(receiver);
  const auto* named = types::is_a<types::Named>(receiver);
  if (named == nullptr && pointer != nullptr) named = types::is_a<types::Named>(pointer->elem);
  return named != nullptr ? named->type_args : std::vector<const types::Type*>();
}

// A variable or constant cannot carry statements: a conversion around it does.
Node* FunctionLowering::init_expression(Nodes init, Node* x) {
  if (init.empty()) return x;
  if (x->op == Op::Name || x->op == Op::Literal || x->op == Op::Nil || x->op == Op::TypeExpr) {
    Node* node = make(Op::ConvNop, x->pos, x->type, nullptr);
    node->x = x;
    x = node;
  }
  x->init.insert(x->init.begin(), init.begin(), init.end());
  return x;
}

// An assignment of several values of one expression, still without targets; their types.
Node* FunctionLowering::several(const syntax::Expr* source, Pos pos, const syntax::Node* where, std::vector<const types::Type*>& types) {
  Node* x = expression(source);
  Op op = Op::Assign2Func;
  if (x->op == Op::DotType || x->op == Op::DynamicDotType) {
    op = Op::Assign2DotType;
    x->flag = true;
  }
  if (x->op == Op::IndexMap) op = Op::Assign2Map;
  if (x->op == Op::Recv) op = Op::Assign2Recv;
  Node* assign = make(op, pos, nullptr, where);
  assign->list2.push_back(x);
  if (const auto* tuple = types::is_a<types::Tuple>(info_.type_of(source))) {
    for (const types::Var* var : tuple->vars) types.push_back(subst(types_.default_type(var->type)));
  } else {
    types = {type_of(source), types_.basic(BasicKind::Bool)};
  }
  return assign;
}

Nodes FunctionLowering::values(const syntax::Node* where, std::span<syntax::Expr* const> exprs,
                               const std::function<const types::Type*(size_t)>& target, size_t wanted) {
  Nodes nodes;
  bool spread = exprs.size() == 1 && (wanted == 2 || types::is_a<types::Tuple>(info_.type_of(syntax::unparen(exprs[0]))) != nullptr);
  if (!spread) {
    for (size_t i = 0; i < exprs.size(); ++i) nodes.push_back(converted(exprs[i], target(i)));
    return nodes;
  }
  const syntax::Expr* source = syntax::unparen(exprs[0]);
  std::vector<const types::Type*> types;
  Node* assign = several(source, where->pos, where, types);
  assign->define = true;
  for (size_t i = 0; i < types.size(); ++i) {
    Variable* variable = temporary(types[i], where->pos);
    variable->definition = assign;
    assign->init.push_back(declaration(variable, where->pos));
    assign->list.push_back(name(variable, where->pos));
    Node* value = name(variable, where->pos, source);
    const types::Type* to = target(i);
    if (to != nullptr && !Shapes::identical(types[i], to)) value = convert(value, types[i], to, true, where->pos, source);
    nodes.push_back(value);
  }
  nodes[0] = init_expression({assign}, nodes[0]);
  return nodes;
}

// Variadic arguments become a slice; a callee that calls something first is evaluated into a temporary.
Node* FunctionLowering::finish_call(Node* call, const types::Signature* signature) {
  if (signature->variadic && !call->flag) {
    // Receiver and dictionary may stand before the arguments of the source.
    const auto* source = static_cast<const syntax::CallExpr*>(call->source);
    size_t extra = source->args.size();
    const auto* tuple = extra == 1 ? types::is_a<types::Tuple>(info_.type_of(syntax::unparen(source->args[0]))) : nullptr;
    if (tuple != nullptr) extra = tuple->size();
    size_t fixed = signature->params.size() - 1;
    size_t first = call->list.size() - (extra - std::min(extra, fixed));
    const types::Type* type = subst(signature->params.back()->type);
    Node* slice = make(Op::Nil, call->pos, type, call->source);
    if (first < call->list.size()) {
      slice->op = Op::SliceLit;
      slice->implicit = true;
      slice->list.assign(call->list.begin() + static_cast<ptrdiff_t>(first), call->list.end());
      slice->value = constant::Value::from_int64(static_cast<int64_t>(slice->list.size()));
      call->list.resize(first);
    }
    call->list.push_back(slice);
  }
  call->flag |= signature->variadic;
  Node** callee = &call->x;
  if (call->x->op == Op::DotInter || call->x->op == Op::MethodValue) callee = &call->x->x;
  bool effects = false;
  walk_tree(*callee, [&](const Node* node) { effects |= is_call_or_receive(node); });
  if (effects) {
    Variable* variable = temporary((*callee)->type, call->pos);
    Node* assign = make(Op::Assign, call->pos, nullptr, call->source);
    assign->x = name(variable, call->pos);
    assign->y = *callee;
    assign->init.push_back(declaration(variable, call->pos));
    variable->definition = assign;
    *callee = name(variable, call->pos, (*callee)->source);
    call->init.push_back(assign);
  }
  return call;
}

Node* FunctionLowering::call(const syntax::CallExpr* call) {
  if (info_.is_type(call->fun)) {
    const syntax::Expr* x = call->args[0];
    const syntax::Expr* bare = syntax::unparen(x);
    const types::Type* to = type_of(call);
    mention_methods(to);
    if (info_.mode_of(bare) == Mode::Nil) {
      Node* node = make(Op::ConvNop, x->pos, to, call);
      node->x = make(Op::Nil, bare->pos, to, bare);
      return node;
    }
    const types::Type* from = type_of(bare);
    const types::Type* raw = info_.type_of(bare);
    if (info_.is_constant(bare) && raw != nullptr && types::is_untyped(raw) && types::is_constant_type(to) && !types::is_interface(to)) {
      bool text = types::is_string(to) && types::is_integer(from);
      if (!text) return convert(constant(bare, to), to, to, false, x->pos, call);
    }
    return convert(expression(x), from, to, false, x->pos, call);
  }
  if (std::optional<BuiltinId> id = builtin_of(info_, call->fun)) return builtin_call(call, *id);

  const syntax::Expr* fun = syntax::unparen(call->fun);
  const syntax::Expr* plain = fun;
  const auto* instantiated = syntax::as<syntax::IndexExpr>(fun);
  if (instantiated != nullptr && info_.is_type(instantiated->index())) plain = syntax::unparen(instantiated->x);
  const auto* selector = syntax::as<syntax::SelectorExpr>(plain);
  const types::Selection* selection = selector != nullptr ? info_.selection_of(selector) : nullptr;
  Node* node = make(Op::CallFunc, call->pos, type_of(call), call);
  node->flag = call->has_dots;
  const types::Signature* signature = signature_of(info_.type_of(call->fun));
  if (selection != nullptr && selection->kind == types::SelectionKind::MethodValue) {
    const auto* method = as_object<types::Func>(selection->object);
    bool through_interface = false;
    Node* x = receiver(selector, *selection, through_interface);
    if (through_interface) {
      Node* dot = make(Op::DotInter, selector->pos, type_of(call->fun), selector);
      dot->x = x;
      dot->text = selector->sel->text();
      dot->object = method;
      node->op = Op::CallInter;
      node->x = dot;
    } else {
      if (method->decl == nullptr && types::is_interface(x->type))
        session_.remarks_.push_back({at(selector->pos), "imprecise interface call"});
      const MethodCallee callee = method_callee(selector, *selection, x->type);
      node->x = callee.function;
      node->list.push_back(x);
      if (callee.dictionary != nullptr) node->list.push_back(callee.dictionary);
    }
  } else {
    const syntax::Name* spelled = syntax::as<syntax::Name>(plain);
    if (selector != nullptr && selection == nullptr) spelled = selector->sel;
    const auto* func = spelled != nullptr ? as_object<types::Func>(info_.object_of(spelled)) : nullptr;
    const types::Instantiation* instance = func != nullptr ? info_.instance_of(spelled) : nullptr;
    if (instance != nullptr) {
      const std::vector<const types::Type*> args = substituted(instance->type_args);
      node->x = function_name(func, args, plain->pos, plain);
      node->x->type = type_of(call->fun);
      node->list.push_back(dictionary_argument({func->origin != nullptr ? func->origin : func, instance->type_args}, args, call->fun->pos));
    } else {
      node->x = expression(call->fun);
    }
  }
  const types::Signature* converted_signature = signature_of(type_of(call->fun));
  if (converted_signature == nullptr || signature == nullptr) return node;
  auto target = [&](size_t i) -> const types::Type* {
    const std::vector<const types::Var*>& params = converted_signature->params;
    if (params.empty()) return nullptr;
    if (converted_signature->variadic && !call->has_dots && i + 1 >= params.size()) {
      const auto* slice = types::as<types::Slice>(params.back()->type);
      return slice != nullptr ? slice->elem : nullptr;
    }
    return i < params.size() ? params[i]->type : nullptr;
  };
  Nodes args = values(call, call->args, target);
  node->list.insert(node->list.end(), args.begin(), args.end());
  return finish_call(node, converted_signature);
}

int64_t FunctionLowering::measure(const syntax::CallExpr* call, BuiltinId id) {
  const syntax::Expr* x = syntax::unparen(call->args[0]);
  if (id == BuiltinId::UnsafeSizeof) return types::size_of(type_of(x));
  if (id == BuiltinId::UnsafeAlignof) return types::align_of(type_of(x));
  const auto* selector = syntax::as<syntax::SelectorExpr>(x);
  const types::Selection* selection = selector != nullptr ? info_.selection_of(selector) : nullptr;
  int64_t offset = 0;
  const types::Type* type = selection != nullptr ? types::pointed_to(type_of(syntax::unparen(selector->x))) : nullptr;
  for (size_t i = 0; type != nullptr && i < selection->path.size(); ++i) {
    const auto* fields = types::as<types::Struct>(type);
    offset += types::field_offset(fields, selection->path[i]);
    type = fields->fields[selection->path[i]]->type;
  }
  return offset;
}

Node* FunctionLowering::builtin_call(const syntax::CallExpr* call, BuiltinId id) {
  auto simple = [&](Op op) {
    Node* node = make(op, call->pos, type_of(call), call);
    return node;
  };
  auto target_of = [&](const syntax::Expr* expr) -> const types::Type* {
    const types::Type* type = info_.type_of(syntax::unparen(expr));
    if (const auto* tuple = types::is_a<types::Tuple>(type)) type = tuple->vars[0]->type;
    type = subst(type);
    return types::core_of(type);
  };
  auto unary = [&](Op op) {
    Node* node = simple(op);
    node->x = expression(call->args[0]);
    return node;
  };
  auto none = [](size_t) -> const types::Type* { return nullptr; };
  switch (id) {
    case BuiltinId::Append: {
      Node* node = simple(Op::Append);
      const types::Type* type = type_of(call);
      const auto* slice = types::as<types::Slice>(types::core_of(type));
      node->flag = call->has_dots;
      node->list = values(call, call->args, [&](size_t i) -> const types::Type* {
        if (i == 0) return type;
        return call->has_dots || slice == nullptr ? nullptr : slice->elem;
      });
      return node;
    }
    case BuiltinId::Make: {
      const types::Type* type = type_of(call);
      const types::Type* core = types::core_of(type);
      mention_methods(type);
      Op op = types::as<types::Slice>(core) != nullptr ? Op::MakeSlice
              : types::as<types::Map>(core) != nullptr ? Op::MakeMap
                                                       : Op::MakeChan;
      Node* node = simple(op);
      auto size = [&](size_t i) -> Node* {
        if (i >= call->args.size()) return nullptr;
        const syntax::Expr* bare = syntax::unparen(call->args[i]);
        bool untyped = info_.is_constant(bare) && types::is_untyped(info_.type_of(bare));
        return untyped ? constant(bare, types_.basic(BasicKind::Int)) : expression(bare);
      };
      node->x = size(1);
      node->y = size(2);
      return node;
    }
    case BuiltinId::New: {
      if (info_.is_type(call->args[0])) {
        Node* node = simple(Op::New);
        node->x = type_node(call->args[0], nullptr);
        return node;
      }
      // new(x): the address of a variable that holds x.
      const auto* pointer = types::as<types::Pointer>(type_of(call));
      Node* x = converted(call->args[0], pointer->elem);
      Variable* variable = temporary(pointer->elem, call->pos);
      Node* assign = make(Op::Assign, call->pos, nullptr, call);
      assign->x = name(variable, call->pos);
      assign->y = x;
      assign->define = true;
      variable->definition = assign;
      Node* node = address_of(name(variable, call->pos), call->pos, call);
      node->init = {declaration(variable, call->pos), assign};
      node->type = type_of(call);
      return node;
    }
    case BuiltinId::Copy: {
      Node* node = simple(Op::Copy);
      Nodes args = values(call, call->args, none);
      node->x = args[0];
      node->y = args[1];
      return node;
    }
    case BuiltinId::Panic: {
      Node* node = simple(Op::Panic);
      node->x = converted(call->args[0], types_.empty_interface());
      return node;
    }
    case BuiltinId::Print:
    case BuiltinId::Println: {
      Node* node = simple(id == BuiltinId::Print ? Op::Print : Op::Println);
      node->list = values(call, call->args, none);
      return node;
    }
    case BuiltinId::Delete: {
      Node* node = simple(Op::Delete);
      const auto* map = types::as<types::Map>(target_of(call->args[0]));
      node->list = values(call, call->args, [&](size_t i) { return i == 1 && map != nullptr ? map->key : nullptr; });
      return node;
    }
    case BuiltinId::Max:
    case BuiltinId::Min: {
      Node* node = simple(id == BuiltinId::Max ? Op::Max : Op::Min);
      node->list = values(call, call->args, [&](size_t) { return type_of(call); });
      return node;
    }
    case BuiltinId::DeferRangeFunc:
    case BuiltinId::PanicRangeState: {
      Node* node = simple(Op::RuntimeCall);
      node->text = id == BuiltinId::DeferRangeFunc ? "runtime.deferrangefunc" : "runtime.panicrangestate";
      node->list = values(call, call->args, none);
      return node;
    }
    case BuiltinId::Recover: return simple(Op::Recover);
    case BuiltinId::Len: return unary(Op::Len);
    case BuiltinId::Cap: return unary(Op::Cap);
    case BuiltinId::Clear: return unary(Op::Clear);
    case BuiltinId::Close: return unary(Op::Close);
    case BuiltinId::Real: return unary(Op::Real);
    case BuiltinId::Imag: return unary(Op::Imag);
    case BuiltinId::UnsafeSliceData: return unary(Op::UnsafeSliceData);
    case BuiltinId::UnsafeStringData: return unary(Op::UnsafeStringData);
    case BuiltinId::Complex:
    case BuiltinId::UnsafeAdd:
    case BuiltinId::UnsafeSlice:
    case BuiltinId::UnsafeString: {
      Node* node = simple(id == BuiltinId::Complex       ? Op::Complex
                          : id == BuiltinId::UnsafeAdd   ? Op::UnsafeAdd
                          : id == BuiltinId::UnsafeSlice ? Op::UnsafeSlice
                                                         : Op::UnsafeString);
      Nodes args = values(call, call->args, none);
      node->x = args[0];
      node->y = args.size() > 1 ? args[1] : nullptr;
      return node;
    }
    default: {
      // unsafe.Sizeof and its kin of what has a type parameter: the number for the shape.
      Node* node = make(Op::Literal, call->pos, types_.basic(BasicKind::Uintptr), call);
      node->value = constant::Value::from_int64(measure(call, id));
      return node;
    }
  }
}

}  // namespace govm::inl
