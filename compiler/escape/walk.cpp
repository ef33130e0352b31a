// The frame of the walk: functions, locations, closures.
#include "compiler/escape/walk.h"

#include <fmt/format.h>

#include "compiler/syntax/visit.h"
#include "compiler/types/relations.h"
#include "compiler/types/sizes.h"

namespace govm::escape {
namespace {

// Limits of what may lie in a frame (escape-analysis.md 1.13), in bytes.
constexpr int64_t kMaxVariable = 128 << 10;

}  // namespace

Walker::Walker(types::TypeStore& types, const types::Info& info, const Variables& variables, Surroundings& surroundings,
               const Text& text, std::span<Function* const> group)
    : types_(types), info_(info), variables_(variables), surroundings_(surroundings), text_(text), group_(group.begin(), group.end()),
      group_set_(group.begin(), group.end()) {}

void Walker::walk() {
  for (Function* function : group_) add_locals(function);
  for (Function* function : group_) {
    if (!function->captures) walk_function(function);
  }
  connect_closures();
  // Forced reasons come last; indices, since forcing makes no locations.
  for (const auto& location : graph_.locations()) force(location.get());
}

void Walker::add_locals(Function* function) {
  function->results.clear();
  function_ = function;
  for (const types::Var* var : function->locals) {
    Location* location = graph_.make(function, 1, true);
    location->var = var;
    location->pos = var->pos;
    locations_[var] = location;
    if (location->is_result()) function->results.push_back(location);
    if (location->is_result() || location->is_parameter()) ++declared_[function];
  }
}

void Walker::walk_function(Function* function) {
  Function* outer = function_;
  int outer_depth = loop_depth_;
  function_ = function;
  loop_depth_ = 1;
  if (function->initializes != nullptr) {
    auto steps = info_.init_order.find(function->initializes);
    if (steps != info_.init_order.end()) {
      for (const types::Initializer& step : steps->second) initialize(step);
    }
  } else if (const syntax::BlockStmt* body = function->body()) {
    looping_labels_.merge(looping_labels(body));
    block(body->list);
  }
  function_ = outer;
  loop_depth_ = outer_depth;
}

// All bodies of the group are walked: every assignment and address is known, so captures can be decided.
void Walker::connect_closures() {
  for (const Closure& closure : closures_) {
    for (const types::Var* var : variables_.captures(closure.literal)) {
      Location* location = location_of(var);
      if (location == nullptr) continue;
      Hole hole = closure.hole;
      if (!is_captured_by_value(var)) hole = graph_.noted(hole.shifted(-1), closure.literal, "reference");
      graph_.flow(graph_.noted(hole, closure.literal, "captured by a closure"), location);
    }
  }
}

void Walker::force(Location* location) {
  std::string_view why = location->forced;
  if (location->var != nullptr && !location->is_parameter() && !location->is_result() && !types::is_parameterized(location->var->type) &&
      types::size_of(location->var->type) > kMaxVariable) {
    why = "too large for stack";
  }
  if (location->node != nullptr && location->role == SiteRole::New) {
    const auto* pointer = types::as<types::Pointer>(type_of(static_cast<const syntax::Expr*>(location->node)));
    if (pointer != nullptr && !types::is_parameterized(pointer->elem) && types::size_of(pointer->elem) > kMaxImplicit) why = "too large for stack";
  }
  if (why.empty()) return;
  graph_.flow(graph_.noted(graph_.heap_hole().shifted(-1), location->node, why), location);
}

Location* Walker::make_site(const syntax::Node* node, SiteRole role, Pos pos) {
  Location* location = graph_.make(function_, loop_depth_, false);
  location->node = node;
  location->role = role;
  location->pos = pos;
  return location;
}

Hole Walker::spill(const Hole& hole, const syntax::Node* node, SiteRole role, Pos pos) {
  Location* location = make_site(node, role, pos);
  graph_.flow(graph_.noted(hole.shifted(-1), node, "spill"), location);
  return {location};
}

Hole Walker::tee(std::span<const Hole> holes) {
  if (holes.empty()) return graph_.discard_hole();
  if (holes.size() == 1) return holes[0];
  Location* location = graph_.make(function_, loop_depth_, false);
  for (const Hole& hole : holes) graph_.flow(hole, location);
  return {location};
}

Hole Walker::tee(const Hole& first, const Hole& second) {
  const Hole both[] = {first, second};
  return tee(both);
}

Location* Walker::make_temporary() {
  Location* location = graph_.make(function_, loop_depth_, true);
  temporary_names_[location] = fmt::format(".autotmp_{}", declared_[function_]++);
  return location;
}

void Walker::declare(const types::Var* var) {
  ++declared_[function_];
  if (Location* location = location_of(var)) location->loop_depth = loop_depth_;
}

Location* Walker::location_of(const types::Var* var) const {
  auto it = locations_.find(var);
  return it != locations_.end() ? it->second : nullptr;
}

bool Walker::is_captured_by_value(const types::Var* var) const { return variables_.of(var).captured_by_value; }

const std::string* Walker::temporary_name(const Location* location) const {
  auto it = temporary_names_.find(location);
  return it != temporary_names_.end() ? &it->second : nullptr;
}

const types::Type* Walker::type_of(const syntax::Expr* expr) const {
  const types::Type* type = info_.type_of(expr);
  return type != nullptr ? types_.default_type(type) : nullptr;
}

const types::Var* Walker::variable_of(const syntax::Expr* expr) const {
  const auto* name = syntax::as<syntax::Name>(syntax::unparen(expr));
  return name != nullptr ? types::as_object<types::Var>(info_.object_of(name)) : nullptr;
}

// Inside a generic function a type parameter may stand for anything.
bool Walker::holds_pointers(const types::Type* type) const {
  if (type == nullptr) return false;
  return types::is_parameterized(type) || types::has_pointers(type);
}

bool Walker::is_direct(const types::Type* type) const {
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
