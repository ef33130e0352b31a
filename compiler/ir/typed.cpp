// Questions about types, representation, splitting.
#include "compiler/ir/typed.h"

#include "base/check.h"
#include "compiler/ir/rep.h"
#include "compiler/types/method_set.h"

namespace govm::ir {

using types::as;
using types::BasicKind;

namespace {

/// Structs of at most this many words are split.
constexpr int kMaxSplitWords = 4;

// The parts of complex numbers. Asked for representation and size only, as parts are, they need not be a session's.
const types::Basic kFloat32Part(BasicKind::Float32, "float32");
const types::Basic kFloat64Part(BasicKind::Float64, "float64");

BasicKind basic_kind(const Type* type) {
  const auto* basic = as<types::Basic>(type);
  return basic != nullptr ? basic->basic() : BasicKind::Invalid;
}

/// Collects the parts of a type; false if it is not to be split.
bool collect_parts(const Type* type, uint32_t offset, std::vector<Part>& parts, int& words) {
  if (Rep rep = rep_of(type); rep != Rep::None) {
    words += rep_words(rep);
    parts.push_back({type, offset});
    return words <= kMaxSplitWords;
  }
  if (const auto* structure = as<types::Struct>(type)) {
    if (structure->fields.size() > 64) return false;
    std::vector<int64_t> offsets = types::field_offsets(structure);
    for (size_t i = 0; i < structure->fields.size(); ++i) {
      if (!collect_parts(structure->fields[i]->type, offset + static_cast<uint32_t>(offsets[i]), parts, words)) return false;
    }
    return true;
  }
  if (const auto* array = as<types::Array>(type)) {
    if (array->length == 0) return true;
    return array->length == 1 && collect_parts(array->elem, offset, parts, words);
  }
  const bool wide = basic_kind(type) != BasicKind::Complex64;
  const uint32_t bytes = wide ? 8 : 4;
  words += 2;
  for (uint32_t i = 0; i < 2; ++i) parts.push_back({wide ? &kFloat64Part : &kFloat32Part, offset + i * bytes});
  return words <= kMaxSplitWords;
}

}  // namespace

bool is_nil_type(const Type* type) { return basic_kind(type) == BasicKind::UntypedNil; }

bool is_empty_interface(const Type* type) {
  const auto* interface = as<types::Interface>(type);
  return interface != nullptr && types::interface_methods(interface).empty();
}

bool is_byte_slice(const Type* type) {
  const auto* slice = as<types::Slice>(type);
  return slice != nullptr && basic_kind(slice->elem) == BasicKind::Uint8;
}

bool is_rune_slice(const Type* type) {
  const auto* slice = as<types::Slice>(type);
  return slice != nullptr && basic_kind(slice->elem) == BasicKind::Int32;
}

const Type* elem_of(const Type* type) {
  const Type* under = types::underlying(type);
  switch (under->kind()) {
    case types::TypeKind::Array: return static_cast<const types::Array*>(under)->elem;
    case types::TypeKind::Slice: return static_cast<const types::Slice*>(under)->elem;
    case types::TypeKind::Pointer: return static_cast<const types::Pointer*>(under)->elem;
    case types::TypeKind::Map: return static_cast<const types::Map*>(under)->elem;
    case types::TypeKind::Chan: return static_cast<const types::Chan*>(under)->elem;
    default: GOVM_UNREACHABLE("type without element");
  }
}

const Type* key_of(const Type* type) { return as<types::Map>(type)->key; }
int64_t length_of(const Type* array) { return as<types::Array>(array)->length; }
const types::Struct* struct_of(const Type* type) { return as<types::Struct>(type); }
const types::Signature* signature_of(const Type* func) { return as<types::Signature>(func); }

int64_t field_offset(const Type* structure, size_t field) { return types::field_offset(struct_of(structure), field); }

int64_t method_index(const Type* interface, const types::Func* method) {
  const auto& methods = types::interface_methods(as<types::Interface>(interface));
  for (size_t i = 0; i < methods.size(); ++i) {
    const types::Func* candidate = methods[i];
    if (candidate == method) return static_cast<int64_t>(i);
    if (candidate->name == method->name && (candidate->is_exported() || candidate->package == method->package)) {
      return static_cast<int64_t>(i);
    }
  }
  GOVM_UNREACHABLE("method not in interface");
}

bool is_blank(const types::Object* object) { return !object->name || object->name.view().empty() || object->name.is_blank(); }

Rep rep_of(const Type* type) {
  const Type* under = types::underlying(type);
  switch (under->kind()) {
    case types::TypeKind::Basic:
      switch (static_cast<const types::Basic*>(under)->basic()) {
        case BasicKind::Float64:
        case BasicKind::UntypedFloat: return Rep::F64;
        case BasicKind::Float32: return Rep::F32;
        case BasicKind::String:
        case BasicKind::UntypedString: return Rep::Str;
        case BasicKind::Complex64:
        case BasicKind::Complex128:
        case BasicKind::UntypedComplex: return Rep::None;
        default: return Rep::Word;
      }
    case types::TypeKind::Slice: return Rep::Slice;
    case types::TypeKind::Interface: return Rep::Iface;
    case types::TypeKind::Pointer:
    case types::TypeKind::Signature:
    case types::TypeKind::Map:
    case types::TypeKind::Chan: return Rep::Word;
    default: return Rep::None;
  }
}

bool is_split(const Type* type) {
  std::vector<Part> parts;
  int words = 0;
  return collect_parts(type, 0, parts, words);
}

std::vector<Part> parts_of(const Type* type) {
  std::vector<Part> parts;
  int words = 0;
  [[maybe_unused]] bool split = collect_parts(type, 0, parts, words);
  GOVM_DCHECK(split);
  return parts;
}

IntInfo int_info(const Type* type) {
  switch (basic_kind(type)) {
    case BasicKind::Int:
    case BasicKind::Int64:
    case BasicKind::UntypedInt: return {8, true};
    case BasicKind::Int8: return {1, true};
    case BasicKind::Int16: return {2, true};
    case BasicKind::Int32:
    case BasicKind::UntypedRune: return {4, true};
    case BasicKind::Bool:
    case BasicKind::UntypedBool:
    case BasicKind::Uint8: return {1, false};
    case BasicKind::Uint16: return {2, false};
    case BasicKind::Uint32: return {4, false};
    default: return {8, false};
  }
}

bool is_unsigned_word(const Type* type) {
  if (type == nullptr) return false;
  const IntInfo info = int_info(type);
  return info.bytes == 8 && !info.is_signed;
}

int64_t wrap(IntInfo info, int64_t number) {
  switch (info.bytes) {
    case 1: return info.is_signed ? static_cast<int8_t>(number) : static_cast<int64_t>(static_cast<uint8_t>(number));
    case 2: return info.is_signed ? static_cast<int16_t>(number) : static_cast<int64_t>(static_cast<uint16_t>(number));
    case 4: return info.is_signed ? static_cast<int32_t>(number) : static_cast<int64_t>(static_cast<uint32_t>(number));
    default: return number;
  }
}

bool type_has_pointers(const Type* type) { return types::has_pointers(type); }
std::string type_text(const Type* type) { return types::type_string(type, nullptr); }
std::string global_name(const types::Var* global) {
  return (global->package != nullptr ? global->package->path + "." : std::string()) + global->name.str();
}

}  // namespace govm::ir
