// Calls: known functions by their parameters or summaries, unknown ones lose everything (escape-analysis.md 1.7, 1.10).
#include <fmt/format.h>

#include "compiler/escape/walk.h"
#include "compiler/types/relations.h"
#include "compiler/types/sizes.h"

namespace govm::escape {

using types::as_object;
using types::BuiltinId;

bool Walker::is_builtin(const syntax::CallExpr* call, BuiltinId* id) const {
  const syntax::Expr* fun = syntax::unparen(call->fun);
  const syntax::Name* name = syntax::as<syntax::Name>(fun);
  if (const auto* selector = syntax::as<syntax::SelectorExpr>(fun); selector != nullptr && info_.selection_of(selector) == nullptr) name = selector->sel;
  const auto* builtin = name != nullptr ? as_object<types::Builtin>(info_.object_of(name)) : nullptr;
  if (builtin != nullptr) *id = builtin->id;
  return builtin != nullptr;
}

const types::Signature* Walker::signature_of(const syntax::Expr* fun) const {
  const types::Type* type = type_of(fun);
  if (const auto* signature = types::as<types::Signature>(type)) return signature;
  const types::Type* core = type != nullptr ? types::core_type(type) : nullptr;
  return core != nullptr ? types::as<types::Signature>(core) : nullptr;
}

// The function an expression always names: a declared one, a literal, or a variable that only ever holds one.
Callee Walker::known_function(const syntax::Expr* fun) const {
  Callee callee;
  fun = syntax::unparen(fun);
  if (const auto* index = syntax::as<syntax::IndexExpr>(fun); index != nullptr && info_.is_type(index->index())) fun = syntax::unparen(index->x);
  if (const auto* literal = syntax::as<syntax::FuncLit>(fun)) {
    callee.function = surroundings_.function_of(literal);
    if (callee.function != nullptr) callee.signature = callee.function->signature;
    return callee;
  }
  const syntax::Name* name = syntax::as<syntax::Name>(fun);
  const types::Func* func = nullptr;
  if (const auto* selector = syntax::as<syntax::SelectorExpr>(fun)) {
    const types::Selection* selection = info_.selection_of(selector);
    if (selection == nullptr) {
      name = selector->sel;
    } else if (selection->kind != types::SelectionKind::Field) {
      func = as_object<types::Func>(selection->object);
      if (func == nullptr || func->decl == nullptr || types::is_type_param(selection->recv)) return callee;
      callee.is_method = true;
    }
  }
  if (name != nullptr && func == nullptr) {
    func = as_object<types::Func>(info_.object_of(name));
    if (func == nullptr) {
      const types::Var* var = as_object<types::Var>(info_.object_of(name));
      if (var == nullptr || var->var_kind != types::VarKind::Local) return callee;
      const syntax::Expr* value = variables_.only_value(var);
      return value != nullptr && syntax::unparen(value) != fun ? known_function(value) : callee;
    }
  }
  if (func == nullptr) return callee;
  callee.func = func->origin != nullptr ? func->origin : func;
  callee.function = surroundings_.function_of(callee.func);
  callee.signature = callee.func->signature();
  return callee;
}

Callee Walker::callee_of(const syntax::CallExpr* call) const {
  Callee callee = known_function(call->fun);
  if (!callee.known()) callee.signature = signature_of(call->fun);
  return callee;
}

// Where the argument for parameter `index` (the receiver counts as the first) goes.
Hole Walker::parameter_hole(std::span<const Hole> results, const Callee& callee, size_t index, const types::Var* param) {
  if (!callee.known()) return graph_.heap_hole();
  if (callee.function != nullptr && in_group(callee.function)) {
    if (param == nullptr || param->name.view().empty() || param->name.view() == "_") return graph_.discard_hole();
    Location* location = location_of(param);
    return location != nullptr ? Hole{location} : graph_.heap_hole();
  }
  std::span<const Leaks> all = callee.func != nullptr ? surroundings_.leaks_of(callee.func) : surroundings_.leaks_of(callee.function);
  const Leaks leaks = index < all.size() ? all[index] : Leaks::everything();
  std::vector<Hole> holes;
  if (leaks.heap() >= 0) holes.push_back(graph_.heap_hole().shifted(leaks.heap()));
  if (leaks.mutator() >= 0) holes.push_back(graph_.mutator_hole().shifted(leaks.mutator()));
  if (leaks.callee() >= 0) holes.push_back(graph_.callee_hole().shifted(leaks.callee()));
  for (size_t i = 0; i < Leaks::kResults && i < results.size(); ++i) {
    if (leaks.result(i) >= 0) holes.push_back(results[i].shifted(leaks.result(i)));
  }
  // A result whose address is wanted cannot be asked for one: calls are not addressable.
  return tee(holes);
}

void Walker::call(std::span<const Hole> results, const syntax::CallExpr* call) {
  if (info_.is_type(call->fun)) {
    return flow_conversion(results.empty() ? graph_.discard_hole() : results[0], call);
  }
  BuiltinId id{};
  if (is_builtin(call, &id)) return call_builtin(results, call, id);
  if (std::optional<DirectMethod> direct = devirtualize(info_, variables_, call)) return direct_call(results, call, *direct);
  Callee callee = callee_of(call);
  const types::Signature* signature = callee.signature;
  if (signature == nullptr) return;
  take_results(results, callee);
  const syntax::Expr* fun = syntax::unparen(call->fun);
  const auto* selector = syntax::as<syntax::SelectorExpr>(fun);
  const types::Selection* selection = selector != nullptr ? info_.selection_of(selector) : nullptr;
  if (selection != nullptr && selection->kind == types::SelectionKind::MethodValue) {
    Callee receiver_of = callee;
    receiver_of.is_method = true;
    flow_receiver(graph_.noted(parameter_hole(results, receiver_of, 0, callee.known() ? callee.signature->recv : nullptr), call, "call parameter"),
                  selector, *selection);
    return arguments(results, call, callee, signature);
  }
  Hole callee_hole = graph_.discard_hole();
  if (!callee.known()) {
    for (const Hole& result : results) {
      if (!graph_.is_blank(result.dst)) callee_hole = graph_.noted(graph_.callee_hole(), call, "callee operand");
    }
  }
  flow(callee_hole, call->fun);
  arguments(results, call, callee, signature);
}

void Walker::take_results(std::span<const Hole> results, const Callee& callee) {
  if (callee.function == nullptr || !in_group(callee.function)) return;
  for (size_t i = 0; i < results.size() && i < callee.function->results.size(); ++i) graph_.flow(results[i], callee.function->results[i]);
}

void Walker::direct_call(std::span<const Hole> results, const syntax::CallExpr* call, const DirectMethod& direct) {
  const auto* selector = syntax::cast<syntax::SelectorExpr>(syntax::unparen(call->fun));
  auto bound = bound_.find(selector);
  const std::string* temporary = bound != bound_.end() ? temporary_name(bound->second) : nullptr;
  std::string from = temporary != nullptr ? *temporary + "." + std::string(selector->sel->text()) : text_.expression(selector);
  notes_.push_back({call->pos, fmt::format("{}devirtualizing {} to {}", direct.partial ? "partially " : "", from, text_.type(direct.receiver))});
  Callee callee;
  callee.is_method = true;
  callee.signature = direct.method->signature();
  if (!direct.partial) {
    callee.func = direct.method->origin != nullptr ? direct.method->origin : direct.method;
    callee.function = surroundings_.function_of(callee.func);
    callee.signature = callee.func->signature();
  }
  take_results(results, callee);
  Hole receiver = graph_.noted(parameter_hole(results, callee, 0, callee.signature->recv), call, "call parameter");
  flow_direct_receiver(receiver, selector, direct);
  arguments(results, call, callee, callee.signature);
}

void Walker::arguments(std::span<const Hole> results, const syntax::CallExpr* call, const Callee& callee, const types::Signature* signature) {
  if (call->args.size() == 1 && types::is_a<types::Tuple>(info_.type_of(call->args[0])) != nullptr) {
    return multi_value_arguments(results, call, callee, signature);
  }
  auto hole_of = [&](size_t index, const types::Var* param) {
    return graph_.noted(parameter_hole(results, callee, index, param), call, "call parameter");
  };
  // A method expression's receiver is its first argument.
  const auto* selector = syntax::as<syntax::SelectorExpr>(syntax::unparen(call->fun));
  const types::Selection* selection = selector != nullptr ? info_.selection_of(selector) : nullptr;
  bool is_expr = selection != nullptr && selection->kind == types::SelectionKind::MethodExpr && callee.known();
  size_t first = callee.is_method ? 1 : 0;  // summaries have the receiver first
  size_t next = 0;
  if (is_expr && !call->args.empty()) {
    flow(hole_of(0, signature->recv), call->args[0], signature->recv != nullptr ? signature->recv->type : nullptr);
    next = 1;
  }
  for (size_t i = 0; i < signature->params.size(); ++i) {
    const types::Var* param = signature->params[i];
    bool is_last = i + 1 == signature->params.size();
    if (!signature->variadic || !is_last || call->has_dots) {
      if (next < call->args.size()) flow(hole_of(first + i, param), call->args[next++], param->type);
      continue;
    }
    if (next == call->args.size()) {
      hole_of(first + i, param);  // nil
      continue;
    }
    Hole slice = spill(hole_of(first + i, param), call, SiteRole::VariadicSlice, call->pos);
    const auto* slice_type = types::as<types::Slice>(param->type);
    const types::Type* elem = slice_type != nullptr ? slice_type->elem : nullptr;
    if (elem != nullptr && !holds_pointers(elem)) slice = graph_.discard_hole();
    Hole element = graph_.noted(slice, call, "slice-literal-element");
    while (next < call->args.size()) flow(element, call->args[next++], elem);
  }
}

// f(g()): the results of g go through temporaries.
void Walker::multi_value_arguments(std::span<const Hole> results, const syntax::CallExpr* call, const Callee& callee,
                                   const types::Signature* signature) {
  const auto* tuple = types::is_a<types::Tuple>(info_.type_of(call->args[0]));
  std::vector<Location*> values;
  std::vector<Hole> holes;
  for (size_t i = 0; i < tuple->size(); ++i) {
    values.push_back(make_temporary());
    holes.push_back({values.back()});
  }
  const auto* inner = syntax::as<syntax::CallExpr>(syntax::unparen(call->args[0]));
  if (inner != nullptr) this->call(holes, inner);
  auto pass = [&](Hole hole, size_t value, const types::Type* target) {
    const types::Type* type = tuple->vars[value]->type;
    if (target != nullptr && types::is_interface(target) && !types::is_interface(type)) {
      if (!is_direct(type)) {
        hole = spill(hole, call->args[0], SiteRole::Box, call->pos);
        temporary_names_[hole.dst] = temporary_names_[values[value]];
      }
    }
    if (holds_pointers(type)) graph_.flow(hole, values[value]);
  };
  size_t first = callee.is_method ? 1 : 0;
  size_t next = 0;
  for (size_t i = 0; i < signature->params.size(); ++i) {
    const types::Var* param = signature->params[i];
    Hole hole = graph_.noted(parameter_hole(results, callee, first + i, param), call, "call parameter");
    if (!signature->variadic || i + 1 < signature->params.size()) {
      if (next < values.size()) {
        pass(hole, next, param->type);
        ++next;
      }
      continue;
    }
    if (next == values.size()) continue;
    Hole slice = spill(hole, call, SiteRole::VariadicSlice, call->pos);
    const auto* slice_type = types::as<types::Slice>(param->type);
    for (; next < values.size(); ++next) pass(slice, next, slice_type != nullptr ? slice_type->elem : nullptr);
  }
}

void Walker::append(const Hole& hole, const syntax::CallExpr* call) {
  const auto* slice = types::as<types::Slice>(types::is_type_param(type_of(call)) ? types::core_type(type_of(call)) : type_of(call));
  const types::Type* elem = slice != nullptr ? slice->elem : nullptr;
  bool pointers = elem == nullptr || holds_pointers(elem);
  std::vector<Hole> appendee{hole, graph_.mutator_hole()};
  if (pointers) appendee.push_back(graph_.noted(graph_.heap_hole().shifted(1), call, "appendee slice"));
  // The new backing store may come back as the result; no loop forces it to the heap.
  flow(graph_.noted(tee(appendee), call, "call parameter"), call->args[0]);
  if (call->has_dots) {
    const types::Type* appended = type_of(call->args[1]);
    bool content = pointers && !types::is_string(appended);
    flow(content ? graph_.noted(graph_.heap_hole().shifted(1), call, "appended slice...") : graph_.discard_hole(), call->args[1]);
  } else {
    for (const syntax::Expr* value : call->args.subspan(1)) flow(graph_.noted(graph_.heap_hole(), call, "call parameter"), value, elem);
  }
  Hole store = spill(hole, call, SiteRole::Append, call->pos);
  store.dst->loop_depth = 0;
}

void Walker::call_builtin(std::span<const Hole> results, const syntax::CallExpr* call, BuiltinId id) {
  Hole hole = results.empty() ? graph_.discard_hole() : results[0];
  auto discard_all = [&](size_t from) {
    for (size_t i = from; i < call->args.size(); ++i) {
      if (!info_.is_type(call->args[i])) discard(call->args[i]);
    }
  };
  if (call->args.size() == 1 && types::is_a<types::Tuple>(info_.type_of(call->args[0])) != nullptr) {
    // copy(f()): what f returns is lost, the safe answer.
    const auto* inner = syntax::as<syntax::CallExpr>(syntax::unparen(call->args[0]));
    std::vector<Hole> lost(types::is_a<types::Tuple>(info_.type_of(call->args[0]))->size(), graph_.heap_hole());
    if (inner != nullptr) this->call(lost, inner);
    if (id == BuiltinId::Append) spill(hole, call, SiteRole::Append, call->pos);
    return;
  }
  switch (id) {
    case BuiltinId::Append: return append(hole, call);
    case BuiltinId::Make: {
      const types::Type* type = type_of(call);
      const types::Type* shape = types::is_type_param(type) ? types::core_type(type) : type;
      if (types::as<types::Chan>(shape) == nullptr) {
        Hole made = spill(hole, call, SiteRole::Make, call->pos);
        const auto* slice = types::as<types::Slice>(shape);
        if (slice != nullptr && !types::is_parameterized(slice->elem)) {
          int64_t size = types::size_of(slice->elem);
          std::optional<int64_t> length = constant_length(call);
          if (size == 0) {
            made.dst->forced = "zero-sized element";
          } else if (length && *length > kMaxImplicit / size) {
            made.dst->forced = "too large for stack";
          }
        }
      }
      return discard_all(1);
    }
    case BuiltinId::New: {
      // new(x) makes a variable that holds x.
      Hole made = spill(hole, call, SiteRole::New, call->pos);
      const auto* pointer = types::as<types::Pointer>(type_of(call));
      if (!info_.is_type(call->args[0])) flow(made, call->args[0], pointer != nullptr ? pointer->elem : nullptr);
      return;
    }
    case BuiltinId::Copy: {
      mutate(call->args[0]);
      const types::Type* from = type_of(call->args[1]);
      const auto* slice = types::as<types::Slice>(from);
      bool content = slice != nullptr && holds_pointers(slice->elem);
      return flow(content || types::is_type_param(from) ? graph_.noted(graph_.heap_hole().shifted(1), call, "copied slice") : graph_.discard_hole(),
                  call->args[1]);
    }
    case BuiltinId::Panic: return flow(graph_.noted(graph_.heap_hole(), call, "call parameter"), call->args[0], types_.any_type());
    case BuiltinId::Clear: return mutate(call->args[0]);
    case BuiltinId::Max:
    case BuiltinId::Min:
      for (const syntax::Expr* arg : call->args) flow(hole, arg);
      return;
    case BuiltinId::UnsafeAdd:
    case BuiltinId::UnsafeSlice:
    case BuiltinId::UnsafeString:
      flow(hole, call->args[0]);
      return discard_all(1);
    case BuiltinId::UnsafeSliceData:
    case BuiltinId::UnsafeStringData: return flow(hole, call->args[0]);
    case BuiltinId::Delete: {
      const auto* map = types::as<types::Map>(type_of(call->args[0]));
      discard(call->args[0]);
      return discard(call->args[1], map != nullptr ? map->key : nullptr);
    }
    default: return discard_all(0);
  }
}

// What make's size is known to be: the capacity if given, a constant, or a variable that only ever holds one.
std::optional<int64_t> Walker::constant_length(const syntax::CallExpr* make) const {
  if (make->args.size() < 2) return std::nullopt;
  const syntax::Expr* size = variables_.constant_behind(info_, make->args.back());
  if (size == nullptr) return std::nullopt;
  bool exact = false;
  int64_t value = info_.value_of(size).to_int().as_int64(exact);
  return exact ? std::optional<int64_t>(value) : std::nullopt;
}

}  // namespace govm::escape
