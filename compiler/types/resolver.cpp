// Spec: "Declarations and scope", "Import declarations": the objects of a package and their scopes, before any
// of them is checked.
#include <algorithm>

#include "compiler/types/context.h"
#include "compiler/types/cycles.h"
#include "compiler/types/language_version.h"

namespace govm::types {
namespace {

/// A method whose receiver's type is still to be found.
struct MethodToPlace {
  Func* func;
  bool pointer;
  const syntax::Name* base;
};

class Resolver {
 public:
  explicit Resolver(Context& c) : c_(c) {}

  void collect(const std::vector<syntax::File*>& files) {
    for (syntax::File* file : files) collect_file(file);
    if (!c_.outlined.empty()) {
      c_.package->scope->late = &c_.outlined;
    } else {
      for (Scope* scope : file_scopes_) check_file_scope(scope);
    }
    for (const MethodToPlace& method : methods_) place(method);
  }

  void collect_late(std::span<syntax::Decl*> decls, Scope* file_scope, bool has_late_step) {
    file_scope_ = file_scope;
    has_late_step_ = has_late_step;
    collect_declarations(decls);
    for (const MethodToPlace& method : methods_) place(method);
  }

 private:
  DeclInfo* new_decl() {
    c_.owned_decls.push_back(std::make_unique<DeclInfo>());
    c_.owned_decls.back()->file_scope = file_scope_;
    c_.owned_decls.back()->has_late_step = has_late_step_;
    return c_.owned_decls.back().get();
  }

  void note(Object* object, DeclInfo* decl) {
    c_.decls[object] = decl;
    object->order = static_cast<uint32_t>(c_.decls.size());
  }

  void declare_package_object(const syntax::Name* name, Object* object, DeclInfo* decl) {
    c_.info.define(name, object);
    // Spec: "the identifier init can be declared only as a function, and it cannot be referred to"; likewise main.
    if (name->text() == "init") {
      c_.report(name->pos, diag::kInvalidInitDeclaration);
      return;
    }
    if (name->text() == "main" && c_.package->name == std::string_view("main")) {
      c_.report(name->pos, diag::kInvalidMainDeclaration);
      return;
    }
    declare(c_, c_.package->scope, object, Pos());
    note(object, decl);
  }

  void collect_file(syntax::File* file) {
    file_scope_ = c_.store.make_scope(c_.package->scope);
    file_scopes_.push_back(file_scope_);
    c_.file_of_scope[file_scope_] = file;
    c_.env.version = c_.version_of_scope[file_scope_] = language_version(*file, c_.options.go_version);
    c_.outlined.add(*file, file_scope_);
    collect_declarations(file->decls);
  }

  void collect_declarations(std::span<syntax::Decl*> decls) {
    const syntax::Decl* previous = nullptr;
    for (syntax::Decl* decl : decls) {
      switch (decl->kind) {
        case syntax::NodeKind::ImportDecl: collect_import(syntax::cast<syntax::ImportDecl>(decl)); break;
        case syntax::NodeKind::ConstDecl:
          collect_constants(syntax::cast<syntax::ConstDecl>(decl), syntax::as<syntax::ConstDecl>(previous));
          break;
        case syntax::NodeKind::VarDecl: collect_variables(syntax::cast<syntax::VarDecl>(decl)); break;
        case syntax::NodeKind::TypeDecl: {
          auto* type = syntax::cast<syntax::TypeDecl>(decl);
          DeclInfo* info = new_decl();
          info->type_decl = type;
          declare_package_object(type->name, c_.store.make<TypeName>(type->name->pos, c_.package, type->name->symbol), info);
          break;
        }
        default: collect_function(syntax::cast<syntax::FuncDecl>(decl));
      }
      previous = decl;
    }
  }

  void collect_import(syntax::ImportDecl* import) {
    if (import->path == nullptr || import->path->bad) return;
    std::string path(import->import_path());
    const Package* imported = (*c_.importer)(path);
    if (imported == nullptr) return;  // reported by load
    Symbol name = import->local_name != nullptr ? import->local_name->symbol : imported->name;
    if (name == std::string_view("init")) {
      c_.report(pos_of(import), diag::kImportedInit);
      return;
    }
    if (std::ranges::find(c_.package->imports, imported) == c_.package->imports.end()) {
      c_.package->imports.push_back(imported);
    }
    PkgName* object = c_.store.make<PkgName>(import->pos, c_.package, name, imported);
    object->color = Object::Color::Black;
    if (import->local_name != nullptr) {
      c_.info.define(import->local_name, object);
    } else {
      c_.info.implicits[import] = object;
    }
    c_.imports.emplace_back(object, import);
    if (name == std::string_view(".")) {
      import_all(object, import);
      return;
    }
    declare(c_, file_scope_, object, Pos());
  }

  // import . "path": the exported objects are in the file's scope.
  void import_all(const PkgName* package, const syntax::ImportDecl* import) {
    for (Object* object : package->imported->scope->objects()) {
      if (!object->is_exported()) continue;
      if (Object* other = file_scope_->insert(object)) {
        c_.report(import->local_name->pos, diag::kRedeclared, other->name.view())
            .note(other->pos, "other declaration of " + other->name.str());
      } else {
        c_.dot_imports[{file_scope_, object}] = package;
      }
    }
  }

  // Spec: "Within a parenthesized const declaration list the expression list may be omitted from any but the
  // first ConstSpec."
  void collect_constants(syntax::ConstDecl* decl, const syntax::ConstDecl* previous) {
    if (previous == nullptr || decl->group == nullptr || previous->group != decl->group) {
      iota_ = 0;
      last_constants_ = nullptr;
    } else {
      ++iota_;
    }
    bool inherited = decl->type == nullptr && decl->values.empty() && last_constants_ != nullptr;
    if (!inherited) last_constants_ = decl;
    for (size_t i = 0; i < decl->names.size(); ++i) {
      const syntax::Name* name = decl->names[i];
      Const* object = c_.store.make<Const>(name->pos, c_.package, name->symbol);
      object->value = constant::Value::from_int64(iota_);
      DeclInfo* info = new_decl();
      info->type = last_constants_->type;
      if (i < last_constants_->values.size()) info->init = last_constants_->values[i];
      info->inherited = inherited;
      declare_package_object(name, object, info);
    }
    check_value_count(c_, decl->pos, decl->names, last_constants_->values, true, inherited);
  }

  void collect_variables(syntax::VarDecl* decl) {
    // With one expression for several variables all share one declaration.
    DeclInfo* shared = nullptr;
    if (decl->values.size() <= 1) {
      shared = new_decl();
      shared->type = decl->type;
      if (!decl->values.empty()) shared->init = decl->values[0];
    }
    for (size_t i = 0; i < decl->names.size(); ++i) {
      const syntax::Name* name = decl->names[i];
      Var* object = c_.store.make_var(name->pos, c_.package, name->symbol, nullptr, VarKind::Package);
      DeclInfo* info = shared;
      if (shared != nullptr) {
        shared->lhs.push_back(object);
      } else {
        info = new_decl();
        info->type = decl->type;
        if (i < decl->values.size()) info->init = decl->values[i];
      }
      declare_package_object(name, object, info);
    }
    if (decl->type == nullptr || !decl->values.empty()) check_value_count(c_, decl->pos, decl->names, decl->values, false, false);
  }

  void collect_function(syntax::FuncDecl* decl) {
    std::string_view name = decl->name->text();
    Func* object = c_.store.make_func(decl->name->pos, c_.package, decl->name->symbol);
    object->decl = decl;
    DeclInfo* info = new_decl();
    info->func_decl = decl;
    c_.info.define(decl->name, object);
    if (decl->recv != nullptr) {
      const syntax::Expr* type = syntax::unparen(decl->recv->type);
      const auto* star = syntax::as<syntax::StarExpr>(type);
      const syntax::Expr* base = star != nullptr ? syntax::unparen(star->x) : type;
      if (const auto* instance = syntax::as<syntax::IndexExpr>(base)) base = instance->x;
      const auto* base_name = syntax::as<syntax::Name>(base);
      if (!decl->type_params.empty()) c_.require_version(pos_of(decl->type_params[0]), 27, "generic method");
      if (base_name != nullptr && name != "_") methods_.push_back({object, star != nullptr, base_name});
    } else if (name == "init" || (name == "main" && c_.package->name == std::string_view("main"))) {
      if (!decl->type_params.empty()) {
        c_.report(pos_of(decl->type_params[0]), diag::kSpecialFunctionTypeParams, name);
      }
      if (!decl->type->params.empty() || !decl->type->results.empty()) {
        c_.report(decl->name->pos, diag::kSpecialFunctionSignature, name);
      }
      if (name == "init") {
        // Spec: "the init identifier itself is not declared": any number of them.
        object->parent = c_.package->scope;
        if (!decl->has_body()) c_.report(decl->name->pos, diag::kMissingInitBody);
      } else {
        declare(c_, c_.package->scope, object, Pos());
      }
    } else {
      if (!decl->type_params.empty()) c_.require_version(pos_of(decl->type_params[0]), 18, "type parameter");
      declare(c_, c_.package->scope, object, Pos());
    }
    note(object, info);
  }

  void check_file_scope(Scope* scope) {
    for (Object* object : scope->objects()) {
      Object* other = c_.package->scope->lookup(object->name);
      if (other == nullptr) continue;
      const auto* import = as_object<PkgName>(object);
      const Package* through = import != nullptr ? import->imported : object->package;
      std::string what = "package " + through->name.str() + " (\"" + through->path + "\")";
      diag::Diagnostic& message =
          c_.report(other->pos, diag::kDeclaredThroughImport, other->name.view(), import ? "import" : "dot-import", what);
      if (import) message.note(object->pos, "other declaration of " + other->name.str());
    }
  }

  // Finds the defined type of a receiver, through aliases.
  void place(const MethodToPlace& method) {
    bool pointer = method.pointer;
    const syntax::Name* name = method.base;
    for (int steps = 0; name != nullptr && steps < kMaxAliases; ++steps) {
      TypeName* type = as_object<TypeName>(c_.package->scope->lookup(name->symbol));
      auto decl = type != nullptr ? c_.decls.find(type) : c_.decls.end();
      if (decl == c_.decls.end()) return;
      const syntax::TypeDecl* type_decl = decl->second->type_decl;
      if (!type_decl->is_alias) {
        method.func->pointer_receiver = pointer;
        c_.methods[type].push_back(method.func);
        return;
      }
      if (!type_decl->type_params.empty()) return;
      const syntax::Expr* target = syntax::unparen(type_decl->type);
      if (const auto* star = syntax::as<syntax::StarExpr>(target)) {
        if (pointer) return;
        pointer = true;
        target = syntax::unparen(star->x);
      }
      name = syntax::as<syntax::Name>(target);
    }
  }

  static constexpr int kMaxAliases = 1000;  // more is a cycle, reported elsewhere

  Context& c_;
  Scope* file_scope_ = nullptr;
  std::vector<Scope*> file_scopes_;
  std::vector<MethodToPlace> methods_;
  bool has_late_step_ = false;
  int64_t iota_ = 0;
  const syntax::ConstDecl* last_constants_ = nullptr;
};

}  // namespace

void check_value_count(Context& c, Pos decl_pos, std::span<syntax::Name*> names, std::span<syntax::Expr*> values, bool constants,
                       bool inherited) {
  if (names.size() < values.size()) {
    syntax::Expr* extra = values[names.size()];
    if (inherited) {
      c.report(decl_pos, diag::kExtraInheritedValue, c.sink.sources().describe(extra->pos));
    } else {
      c.report(pos_of(extra), diag::kExtraInitializer, c.text(extra));
    }
  } else if (names.size() > values.size() && (constants || values.size() != 1)) {
    c.report(names[values.size()]->pos, diag::kMissingInitializer, names[values.size()]->text());
  }
}

void collect_objects(Context& c, const std::vector<syntax::File*>& files) { Resolver(c).collect(files); }

void collect_late(Context& c, std::span<syntax::Decl*> decls, Scope* file_scope, bool has_late_step) {
  Resolver(c).collect_late(decls, file_scope, has_late_step);
}

std::vector<Object*> objects_in_order(const Context& c) {
  std::vector<Object*> objects;
  for (const auto& [object, decl] : c.decls) objects.push_back(const_cast<Object*>(object));
  std::ranges::sort(objects, {}, &Object::order);
  return objects;
}

void check_package_objects(Context& c) {
  std::vector<Object*> objects = objects_in_order(c);
  check_direct_cycles(c, objects);
  // Defined types first, then aliases, so the type of an alias is there when it is needed; then all else as it stands in the
  // text, which is the order of their mistakes as well.
  auto rank = [&](const Object* object) {
    if (as_object<TypeName>(object) == nullptr) return 2;
    return c.decls.at(object)->type_decl->is_alias ? 1 : 0;
  };
  for (int phase = 0; phase <= 2; ++phase) {
    for (Object* object : objects) {
      if (rank(object) == phase) declare_object(c, object);
    }
  }
}

void check_initialized_variables(Context& c) {
  for (Object* object : objects_in_order(c)) {
    if (as_object<Var>(object) && c.decls.at(object)->init != nullptr) declare_object(c, object);
  }
}

void report_unused_imports(Context& c) {
  for (const auto& [object, import] : c.imports) {
    if (object->used || object->name.is_blank()) continue;
    const std::string& path = object->imported->path;
    std::string_view last = std::string_view(path).substr(path.rfind('/') + 1);
    std::string quoted = "\"" + path + "\"";
    if (object->name == last || object->name == std::string_view(".")) {
      c.report(object->pos, diag::kUnusedImport, quoted);
    } else {
      c.report(object->pos, diag::kUnusedRenamedImport, quoted, object->name.view());
    }
  }
}

}  // namespace govm::types
