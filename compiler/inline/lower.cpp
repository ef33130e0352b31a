// Functions, variables, and what names stand for.
#include "compiler/inline/lower.h"

#include <fmt/format.h>

#include "compiler/inline/function_lowering.h"
#include "compiler/syntax/decl.h"
#include "compiler/types/method_set.h"
#include "compiler/types/relations.h"

namespace govm::inl {
namespace {

/// How many functions of that name come before: Go's compiler numbers them.
uint32_t init_number(const types::Func* func) {
  uint32_t number = 0;
  for (const syntax::File* file : func->package->files) {
    for (const syntax::Decl* decl : file->decls) {
      const auto* declared = syntax::as<syntax::FuncDecl>(decl);
      if (declared == func->decl) return number;
      if (declared != nullptr && !declared->is_method() && declared->name != nullptr && declared->name->text() == "init") ++number;
    }
  }
  return number;
}

}  // namespace

Lowering::Lowering(types::Checker& checker, const types::Info& info)
    : checker_(checker), types_(checker.store()), info_(info), shapes_(checker.store()), dictionaries_(checker, info) {}

Node* Lowering::make(Op op, Pos pos, const types::Type* type, const syntax::Node* source) {
  nodes_.emplace_back();
  Node* node = &nodes_.back();
  node->op = op;
  node->pos = pos;
  node->own_pos = pos;
  node->type = type;
  node->source = source;
  return node;
}

Variable* Lowering::make_variable(Function* function, std::string name, VariableClass kind, const types::Type* type, Pos pos) {
  variables_.emplace_back();
  Variable* variable = &variables_.back();
  variable->name = std::move(name);
  variable->kind = kind;
  variable->type = type;
  variable->pos = pos;
  variable->function = function;
  if (kind != VariableClass::Captured) function->declared.push_back(variable);
  return variable;
}

Variable* Lowering::make_temporary(Function* function, const types::Type* type, Pos pos) {
  return make_variable(function, fmt::format(".autotmp_{}", function->declared.size()), VariableClass::Auto, type, pos);
}

Node* Lowering::name_of(Variable* variable, Pos pos, const syntax::Node* source) {
  Node* node = make(Op::Name, pos, variable->type, source);
  node->variable = variable;
  return node;
}

Variable* Lowering::capture(Function* function, Variable* outer, Pos pos) {
  for (Variable* captured : function->captured) {
    if (captured->outer == outer) return captured;
  }
  Variable* variable = make_variable(function, outer->name, VariableClass::Captured, outer->type, pos);
  variable->outer = outer;
  variable->var = outer->var;
  function->captured.push_back(variable);
  return variable;
}

Function* Lowering::make_function(const types::Package* package) {
  functions_.emplace_back();
  functions_.back().package = functions_.back().home = package;
  return &functions_.back();
}

Function* Lowering::make_function_in(const Function* outer) {
  Function* function = make_function(outer->package);
  function->home = outer->home;
  return function;
}

void Lowering::begin_package(const types::Package* home) {
  if (!lists_everything_) return;
  home_ = home;
  has_bodies_ = false;
  of_home_.clear();
  wrappers_.clear();
  reading_.begin(home);
}

Function* Lowering::function_of(const types::Func* func, std::span<const types::Type* const> args) {
  if (func->origin != nullptr) func = func->origin;
  if (func->decl == nullptr || !func->decl->has_body()) return nullptr;
  std::vector<const types::TypeParam*> params = func->signature()->all_type_params();
  std::vector<const types::Type*> shapes;
  for (size_t i = 0; i < params.size() && i < args.size(); ++i) shapes.push_back(shapes_.of(args[i], params[i]));
  if (shapes.size() != params.size()) return nullptr;
  const bool of_home = home_ != nullptr && !shapes.empty();
  Function*& function = (of_home ? of_home_ : by_func_)[{func, shapes}];
  if (function != nullptr) return function;
  if (!shapes.empty()) {
    // The methods of a type are made with it.
    if (reading_.owner_of(func, shapes) && function != nullptr) return function;
    if (Dictionaries::owner_of(func) == func) reading_.signature(func->signature(), {params, shapes});
  }
  function = make_function(func->package);
  if (of_home) {
    function->home = home_;
    function->is_only_named = has_bodies_ && !func->package->is_std;
    by_func_.try_emplace({func, shapes}, function);
  }
  function->func = func;
  function->shapes = std::move(shapes);
  function->signature = func->signature();
  function->text_of = func;
  function->pos = func->decl->pos;
  function->is_instance = !function->shapes.empty();
  function->name = TypeText(types_, func->package).function(func, function->shapes);
  if (func->signature()->recv == nullptr && func->name.view() == "init") function->name += fmt::format(".{}", init_number(func));
  if (function->is_instance) mentioned_.push_back(function);
  return function;
}

Function* Lowering::mention_wrapper(const types::Func* func, std::span<const types::Type* const> args) {
  if (func->origin != nullptr) func = func->origin;
  if (!lists_everything_ || func->package == nullptr || func->package->is_std || func->decl == nullptr || !func->decl->has_body())
    return nullptr;
  for (const types::Type* arg : args) {
    if (Shapes::has_shape(arg) || types::is_parameterized(arg)) return nullptr;
  }
  if (args.empty()) return nullptr;
  Function*& function = wrappers_[{func, {args.begin(), args.end()}}];
  if (function != nullptr || (reading_.owner_of(func, args) && function != nullptr)) return function;
  if (Dictionaries::owner_of(func) == func) {
    const std::vector<const types::TypeParam*> params = func->signature()->all_type_params();
    reading_.signature(func->signature(), {params, args});
    reading_.later({func, {args.begin(), args.end()}});
  }
  function = make_function(func->package);
  if (home_ != nullptr) function->home = home_;
  function->func = func;
  function->shapes.assign(args.begin(), args.end());
  function->signature = func->signature();
  function->text_of = func;
  function->pos = func->decl->pos;
  function->is_instance = function->is_wrapper = true;
  function->name = TypeText(types_, func->package).function(func, args);
  mentioned_.push_back(function);
  return function;
}

Function* Lowering::initializers_of(const types::Package* package) {
  Function*& function = initializers_[package];
  if (function == nullptr) {
    function = make_function(package);
    function->initializes = package;
    function->name = "init";
  }
  return function;
}

void Lowering::lower(Function* function) {
  if (function->lowered) return;
  function->lowered = true;
  if (function->func != nullptr) checker_.check_body(function->func);
  FunctionLowering(*this, function).run();
}

FunctionLowering::FunctionLowering(Lowering& session, Function* function)
    : session_(session),
      types_(session.types_),
      info_(session.info_),
      function_(function),
      root_(function),
      text_(session.types_, function->home) {
  set_substitution();
}

void FunctionLowering::set_substitution() {
  if (function_->text_of == nullptr || !function_->is_instance) return;
  type_params_ = function_->text_of->signature()->all_type_params();
  substitution_ = {type_params_, function_->shapes};
}

void FunctionLowering::run() {
  if (function_->initializes != nullptr) {
    auto steps = info_.init_order.find(function_->initializes);
    if (steps == info_.init_order.end()) return;
    for (const types::Initializer& step : steps->second) {
      if (step.rhs == nullptr) continue;
      Nodes left;
      for (const types::Var* var : step.lhs) {
        bool blank = var->name.view() == "_";
        Node* to =
            blank ? name(make_variable("_", VariableClass::Captured, var->type, var->pos), var->pos) : global(var, var->pos, nullptr);
        left.push_back(to);
      }
      Pos pos = step.lhs.empty() ? step.rhs->pos : step.lhs[0]->pos;
      if (left.size() <= 1) {
        Node* assign = make(Op::Assign, pos, nullptr, step.rhs);
        assign->x = left.empty() ? name(make_variable("_", VariableClass::Captured, nullptr, pos), pos) : left[0];
        bool blank = step.lhs.empty() || step.lhs[0]->name.view() == "_";
        assign->y = converted(step.rhs, blank ? nullptr : step.lhs[0]->type);
        function_->body.push_back(assign);
        continue;
      }
      const syntax::Expr* source = syntax::unparen(step.rhs);
      std::vector<const types::Type*> types;
      Node* assign = several(source, pos, step.rhs, types);
      bool mismatched = false;
      for (size_t i = 0; i < types.size(); ++i)
        mismatched |= step.lhs[i]->name.view() != "_" && !types::identical(types[i], step.lhs[i]->type);
      if (!mismatched || assign->op != Op::Assign2Func) {
        assign->list = std::move(left);
        function_->body.push_back(assign);
        continue;
      }
      // Through temporaries, each converted.
      Node* outer = make(Op::Assign2, pos, nullptr, step.rhs);
      outer->list = std::move(left);
      for (size_t i = 0; i < types.size(); ++i) {
        Variable* variable = temporary(types[i], pos);
        assign->init.push_back(declaration(variable, pos));
        assign->list.push_back(name(variable, pos));
        Node* value = name(variable, pos, source);
        const types::Type* to = step.lhs[i]->name.view() == "_" ? types[i] : step.lhs[i]->type;
        outer->list2.push_back(Shapes::identical(types[i], to) ? value : convert(value, types[i], to, true, pos, source));
      }
      outer->init.push_back(assign);
      function_->body.push_back(outer);
    }
    return;
  }
  session_.declare_parameters(function_);
  adopt_parameters(function_);
  if (function_->is_wrapper) return call_for_shapes();
  const syntax::FuncDecl* decl = function_->func->decl;
  if (decl->body != nullptr) function_->body = block(decl->body->list);
}

void Lowering::declare_parameters(Function* function) {
  const types::Signature& signature = *function->signature;
  auto declare = [&](const types::Var* var, std::string_view prefix, size_t index, VariableClass kind) {
    std::string name(var->name.view());
    if (name.empty() || name == "_") name = fmt::format("{}{}", prefix, index);
    Variable* variable = make_variable(function, std::move(name), kind, var->type, var->pos);
    variable->var = var;
    (kind == VariableClass::Result ? function->results : function->params).push_back(variable);
  };
  if (signature.recv != nullptr) {
    declare(signature.recv, "~recv", 0, VariableClass::Param);
    function->is_method = true;
  }
  if (function->is_instance && !function->is_wrapper) {
    const size_t count = lists_everything_ ? dictionaries_.of(Dictionaries::owner_of(function->text_of)).words() : 1;
    const types::Type* words = types_.pointer_to(types_.array_of(types_.basic(types::BasicKind::Uintptr), static_cast<int64_t>(count)));
    function->params.push_back(make_variable(function, ".dict", VariableClass::Param, words, function->pos));
  }
  for (size_t i = 0; i < signature.params.size(); ++i)
    declare(signature.params[i], "~p", i + (function->is_instance ? 1 : 0), VariableClass::Param);
  for (size_t i = 0; i < signature.results.size(); ++i) declare(signature.results[i], "~r", i, VariableClass::Result);
}

const types::Type* FunctionLowering::type_of(const syntax::Expr* expr) {
  const types::Type* type = info_.type_of(expr);
  return type != nullptr ? subst(types_.default_type(type)) : nullptr;
}

Variable* FunctionLowering::declare(const types::Var* var) {
  Variable* variable = make_variable(std::string(var->name.view()), VariableClass::Auto, subst(var->type), var->pos);
  variable->var = var;
  variables_[function_][var] = variable;
  mention_methods(variable->type);
  return variable;
}

Variable* FunctionLowering::use_in(Function* function, const types::Var* var, Pos pos) {
  auto& mine = variables_[function];
  if (auto it = mine.find(var); it != mine.end()) return it->second;
  if (function->outer == nullptr) return nullptr;
  Variable* outer = use_in(function->outer, var, pos);
  if (outer == nullptr) return nullptr;
  // A literal in an inlined function captures at the call.
  if (function->outer == root_ && inlined_.caller != nullptr) pos = inlined_.pos;
  Variable* captured = session_.capture(function, outer, pos);
  captured->context = inlined_.context;
  return variables_[function][var] = captured;
}

Variable* FunctionLowering::dictionary_of(Function* function) {
  if (function->outer == nullptr) {
    for (Variable* param : function->params) {
      if (param->is_dictionary()) return param;
    }
    if (inlined_.callee != nullptr) {
      for (Variable* captured : inlined_.callee->captured) {
        if (captured->is_dictionary()) return captured->outer;
      }
    }
    return nullptr;
  }
  Variable* outer = dictionary_of(function->outer);
  return outer != nullptr ? session_.capture(function, outer, outer->pos) : nullptr;
}

Node* FunctionLowering::declaration(Variable* variable, Pos pos) {
  Node* node = make(Op::Decl, pos, nullptr);
  node->variable = variable;
  return node;
}

Node* FunctionLowering::global(const types::Object* object, Pos pos, const syntax::Node* source) {
  mention_object(object);
  Node* node = make(Op::Name, pos, object->type, source);
  node->object = object;
  node->text = text_.types().qualifier(object->package) + std::string(object->name.view());
  return node;
}

Node* FunctionLowering::function_name(const types::Func* func, std::span<const types::Type* const> args, Pos pos,
                                      const syntax::Node* source) {
  Node* node = make(Op::Name, pos, func->type, source);
  node->object = func->origin != nullptr ? func->origin : func;
  if (args.empty()) mention_object(node->object);
  for (const types::Type* arg : args) mention_types(arg);
  session_.mention_wrapper(func, args);
  node->function = session_.function_of(func, args);
  std::vector<const types::Type*> shapes(args.begin(), args.end());
  if (node->function != nullptr) shapes = node->function->shapes;
  node->text = text_.types().function(func, shapes);
  return node;
}

// The methods of an instantiated type are compiled whether somebody calls them or not.
void FunctionLowering::mention_methods(const types::Type* type) {
  if (session_.reading_.is_under_way()) return mention_types(type);
  const auto* named = types::is_a<types::Named>(type);
  if (named == nullptr || named->type_args.empty() || named->origin == nullptr || types::is_parameterized(named)) return;
  if (named->origin->object->package == nullptr || named->origin->object->package->is_std) return;
  for (const types::Func* method : named->origin->methods()) {
    if (method->signature()->type_params.empty()) session_.function_of(method, named->type_args);
  }
}

}  // namespace govm::inl
