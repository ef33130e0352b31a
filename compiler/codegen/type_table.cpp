// types::Type → bytecode::TypeDesc: sizes, pointer maps, fields, methods with their entries.
#include <algorithm>
#include <string>
#include <utility>

#include "base/check.h"
#include "compiler/codegen/module.h"
#include "compiler/codegen/shape.h"
#include "compiler/ir/build.h"
#include "compiler/types/method_set.h"
#include "compiler/types/object.h"
#include "compiler/types/relations.h"
#include "compiler/types/sizes.h"
#include "compiler/types/store.h"
#include "compiler/types/type.h"

namespace govm::codegen {

using bytecode::Equality;
using bytecode::Kind;
using bytecode::TypeDesc;
using bytecode::TypeId;
using types::BasicKind;
using types::TypeKind;

namespace {

// How a type is written: `name` as reflect prints it, `key` with whole package paths and the
// places of local types, so that equal keys mean identical types.
class TypeText {
 public:
  explicit TypeText(bool is_key) : is_key_(is_key) {}

  std::string text(const types::Type* type) {
    out_.clear();
    write(type);
    return std::move(out_);
  }

  void write(const types::Type* written) {
    const types::Type* type = types::unalias(written);
    switch (type->kind()) {
      case TypeKind::Basic: out_ += basic_name(static_cast<const types::Basic*>(type)); return;
      case TypeKind::Named: return write_named(static_cast<const types::Named*>(type));
      case TypeKind::Array: {
        const auto* array = static_cast<const types::Array*>(type);
        out_ += '[' + std::to_string(array->length) + ']';
        return write(array->elem);
      }
      case TypeKind::Slice: out_ += "[]"; return write(static_cast<const types::Slice*>(type)->elem);
      case TypeKind::Pointer: out_ += '*'; return write(static_cast<const types::Pointer*>(type)->elem);
      case TypeKind::Map: {
        const auto* map = static_cast<const types::Map*>(type);
        out_ += "map[";
        write(map->key);
        out_ += ']';
        return write(map->elem);
      }
      case TypeKind::Chan: return write_chan(static_cast<const types::Chan*>(type));
      case TypeKind::Struct: return write_struct(static_cast<const types::Struct*>(type));
      case TypeKind::Signature: out_ += "func"; return write_signature(static_cast<const types::Signature*>(type));
      case TypeKind::Interface: return write_interface(static_cast<const types::Interface*>(type));
      default: GOVM_UNREACHABLE("a type without descriptor");
    }
  }

 private:
  static std::string basic_name(const types::Basic* basic) {
    switch (basic->basic()) {
      case BasicKind::Uint8: return "uint8";
      case BasicKind::Int32: return "int32";
      case BasicKind::UnsafePointer: return "unsafe.Pointer";
      default: return std::string(basic->name());
    }
  }

  void write_package(const types::Package* package) {
    if (package == nullptr) return;
    out_ += is_key_ || whole_paths_ ? package->path : package->name.str();
    out_ += '.';
  }

  void write_named(const types::Named* named) {
    write_package(named->object->package);
    out_ += named->object->name.view();
    if (is_key_ && named->object->is_local) out_ += '@' + std::to_string(named->object->pos.offset);
    // As Go writes them: the arguments of the function around a local type come first.
    const std::vector<const types::Type*>& enclosing = (named->origin != nullptr ? named->origin : named)->enclosing_args;
    const auto write_list = [&](const std::vector<const types::Type*>& list) {
      for (std::size_t i = 0; i < list.size(); ++i) {
        if (i > 0) out_ += ',';
        // Type arguments are written with whole paths, in names too.
        const bool outer = std::exchange(whole_paths_, true);
        write(list[i]);
        whole_paths_ = outer;
      }
    };
    if (!enclosing.empty() || !named->type_args.empty()) {
      out_ += '[';
      write_list(enclosing);
      if (!enclosing.empty() && !named->type_args.empty()) out_ += ';';
      write_list(named->type_args);
      out_ += ']';
    }
    // Inside type arguments a local type has its number among the package's.
    if (whole_paths_ && named->object->is_local) out_ += "·" + std::to_string(local_number(*named->object));
  }

  static size_t local_number(const types::TypeName& object) {
    const std::vector<Pos>& all = object.package->local_types;
    return 1 + static_cast<size_t>(std::ranges::count_if(all, [&](Pos pos) { return pos < object.pos; }));
  }

  void write_chan(const types::Chan* chan) {
    switch (chan->dir) {
      case types::ChanDir::Both: out_ += "chan "; break;
      case types::ChanDir::SendOnly: out_ += "chan<- "; break;
      case types::ChanDir::RecvOnly: out_ += "<-chan "; break;
    }
    const auto* inner = types::is_a<types::Chan>(chan->elem);
    const bool parens = chan->dir == types::ChanDir::Both && inner != nullptr && inner->dir == types::ChanDir::RecvOnly;
    if (parens) out_ += '(';
    write(chan->elem);
    if (parens) out_ += ')';
  }

  void write_field_name(const types::Object* object) {
    if ((is_key_ || whole_paths_) && !object->is_exported() && object->package != nullptr) out_ += object->package->path + ".";
    out_ += object->name.view();
  }

  // Whether an embedded field's name is that of its type, as linkers know both.
  static bool has_name_of_type(const types::Var* field) {
    const types::Type* type = types::unalias(field->type);
    if (const auto* pointer = types::is_a<types::Pointer>(type)) type = types::unalias(pointer->elem);
    const auto* named = types::is_a<types::Named>(type);
    return named != nullptr && named->object->name == field->name && named->type_args.empty() && !named->object->is_local &&
           (field->is_exported() || named->object->package == field->package);
  }

  void write_struct(const types::Struct* type) {
    out_ += "struct {";
    for (std::size_t i = 0; i < type->fields.size(); ++i) {
      out_ += i == 0 ? " " : "; ";
      const types::Var* field = type->fields[i];
      if (!field->embedded || is_key_) {
        if (field->embedded) out_ += '!';
        write_field_name(field);
        out_ += ' ';
      } else if (whole_paths_ && !has_name_of_type(field)) {
        write_field_name(field);
        out_ += " = ";
      }
      write(field->type);
      if (!type->tag(i).empty()) {
        out_ += " \"";
        for (const char c : type->tag(i)) {
          if (c == '"' || c == '\\') out_ += '\\';
          out_ += c;
        }
        out_ += '"';
      }
    }
    out_ += type->fields.empty() ? "}" : " }";
  }

  void write_signature(const types::Signature* signature) {
    out_ += '(';
    for (std::size_t i = 0; i < signature->params.size(); ++i) {
      if (i > 0) out_ += ", ";
      const types::Type* type = signature->params[i]->type;
      if (signature->variadic && i + 1 == signature->params.size()) {
        out_ += "...";
        type = types::as<types::Slice>(type) != nullptr ? types::as<types::Slice>(type)->elem : type;
      }
      write(type);
    }
    out_ += ')';
    if (signature->results.empty()) return;
    out_ += ' ';
    const bool parens = signature->results.size() > 1;
    if (parens) out_ += '(';
    for (std::size_t i = 0; i < signature->results.size(); ++i) {
      if (i > 0) out_ += ", ";
      write(signature->results[i]->type);
    }
    if (parens) out_ += ')';
  }

  void write_interface(const types::Interface* interface) {
    const auto& methods = types::interface_methods(interface);
    out_ += "interface {";
    for (std::size_t i = 0; i < methods.size(); ++i) {
      out_ += i == 0 ? " " : "; ";
      if (!methods[i]->is_exported()) write_package(methods[i]->package);
      out_ += methods[i]->name.view();
      write_signature(methods[i]->signature());
    }
    out_ += methods.empty() ? "}" : " }";
  }

  bool is_key_;
  bool whole_paths_ = false;
  std::string out_;
};

Kind kind_of(const types::Type* under) {
  switch (under->kind()) {
    case TypeKind::Basic:
      switch (static_cast<const types::Basic*>(under)->basic()) {
        case BasicKind::Bool:
        case BasicKind::UntypedBool: return Kind::Bool;
        case BasicKind::Int:
        case BasicKind::UntypedInt: return Kind::Int;
        case BasicKind::Int8: return Kind::Int8;
        case BasicKind::Int16: return Kind::Int16;
        case BasicKind::Int32:
        case BasicKind::UntypedRune: return Kind::Int32;
        case BasicKind::Int64: return Kind::Int64;
        case BasicKind::Uint: return Kind::Uint;
        case BasicKind::Uint8: return Kind::Uint8;
        case BasicKind::Uint16: return Kind::Uint16;
        case BasicKind::Uint32: return Kind::Uint32;
        case BasicKind::Uint64: return Kind::Uint64;
        case BasicKind::Uintptr: return Kind::Uintptr;
        case BasicKind::Float32: return Kind::Float32;
        case BasicKind::Float64:
        case BasicKind::UntypedFloat: return Kind::Float64;
        case BasicKind::Complex64: return Kind::Complex64;
        case BasicKind::Complex128:
        case BasicKind::UntypedComplex: return Kind::Complex128;
        case BasicKind::String:
        case BasicKind::UntypedString: return Kind::String;
        case BasicKind::UnsafePointer:
        case BasicKind::UntypedNil: return Kind::UnsafePointer;
        case BasicKind::Invalid: break;
      }
      GOVM_UNREACHABLE("invalid type");
    case TypeKind::Array: return Kind::Array;
    case TypeKind::Slice: return Kind::Slice;
    case TypeKind::Struct: return Kind::Struct;
    case TypeKind::Pointer: return Kind::Pointer;
    case TypeKind::Signature: return Kind::Func;
    case TypeKind::Interface: return Kind::Interface;
    case TypeKind::Map: return Kind::Map;
    case TypeKind::Chan: return Kind::Chan;
    default: GOVM_UNREACHABLE("a type without descriptor");
  }
}

// Whether == of an aggregate may compare its bytes: no padding, no blank fields, no floats,
// strings or interfaces.
bool compares_as_memory(const types::Type* type);

Equality equality_of(const types::Type* type) {
  if (!types::is_comparable(type)) return Equality::None;
  const types::Type* under = types::underlying(type);
  switch (kind_of(under)) {
    case Kind::Float32: return Equality::Float32;
    case Kind::Float64: return Equality::Float64;
    case Kind::Complex64: return Equality::Complex64;
    case Kind::Complex128: return Equality::Complex128;
    case Kind::String: return Equality::String;
    case Kind::Interface: return is_empty_interface(type) ? Equality::Eface : Equality::Iface;
    case Kind::Struct:
    case Kind::Array: return compares_as_memory(type) ? Equality::Memory : Equality::Composite;
    default: return Equality::Memory;
  }
}

bool compares_as_memory(const types::Type* type) {
  if (const auto* array = types::as<types::Array>(type)) return equality_of(array->elem) == Equality::Memory;
  const auto* record = types::as<types::Struct>(type);
  std::int64_t end = 0;
  const std::vector<std::int64_t> offsets = types::field_offsets(record);
  for (std::size_t i = 0; i < record->fields.size(); ++i) {
    const types::Var* field = record->fields[i];
    if (offsets[i] != end || field->name.is_blank() || equality_of(field->type) != Equality::Memory) return false;
    end += types::size_of(field->type);
  }
  return end == types::size_of(type);
}

// The methods of std's types are described when an itab or reflect asks for them: they are many, and so are the types that they lead to.
bool has_late_methods(const types::Type* type) {
  if (const auto* pointer = types::is_a<types::Pointer>(type)) type = types::unalias(pointer->elem);
  const auto* named = types::is_a<types::Named>(type);
  return named != nullptr && named->object->package != nullptr && named->object->package->is_std && !types::is_interface(named);
}

}  // namespace

TypeId Module::mention(const types::Type* written) {
  const types::Type* type = types_.canonical(types::unalias(written));
  auto found = type_ids_.find(type);
  if (found != type_ids_.end()) return found->second;
  bool fresh = false;
  const TypeId id = program_.declare_type(TypeText(true).text(type), &fresh);
  type_ids_.emplace(type, id);
  if (id.index() >= type_by_id_.size()) type_by_id_.resize(id.index() + 1);
  type_by_id_[id.index()] = type;
  return id;
}

TypeId Module::type_of(const types::Type* written) {
  const TypeId id = mention(written);
  if (!program_.type(id).is_described()) describe(id, type_by_id_[id.index()]);
  return id;
}

bool Module::describe_methods(TypeId type) {
  const types::Type* source = source_of(type);
  if (source == nullptr) return false;
  TypeDesc& desc = program_.type(type);
  if (desc.methods_late) desc.methods = methods_of(source);
  desc.methods_late = false;
  return true;
}

const types::Type* Module::source_of(TypeId type) const { return type.index() < type_by_id_.size() ? type_by_id_[type.index()] : nullptr; }

bool Module::describe(TypeId type) {
  const types::Type* source = source_of(type);
  if (source != nullptr) type_of(source);
  return source != nullptr;
}

bool Module::describe_pointer_to(TypeId type) {
  const types::Type* source = source_of(type);
  if (source != nullptr) type_of(types_.pointer_to(source));
  return source != nullptr;
}

void Module::describe(TypeId id, const types::Type* type) {
  const types::Type* under = types::underlying(type);
  TypeDesc& desc = program_.type(id);
  desc.kind = kind_of(under);
  desc.size = static_cast<std::uint64_t>(types::size_of(type));
  desc.align = static_cast<std::uint8_t>(types::align_of(type));
  desc.direct = types::is_pointer_shaped(type);
  desc.equality = equality_of(type);
  desc.map_key = desc.equality == Equality::None ? bytecode::MapKey::None : map_key_of(type);
  desc.name = TypeText(false).text(type);
  desc.pointer_words = static_cast<std::uint64_t>(types::pointer_prefix(type) + 7) / 8;
  const auto* array = types::as<types::Array>(type);
  desc.repeated = array != nullptr && desc.pointer_words > bytecode::kMaxMappedWords;
  types::add_pointer_map(desc.repeated ? array->elem : type, 0, desc.pointers.bits);
  if (const auto* named = types::is_a<types::Named>(type)) {
    const std::size_t dot = desc.name.find('.');
    const std::size_t bracket = desc.name.find('[');
    desc.type_name = dot != std::string::npos && dot < bracket ? desc.name.substr(dot + 1) : desc.name;
    if (named->object->package != nullptr) desc.package = named->object->package->path;
  } else if (type->kind() == TypeKind::Basic) {
    const std::size_t dot = desc.name.find('.');  // unsafe.Pointer has a package
    desc.type_name = dot == std::string::npos ? desc.name : desc.name.substr(dot + 1);
    if (dot != std::string::npos) desc.package = desc.name.substr(0, dot);
  }
  switch (under->kind()) {
    case TypeKind::Array:
      desc.length = static_cast<std::uint64_t>(array->length);
      desc.element = type_of(array->elem);
      desc.slice_of_element = type_of(types_.slice_of(array->elem));
      break;
    case TypeKind::Slice: desc.element = type_of(static_cast<const types::Slice*>(under)->elem); break;
    case TypeKind::Pointer: desc.element = type_of(static_cast<const types::Pointer*>(under)->elem); break;
    case TypeKind::Map:
      desc.map_key_type = type_of(static_cast<const types::Map*>(under)->key);
      desc.element = type_of(static_cast<const types::Map*>(under)->elem);
      break;
    case TypeKind::Chan: {
      const auto* chan = static_cast<const types::Chan*>(under);
      desc.element = type_of(chan->elem);
      desc.direction = chan->dir == types::ChanDir::Both       ? bytecode::ChanDirection::Both
                       : chan->dir == types::ChanDir::SendOnly ? bytecode::ChanDirection::Send
                                                               : bytecode::ChanDirection::Receive;
      break;
    }
    case TypeKind::Signature: {
      const auto* signature = static_cast<const types::Signature*>(under);
      desc.variadic = signature->variadic;
      for (const types::Var* param : signature->params) desc.parameters.push_back(type_of(param->type));
      for (const types::Var* result : signature->results) desc.results.push_back(type_of(result->type));
      break;
    }
    case TypeKind::Struct: describe_struct(desc, static_cast<const types::Struct*>(under)); break;
    default: break;
  }
  desc.methods_late = has_late_methods(type);
  if (!desc.methods_late) desc.methods = methods_of(type);
}

void Module::describe_struct(TypeDesc& desc, const types::Struct* type) {
  const std::vector<std::int64_t> offsets = types::field_offsets(type);
  for (std::size_t i = 0; i < type->fields.size(); ++i) {
    const types::Var* field = type->fields[i];
    bytecode::FieldDesc out;
    out.name = field->name.str();
    if (!field->is_exported() && field->package != nullptr) out.package = field->package->path;
    out.type = type_of(field->type);
    out.offset = static_cast<std::uint64_t>(offsets[i]);
    out.tag = std::string(type->tag(i));
    out.embedded = field->embedded;
    desc.fields.push_back(std::move(out));
  }
}

std::vector<bytecode::MethodDesc> Module::methods_of(const types::Type* type) {
  std::vector<bytecode::MethodDesc> out;
  const bool is_interface = types::is_interface(type);
  if (!is_interface && type->kind() != TypeKind::Named && type->kind() != TypeKind::Pointer && type->kind() != TypeKind::Struct) {
    return out;
  }
  for (const types::MethodEntry& entry : types::method_set(type)) {
    bytecode::MethodDesc method;
    method.name = entry.func->name.str();
    if (!entry.func->is_exported() && entry.func->package != nullptr) method.package = entry.func->package->path;
    method.signature = mention(entry.func->signature());
    if (!is_interface) {
      method.entry = function_of(ir::instance_of_method(types_, instances_, receiver_in_itabs(type), entry.func));
    }
    out.push_back(std::move(method));
  }
  return out;
}

const types::Type* Module::receiver_in_itabs(const types::Type* type) {
  return types::is_pointer_shaped(type) ? type : types_.pointer_to(type);
}

bytecode::ItabId Module::itab_of(const types::Type* interface, const types::Type* type) {
  const TypeId type_id = type_of(type);
  bool fresh = false;
  const bytecode::ItabId id = program_.intern_itab(type_of(interface), type_id, &fresh);
  if (fresh && program_.type(type_id).methods_late) set_entries(program_.itab(id), types::as<types::Interface>(interface), type);
  return id;
}

// The methods that the interface asks for, of a type whose others nobody may ask for.
void Module::set_entries(bytecode::ItabRow& row, const types::Interface* interface, const types::Type* type) {
  row.impossible = types::missing_method(type, interface, true).method != nullptr;
  if (row.impossible) return;
  for (const types::Func* method : types::interface_methods(interface)) {
    const types::Found found = types::lookup_field_or_method(type, false, method->package, method->name);
    const auto* func = types::as_object<types::Func>(found.object);
    row.entries.push_back(function_of(ir::instance_of_method(types_, instances_, receiver_in_itabs(type), func)));
  }
}

bytecode::ItabId Module::eface_of(const types::Type* type) { return program_.intern_itab(TypeId(), type_of(type)); }

}  // namespace govm::codegen
