// Go's layout on linux/amd64.
#include "compiler/types/sizes.h"

#include <algorithm>

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

// Walks the fields: visit(index, offset); returns size and alignment of the struct.
template <class Visit>
std::pair<int64_t, int64_t> lay_out(const Struct* type, Visit&& visit) {
  int64_t offset = 0, align = 1;
  bool ends_in_zero_size = false;
  for (size_t i = 0; i < type->fields.size(); i++) {
    const Type* field = type->fields[i]->type;
    int64_t field_align = align_of(field), size = size_of(field);
    align = std::max(align, field_align);
    offset = align_up(offset, field_align);
    visit(i, offset);
    if (size < 0 || offset > kLargest - size) return {-1, align};
    offset += size;
    ends_in_zero_size = size == 0;
  }
  // A pointer to a final zero-size field must not point behind the object.
  if (offset > 0 && ends_in_zero_size) offset++;
  return {align_up(offset, align), align};
}

}  // namespace

int64_t size_of(const Type* type) {
  const Type* under = underlying(type);
  if (!under) return 0;
  switch (under->kind()) {
    case TypeKind::Basic: return basic_size(static_cast<const Basic*>(under)->basic());
    case TypeKind::Array: {
      auto* array = static_cast<const Array*>(under);
      int64_t size = size_of(array->elem), length = std::max<int64_t>(array->length, 0);
      return size < 0 || (size > 0 && length > kLargest / size) ? -1 : length * size;
    }
    case TypeKind::Slice: return 3 * kWord;
    case TypeKind::Interface: return 2 * kWord;
    case TypeKind::Struct: return lay_out(static_cast<const Struct*>(under), [](size_t, int64_t) {}).first;
    default: return kWord;
  }
}

int64_t align_of(const Type* type) {
  const Type* under = underlying(type);
  if (!under) return 1;
  switch (under->kind()) {
    case TypeKind::Basic: {
      BasicKind kind = static_cast<const Basic*>(under)->basic();
      if (kind == BasicKind::Complex64) return 4;
      return std::clamp<int64_t>(basic_size(kind), 1, kWord);
    }
    case TypeKind::Array: return align_of(static_cast<const Array*>(under)->elem);
    case TypeKind::Struct: return lay_out(static_cast<const Struct*>(under), [](size_t, int64_t) {}).second;
    default: return kWord;
  }
}

std::vector<int64_t> field_offsets(const Struct* type) {
  std::vector<int64_t> offsets;
  lay_out(type, [&](size_t, int64_t offset) { offsets.push_back(offset); });
  return offsets;
}

int64_t field_offset(const Struct* type, size_t index) {
  int64_t result = 0;
  lay_out(type, [&](size_t i, int64_t offset) {
    if (i == index) result = offset;
  });
  return result;
}

bool has_pointers(const Type* type) { return pointer_prefix(type) != 0; }

int64_t pointer_prefix(const Type* type) {
  const Type* under = underlying(type);
  if (!under) return 0;
  switch (under->kind()) {
    case TypeKind::Basic: {
      BasicKind kind = static_cast<const Basic*>(under)->basic();
      return kind == BasicKind::String || kind == BasicKind::UnsafePointer || kind == BasicKind::UntypedString ||
                     kind == BasicKind::UntypedNil
                 ? kWord
                 : 0;
    }
    case TypeKind::Array: {
      auto* array = static_cast<const Array*>(under);
      int64_t prefix = pointer_prefix(array->elem);
      return array->length <= 0 || prefix == 0 ? 0 : (array->length - 1) * size_of(array->elem) + prefix;
    }
    case TypeKind::Struct: {
      auto* structure = static_cast<const Struct*>(under);
      int64_t last = 0;
      lay_out(structure, [&](size_t i, int64_t offset) {
        int64_t prefix = pointer_prefix(structure->fields[i]->type);
        if (prefix) last = offset + prefix;
      });
      return last;
    }
    case TypeKind::Interface: return 2 * kWord;
    default: return kWord;
  }
}

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
      lay_out(structure, [&](size_t i, int64_t offset) { add_pointer_map(structure->fields[i]->type, base + offset, bits); });
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
