// Package initialisation (spec: "Package initialization"): variables in init order, then the init
// functions. The packages imported are initialised before, by whoever strings packages together.
#include "base/check.h"
#include "compiler/ir/builder.h"

namespace govm::ir {

// What go:embed puts into the package's variables. The bytes and the file system are made by functions of package embed.
void Builder::build_embeddings() {
  auto embeddings = info_.embeddings.find(instance_->package);
  if (embeddings == info_.embeddings.end()) return;
  for (const types::Embedding& embedding : embeddings->second) {
    if (is_blank(embedding.var)) continue;
    pos_ = embedding.var->pos;
    const types::Type* type = embedding.var->type;
    const bool is_string = embedding.kind == types::Embedding::Kind::String;
    Datum datum;
    datum.type = is_string ? type : string_type();
    datum.parts.push_back(string_constant(embedding.text, datum.type));
    if (!is_string) {
      const types::Package* maker = nullptr;
      for (const types::Package* package : instance_->package->imports) {
        if (package->path == "embed") maker = package;
      }
      GOVM_CHECK(maker != nullptr, "go:embed without its package");
      const bool bytes = embedding.kind == types::Embedding::Kind::Bytes;
      const auto* object = types::as_object<types::Func>(maker->scope->lookup(types_.interner().intern(bytes ? "bytesOf" : "filesOf")));
      GOVM_CHECK(object != nullptr, "package embed does not make files");
      object->need();
      Callee callee;
      callee.kind = Callee::Kind::Static;
      callee.instance = cx_.instances.function(object);
      callee.signature = object->signature();
      datum = emit_call(callee, nullptr, std::span(&datum, 1), pos_)[0];
      datum.type = type;
    }
    store(location_of(embedding.var), datum);
  }
}

void Builder::build_package_init() {
  build_embeddings();
  if (auto it = info_.init_order.find(instance_->package); it != info_.init_order.end()) {
    for (const types::Initializer& initializer : it->second) {
      pos_ = initializer.rhs->pos;
      if (initializer.lhs.size() == 1 && build_laid_out(initializer.lhs[0], initializer.rhs)) continue;
      EarlyOperands early(*this);
      early.add_operands_of(initializer.rhs);
      auto set = [&](const types::Var* var, const Datum& datum) {
        if (!is_blank(var)) store(location_of(var), convert_assigned(datum, var->type, initializer.rhs));
      };
      if (initializer.lhs.size() == 1) {
        const types::Var* var = initializer.lhs[0];
        Datum datum = build_as(initializer.rhs, var->type);
        pos_ = initializer.rhs->pos;
        set(var, datum);
        continue;
      }
      std::vector<Datum> data = build_multi(initializer.rhs);
      for (size_t i = 0; i < data.size(); ++i) set(initializer.lhs[i], data[i]);
    }
  }
  for (const syntax::File* file : instance_->package->files) {
    for (const syntax::Decl* decl : file->decls) {
      const auto* func = syntax::as<syntax::FuncDecl>(decl);
      if (func == nullptr || func->recv != nullptr || func->name->text() != "init") continue;
      const auto* object = types::as_object<types::Func>(info_.object_of(func->name));
      if (object == nullptr) continue;
      Callee callee;
      callee.kind = Callee::Kind::Static;
      callee.instance = cx_.instances.function(object);
      callee.signature = object->signature();
      emit_call(callee, nullptr, {}, func->pos);
    }
  }
  emit_return_values({});
}

}  // namespace govm::ir
