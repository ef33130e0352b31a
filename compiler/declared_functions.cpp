// Walks the scopes of packages and the methods of their types.
#include "compiler/declared_functions.h"

#include "compiler/ir/intrinsics.h"
#include "compiler/ir/names.h"
#include "compiler/syntax/decl.h"
#include "compiler/types/info.h"
#include "compiler/types/object.h"
#include "compiler/types/scope.h"
#include "compiler/types/type.h"

namespace govm::compiler {
namespace {

class Functions {
 public:
  explicit Functions(const types::Info& info) : info_(info) {}

  void add_package(const types::Package* package) {
    const std::vector<types::Object*> objects = package->scope->objects();  // what is asked of them may declare more
    for (const types::Object* object : objects) {
      if (const auto* func = types::as_object<types::Func>(object)) {
        add(func);
      } else if (const auto* type_name = types::as_object<types::TypeName>(object)) {
        object->need();
        const auto* named = type_name->is_alias() ? nullptr : types::is_a<types::Named>(object->type);
        if (named == nullptr) continue;
        for (const types::Func* method : named->methods()) add(method);
      }
    }
    all.push_back({ir::package_init_name(package), package->path, package->name.view(), package->is_std});
    // Functions init are in no scope.
    for (const syntax::File* file : package->files) {
      for (const syntax::Decl* decl : file->decls) {
        const auto* declared = syntax::as<syntax::FuncDecl>(decl);
        if (declared == nullptr || declared->is_method() || declared->name->text() != "init") continue;
        if (const auto* func = types::as_object<types::Func>(info_.object_of(declared->name))) add(func);
      }
    }
  }

  std::vector<DeclaredFunction> all;

 private:
  void add(const types::Func* func) {
    ir::Instance instance;
    instance.func = func;
    ir::describe_function(instance);
    all.push_back({instance.name, func->package->path, func->package->name.view(), func->package->is_std,
                   instance.has_body && !ir::is_intrinsic(func)});
  }

  const types::Info& info_;
};

}  // namespace

std::vector<DeclaredFunction> declared_functions(std::span<types::Package* const> packages, const types::Info& info) {
  Functions functions(info);
  for (const types::Package* package : packages) functions.add_package(package);
  return std::move(functions.all);
}

}  // namespace govm::compiler
