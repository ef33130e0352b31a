// Go's layout on linux/amd64.
#include "compiler/types/sizes.h"

#include <algorithm>
#include <tuple>

#include "base/check.h"
#include "compiler/types/object.h"
#include "compiler/types/relations.h"

namespace govm::types {
namespace {

constexpr int64_t kWord = 8;
constexpr int64_t kLargest = INT64_MAX / 2;

int64_t align_up(int64_t offset, int64_t align) { return (offset + align - 1) / align * align; }

int64_t basic_size(BasicKind kind) {
  switch (kind) {
    case BasicKind::Bool:
    case BasicKind::Int8:
    case BasicKind::Uint8: return 1;
    case BasicKind::Int16:
    case BasicKind::Uint16: return 2;
    case BasicKind::Int32:
    case BasicKind::Uint32:
    case BasicKind::Float32: return 4;
    case BasicKind::Complex128:
    case BasicKind::String:
    case BasicKind::UntypedString: return 16;
    case BasicKind::Invalid: return 0;
    default: return 8;
  }
}

Measures measure(const Type* type);

// Walks the fields: visit(index, offset, measures of the field); returns size and alignment of the struct.
template <class Visit>
std::pair<int64_t, int64_t> lay_out(const Struct* type, Visit&& visit) {
  int64_t offset = 0, align = 1;
  bool ends_in_zero_size = false;
  for (size_t i = 0; i < type->fields.size(); i++) {
    const Measures field = measure(type->fields[i]->type);
    align = std::max(align, field.align);
    offset = align_up(offset, field.align);
    visit(i, offset, field);
    if (field.size < 0 || offset > kLargest - field.size) return {-1, align};
    offset += field.size;
    ends_in_zero_size = field.size == 0;
  }
  // A pointer to a final zero-size field must not point behind the object.
  if (offset > 0 && ends_in_zero_size) offset++;
  return {align_up(offset, align), align};
}

Measures measure_basic(BasicKind kind) {
  const int64_t size = basic_size(kind);
  const int64_t align = kind == BasicKind::Complex64 ? 4 : std::clamp<int64_t>(size, 1, kWord);
  const bool pointer =
      kind == BasicKind::String || kind == BasicKind::UnsafePointer || kind == BasicKind::UntypedString || kind == BasicKind::UntypedNil;
  return {size, align, pointer ? kWord : 0, kind != BasicKind::Invalid};
}

Measures measure_array(const Array* array) {
  const Measures elem = measure(array->elem);
  const int64_t length = std::max<int64_t>(array->length, 0);
  const bool too_large = elem.size < 0 || (elem.size > 0 && length > kLargest / elem.size);
  const int64_t prefix = length == 0 || elem.pointer_prefix == 0 ? 0 : (length - 1) * elem.size + elem.pointer_prefix;
  return {too_large ? -1 : length * elem.size, elem.align, prefix, elem.known && array->length >= 0};
}

Measures measure_struct(const Struct* type) {
  if (type->measures.known) return type->measures;
  Measures whole;
  whole.known = true;
  std::tie(whole.size, whole.align) = lay_out(type, [&](size_t, int64_t offset, const Measures& field) {
    whole.known &= field.known;
    if (field.pointer_prefix != 0) whole.pointer_prefix = offset + field.pointer_prefix;
  });
  return type->measures = whole;
}

Measures measure(const Type* type) {
  const Type* under = underlying(type);
  if (!under) return {};
  switch (under->kind()) {
    case TypeKind::Basic: return measure_basic(static_cast<const Basic*>(under)->basic());
    case TypeKind::Array: return measure_array(static_cast<const Array*>(under));
    case TypeKind::Struct: return measure_struct(static_cast<const Struct*>(under));
    case TypeKind::Slice: return {3 * kWord, kWord, kWord, true};
    case TypeKind::Interface: return {2 * kWord, kWord, 2 * kWord, true};
    default: return {kWord, kWord, kWord, true};
  }
}

}  // namespace

int64_t size_of(const Type* type) { return measure(type).size; }
int64_t align_of(const Type* type) { return measure(type).align; }
int64_t pointer_prefix(const Type* type) { return measure(type).pointer_prefix; }

std::vector<int64_t> field_offsets(const Struct* type) {
  std::vector<int64_t> offsets;
  lay_out(type, [&](size_t, int64_t offset, const Measures&) { offsets.push_back(offset); });
  return offsets;
}

int64_t field_offset(const Struct* type, size_t index) {
  int64_t result = 0;
  lay_out(type, [&](size_t i, int64_t offset, const Measures&) {
    if (i == index) result = offset;
  });
  return result;
}

bool has_pointers(const Type* type) { return pointer_prefix(type) != 0; }

void add_pointer_map(const Type* type, int64_t base, std::vector<uint64_t>& bits) {
  const Type* under = underlying(type);
  if (!under || pointer_prefix(under) == 0) return;
  auto set = [&](int64_t offset) {
    size_t word = static_cast<size_t>(offset / kWord);
    if (word / 64 >= bits.size()) bits.resize(word / 64 + 1);
    bits[word / 64] |= uint64_t{1} << (word % 64);
  };
  switch (under->kind()) {
    case TypeKind::Array: {
      auto* array = static_cast<const Array*>(under);
      int64_t size = size_of(array->elem);
      for (int64_t i = 0; i < array->length; i++) add_pointer_map(array->elem, base + i * size, bits);
      break;
    }
    case TypeKind::Struct: {
      auto* structure = static_cast<const Struct*>(under);
      lay_out(structure,
              [&](size_t i, int64_t offset, const Measures&) { add_pointer_map(structure->fields[i]->type, base + offset, bits); });
      break;
    }
    case TypeKind::Interface:
      set(base);
      set(base + kWord);
      break;
    default: set(base);
  }
}

bool is_pointer_shaped(const Type* type) {
  const Type* under = underlying(type);
  if (!under) return false;
  switch (under->kind()) {
    case TypeKind::Pointer:
    case TypeKind::Map:
    case TypeKind::Chan:
    case TypeKind::Signature: return true;
    case TypeKind::Basic: return static_cast<const Basic*>(under)->basic() == BasicKind::UnsafePointer;
    case TypeKind::Array:
    case TypeKind::Struct: return !is_parameterized(type) && size_of(type) == 8 && pointer_prefix(type) == 8;
    default: return false;
  }
}

}  // namespace govm::types
