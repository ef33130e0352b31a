// Spec: "Struct types".
#include "compiler/types/type_expr.h"

namespace govm::types {
namespace {

// The name an embedded field goes by.
syntax::Name* embedded_name(syntax::Expr* type) {
  if (auto* name = syntax::as<syntax::Name>(type)) return name;
  if (auto* star = syntax::as<syntax::StarExpr>(type)) return syntax::is<syntax::StarExpr>(star->x) ? nullptr : embedded_name(star->x);
  if (auto* selector = syntax::as<syntax::SelectorExpr>(type)) return selector->sel;
  if (auto* index = syntax::as<syntax::IndexExpr>(type)) return embedded_name(index->x);
  if (auto* paren = syntax::as<syntax::ParenExpr>(type)) return embedded_name(paren->x);
  return nullptr;
}

void check_embedded(Context& c, const Type* type, Pos pos) {
  c.put_off([&c, type, pos] {
    const Type* base = type;
    bool pointer = false;
    if (auto* p = is_a<Pointer>(base)) {
      base = p->elem;
      pointer = true;
    }
    const Type* under = underlying(base);
    if (!under || is_invalid(base)) return;
    if (is_type_param(base)) {
      c.report(pos, diag::kEmbeddedTypeParam);
    } else if (auto* b = is_a<Basic>(under); b && b->basic() == BasicKind::UnsafePointer) {
      c.report(pos, diag::kEmbeddedUnsafePointer);
    } else if (under->kind() == TypeKind::Pointer) {
      c.report(pos, diag::kEmbeddedPointer);
    } else if (pointer && under->kind() == TypeKind::Interface) {
      c.report(pos, diag::kEmbeddedPointerToInterface);
    }
  });
}

}  // namespace

const Type* check_struct(Context& c, syntax::StructType* expr) {
  std::vector<const Var*> fields;
  std::vector<std::string> tags;
  std::unordered_map<Symbol, Var*> seen;
  const Type* shared = nullptr;
  syntax::Expr* shared_expr = nullptr;
  for (syntax::Field* field : expr->fields) {
    if (field->type != shared_expr || !shared) {
      shared = check_var_type(c, field->type);
      shared_expr = field->type;
    }
    syntax::Name* name = field->name ? field->name : embedded_name(field->type);
    if (!name) {
      c.report(pos_of(field->type), diag::kInvalidEmbeddedType, c.text(field->type));
      continue;
    }
    std::string tag;
    if (field->tag && !field->tag->bad) {
      Operand x;
      check_raw(c, x, field->tag);
      if (x) tag = x.value.as_string();
    }
    Var* var = c.store.make_var(field->name ? name->pos : pos_of(name), c.package, name->symbol, shared, VarKind::Field);
    var->embedded = field->name == nullptr;
    var->color = Object::Color::Black;
    if (!field->name) check_embedded(c, shared, pos_of(field->type));
    if (!name->symbol.is_blank()) {
      if (auto [at, fresh] = seen.try_emplace(name->symbol, var); !fresh) {
        c.report(var->pos, diag::kFieldRedeclared, name->text()).note(at->second->pos, "other declaration of " + std::string(name->text()));
        continue;
      }
    }
    var->field_index = static_cast<uint32_t>(fields.size());
    if (field->name) c.info.define(name, var);
    if (!tag.empty()) {
      tags.resize(fields.size());
      tags.push_back(std::move(tag));
    }
    fields.push_back(var);
  }
  if (!tags.empty()) tags.resize(fields.size());
  return c.store.make<Struct>(std::move(fields), std::move(tags));
}

}  // namespace govm::types
