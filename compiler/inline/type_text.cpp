// Printing types.
#include <fmt/format.h>

#include "base/quote.h"
#include "compiler/inline/text.h"
#include "compiler/syntax/visit.h"
#include "compiler/types/type_set.h"

namespace govm::inl {

using types::TypeKind;

uint32_t local_type_number(const types::TypeName* name) {
  uint32_t number = 0;
  bool found = false;
  for (const syntax::File* file : name->package->files) {
    for (const syntax::Decl* decl : file->decls) {
      const auto* function = syntax::as<syntax::FuncDecl>(decl);
      if (found || (decl->kind == syntax::NodeKind::FuncDecl && (function == nullptr || function->body == nullptr))) continue;
      if (decl->kind == syntax::NodeKind::TypeDecl || decl->kind == syntax::NodeKind::ImportDecl) continue;
      syntax::walk(decl, [&](const syntax::Node* node) {
        const auto* declared = syntax::as<syntax::TypeDecl>(node);
        if (declared != nullptr && !declared->is_alias && !found) {
          ++number;
          found = declared->name->pos == name->pos;
        }
        return !found;
      });
    }
  }
  return number;
}

std::string TypeText::qualifier(const types::Package* package) const {
  return package != nullptr && package != local_ ? std::string(package->name.view()) + "." : "";
}

std::string TypeText::arguments(std::span<const types::Type* const> args) const {
  if (args.empty()) return "";
  std::string text = "[";
  for (size_t i = 0; i < args.size(); ++i) text += (i > 0 ? "," : "") + link(args[i]);
  return text + "]";
}

std::string TypeText::function(const types::Func* func, std::span<const types::Type* const> args) const {
  std::string text = qualifier(func->package);
  const types::Var* recv = func->signature()->recv;
  if (recv == nullptr) return text + std::string(func->name.view()) + arguments(args);
  size_t of_receiver = func->signature()->recv_type_params.size();
  const types::Type* owner = recv->type;
  if (const auto* pointer = types::as<types::Pointer>(owner); pointer != nullptr && func->pointer_receiver) owner = pointer->elem;
  const auto* named = types::is_a<types::Named>(owner);
  std::string type = named != nullptr ? std::string(named->object->name.view()) : print(owner, false);
  std::span<const types::Type* const> own = args.first(std::min(of_receiver, args.size()));
  if (named != nullptr && args.empty()) own = named->type_args;
  type += arguments(own);
  std::string method = std::string(func->name.view()) + arguments(args.subspan(std::min(of_receiver, args.size())));
  return func->pointer_receiver ? text.empty() ? "(*" + type + ")." + method : "(*" + text + type + ")." + method
                                : text + type + "." + method;
}

std::string TypeText::name(const Function& function) const { return qualifier(function.package_of_text()) + function.name; }

std::string TypeText::signature(const Function& function) const {
  auto list = [&](std::span<Variable* const> variables) {
    std::string text;
    for (size_t i = 0; i < variables.size(); ++i) text += (i > 0 ? ", " : "") + type(variables[i]->type);
    return text;
  };
  std::span<Variable* const> params(function.params);
  std::string text;
  if (function.is_method) {
    text = "method(" + list(params.first(1)) + ") ";
    params = params.subspan(1);
  }
  std::string parameters = list(params);
  if (function.signature != nullptr && function.signature->variadic && !params.empty()) {
    std::string last = type(params.back()->type);
    parameters.replace(parameters.size() - last.size(), 2, "...");
  }
  text += "func(" + parameters + ")";
  if (function.results.empty()) return text;
  std::string results = list(function.results);
  return text + " " + (function.results.size() == 1 ? results : "(" + results + ")");
}

std::string TypeText::parameters(std::span<const types::Var* const> vars, bool variadic, bool link) const {
  std::string text = "(";
  for (size_t i = 0; i < vars.size(); ++i) {
    if (i > 0) text += ", ";
    const auto* slice = variadic && i + 1 == vars.size() ? types::as<types::Slice>(vars[i]->type) : nullptr;
    text += slice != nullptr ? "..." + print(slice->elem, link) : print(vars[i]->type, link);
  }
  return text + ")";
}

std::string TypeText::function_type(const types::Signature* signature, bool link) const {
  std::string text = parameters(signature->params, signature->variadic, link);
  if (signature->results.empty()) return text;
  if (signature->results.size() == 1) return text + " " + print(signature->results[0]->type, link);
  return text + " " + parameters(signature->results, false, link);
}

std::string TypeText::field(const types::Var* field, std::string_view tag, bool link) const {
  std::string text;
  bool spelled = !field->embedded;
  if (field->embedded && link) {
    // "name = type" where the symbol is not the type's own.
    const types::Type* type = field->type;
    if (const auto* pointer = types::is_a<types::Pointer>(type)) type = pointer->elem;
    const auto* named = types::is_a<types::Named>(type);
    spelled = named == nullptr || named->object->name != field->name ||
              (!field->is_exported() && named->object->package != field->package) || !named->type_args.empty() || named->object->is_local;
  }
  if (spelled) {
    bool qualified = !field->is_exported() && field->package != nullptr && (link || field->package != local_);
    if (qualified) text = link ? field->package->path + "." : std::string(field->package->name.view()) + ".";
    text += std::string(field->name.view()) + (field->embedded ? " = " : " ");
  }
  text += print(field->type, link);
  return tag.empty() ? text : text + " " + quote(tag);
}

std::string TypeText::print(const types::Type* type, bool link) const {
  if (type == nullptr) return "<nil>";
  switch (type->kind()) {
    case TypeKind::Basic: {
      const auto* basic = static_cast<const types::Basic*>(type);
      if (basic->basic() == types::BasicKind::UnsafePointer) return "unsafe.Pointer";
      return std::string(link ? types_.basic(basic->basic())->name() : basic->name());
    }
    case TypeKind::Pointer: return "*" + print(static_cast<const types::Pointer*>(type)->elem, link);
    case TypeKind::Slice: return "[]" + print(static_cast<const types::Slice*>(type)->elem, link);
    case TypeKind::Array: {
      const auto* array = static_cast<const types::Array*>(type);
      return fmt::format("[{}]{}", array->length, print(array->elem, link));
    }
    case TypeKind::Map: {
      const auto* map = static_cast<const types::Map*>(type);
      return "map[" + print(map->key, link) + "]" + print(map->elem, link);
    }
    case TypeKind::Chan: {
      const auto* channel = static_cast<const types::Chan*>(type);
      std::string elem = print(channel->elem, link);
      if (channel->dir == types::ChanDir::RecvOnly) return "<-chan " + elem;
      if (channel->dir == types::ChanDir::SendOnly) return "chan<- " + elem;
      return elem.starts_with("<-") ? "chan (" + elem + ")" : "chan " + elem;
    }
    case TypeKind::Struct: {
      const auto* fields = static_cast<const types::Struct*>(type);
      std::string text = "struct {";
      for (size_t i = 0; i < fields->fields.size(); ++i) text += (i > 0 ? "; " : " ") + field(fields->fields[i], fields->tag(i), link);
      return text + (fields->fields.empty() ? "}" : " }");
    }
    case TypeKind::Signature: return "func" + function_type(static_cast<const types::Signature*>(type), link);
    case TypeKind::Interface: {
      if (type == types_.any_type() && !link) return "any";
      const auto* interface = static_cast<const types::Interface*>(type);
      std::string text = "interface {";
      std::string_view separator = " ";
      // Those of embedded interfaces too, sorted.
      const bool is_constraint = types::type_set_of(interface).is_constraint_only();
      for (const types::Func* method : is_constraint ? interface->methods : types::type_set_of(interface).methods) {
        text += separator;
        if (!method->is_exported() && method->package != nullptr) text += method->package->path + ".";
        text += std::string(method->name.view()) + function_type(method->signature(), link);
        separator = "; ";
      }
      for (const types::Type* embedded : interface->embedded) {
        if (!is_constraint) break;
        text += separator;
        text += print(embedded, link);
        separator = "; ";
      }
      return text + (separator == " " ? "}" : " }");
    }
    case TypeKind::Alias: {
      const auto* alias = static_cast<const types::Alias*>(type);
      return type == types_.any_type() && !link ? "any" : print(types::unalias(alias), link);
    }
    case TypeKind::Named: {
      const auto* named = static_cast<const types::Named*>(type);
      const types::Package* package = named->object->package;
      std::string text = link && package != nullptr ? package->path + "." : qualifier(package);
      text += named->object->name.view();
      // Those of the function that it is declared in come first.
      std::string outer = arguments(named->outer_args());
      const std::string own = arguments(named->type_args);
      if (!outer.empty() && !own.empty()) {
        outer.back() = ';';
        text += outer + own.substr(1);
      } else {
        text += outer + own;
      }
      if (link && named->object->is_local) text += fmt::format("·{}", local_type_number(named->object));
      return text;
    }
    default: return types::type_string(type, local_);
  }
}

}  // namespace govm::inl
