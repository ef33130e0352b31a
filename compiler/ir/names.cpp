// How Go names functions in traces and profiles.
#include "compiler/ir/names.h"

#include "compiler/ir/typed.h"
#include "compiler/syntax/decl.h"
#include "compiler/types/object.h"

namespace govm::ir {

namespace {

// ".2" for the third function init of its package: each has a name of its own.
std::string init_suffix(const types::Func* func) {
  if (func->name.view() != "init" || func->package == nullptr || func->signature()->recv != nullptr) return "";
  uint32_t number = 0;
  for (const syntax::File* file : func->package->files) {
    for (const syntax::Decl* decl : file->decls) {
      const auto* declared = syntax::as<syntax::FuncDecl>(decl);
      if (declared == func->decl) return "." + std::to_string(number);
      if (declared != nullptr && !declared->is_method() && declared->name->text() == "init") ++number;
    }
  }
  return "";
}

}  // namespace

void describe_function(Instance& instance) {
  const types::Func* func = instance.func;
  instance.signature = func->signature();
  instance.name = func->full_name() + init_suffix(func);
  instance.pos = func->pos;
  instance.has_body = func->decl != nullptr && func->decl->has_body();
  // Type arguments are left out of names: "main.Map[...]"; those of a receiver's type, too.
  if (func->signature() != nullptr && func->signature()->is_generic()) instance.name += "[...]";
}

bool is_range_body(const syntax::FuncLit* literal) { return literal->is_range_body; }

std::string literal_name(const Instance& outer, bool is_range_body, bool inside_literal, uint32_t number) {
  std::string base = outer.kind == InstanceKind::PackageInit ? outer.package->path + ".init" : outer.name;
  std::string_view separator = is_range_body ? "-range" : inside_literal ? "." : ".func";
  return base + std::string(separator) + std::to_string(number);
}

std::string wrapper_name(const types::Type* receiver, const types::Func* method) {
  const auto* pointer = types::is_a<types::Pointer>(receiver);
  const types::Type* base = types::unalias(pointer != nullptr ? pointer->elem : receiver);
  std::string path = method->package != nullptr ? method->package->path : std::string();
  std::string text = types::type_string(base, nullptr);
  if (const auto* named = types::is_a<types::Named>(base); named != nullptr && named->object->package != nullptr) {
    path = named->object->package->path;
    text = types::type_string(base, named->object->package);
  }
  if (!path.empty()) path += '.';
  return path + (pointer != nullptr ? "(*" + text + ")" : text) + "." + method->name.str();
}

std::string call_wrapper_name(const Instance& outer, const syntax::CallStmt* statement, uint32_t number) {
  return outer.name + (statement->token == syntax::Token::Go ? ".gowrap" : ".deferwrap") + std::to_string(number);
}

std::string package_init_name(const types::Package* package) { return package->path + ".init"; }

Pos literal_pos(const syntax::FuncLit* literal) { return literal->pos; }
Pos statement_pos(const syntax::CallStmt* statement) { return statement->pos; }

}  // namespace govm::ir
