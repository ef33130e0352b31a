// Questions about an object: exported, alias, full name.
#include "compiler/types/object.h"

#include <algorithm>

#include "base/source_file.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "compiler/syntax/decl.h"

namespace govm::types {

bool is_exported_name(std::string_view name) { return is_upper(decode_rune(name).rune); }

bool equal_fold(std::string_view x, std::string_view y) {
  auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; };
  return std::ranges::equal(x, y, [&](char a, char b) { return lower(a) == lower(b); });
}

Pos begin_of_file(const Package& package, std::string_view name) {
  const auto file = std::ranges::find(package.files, name, [](const syntax::File* of) { return of->source->name(); });
  return file != package.files.end() ? (*file)->source->begin() : Pos();
}

bool Object::is_exported() const { return is_exported_name(name.view()); }

bool TypeName::is_alias() const {
  if (type == nullptr) return false;
  if (type->kind() == TypeKind::Alias) return static_cast<const Alias*>(type)->object == this;
  // byte and rune are other names of basic types.
  return type->kind() == TypeKind::Basic && static_cast<const Basic*>(type)->name() != name.view() && name.view() != "Pointer";
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
  if (!named->type_args.empty()) type_name += "[...]";
  return prefix + (pointer != nullptr ? "(*" + type_name + ")" : type_name) + "." + name.str();
}

}  // namespace govm::types
