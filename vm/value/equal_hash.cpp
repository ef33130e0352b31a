// Goes through values by kind; memory without padding, floats and pointers to follow is compared at once.
#include "vm/value/equal_hash.h"

#include <cstring>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace govm::value {

namespace {

template <typename T>
T load(const void* p) {
  T value;
  std::memcpy(&value, p, sizeof value);
  return value;
}

const std::byte* at(const void* p, std::uint64_t offset) { return static_cast<const std::byte*>(p) + offset; }

template <typename Float>
bool equal_floats(const void* a, const void* b, int count) {
  for (int i = 0; i < count; ++i) {
    if (load<Float>(at(a, i * sizeof(Float))) != load<Float>(at(b, i * sizeof(Float)))) return false;
  }
  return true;
}

bool equal_composite(const Type* type, const void* a, const void* b, const Type** uncomparable) {
  if (type->kind == Kind::Array) {
    for (std::uint64_t i = 0; i < type->length; ++i) {
      const std::uint64_t offset = i * type->element->size;
      if (!equal(type->element, at(a, offset), at(b, offset), uncomparable)) return false;
    }
    return true;
  }
  for (const Field& field : type->fields) {
    if (!field.blank() && !equal(field.type, at(a, field.offset), at(b, field.offset), uncomparable)) return false;
  }
  return true;
}

// Values of one dynamic type behind two interfaces.
bool equal_dynamic(const Type* type, Interface a, Interface b, const Type** uncomparable) {
  if (!type->is_comparable()) {
    *uncomparable = type;
    return false;
  }
  if (type->direct) return a.data == b.data;
  if (a.data == b.data && type->reflexive && !type->hash_can_panic) return true;
  return equal(type, a.data, b.data, uncomparable);
}

std::uint64_t hash_float(double value, std::uint64_t seed, std::uint64_t& nan_counter) {
  if (value == 0) return hash_word(0, seed);  // +0 == -0
  if (value != value) return hash_word(++nan_counter * 0x9e3779b97f4a7c15U, seed ^ 0x7ff8);
  return hash_word(load<std::uint64_t>(&value), seed);
}

std::uint64_t hash_memory(const void* p, std::uint64_t size, std::uint64_t seed) {
  switch (size) {
    case 0: return hash_word(0, seed);
    case 1: return hash_word(load<std::uint8_t>(p), seed);
    case 2: return hash_word(load<std::uint16_t>(p), seed);
    case 4: return hash_word(load<std::uint32_t>(p), seed);
    case 8: return hash_word(load<std::uint64_t>(p), seed);
    default: return hash_bytes(p, size, seed);
  }
}

std::uint64_t hash_interface(const Type* type, Interface value, std::uint64_t seed, std::uint64_t& nan_counter, const Type** unhashable) {
  if (type == nullptr) return hash_word(0, seed);
  if (!type->is_comparable()) {
    *unhashable = type;
    return 0;
  }
  return hash(type, value_address(type, value), seed ^ type->index * 0x9e3779b97f4a7c15U, nan_counter, unhashable);
}

}  // namespace

std::uint64_t hash_bytes(const void* p, std::size_t size, std::uint64_t seed) { return XXH3_64bits_withSeed(p, size, seed); }

bool equal(const Type* type, const void* a, const void* b, const Type** uncomparable) {
  switch (type->equality) {
    case Equality::Memory: return std::memcmp(a, b, type->size) == 0;
    case Equality::Float32: return equal_floats<float>(a, b, 1);
    case Equality::Float64: return equal_floats<double>(a, b, 1);
    case Equality::Complex64: return equal_floats<float>(a, b, 2);
    case Equality::Complex128: return equal_floats<double>(a, b, 2);
    case Equality::String: return equal(load<String>(a), load<String>(b));
    case Equality::Iface: return equal_iface(load<Interface>(a), load<Interface>(b), uncomparable);
    case Equality::Eface: return equal_eface(load<Interface>(a), load<Interface>(b), uncomparable);
    case Equality::Composite: return equal_composite(type, a, b, uncomparable);
    case Equality::None: break;
  }
  *uncomparable = type;
  return false;
}

bool equal_eface(Interface a, Interface b, const Type** uncomparable) {
  if (a.word != b.word) return false;
  return a.word == nullptr || equal_dynamic(eface_type(a), a, b, uncomparable);
}

bool equal_iface(Interface a, Interface b, const Type** uncomparable) {
  // Itabs of one pair of types are one, but the two operands may be of different interface types.
  if (iface_type(a) != iface_type(b)) return false;
  return a.word == nullptr || equal_dynamic(iface_type(a), a, b, uncomparable);
}

std::uint64_t hash(const Type* type, const void* p, std::uint64_t seed, std::uint64_t& nan_counter, const Type** unhashable) {
  switch (type->equality) {
    case Equality::Memory: return hash_memory(p, type->size, seed);
    case Equality::Float32: return hash_float(load<float>(p), seed, nan_counter);
    case Equality::Float64: return hash_float(load<double>(p), seed, nan_counter);
    case Equality::Complex64: return hash_float(load<float>(at(p, 4)), hash_float(load<float>(p), seed, nan_counter), nan_counter);
    case Equality::Complex128: return hash_float(load<double>(at(p, 8)), hash_float(load<double>(p), seed, nan_counter), nan_counter);
    case Equality::String: {
      const auto s = load<String>(p);
      return hash_bytes(s.data, static_cast<std::size_t>(s.length), seed);
    }
    case Equality::Iface: {
      const auto value = load<Interface>(p);
      return hash_interface(iface_type(value), value, seed, nan_counter, unhashable);
    }
    case Equality::Eface: {
      const auto value = load<Interface>(p);
      return hash_interface(eface_type(value), value, seed, nan_counter, unhashable);
    }
    case Equality::Composite:
      if (type->kind == Kind::Array) {
        for (std::uint64_t i = 0; i < type->length; ++i) {
          seed = hash(type->element, at(p, i * type->element->size), seed, nan_counter, unhashable);
        }
      } else {
        for (const Field& field : type->fields) {
          if (!field.blank()) seed = hash(field.type, at(p, field.offset), seed, nan_counter, unhashable);
        }
      }
      return seed;
    case Equality::None: break;
  }
  *unhashable = type;
  return 0;
}

const Type* unhashable_type(const Type* type, const void* p) {
  if (type->is_comparable() && !type->hash_can_panic) return nullptr;
  const Type* found = nullptr;
  std::uint64_t nan_counter = 0;
  hash(type, p, 0, nan_counter, &found);
  return found;
}

}  // namespace govm::value
