// Inference by the steps of the spec, checks of constraints, and the functions that result.
#include "compiler/types/infer.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/types/unify.h"

namespace govm::types {
namespace {

using TypeList = std::vector<const Type*>;
using ParamList = std::vector<const TypeParam*>;

/// The core type of a constraint, with whether the one term of it is known.
struct CoreTerm {
  const Type* type = nullptr;
  bool tilde = false;
  bool single = false;
};

CoreTerm core_term(const TypeParam* param) {
  const Interface* bound = param->bound();
  if (!bound || type_set_of(bound).all_types) return {};
  const auto& terms = type_set_of(bound).terms;
  if (terms.size() == 1) return {terms[0].type, terms[0].tilde, true};
  const Type* core = core_type(param);
  return {core, core && std::ranges::any_of(terms, [](const Union::Term& t) { return t.tilde; }), false};
}

/// The larger of two kinds of untyped constants; null if they do not mix.
const Type* larger_untyped(const Type* x, const Type* y) {
  if (x == y) return x;
  if (!is_numeric(x) || !is_numeric(y)) return nullptr;
  return is_a<Basic>(x)->basic() > is_a<Basic>(y)->basic() ? x : y;
}

/// One inference; its steps in the order of the spec.
class Inference {
 public:
  Inference(Context& c, InferenceRequest& request, InferenceFailure& failure)
      : c_(c), request_(request), params_(request.params), failure_(failure), unifier_(params_, request.known) {}

  bool from_arguments() {
    for (size_t i = 0; i < request_.args.size(); i++) {
      const Operand& arg = request_.args[i];
      const Type* target = request_.targets[i];
      if (!mentions(target, params_) && !mentions(arg.type, params_)) continue;
      if (is_untyped(arg.type)) {
        if (is_a<TypeParam>(target) && !arg.is_nil()) untyped_.push_back(i);
      } else if (!unifier_.unify(target, arg.type, Match::Assignable)) {
        return fail_match(target, arg);
      }
    }
    return true;
  }

  bool from_constraints() {
    for (size_t unknown = SIZE_MAX; unifier_.unknown_count() != unknown;) {
      unknown = unifier_.unknown_count();
      for (size_t i = 0; i < params_.size(); i++) {
        if (!from_constraint(i)) return false;
      }
    }
    return true;
  }

  bool from_untyped_constants() {
    std::vector<std::pair<const TypeParam*, const Type*>> largest;
    for (size_t index : untyped_) {
      const auto* param = is_a<TypeParam>(request_.targets[index]);
      const Operand& arg = request_.args[index];
      if (unifier_.at(index_of(param))) continue;
      auto at = std::ranges::find(largest, param, [](const auto& entry) { return entry.first; });
      if (at == largest.end()) {
        largest.emplace_back(param, arg.type);
        continue;
      }
      const Type* both = larger_untyped(at->second, arg.type);
      if (!both) {
        return fail(pos_of(arg),
                    fmt::format("mismatched types {} and {} (cannot infer {})", c_.text(at->second), c_.text(arg.type), name(param)));
      }
      at->second = both;
    }
    for (auto& [param, type] : largest) unifier_.set(index_of(param), c_.store.default_type(type));
    return true;
  }

  /// Replaces parameters within what was found by what was found for them, until none is left.
  bool simplify(TypeList& found) {
    found = unifier_.inferred();
    drop_cycles(found);
    for (bool changed = true; changed;) {
      changed = false;
      TypeList step = found;
      for (size_t i = 0; i < found.size(); i++) {
        if (!found[i]) continue;
        const Type* simpler = substitute_known(found[i], step);
        if (simpler == found[i]) continue;
        changed = true;
        if (auto* signature = is_a<Signature>(simpler); signature && signature->is_generic() && !mentions(signature, params_)) {
          simpler = instantiate(c_.store, signature, {});
        }
        found[i] = simpler;
      }
    }
    for (size_t i = 0; i < found.size(); i++) {
      if (found[i] && !mentions(found[i], params_)) continue;
      const TypeName* object = params_[i]->object;
      return fail(request_.pos, fmt::format("cannot infer {} (declared at {})", name(params_[i]), c_.sink.sources().describe(object->pos)));
    }
    return true;
  }

 private:
  std::string_view name(const TypeParam* param) const { return param->object->name.view(); }
  size_t index_of(const TypeParam* param) const { return static_cast<size_t>(std::ranges::find(params_, param) - params_.begin()); }

  const Type* substitute_known(const Type* type, const TypeList& found) {
    ParamList params;
    TypeList args;
    for (size_t i = 0; i < params_.size(); i++) {
      if (!found[i]) continue;
      params.push_back(params_[i]);
      args.push_back(found[i]);
    }
    return substitute(c_.store, type, {params, args});
  }

  bool from_constraint(size_t i) {
    const TypeParam* param = params_[i];
    const Type* known = unifier_.at(i);
    if (CoreTerm core = core_term(param); core.type) {
      if (known) {
        if (!unifier_.unify(known, core.type, Match::Loose)) return fail_constraint(param, known, "");
      } else if (core.single && !core.tilde) {
        unifier_.set(i, core.type);
      }
    }
    if (!known || mentions(known, params_)) return true;
    for (const Func* method : type_set_of(param->bound()).methods) {
      Found found = lookup_field_or_method(known, false, method->package, method->name);
      const Func* own = found.object && found.object->kind == ObjectKind::Func ? static_cast<const Func*>(found.object) : nullptr;
      if (!own || !unifier_.unify(own->signature(), method->type, Match::Exact)) {
        return fail_constraint(param, known, " " + missing_method_cause(c_, known, param->constraint, true));
      }
    }
    return true;
  }

  /// Forgets what was found for parameters that are part of their own argument.
  void drop_cycles(TypeList& found) {
    for (size_t start = 0; start < found.size(); start++) {
      std::vector<bool> seen(found.size());
      std::vector<size_t> open{start};
      while (!open.empty() && found[start]) {
        const Type* type = found[open.back()];
        open.pop_back();
        for (size_t i = 0; type && i < params_.size(); i++) {
          if (!mentions(type, std::span(&params_[i], 1))) continue;
          if (i == start) found[start] = nullptr;
          if (!seen[i]) open.push_back(i);
          seen[i] = true;
        }
      }
    }
  }

  bool fail(Pos pos, std::string text) {
    failure_ = {pos, std::move(text)};
    return false;
  }

  bool fail_constraint(const TypeParam* param, const Type* type, const std::string& cause) {
    return fail(request_.pos,
                fmt::format("{} (type {}) does not satisfy {}{}", name(param), c_.text(type), c_.text(param->constraint), cause));
  }

  bool fail_match(const Type* target, const Operand& arg) {
    TypeList found = unifier_.inferred();
    // What stands in for the variable of an assignment is a name where the function's expression has its position.
    const Pos pos = request_.reverse ? arg.expr->pos : pos_of(arg);
    std::string of = fmt::format("type {} of {}", c_.text(arg.type), request_.reverse ? request_.reverse_target : c_.text(arg.expr));
    if (std::ranges::all_of(found, [](const Type* t) { return t == nullptr; })) {
      return fail(pos, fmt::format("{} does not match {} (cannot infer {})", of, c_.text(target), names_of_params()));
    }
    const Type* inferred = substitute_known(target, found);
    if (inferred == target) return fail(pos, fmt::format("{} does not match {}", of, c_.text(target)));
    if (request_.reverse) {
      return fail(pos, fmt::format("inferred type {} for {} does not match {}", c_.text(inferred), c_.text(target), of));
    }
    return fail(pos, fmt::format("{} does not match inferred type {} for {}", of, c_.text(inferred), c_.text(target)));
  }

  /// "T", "T and U", "T, U, and V"
  std::string names_of_params() const {
    std::string out;
    size_t count = params_.size();
    for (size_t i = 0; i < count; i++) {
      if (i) out += count == 2 ? " and " : i + 1 == count ? ", and " : ", ";
      out += name(params_[i]);
    }
    return out;
  }

  Context& c_;
  InferenceRequest& request_;
  const ParamList& params_;
  InferenceFailure& failure_;
  Unifier unifier_;
  std::vector<size_t> untyped_;  // indices of arguments that are untyped, for parameters of a type to be inferred
};

void verify_constraints(Context& c, Pos pos, const ParamList& params, const TypeList& args, std::span<syntax::Expr*> arg_exprs) {
  c.put_off([&c, pos, params, args, arg_exprs] {
    for (size_t i = 0; i < params.size(); i++) {
      std::string gap = implementation_gap(c, args[i], substitute(c.store, params[i]->constraint, {params, args}), true);
      if (gap.empty()) continue;
      c.report(i < arg_exprs.size() ? pos_of(arg_exprs[i]) : pos, diag::kUnsatisfiedConstraint, gap);
      return;
    }
    c.instantiations.push_back({pos, params, args, {arg_exprs.begin(), arg_exprs.end()}});
  });
}

}  // namespace

ParamList fresh_params(Context& c, const ParamList& params) {
  ParamList fresh;
  for (const TypeParam* param : params) fresh.push_back(c.store.make<TypeParam>(param->object, param->index));
  TypeList args(fresh.begin(), fresh.end());
  for (size_t i = 0; i < params.size(); i++) fresh[i]->constraint = substitute(c.store, params[i]->constraint, {params, args});
  return fresh;
}

std::optional<TypeList> infer(Context& c, InferenceRequest request, InferenceFailure& failure) {
  request.known.resize(request.params.size(), nullptr);
  if (std::ranges::find(request.known, nullptr) == request.known.end()) return request.known;
  for (const Operand& arg : request.args) {
    if (!arg) return std::nullopt;
  }
  // Explicit arguments are put in first: for those parameters assignability counts, not unification.
  ParamList given;
  TypeList given_args;
  for (size_t i = 0; i < request.params.size(); i++) {
    if (!request.known[i]) continue;
    given.push_back(request.params[i]);
    given_args.push_back(request.known[i]);
  }
  for (const Type*& target : request.targets) target = substitute(c.store, target, {given, given_args});

  Inference inference(c, request, failure);
  TypeList found;
  if (!inference.from_arguments() || !inference.from_constraints() || !inference.from_untyped_constants() || !inference.simplify(found)) {
    return std::nullopt;
  }
  return found;
}

const Signature* instantiate_function(Context& c, syntax::Expr* fun, Pos pos, const Signature* generic, TypeList args,
                                      std::span<syntax::Expr*> arg_exprs) {
  const Signature* instance = instantiate(c.store, generic, args);
  verify_constraints(c, pos, generic->type_params, args, arg_exprs);
  for (syntax::Expr* at = fun; at;) {
    c.info.record(at).type = instance;
    if (auto* paren = syntax::as<syntax::ParenExpr>(at)) {
      at = paren->x;
    } else if (auto* index = syntax::as<syntax::IndexExpr>(at)) {
      at = index->x;
    } else if (auto* selector = syntax::as<syntax::SelectorExpr>(at)) {
      at = selector->sel;
    } else {
      if (auto* name = syntax::as<syntax::Name>(at)) c.info.instances[name] = {std::move(args), instance};
      break;
    }
  }
  return instance;
}

std::optional<TypeList> check_type_args(Context& c, const Signature* generic, syntax::IndexExpr* index, bool called) {
  TypeList args;
  bool valid = true;
  for (syntax::Expr* expr : index->indices) {
    args.push_back(check_var_type(c, expr));
    valid &= !is_invalid(args.back());
  }
  if (!valid) return std::nullopt;
  size_t wanted = generic->type_params.size();
  if (args.size() > wanted) {
    Pos at = pos_of(called ? index->indices[wanted] : index->indices.back());
    c.report(at, diag::kManyTypeArgumentsOfFunction, static_cast<int64_t>(args.size()), static_cast<int64_t>(wanted));
    return std::nullopt;
  }
  return args;
}

void instantiate_value(Context& c, Operand& x, syntax::IndexExpr* index, Pos pos, const Type* target, std::string_view what) {
  bool old_language = !c.require_version(pos, 18, "function instantiation");
  const Signature* generic = is_a<Signature>(x.type);
  TypeList args;
  if (index) {
    std::optional<TypeList> given = check_type_args(c, generic, index, false);
    x.expr = index;
    if (!given) {
      x.mode = Mode::Invalid;
      return;
    }
    args = std::move(*given);
  }
  std::span<syntax::Expr*> arg_exprs = index ? index->indices : std::span<syntax::Expr*>();
  if (args.size() < generic->type_params.size()) {
    InferenceRequest request;
    request.pos = pos;
    request.params = fresh_params(c, generic->type_params);
    request.known = std::move(args);
    if (target && as<Signature>(target)) {
      if (!old_language) {
        c.require_version(pos, 21,
                          index ? "partially instantiated function in assignment" : "implicitly instantiated function in assignment");
      }
      TypeList fresh(request.params.begin(), request.params.end());
      auto* pattern = c.store.make<Signature>();
      const Signature* renamed = instantiate(c.store, generic, fresh);
      pattern->params = renamed->params;
      pattern->results = renamed->results;
      pattern->variadic = renamed->variadic;
      request.targets.push_back(pattern);
      Operand value = x;
      value.mode = Mode::Value;
      value.type = target;
      request.args.push_back(value);
      request.reverse = true;
      request.reverse_target = what;
    }
    InferenceFailure failure;
    std::optional<TypeList> found = infer(c, std::move(request), failure);
    if (!found) {
      if (!failure.text.empty()) c.report(failure.pos, diag::kUninferred, failure.text);
      x.mode = Mode::Invalid;
      return;
    }
    args = std::move(*found);
  }
  x.type = instantiate_function(c, x.expr, pos_of(x), generic, std::move(args), arg_exprs);
  x.mode = Mode::Value;
}

}  // namespace govm::types
