#include "compiler/types/object.h"

#include "base/unicode.h"
#include "base/utf8.h"

namespace govm::types {

bool Object::is_exported() const { return is_upper(decode_rune(name.view()).rune); }

bool TypeName::is_alias() const {
  if (type == nullptr) return false;
  if (type->kind() == TypeKind::Alias) return true;
  // byte and rune are other names of basic types.
  return type->kind() == TypeKind::Basic && static_cast<const Basic*>(type)->name() != name.view() &&
         name.view() != "Pointer";
}

std::string Func::full_name() const {
  std::string prefix = package != nullptr ? package->path + "." : std::string();
  const Signature* sig = signature();
  if (sig == nullptr || sig->recv == nullptr) return prefix + name.str();
  const Type* recv = sig->recv->type;
  const auto* pointer = is_a<Pointer>(recv);
  const auto* named = is_a<Named>(pointer != nullptr ? pointer->elem : recv);
  if (named == nullptr) return prefix + "interface." + name.str();
  std::string type_name = named->object->name.str();
  return prefix + (pointer != nullptr ? "(*" + type_name + ")" : type_name) + "." + name.str();
}

}  // namespace govm::types
