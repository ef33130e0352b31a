// The frame of the walk: functions, locations, closures.
#include "compiler/escape/walk.h"

#include <algorithm>

#include <fmt/format.h>

#include "compiler/types/relations.h"
#include "compiler/types/sizes.h"

namespace govm::escape {
namespace {

// Limits in bytes: of a variable in a frame (escape-analysis.md 1.13), of one that a closure captures by value.
constexpr int64_t kMaxVariable = 128 << 10;
constexpr int64_t kMaxValueCapture = 128;

const Function* outermost(const Function* function) {
  while (function->outer != nullptr && function->outer->initializes == nullptr) function = function->outer;
  return function;
}

}  // namespace

Walker::Walker(inl::Lowering& session, Surroundings& surroundings, const inl::Text& text, Witness* witness, StaticValueTable& static_values,
               std::span<Function* const> group)
    : session_(session),
      surroundings_(surroundings),
      text_(text),
      group_(group.begin(), group.end()),
      graph_(witness),
      static_values_(static_values) {
  for (Function* function : group_) function->in_work = true;
}

Walker::~Walker() {
  for (Function* function : group_) function->in_work = false;
  for (const auto& location : graph_.locations()) {
    if (location->variable != nullptr) location->variable->location = nullptr;
  }
}

void Walker::walk() {
  for (Function* function : group_) add_locals(function);
  for (Function* function : group_) {
    if (!function->is_closure()) walk_function(function);
  }
  connect_closures();
  for (const auto& location : graph_.locations()) {
    replace_by_constants(location.get());
    std::string_view why = forced_reason(location.get());
    if (why.empty()) continue;
    location->forced = why;
    Node* where = location->node;
    if (where == nullptr) where = session_.name_of(location->variable, location->variable->pos);
    graph_.flow(noted(graph_.heap_hole().shifted(-1), where, why), location.get());
  }
}

Location* Walker::make(Node* node, bool persists) {
  Location* location = graph_.make(function_, loop_depth_, persists);
  location->node = node;
  return location;
}

Location* Walker::make_variable(Variable* variable) {
  Location* location = graph_.make(variable->function, 1, true);
  location->variable = variable;
  variable->location = location;
  return location;
}

void Walker::add_locals(Function* function) {
  for (Variable* variable : function->declared) make_variable(variable);
  for (size_t i = 0; i < function->results.size(); ++i) function->results[i]->location->result_index = i;
}

void Walker::walk_function(Function* function) {
  Function* outer = function_;
  int outer_depth = loop_depth_;
  std::unordered_set<std::string> outer_labels = std::move(looping_labels_);
  function_ = function;
  loop_depth_ = 1;
  // The labels that a goto behind them leads back to.
  looping_labels_.clear();
  std::unordered_set<std::string> seen;
  walk_tree(function->body, [&](const Node* node) {
    if (node->op == Op::Label) seen.insert(node->text);
    if (node->op == Op::Goto && seen.contains(node->text)) looping_labels_.insert(node->text);
  });
  block(function->body);
  looping_labels_ = std::move(outer_labels);
  function_ = outer;
  loop_depth_ = outer_depth;
}

// All bodies of the group are walked: every assignment and address is known, so captures can be decided.
void Walker::connect_closures() {
  for (const Closure& closure : closures_) {
    for (Variable* captured : closure.node->function->captured) {
      Variable* variable = captured->canonical();
      Location* location = variable->location;
      if (location == nullptr) continue;
      int64_t size = variable->type != nullptr && !types::is_parameterized(variable->type) ? types::size_of(variable->type) : 8;
      bool by_value = !location->addressed && !location->reassigned && size <= kMaxValueCapture;
      if (variable->var != nullptr && !surroundings_.may_capture_by_value(variable->var)) by_value = false;
      surroundings_.say_more(variable->pos,
                             fmt::format("{} capturing by {}: {} (addr={} assign={} width={})", text_.types().name(*variable->function),
                                         by_value ? "value" : "ref", variable->name, location->addressed, location->reassigned, size));
      Hole hole = closure.hole;
      Node* where = session_.name_of(captured, captured->pos);
      if (!by_value) hole = noted(hole.shifted(-1), where, "reference");
      graph_.flow(noted(hole, where, "captured by a closure"), location);
    }
  }
}

const inl::StaticValues& Walker::static_values(Function* function) {
  const Function* root = outermost(function);
  std::unique_ptr<inl::StaticValues>& values = static_values_[root];
  if (values == nullptr) values = std::make_unique<inl::StaticValues>(const_cast<Function*>(root));
  return *values;
}

namespace {

/// Whether it can be laid out as read-only data (isStaticCompositeLiteral in Go's walk).
bool is_constant(const Node* node) {
  switch (node->op) {
    case Op::Literal:
    case Op::Nil: return true;
    case Op::ArrayLit:
    case Op::StructLit:
      return std::ranges::all_of(node->list, [](const Node* element) {
        return is_constant(element->op == Op::StructKey ? element->x : element->op == Op::Key ? element->y : element);
      });
    case Op::ConvIface: return types::is_interface(node->x->type) ? node->x->op == Op::Nil : is_constant(node->x);
    default: return false;
  }
}

/// Whether Go's compiler gives the run time the address of what is boxed, not the value (dataWordFuncName in its walk).
bool is_boxed_by_address(const types::Type* type) {
  if (types::is_parameterized(type)) return true;
  const int64_t size = types::size_of(type);
  if (size == 2 && types::align_of(type) == 2) return false;
  if ((size == 4 || size == 8) && types::align_of(type) == size && !types::has_pointers(type)) return false;
  for (;;) {
    const types::Type* whole = types::underlying(type);
    const auto* structure = types::as<types::Struct>(whole);
    const auto* array = types::as<types::Array>(whole);
    if (structure != nullptr && structure->fields.size() == 1) {
      type = structure->fields[0]->type;
    } else if (array != nullptr && array->length == 1) {
      type = array->elem;
    } else {
      return !types::is_string(whole) && types::as<types::Slice>(whole) == nullptr;
    }
  }
}

}  // namespace

// Sizes and boxed values that are always the same constant stand as that constant (escape-analysis.md 1.13).
void Walker::replace_by_constants(Location* location) {
  Node* node = location->node;
  if (node == nullptr) return;
  auto constant = [&](Node* value, const types::Type* type) {
    Node* literal = session_.make(Op::Literal, node->pos, type, value->source);
    literal->value = value->value;
    return literal;
  };
  if (node->op == Op::MakeSlice) {
    Node*& size = node->y != nullptr ? node->y : node->x;
    if (size->op == Op::Literal) return;
    Node* value = static_values(location->function).of(size);
    if (value->op == Op::Literal && value->value.kind() == constant::Kind::Int && value->value.sign() >= 0) {
      size = constant(value, size->type);
    } else if (value->op == Op::Len) {
      const Node* list = static_values(location->function).of(value->x);
      if (list->op == Op::SliceLit) {
        size = session_.make(Op::Literal, node->pos, session_.types().basic(types::BasicKind::Int), size->source);
        size->value = list->value;
      }
    }
  } else if (node->op == Op::ConvIface && !types::is_interface(node->x->type)) {
    Node* value = static_values(location->function).of(node->x);
    if (node->x->op != Op::Literal && value->op == Op::Literal && types::is_constant_type(node->x->type)) {
      node->x = constant(value, node->x->type);
    }
    const bool is_variable = node->x->op == Op::Name && is_boxed_by_address(node->x->type);
    location->boxes_constant = is_constant(node->x) || (is_variable && is_constant(value));
  }
}

int64_t constant_size(const Node* make) {
  const Node* size = make->y != nullptr ? make->y : make->x;
  if (size->op != Op::Literal) return -1;
  bool exact = false;
  const int64_t number = size->value.to_int().as_int64(exact);
  return exact && number == static_cast<int32_t>(number) ? number : -1;
}

std::string_view Walker::forced_reason(const Location* location) const {
  const Variable* variable = location->variable;
  const Node* node = location->node;
  if (variable == nullptr && node == nullptr) return "";
  const types::Type* type = variable != nullptr ? variable->type : node->type;
  if (type == nullptr || types::is_parameterized(type) || types::is_a<types::Tuple>(type) != nullptr) return "";
  if (variable != nullptr && variable->kind != VariableClass::Auto) return "";
  if (types::size_of(type) > kMaxVariable) return "too large for stack";
  if (node == nullptr) return "";
  if (node->op == Op::New || node->op == Op::PtrLit) {
    const auto* pointer = types::as<types::Pointer>(type);
    if (pointer != nullptr && types::size_of(pointer->elem) > kMaxImplicit) return "too large for stack";
  }
  if (node->op == Op::MakeSlice) {
    const auto* slice = types::as<types::Slice>(type);
    int64_t size = slice != nullptr ? types::size_of(slice->elem) : 1;
    if (size == 0) return "zero-sized element";
    if (constant_size(node) > kMaxImplicit / size) return "too large for stack";
  }
  if (node->op == Op::Closure || node->op == Op::MethodValue) {
    int64_t size = 8;
    if (node->op == Op::MethodValue) size += types::size_of(node->x->type);
    if (node->op == Op::Closure) {
      for (const Variable* captured : node->function->captured) size += std::min<int64_t>(types::size_of(captured->type), kMaxValueCapture);
    }
    if (size > kMaxImplicit) return "too large for stack";
  }
  return "";
}

Hole Walker::spill(const Hole& hole, Node* node) {
  Location* location = make(node, false);
  graph_.flow(noted(hole.shifted(-1), node, "spill"), location);
  return {location};
}

Hole Walker::tee(std::span<const Hole> holes) {
  if (holes.empty()) return graph_.discard_hole();
  if (holes.size() == 1) return holes[0];
  Location* location = make(nullptr, false);
  for (const Hole& hole : holes) graph_.flow(hole, location);
  return {location};
}

Hole Walker::tee(const Hole& first, const Hole& second) {
  const Hole both[] = {first, second};
  return tee(both);
}

bool Walker::holds_pointers(const types::Type* type) const {
  if (type == nullptr) return true;
  if (const auto* tuple = types::is_a<types::Tuple>(type)) {
    for (const types::Var* var : tuple->vars) {
      if (holds_pointers(var->type)) return true;
    }
    return false;
  }
  return types::is_parameterized(type) || types::has_pointers(type);
}

SiteRole role_of(const Node* node) {
  switch (node->op) {
    case Op::New: return SiteRole::New;
    case Op::MakeSlice:
    case Op::MakeMap: return SiteRole::Make;
    case Op::Closure:
      if (node->function->made != nullptr) return SiteRole::MethodValue;
      return node->function->statement != nullptr ? SiteRole::GoDefer : SiteRole::Closure;
    case Op::MethodValue: return SiteRole::MethodValue;
    case Op::ConvIface: return SiteRole::Box;
    case Op::AddString: return SiteRole::Concat;
    case Op::Append: return SiteRole::Append;
    case Op::SliceLit: return node->implicit ? SiteRole::VariadicSlice : SiteRole::CompositeLiteral;
    case Op::PtrLit:
    case Op::MapLit: return SiteRole::CompositeLiteral;
    default: return SiteRole::Conversion;
  }
}

bool is_direct(const types::Type* type) {
  if (types::is_type_param(type)) return false;
  switch (types::underlying(type)->kind()) {
    case types::TypeKind::Pointer:
    case types::TypeKind::Map:
    case types::TypeKind::Chan:
    case types::TypeKind::Signature: return true;
    default: return !types::is_parameterized(type) && types::is_pointer_shaped(type);
  }
}

}  // namespace govm::escape
