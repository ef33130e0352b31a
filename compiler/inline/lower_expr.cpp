// Expressions but calls.
#include <fmt/format.h>

#include <algorithm>

#include "compiler/inline/function_lowering.h"
#include "compiler/types/method_set.h"
#include "compiler/types/relations.h"
#include "compiler/types/sizes.h"

namespace govm::inl {

using syntax::NodeKind;
using types::BasicKind;
using types::Mode;

namespace {

BasicKind basic_kind(const types::Type* type) {
  const types::Basic* basic = types::basic_of(type);
  return basic != nullptr ? basic->basic() : BasicKind::Invalid;
}

bool is_element(const types::Type* type, BasicKind kind) {
  const auto* slice = types::as<types::Slice>(type);
  return slice != nullptr && basic_kind(slice->elem) == kind;
}

Op binary_op(syntax::Operator op) {
  using syntax::Operator;
  switch (op) {
    case Operator::OrOr: return Op::OrOr;
    case Operator::AndAnd: return Op::AndAnd;
    case Operator::Eql: return Op::Eq;
    case Operator::Neq: return Op::Ne;
    case Operator::Lss: return Op::Lt;
    case Operator::Leq: return Op::Le;
    case Operator::Gtr: return Op::Gt;
    case Operator::Geq: return Op::Ge;
    case Operator::Add: return Op::Add;
    case Operator::Sub: return Op::Sub;
    case Operator::Or: return Op::Or;
    case Operator::Xor: return Op::Xor;
    case Operator::Mul: return Op::Mul;
    case Operator::Div: return Op::Div;
    case Operator::Rem: return Op::Mod;
    case Operator::And: return Op::And;
    case Operator::AndNot: return Op::AndNot;
    case Operator::Shl: return Op::Lsh;
    case Operator::Shr: return Op::Rsh;
    default: return Op::Nil;
  }
}

}  // namespace

// A part of an instance for shapes has the shape's type, where the text says which type it is an instance of.
Node* FunctionLowering::expression(const syntax::Expr* expr) {
  expr = syntax::unparen(expr);
  if (session_.reading_.is_under_way()) mention_types(type_of(expr));
  Node* node = typed_expression(expr);
  const types::Type* declared = info_.type_of(expr);
  if (node->type != nullptr && declared != nullptr && is_derived(declared) && types::is_a<types::Tuple>(declared) == nullptr)
    node->type = subst(declared);
  return node;
}

Node* FunctionLowering::typed_expression(const syntax::Expr* expr) {
  Mode mode = info_.mode_of(expr);
  if (mode == Mode::Constant) return constant(expr, nullptr);
  if (mode == Mode::Nil) return make(Op::Nil, expr->pos, type_of(expr), expr);
  switch (expr->kind) {
    case NodeKind::Name: {
      const auto* node = syntax::cast<syntax::Name>(expr);
      const types::Object* object = info_.object_of(node);
      if (const auto* func = as_object<types::Func>(object)) {
        return function_value(func, info_.instance_of(node), expr, expr->pos);
      }
      const auto* var = as_object<types::Var>(object);
      Variable* local = var != nullptr && var->var_kind != types::VarKind::Package ? use(var, expr->pos) : nullptr;
      if (local != nullptr) return name(local, expr->pos, expr);
      if (object != nullptr) return global(object, expr->pos, expr);
      return make(Op::Nil, expr->pos, type_of(expr), expr);
    }
    case NodeKind::FuncLit: return closure(syntax::cast<syntax::FuncLit>(expr));
    case NodeKind::CompositeLit: return composite(syntax::cast<syntax::CompositeLit>(expr));
    case NodeKind::SelectorExpr: return selector(syntax::cast<syntax::SelectorExpr>(expr));
    case NodeKind::IndexExpr: return index(syntax::cast<syntax::IndexExpr>(expr));
    case NodeKind::SliceExpr: return slice(syntax::cast<syntax::SliceExpr>(expr));
    case NodeKind::TypeAssertExpr: return asserted(syntax::cast<syntax::TypeAssertExpr>(expr));
    case NodeKind::StarExpr: {
      Node* node = make(Op::Deref, expr->pos, type_of(expr), expr);
      node->x = expression(syntax::cast<syntax::StarExpr>(expr)->x);
      return node;
    }
    case NodeKind::UnaryExpr: return unary_operator(syntax::cast<syntax::UnaryExpr>(expr));
    case NodeKind::BinaryExpr: return binary(syntax::cast<syntax::BinaryExpr>(expr));
    case NodeKind::CallExpr: return call(syntax::cast<syntax::CallExpr>(expr));
    default: return make(Op::TypeExpr, expr->pos, type_of(expr), expr);
  }
}

// A constant always has a type: shift counts that have none are uints.
Node* FunctionLowering::constant(const syntax::Expr* expr, const types::Type* type) {
  expr = syntax::unparen(expr);
  Node* node = make(Op::Literal, expr->pos, type, expr);
  node->value = info_.value_of(expr);
  if (type == nullptr) node->type = type_of(expr);
  switch (basic_kind(node->type)) {
    case BasicKind::Float32:
    case BasicKind::Float64:
      if (!node->value.to_float().is_unknown()) node->value = node->value.to_float();
      break;
    case BasicKind::Complex64:
    case BasicKind::Complex128:
      if (!node->value.to_complex().is_unknown()) node->value = node->value.to_complex();
      break;
    default:
      if (types::is_integer(node->type) && !node->value.to_int().is_unknown()) node->value = node->value.to_int();
  }
  return node;
}

Node* FunctionLowering::converted(const syntax::Expr* expr, const types::Type* target) {
  const syntax::Expr* bare = syntax::unparen(expr);
  if (target == nullptr || info_.mode_of(bare) == Mode::Nil) {
    Node* node = expression(expr);
    if (target != nullptr && node->op == Op::Nil) node->type = target;
    return node;
  }
  const types::Type* raw = info_.type_of(bare);
  if (raw != nullptr && types::is_untyped(raw) && !types::is_interface(target)) {
    if (info_.is_constant(bare)) return constant(bare, target);
    return expression(expr);  // an untyped bool
  }
  const types::Type* from = type_of(bare);
  Node* x = expression(expr);
  if (from == nullptr || Shapes::identical(from, target)) return x;
  return convert(x, from, target, true, expr->pos, bare);
}

/// The kind with a size that an integer kind without one is the same as (amd64).
static BasicKind sized_kind(BasicKind kind) {
  switch (kind) {
    case BasicKind::Int: return BasicKind::Int64;
    case BasicKind::Uint:
    case BasicKind::Uintptr: return BasicKind::Uint64;
    default: return kind;
  }
}

Node* FunctionLowering::convert(Node* x, const types::Type* from, const types::Type* to, bool implicit, Pos pos,
                                const syntax::Node* source) {
  Op op = Op::Conv;
  const types::Type* from_under = types::underlying(from);
  const types::Type* to_under = types::underlying(to);
  bool to_interface = to_under->kind() == types::TypeKind::Interface;
  bool same = types::identical_ignore_tags(from_under, to_under) || Shapes::identical(from_under, to_under);
  const auto* from_pointer = types::as<types::Pointer>(from);
  const auto* to_pointer = types::as<types::Pointer>(to);
  auto kind_of = [](const types::Type* type) { return basic_kind(type); };
  if (same || Shapes::identical(from, to)) {
    op = Op::ConvNop;
    BasicKind kind = kind_of(to);
    bool rounds = kind == BasicKind::Float32 || kind == BasicKind::Float64 || kind == BasicKind::Complex64 || kind == BasicKind::Complex128;
    if (rounds && x->op != Op::Literal) op = Op::Conv;
  } else if (to_interface) {
    op = Op::ConvIface;
  } else if (from_under->kind() == types::TypeKind::Chan) {
    op = Op::ConvNop;
  } else if (from_pointer != nullptr && to_pointer != nullptr) {
    op = Op::ConvNop;
  } else if (types::is_string(to)) {
    op = types::is_integer(from)              ? Op::RuneToStr
         : is_element(from, BasicKind::Uint8) ? Op::BytesToStr
         : is_element(from, BasicKind::Int32) ? Op::RunesToStr
                                              : Op::ConvNop;
  } else if (types::is_string(from) && is_element(to, BasicKind::Uint8)) {
    op = Op::StrToBytes;
  } else if (types::is_string(from) && is_element(to, BasicKind::Int32)) {
    op = Op::StrToRunes;
  } else if (from_under->kind() == types::TypeKind::Slice && to_under->kind() == types::TypeKind::Array) {
    op = Op::SliceToArr;
  } else if (from_under->kind() == types::TypeKind::Slice && to_pointer != nullptr) {
    op = Op::SliceToArrPtr;
  } else if (kind_of(to) == BasicKind::UnsafePointer || kind_of(from) == BasicKind::UnsafePointer) {
    op = Op::ConvNop;
  } else if (from_under->kind() == types::TypeKind::Basic && sized_kind(kind_of(from)) == sized_kind(kind_of(to))) {
    op = Op::ConvNop;
  }
  if (op == Op::StrToRunes && x->op == Op::Literal) {
    // A slice literal of the constant's runes.
    Node* literal = make(Op::SliceLit, x->pos, to, source);
    std::string text = x->value.as_string();
    size_t runes = 0;
    for (unsigned char byte : text) runes += (byte & 0xc0) != 0x80;
    for (size_t i = 0; i < runes; ++i) {
      Node* rune = make(Op::Literal, x->pos, types_.rune_type());
      rune->value = constant::Value::from_int64(0);
      literal->list.push_back(rune);
    }
    return literal;
  }
  if (op == Op::BytesToStr || op == Op::RunesToStr) {
    // Elements of a defined type: a slice of plain ones first.
    const types::Type* plain = op == Op::BytesToStr ? types_.byte_type() : types_.rune_type();
    if (!types::identical(types::as<types::Slice>(from)->elem, plain)) {
      Node* slice = make(Op::ConvNop, x->pos, types_.slice_of(plain), source);
      slice->x = x;
      x = slice;
    }
  }
  Node* node = make(op, pos, to, source);
  node->implicit = implicit && (op == Op::Conv || op == Op::ConvNop || op == Op::ConvIface);
  node->x = x;
  return node;
}

Node* FunctionLowering::address_of(Node* x, Pos pos, const syntax::Node* source) {
  bool literal = x->op == Op::StructLit || x->op == Op::ArrayLit || x->op == Op::SliceLit || x->op == Op::MapLit;
  Node* node = make(literal ? Op::PtrLit : Op::Addr, pos, types_.pointer_to(x->type), source);
  node->x = x;
  if (!literal) {
    if (Variable* variable = outer_variable(x)) variable->canonical()->addressed = true;
  }
  return node;
}

Node* FunctionLowering::unary_operator(const syntax::UnaryExpr* unary) {
  using syntax::Operator;
  if (unary->op == Operator::And) {
    Node* node = address_of(expression(unary->x), unary->pos, unary);
    node->type = type_of(unary);
    return node;
  }
  Op op = unary->op == Operator::Not     ? Op::Not
          : unary->op == Operator::Sub   ? Op::Neg
          : unary->op == Operator::Xor   ? Op::BitNot
          : unary->op == Operator::Recv  ? Op::Recv
          : unary->op == Operator::Tilde ? Op::BitNot
                                         : Op::Plus;
  const types::Type* type = type_of(unary);
  if (const auto* tuple = types::is_a<types::Tuple>(type)) type = tuple->vars[0]->type;
  Node* node = make(op, unary->pos, type, unary);
  node->x = expression(unary->x);
  return node;
}

Node* FunctionLowering::binary(const syntax::BinaryExpr* binary) {
  Op op = binary_op(binary->op);
  const types::Type* type = type_of(binary);
  Node* node = make(op, binary->pos, type, binary);
  if (op == Op::Lsh || op == Op::Rsh) {
    node->x = expression(binary->x);
    const syntax::Expr* count = syntax::unparen(binary->y);
    bool untyped = info_.is_constant(count) && types::is_untyped(info_.type_of(count));
    node->y = untyped ? constant(count, types_.basic(BasicKind::Uint)) : expression(count);
    return node;
  }
  const syntax::Expr* left = syntax::unparen(binary->x);
  const syntax::Expr* right = syntax::unparen(binary->y);
  const types::Type* x = type_of(left);
  const types::Type* y = type_of(right);
  // The other side's type if that one is an interface, or if this one is an untyped constant.
  auto untyped = [&](const syntax::Expr* expr) {
    return info_.type_of(expr) != nullptr && types::is_untyped(info_.type_of(expr)) && info_.mode_of(expr) != Mode::Nil;
  };
  const types::Type* common = nullptr;
  bool left_nil = info_.mode_of(left) == Mode::Nil;
  bool right_nil = info_.mode_of(right) == Mode::Nil;
  if (left_nil) {
    common = y;
  } else if (right_nil) {
    common = x;
  } else if (x != nullptr && y != nullptr) {
    bool x_interface = types::is_interface(x);
    bool y_interface = types::is_interface(y);
    if (x_interface != y_interface) {
      common = x_interface ? x : y;
    } else if (x_interface && !types::identical(x, y)) {
      common = types::missing_method(x, types::as<types::Interface>(y), true).method == nullptr ? y : x;
    } else if (untyped(left)) {
      common = y;
    } else if (untyped(right)) {
      common = x;
    } else if (!types::identical(x, y)) {
      common = types::is_named(x) ? x : y;
    }
  }
  node->x = converted(binary->x, common);
  node->y = converted(binary->y, common);
  if (op != Op::Add || type == nullptr || !types::is_string(type)) return node;
  // A chain of + is one node; its place is that of the last +.
  if (node->x->op == Op::AddString) {
    Node* chain = node->x;
    chain->pos = at(binary->pos);
    chain->own_pos = binary->pos;
    chain->source = binary;
    if (node->y->op == Op::AddString) {
      chain->list.insert(chain->list.end(), node->y->list.begin(), node->y->list.end());
    } else {
      chain->list.push_back(node->y);
    }
    return chain;
  }
  node->op = Op::AddString;
  node->list.push_back(node->x);
  if (node->y->op == Op::AddString) {
    node->list.insert(node->list.end(), node->y->list.begin(), node->y->list.end());
  } else {
    node->list.push_back(node->y);
  }
  node->x = node->y = nullptr;
  return node;
}

Node* FunctionLowering::field(Node* x, uint32_t index, Pos pos, const syntax::Node* source) {
  const auto* pointer = types::as<types::Pointer>(x->type);
  const auto* fields = types::as<types::Struct>(pointer != nullptr ? pointer->elem : x->type);
  if (fields == nullptr || index >= fields->fields.size()) return x;
  Node* node = make(pointer != nullptr ? Op::DotPtr : Op::Dot, pos, fields->fields[index]->type, source);
  node->x = x;
  node->text = fields->fields[index]->name.view();
  node->object = fields->fields[index];
  return node;
}

Node* FunctionLowering::selector(const syntax::SelectorExpr* selector) {
  const types::Selection* selection = info_.selection_of(selector);
  if (selection == nullptr) {
    // A name of another package.
    const types::Object* object = info_.object_of(selector->sel);
    if (const auto* func = as_object<types::Func>(object))
      return function_value(func, info_.instance_of(selector->sel), selector, selector->pos);
    return global(object, selector->pos, selector);
  }
  if (selection->kind == types::SelectionKind::MethodExpr) return method_expression(selector, *selection);
  if (selection->kind == types::SelectionKind::MethodValue) return method_value(selector, *selection);
  Node* x = expression(selector->x);
  for (uint32_t index : selection->path) x = field(x, index, selector->pos, selector);
  return x;
}

Node* FunctionLowering::receiver(const syntax::SelectorExpr* selector, const types::Selection& selection, bool& through_interface) {
  Node* x = expression(selector->x);
  const bool of_parameter = selection.path.size() <= 1 && types::is_type_param(info_.type_of(selector->x));
  x = adjusted(x, selection, of_parameter, selector->pos, selector);
  const auto* method = as_object<types::Func>(selection.object);
  through_interface = !of_parameter && types::is_interface(x->type) && method->decl == nullptr;
  return x;
}

Node* FunctionLowering::adjusted(Node* x, const types::Selection& selection, bool of_parameter, Pos pos, const syntax::Node* source) {
  for (size_t i = 0; i + 1 < selection.path.size(); ++i) x = field(x, selection.path[i], pos, source);
  if (selection.path.size() > 1 && is_derived(receiver_of(selection))) x->type = subst(receiver_of(selection));
  const auto* method = as_object<types::Func>(selection.object);
  if (of_parameter || method->decl == nullptr) return x;
  const auto* pointer = types::as<types::Pointer>(x->type);
  if (pointer != nullptr && !method->pointer_receiver) {
    Node* node = make(Op::Deref, pos, pointer->elem, source);
    node->implicit = true;
    node->x = x;
    return node;
  }
  if (pointer == nullptr && method->pointer_receiver) {
    Node* node = address_of(x, pos, source);
    node->implicit = true;
    return node;
  }
  return x;
}

Node* FunctionLowering::index(const syntax::IndexExpr* index) {
  if (info_.is_type(index->index())) {
    // An instance of a generic function or method.
    const syntax::Expr* generic = syntax::unparen(index->x);
    const auto* selector = syntax::as<syntax::SelectorExpr>(generic);
    if (selector != nullptr && info_.selection_of(selector) != nullptr) return expression(selector);
    const syntax::Name* name = selector != nullptr ? selector->sel : syntax::cast<syntax::Name>(generic);
    return function_value(as_object<types::Func>(info_.object_of(name)), info_.instance_of(name), index, index->pos);
  }
  Node* x = expression(index->x);
  const types::Type* type = types::core_of(x->type);
  if (const auto* map = types::as<types::Map>(type)) {
    Node* node = make(Op::IndexMap, index->pos, map->elem, index);
    node->x = x;
    node->y = converted(index->index(), map->key);
    return node;
  }
  if (const auto* pointer = types::as<types::Pointer>(type); pointer != nullptr && types::as<types::Array>(pointer->elem) != nullptr) {
    Node* deref = make(Op::Deref, index->pos, pointer->elem, index);
    deref->implicit = true;
    deref->x = x;
    x = deref;
  }
  Node* node = make(Op::Index, index->pos, type_of(index), index);
  node->x = x;
  node->y = expression(index->index());
  return node;
}

Node* FunctionLowering::slice(const syntax::SliceExpr* slice) {
  Node* x = expression(slice->x);
  Node* node = make(Op::Slice, slice->pos, type_of(slice), slice);
  if (types::as<types::Array>(x->type) != nullptr) {
    x = address_of(x, slice->pos, slice);
    x->op = Op::Addr;
    x->implicit = true;
  }
  const auto* pointer = types::as<types::Pointer>(x->type);
  node->op = types::is_string(x->type) ? Op::SliceStr : pointer != nullptr ? Op::SliceArr : Op::Slice;
  node->x = x;
  node->flag = slice->full;
  for (const syntax::Expr* bound : slice->index) node->list.push_back(expression_or_null(bound));
  return node;
}

// The field, maybe a promoted one, that a key of a struct literal names, as the literal's type has it: type arguments in their place.
const types::Var* FunctionLowering::keyed_field(const syntax::KeyValueExpr* pair, const types::Type* literal) const {
  const auto* key = syntax::as<syntax::Name>(pair->key);
  const auto* declared = key != nullptr ? as_object<types::Var>(info_.object_of(key)) : nullptr;
  if (declared == nullptr) return nullptr;
  return as_object<types::Var>(types::lookup_field_or_method(literal, false, declared->package, key->symbol).object);
}

Node* FunctionLowering::composite(const syntax::CompositeLit* literal) {
  const types::Type* type = type_of(literal);
  const auto* pointer = literal->type == nullptr ? types::as<types::Pointer>(type) : nullptr;
  const types::Type* made = pointer != nullptr ? pointer->elem : type;
  mention_methods(made);
  Node* node = make(Op::StructLit, literal->pos, made, literal);
  if (const auto* fields = types::as<types::Struct>(made)) {
    for (size_t i = 0; i < literal->elems.size(); ++i) {
      const auto* pair = syntax::as<syntax::KeyValueExpr>(literal->elems[i]);
      const syntax::Expr* value = pair != nullptr ? pair->value : literal->elems[i];
      const types::Var* field = pair != nullptr ? keyed_field(pair, made) : i < fields->fields.size() ? fields->fields[i] : nullptr;
      if (field == nullptr) continue;
      Node* element = make(Op::StructKey, pair != nullptr ? pair->key->pos : value->pos, field->type, value);
      element->text = field->name.view();
      element->x = converted(value, field->type);
      node->list.push_back(element);
    }
  } else if (const auto* map = types::as<types::Map>(made)) {
    node->op = Op::MapLit;
    for (const syntax::Expr* element : literal->elems) {
      const auto* pair = syntax::as<syntax::KeyValueExpr>(element);
      if (pair == nullptr) continue;
      Node* key = make(Op::Key, pair->key->pos, nullptr, pair);
      key->x = converted(pair->key, map->key);
      key->y = converted(pair->value, map->elem);
      node->list.push_back(key);
    }
  } else {
    const auto* slice = types::as<types::Slice>(made);
    const auto* array = types::as<types::Array>(made);
    node->op = slice != nullptr ? Op::SliceLit : Op::ArrayLit;
    const types::Type* elem = slice != nullptr ? slice->elem : array != nullptr ? array->elem : nullptr;
    int64_t next = 0;
    int64_t length = 0;
    for (const syntax::Expr* element : literal->elems) {
      const auto* pair = syntax::as<syntax::KeyValueExpr>(element);
      Node* value = converted(pair != nullptr ? pair->value : element, elem);
      if (pair != nullptr) {
        bool exact = false;
        next = info_.value_of(syntax::unparen(pair->key)).to_int().as_int64(exact);
        Node* key = make(Op::Key, pair->key->pos, nullptr, pair);
        key->x = expression(pair->key);
        key->y = value;
        value = key;
      }
      length = std::max(length, ++next);
      node->list.push_back(value);
    }
    node->value = constant::Value::from_int64(length);
  }
  if (pointer == nullptr) return node;
  Node* address = address_of(node, literal->pos, literal);
  address->type = type;
  return address;
}

// The parameters of the source: substituted signatures have variables of their own.
void FunctionLowering::declare_literal_parameters(Function* function) {
  const types::Signature* kept = function->signature;
  function->signature = types::as<types::Signature>(info_.type_of(function->literal));
  bool instance = std::exchange(function->is_instance, false);
  session_.declare_parameters(function);
  function->is_instance = instance;
  function->signature = kept;
  adopt_parameters(function);
}

// Their types without type parameters, their names in scope.
void FunctionLowering::adopt_parameters(Function* function) {
  for (Variable* variable : function->declared) {
    variable->type = subst(variable->type);
    if (!variable->is_dictionary()) mention_methods(variable->type);
    variable->context = inlined_.context;
    variable->name = qualified(std::move(variable->name));
    variable->pos = at(variable->pos);
    if (variable->var != nullptr) variables_[function][variable->var] = variable;
  }
}

Node* FunctionLowering::closure(const syntax::FuncLit* literal) {
  Function* outer = function_;
  Function* function = session_.make_function_in(outer);
  function->literal = literal;
  function->outer = outer;
  function->lowered = true;
  function->is_instance = root_->is_instance;
  function->shapes = root_->shapes;
  function->text_of = root_->text_of;
  function->context = inlined_.context;
  function->pos = literal->pos;
  function->signature = types::as<types::Signature>(type_of(literal));
  function->name = literal_name(literal->is_range_body);
  outer->literals.push_back(function);
  Node* node = make(Op::Closure, literal->pos, function->signature, literal);
  node->function = function;

  function_ = function;
  declare_literal_parameters(function);
  function->body = block(literal->body->list);
  dictionary();
  // Inner literals capture through this function.
  function_ = outer;
  return node;
}

// A type that type parameters are part of is looked up in the dictionary.
Node* FunctionLowering::type_node(const syntax::Expr* expr, const types::Type* interface) {
  (void)interface;
  const types::Type* type = info_.type_of(expr);
  Node* node = make(is_derived(type) ? Op::DynamicType : Op::TypeExpr, expr->pos, subst(type), expr);
  mention_methods(node->type);
  return node;
}

Node* FunctionLowering::asserted(const syntax::TypeAssertExpr* assertion) {
  const types::Type* type = info_.type_of(assertion->type);
  Node* node = make(is_derived(type) ? Op::DynamicDotType : Op::DotType, assertion->pos, subst(type), assertion);
  node->x = expression(assertion->x);
  return node;
}

const Dictionary* FunctionLowering::own_dictionary() const {
  if (!session_.lists_everything_ || function_->text_of == nullptr) return nullptr;
  return &session_.dictionaries_.of(Dictionaries::owner_of(function_->text_of));
}

Node* FunctionLowering::dictionary_word(size_t number, Pos pos) {
  Variable* words = dictionary();
  Node* table = make(Op::Deref, pos, types::as<types::Pointer>(words->type)->elem);
  table->implicit = true;
  table->x = name(words, pos);
  Node* word = make(Op::Index, pos, types_.basic(BasicKind::Uintptr));
  word->x = table;
  word->y = make(Op::Literal, pos, types_.basic(BasicKind::Int));
  word->y->value = constant::Value::from_int64(static_cast<int64_t>(number));
  return word;
}

Node* FunctionLowering::dictionary_argument(const Dictionary::Instance& instance, std::span<const types::Type* const> args, Pos pos) {
  if (std::ranges::none_of(instance.args, [this](const types::Type* arg) { return is_derived(arg); }))
    return static_dictionary(instance.object, args, pos);
  const Dictionary* own = own_dictionary();
  const size_t words = own != nullptr ? session_.dictionaries_.of(instance.object).words() : 1;
  Node* node = make(Op::ConvNop, pos, types_.pointer_to(types_.array_of(types_.basic(BasicKind::Uintptr), static_cast<int64_t>(words))));
  node->x = dictionary_word(own != nullptr ? own->word_of_instance(instance) : 0, pos);
  return node;
}

Node* FunctionLowering::static_dictionary(const types::Object* owner, std::span<const types::Type* const> args, Pos pos) {
  const types::Type* words = types_.array_of(types_.basic(BasicKind::Uintptr), 1);
  const auto* func = as_object<types::Func>(owner);
  session_.reading_.dictionary({owner, {args.begin(), args.end()}});
  const std::string of = func != nullptr ? TypeText(types_, func->package).function(func, args)
                                         : std::string(owner->name.view()) + text_.types().arguments(args);
  Node* table = make(Op::Name, pos, words);
  table->text = text_.types().qualifier(owner->package) + ".dict." + of;
  Node* node = make(Op::Addr, pos, types_.pointer_to(words));
  node->x = table;
  return node;
}

}  // namespace govm::inl
