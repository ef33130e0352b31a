// Types as messages print them.
#include "base/source_file.h"
#include "base/text_writer.h"
#include "compiler/types/object.h"
#include "compiler/types/scope.h"
#include "compiler/types/shared_names.h"
#include "compiler/types/type.h"

namespace govm::types {
namespace {

class TypePrinter {
 public:
  explicit TypePrinter(const MessageContext& context, std::string_view separator, ParamNames names = ParamNames::Show, bool paths = false)
      : context_(context), separator_(separator), names_(names), paths_(paths) {}
  std::string text() && { return std::move(out_).str(); }

  void print(const Type* type) {
    if (type == nullptr) return put("<nil>");
    switch (type->kind()) {
      case TypeKind::Basic:
        return put(static_cast<const Basic*>(type)->basic() == BasicKind::UnsafePointer ? "unsafe.Pointer"
                                                                                        : static_cast<const Basic*>(type)->name());
      case TypeKind::Array: {
        const auto* array = static_cast<const Array*>(type);
        out_.put("[", array->length, "]");
        return print(array->elem);
      }
      case TypeKind::Slice: put("[]"); return print(static_cast<const Slice*>(type)->elem);
      case TypeKind::Struct: return print_struct(static_cast<const Struct*>(type));
      case TypeKind::Pointer: put("*"); return print(static_cast<const Pointer*>(type)->elem);
      case TypeKind::Tuple: return print_vars(static_cast<const Tuple*>(type)->vars, false);
      case TypeKind::Signature: put("func"); return print_signature(static_cast<const Signature*>(type));
      case TypeKind::Interface: return print_interface(static_cast<const Interface*>(type));
      case TypeKind::Map:
        put("map[");
        print(static_cast<const Map*>(type)->key);
        put("]");
        return print(static_cast<const Map*>(type)->elem);
      case TypeKind::Chan: return print_chan(static_cast<const Chan*>(type));
      case TypeKind::Named: {
        const auto* named = static_cast<const Named*>(type);
        return print_name(named->object, named->type_args, named->type_params);
      }
      case TypeKind::Alias: {
        const auto* alias = static_cast<const Alias*>(type);
        return print_name(alias->object, alias->type_args, alias->type_params);
      }
      case TypeKind::TypeParam: {
        const TypeName* object = static_cast<const TypeParam*>(type)->object;
        put(object->name.view());
        if (context_.universe != nullptr && context_.universe->lookup(object->name) != nullptr) {
          out_.put(" /* with ", object->name.view(), " declared at ", context_.sources->describe(object->pos), " */");
        }
        return;
      }
      case TypeKind::Union: {
        std::string_view separator;
        for (const Union::Term& term : static_cast<const Union*>(type)->terms) {
          put(separator);
          separator = " | ";
          if (term.tilde) put("~");
          print(term.type);
        }
        return;
      }
    }
  }

  void print_signature(const Signature* type) {
    if (type == nullptr) return put("()");
    print_type_params(type->type_params);
    print_vars(type->params, type->variadic);
    if (type->results.empty()) return;
    put(" ");
    if (type->results.size() == 1 && (names_ == ParamNames::Hide || type->results[0]->name.view().empty())) {
      print(type->results[0]->type);
    } else {
      print_vars(type->results, false);
    }
  }

 private:
  void put(std::string_view text) { out_.write(text); }

  void print_struct(const Struct* type) {
    put("struct{");
    for (size_t i = 0; i < type->fields.size(); ++i) {
      const Var* field = type->fields[i];
      if (i > 0) put("; ");
      if (!field->embedded) out_.put(field->name.view(), " ");
      print(field->type);
      if (!type->tag(i).empty()) out_.write(" ").quoted(type->tag(i));
    }
    put("}");
  }

  void print_interface(const Interface* type) {
    if (type->implicit && type->methods.empty() && type->embedded.size() == 1) return print(type->embedded[0]);
    put("interface{");
    std::string_view separator;
    for (const Func* method : type->methods) {
      out_.put(separator, method->name.view());
      separator = "; ";
      print_signature(method->signature());
    }
    for (const Type* embedded : type->embedded) {
      put(separator);
      separator = "; ";
      print(embedded);
    }
    put("}");
  }

  void print_chan(const Chan* type) {
    put(type->dir == ChanDir::RecvOnly ? "<-chan " : type->dir == ChanDir::SendOnly ? "chan<- " : "chan ");
    const auto* inner = type->elem->kind() == TypeKind::Chan ? static_cast<const Chan*>(type->elem) : nullptr;
    bool parens = type->dir == ChanDir::Both && inner != nullptr && inner->dir == ChanDir::RecvOnly;
    if (parens) put("(");
    print(type->elem);
    if (parens) put(")");
  }

  void print_name(const TypeName* name, std::span<const Type* const> args, std::span<const TypeParam* const> params) {
    if (name->package != nullptr && name->package != context_.package) put_qualifier(*name->package);
    put(name->name.view());
    if (!args.empty()) {
      put("[");
      for (size_t i = 0; i < args.size(); ++i) {
        if (i > 0) put(separator_);
        print(args[i]);
      }
      put("]");
    } else {
      print_type_params(params);
    }
  }

  void put_qualifier(const Package& package) {
    if (paths_) {
      put(package.path);
    } else if (context_.shared != nullptr && context_.shared->has(package.name.view())) {
      out_.quoted(package.path);
    } else {
      put(package.name.view());
    }
    put(".");
  }

  void print_type_params(std::span<const TypeParam* const> params) {
    if (params.empty()) return;
    put("[");
    for (size_t i = 0; i < params.size(); ++i) {
      if (i > 0 && params[i]->constraint != params[i - 1]->constraint) {
        put(" ");
        print(params[i - 1]->constraint);
      }
      if (i > 0) put(", ");
      print(params[i]);
    }
    put(" ");
    print(params.back()->constraint);
    put("]");
  }

  void print_vars(std::span<const Var* const> vars, bool variadic) {
    put("(");
    for (size_t i = 0; i < vars.size(); ++i) {
      if (i > 0) put(", ");
      if (names_ == ParamNames::Show && !vars[i]->name.view().empty()) out_.put(vars[i]->name.view(), " ");
      const Type* type = vars[i]->type;
      if (variadic && i + 1 == vars.size()) {
        if (type != nullptr && type->kind() == TypeKind::Slice) {
          put("...");
          print(static_cast<const Slice*>(type)->elem);
        } else {  // append([]byte, string...)
          print(type);
          put("...");
        }
      } else {
        print(type);
      }
    }
    put(")");
  }

  TextWriter out_;
  MessageContext context_;
  std::string_view separator_;
  ParamNames names_;
  bool paths_;
};

}  // namespace

std::string type_string(const Type* type, const Package* relative_to) {
  TypePrinter printer({.package = relative_to}, ",");
  printer.print(type);
  return std::move(printer).text();
}

std::string message_string(const Type* type, const MessageContext& context) {
  TypePrinter printer(context, ", ");
  printer.print(type);
  return std::move(printer).text();
}

std::string signature_string(const Signature* type, const MessageContext& context, ParamNames names) {
  TypePrinter printer(context, ", ", names);
  printer.print_signature(type);
  return std::move(printer).text();
}

std::string signature_string_with_paths(const Signature* type) {
  TypePrinter printer({}, ", ", ParamNames::Hide, true);
  printer.print_signature(type);
  return std::move(printer).text();
}

}  // namespace govm::types
