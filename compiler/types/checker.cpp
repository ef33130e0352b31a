// The order of the checker's work on a package, and checking of bodies when they are needed.
#include "compiler/types/checker.h"

#include <map>

#include "compiler/types/context.h"
#include "compiler/types/range_over_func.h"

namespace govm::types {

/// One context a package: late bodies are checked in the context their package was declared in.
struct Checker::State {
  struct PackageState final : LateDeclarations {
    std::unique_ptr<Context> context;
    Importer importer;
    void declare(const Object* object) override { declare_object(*context, const_cast<Object*>(object)); }
  };
  std::map<const Package*, PackageState> packages;
};

Checker::Checker(syntax::Session& session, TypeStore& store, Info& info)
    : session_(session), store_(store), info_(info), state_(std::make_unique<State>()) {}

Checker::~Checker() = default;

bool Checker::check_package(Package* package, const std::vector<syntax::File*>& files, const Importer& importer,
                            const CheckOptions& options) {
  CheckStage stage("checking package", package->path);
  size_t errors = session_.sink.count();
  State::PackageState& state = state_->packages[package];
  state.importer = importer;
  state.context = std::make_unique<Context>(session_, store_, info_);
  Context& c = *state.context;
  c.package = package;
  c.importer = &state.importer;
  c.options = options;
  if (package->name.is_blank() && !files.empty()) c.report(files[0]->package_name->pos, diag::kBlankPackage);
  collect_objects(c, files);
  if (options.bodies) {
    check_package_objects(c);
  } else {
    package->late = &state;
    check_initialized_variables(c);
  }
  c.process_put_off();
  if (c.range_over_func && errors == session_.sink.count()) {
    for (const auto& [object, decl] : c.decls) {
      if (as_object<Var>(object) && decl->init != nullptr) rewrite_range_over_func(c, decl->init);
    }
  }
  if (!options.bodies) {
    // The order of initialisation depends on what functions mention that initialisers call.
    std::vector<Object*> todo;
    for (const auto& [object, decl] : c.decls) {
      if (as_object<Var>(object)) todo.insert(todo.end(), decl->dependencies.begin(), decl->dependencies.end());
    }
    while (!todo.empty()) {
      Func* func = as_object<Func>(todo.back());
      todo.pop_back();
      if (func == nullptr || func->body_checked || !c.decls.contains(func)) continue;
      check_body(func);
      const std::vector<Object*>& more = c.decls.at(func)->dependencies;
      todo.insert(todo.end(), more.begin(), more.end());
    }
  }
  compute_init_order(c);
  if (options.bodies) report_unused_imports(c);
  if (errors == session_.sink.count()) check_endless_instances(c);
  if (errors == session_.sink.count()) check_anonymous_interfaces(c);
  // Go's compiler comes here only where nothing is wrong, mistakes in the text of directives included.
  if (!package->is_std) {
    if (!session_.sink.has_errors()) check_directives(c, files);
    if (errors == session_.sink.count()) {
      for (const syntax::File* file : files) session_.sink.take_turn(file->package_name->pos);
      check_limits(c);
    }
  }
  if (options.require_main && package->name == std::string_view("main") &&
      as_object<Func>(package->scope->lookup(c.intern("main"))) == nullptr && errors == session_.sink.count()) {
    c.report(Pos(), diag::kMissingMain);
  }
  return errors == session_.sink.count();
}

void Checker::check_body(const Func* func) {
  if (func->origin != nullptr) func = func->origin;
  if (func->body_checked || func->decl == nullptr) return;
  auto state = state_->packages.find(func->package);
  if (state == state_->packages.end()) return;
  Context& c = *state->second.context;
  auto decl = c.decls.find(func);
  if (decl == c.decls.end()) return;
  func->need();
  CheckStage stage("checking the body", func->name.view());
  size_t first = c.later.size();
  check_declared_body(c, const_cast<Func*>(func), decl->second);
  c.process_put_off(first);
}

void Context::process_put_off(size_t first) {
  int version = env.version;
  // A check may put off others.
  for (size_t i = first; i < later.size(); ++i) {
    Later next = std::move(later[i]);
    env.version = next.version;
    next.check();
  }
  later.erase(later.begin() + static_cast<ptrdiff_t>(first), later.end());
  env.version = version;
}

void check_declared_body(Context& c, Func* func, DeclInfo* decl) {
  if (func->body_checked || decl->func_scope == nullptr) return;
  func->body_checked = true;
  syntax::parse_body(c.session, *decl->func_decl);
  if (decl->func_decl->body == nullptr || func->signature() == nullptr || is_invalid(func->type)) return;
  Environment saved = c.env;
  c.env = Environment();
  c.env.decl = decl;
  c.env.version = c.version_of_scope[decl->file_scope];
  c.env.scope = decl->func_scope;
  bool outside = c.range_over_func;
  size_t errors = c.sink.count();
  c.range_over_func = false;
  check_function_body(c, decl, func->signature(), decl->func_decl->body, decl->func_decl);
  if (c.range_over_func && errors == c.sink.count()) rewrite_range_over_func(c, decl->func_decl->type, decl->func_decl->body);
  c.range_over_func = outside;
  c.env = saved;
}

void check_function_body(Context& c, DeclInfo* decl, const Signature* signature, syntax::BlockStmt* body, const syntax::Node* function) {
  c.env.decl = decl;
  c.env.signature = signature;
  c.env.function = function;
  c.env.declared = Pos();
  size_t first_var = c.local_vars.size();
  size_t first_check = c.later.size();
  check_block(c, body->list);
  if (!signature->results.empty() && !is_terminating_list(c, body->list)) {
    c.report(body->rbrace, diag::kMissingReturn);
  }
  // Function literals in it, which may use its variables.
  c.process_put_off(first_check);
  report_unused_vars(c, first_var);
}

}  // namespace govm::types
