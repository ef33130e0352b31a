// Enters descriptions as types with their equality, hashing and pointer maps, and merges methods to itabs.
#include "vm/value/type_table.h"

#include <algorithm>
#include <cstring>
#include <new>

#include "base/check.h"
#include "vm/bytecode/program.h"
#include "vm/value/map.h"

namespace govm::value {

namespace {

constexpr std::size_t kChunkBytes = 64 << 10;

constexpr std::uint64_t align_up(std::uint64_t n, std::uint64_t align) { return (n + align - 1) / align * align; }

// Does a type hold (not behind a pointer) a kind for which `is` is true?
template <typename Is>
bool holds(const Type& type, Is&& is) {
  if (is(type.kind)) return true;
  if (type.kind == Kind::Array) return type.length != 0 && holds(*type.element, is);
  return type.kind == Kind::Struct &&
         std::any_of(type.fields.begin(), type.fields.end(), [&](const Field& f) { return holds(*f.type, is); });
}

bool is_float(Kind kind) { return kind == Kind::Float32 || kind == Kind::Float64 || kind == Kind::Complex64 || kind == Kind::Complex128; }

int compare_methods(const Method& a, const Method& b) {
  if (const int order = a.name.compare(b.name); order != 0) return order;
  return a.package.compare(b.package);
}

}  // namespace

TypeTable::TypeTable(EntryOf entry_of) : entry_of_(std::move(entry_of)) {}
TypeTable::~TypeTable() = default;

void* TypeTable::reserve(std::size_t bytes) {
  bytes = align_up(bytes, 16);
  memory_ += bytes;
  if (bytes > chunk_left_) {
    const std::size_t size = std::max(bytes, kChunkBytes);
    chunks_.push_back(std::make_unique_for_overwrite<std::byte[]>(size));
    chunk_next_ = chunks_.back().get();
    chunk_left_ = size;
  }
  void* p = chunk_next_;
  chunk_next_ += bytes;
  chunk_left_ -= bytes;
  return p;
}

std::string_view TypeTable::keep(std::string_view text) {
  if (text.empty()) return {};
  auto* copy = static_cast<char*>(reserve(text.size()));
  std::memcpy(copy, text.data(), text.size());
  return {copy, text.size()};
}

template <typename T>
std::span<T> TypeTable::reserve_span(std::size_t count) {
  if (count == 0) return {};
  auto* first = static_cast<T*>(reserve(count * sizeof(T)));
  std::uninitialized_value_construct_n(first, count);
  return {first, count};
}

// For type_maker.cpp.
template std::span<Field> TypeTable::reserve_span(std::size_t);
template std::span<Method> TypeTable::reserve_span(std::size_t);
template std::span<const Type*> TypeTable::reserve_span(std::size_t);

const std::uint64_t* TypeTable::keep_bits(const bytecode::WordMap& map, std::size_t words) {
  const std::span<std::uint64_t> bits = reserve_span<std::uint64_t>((words + 63) / 64);
  for (std::size_t i = 0; i < bits.size() && i < map.bits.size(); ++i) bits[i] = map.bits[i];
  return bits.data();
}

Type* TypeTable::add(std::string_view key) {
  Type* type = new (reserve(sizeof(Type))) Type{};
  type->key = keep(key);
  type->index = static_cast<std::uint32_t>(types_.size());
  types_.push_back(type);
  by_key_.emplace(type->key, type);
  return type;
}

void TypeTable::load(const bytecode::Program& program) {
  const std::uint32_t first = static_cast<std::uint32_t>(by_id_.size());
  std::vector<std::pair<Type*, const bytecode::TypeDesc*>> fresh;
  std::erase_if(undescribed_, [&](bytecode::TypeId id) {
    const bytecode::TypeDesc& desc = program.type(id);
    if (desc.is_described()) fresh.emplace_back(by_id_[id.index()], &desc);
    return desc.is_described();
  });
  for (std::uint32_t i = first; i < program.type_count(); ++i) {
    const bytecode::TypeDesc& desc = program.type(bytecode::TypeId(i));
    const auto known = by_key_.find(desc.key);
    if (known != by_key_.end()) {
      by_id_.push_back(known->second);
      // Made by pointer_to or slice_of before the program described it: it has no methods yet.
      const bool has_methods = desc.methods_late || !desc.methods.empty();
      if (has_methods && known->second->methods.empty() && !known->second->methods_late) fresh.emplace_back(known->second, &desc);
    } else {
      by_id_.push_back(add(desc.key));
      if (desc.is_described()) {
        fresh.emplace_back(by_id_.back(), &desc);
      } else {
        undescribed_.emplace_back(i);
      }
    }
  }
  for (const auto& [type, desc] : fresh) fill(*type, *desc);
  for (const auto& [type, desc] : fresh) {
    // Large arrays have the map of their element, which may be such an array too.
    const Type* element = type;
    while (element->kind == Kind::Array && element->layout.pointer_bytes != 0 && element->layout.pointer_bits == nullptr) {
      element = element->element;
    }
    if (element != type) type->layout = element->layout;
  }
  for (const auto& [type, desc] : fresh) derive(*type);
}

void TypeTable::fill(Type& type, const bytecode::TypeDesc& desc) {
  const auto type_of = [this](bytecode::TypeId id) -> const Type* { return id ? by_id_[id.index()] : nullptr; };
  type.kind = desc.kind;
  type.equality = desc.equality;
  type.map_key = desc.map_key;
  type.direct = desc.direct;
  type.variadic = desc.variadic;
  type.align = desc.align;
  type.direction = desc.direction;
  type.size = desc.size;
  type.name = keep(desc.name);
  type.type_name = keep(desc.type_name);
  type.package = keep(desc.package);
  type.element = type_of(desc.element);
  type.map_key_type = type_of(desc.map_key_type);
  type.length = desc.length;
  type.layout = {desc.size, desc.pointer_words * 8, nullptr};
  if (desc.pointer_words != 0 && !desc.repeated) type.layout.pointer_bits = keep_bits(desc.pointers, desc.pointer_words);

  const std::span<Field> fields = reserve_span<Field>(desc.fields.size());
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const bytecode::FieldDesc& f = desc.fields[i];
    fields[i] = {keep(f.name), keep(f.package), type_of(f.type), f.offset, keep(f.tag), f.embedded};
  }
  type.fields = fields;
  const auto list = [&](const std::vector<bytecode::TypeId>& ids) {
    const std::span<const Type*> types = reserve_span<const Type*>(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) types[i] = type_of(ids[i]);
    return types;
  };
  type.parameters = list(desc.parameters);
  type.results = list(desc.results);
  fill_methods(type, desc);
}

void TypeTable::fill_methods(Type& type, const bytecode::TypeDesc& desc) {
  type.methods_late = desc.methods_late;
  const std::span<Method> methods = reserve_span<Method>(desc.methods.size());
  for (std::size_t i = 0; i < methods.size(); ++i) {
    const bytecode::MethodDesc& m = desc.methods[i];
    methods[i] = {keep(m.name), keep(m.package), m.signature ? by_id_[m.signature.index()] : nullptr, m.entry};
  }
  std::sort(methods.begin(), methods.end(), [](const Method& a, const Method& b) { return compare_methods(a, b) < 0; });
  type.methods = methods;
}

std::span<const Method> TypeTable::methods(const Type* type) {
  if (type->methods_late) describe_methods_(type);
  GOVM_DCHECK(!type->methods_late);
  return type->methods;
}

void TypeTable::enter_methods(const Type* type, const bytecode::TypeDesc& desc) { fill_methods(*types_[type->index], desc); }

// What follows from other descriptors, once all of a load are filled.
void TypeTable::derive(Type& type) {
  type.hash_can_panic = holds(type, [](Kind kind) { return kind == Kind::Interface; });
  type.reflexive = !holds(type, [](Kind kind) { return is_float(kind) || kind == Kind::Interface; });
  if (type.kind == Kind::Pointer && type.type_name.empty()) type.element->pointer_to = &type;
  if (type.kind == Kind::Map) type.map = map_layout(type);
}

const MapLayout* TypeTable::map_layout(const Type& type) {
  const Type& key = *type.map_key_type;
  const Type& element = *type.element;
  auto* layout = new (reserve(sizeof(MapLayout))) MapLayout{};
  layout->indirect_key = key.size > kMapMaxInlineBytes;
  layout->indirect_element = element.size > kMapMaxInlineBytes;
  const std::uint64_t key_size = layout->indirect_key ? 8 : key.size;
  const std::uint64_t element_size = layout->indirect_element ? 8 : element.size;
  const std::uint64_t key_align = layout->indirect_key ? 8 : key.align;
  const std::uint64_t element_align = layout->indirect_element ? 8 : element.align;
  const std::uint64_t align = std::max(key_align, element_align);
  layout->element_offset = align_up(key_size, element_align);
  // A struct that ends in a field of size zero is padded, so that its address stays inside.
  const std::uint64_t end = layout->element_offset + element_size + (element_size == 0 && key_size != 0 ? 1 : 0);
  layout->slot_size = align_up(end, align);
  layout->group_size = align_up(8 + kMapGroupSlots * layout->slot_size + (layout->slot_size == 0 ? 1 : 0), 8);
  layout->key_needs_update = holds(key, [](Kind kind) { return is_float(kind) || kind == Kind::Interface || kind == Kind::String; });

  bytecode::WordMap map;
  std::size_t words = 0;
  constexpr std::size_t kHeaderWords = sizeof(Map) / 8;
  bytecode::WordMap buffer;
  buffer.set(std::countr_zero(kMapHeaderPointers));
  const auto add_value = [&](std::uint64_t offset, const gc::Layout& value, bool indirect, std::uint64_t size) {
    for (std::size_t w = 0; w < (indirect ? 1 : size / 8); ++w) {
      if (!indirect && !value.is_pointer(w)) continue;
      map.set(offset / 8 + w);
      buffer.set(kHeaderWords + offset / 8 + w);
      words = std::max(words, static_cast<std::size_t>(offset / 8 + w + 1));
    }
  };
  for (std::uint64_t i = 0; i < kMapGroupSlots; ++i) {
    const std::uint64_t slot = 8 + i * layout->slot_size;
    add_value(slot, key.layout, layout->indirect_key, key.size);
    add_value(slot + layout->element_offset, element.layout, layout->indirect_element, element.size);
  }
  layout->group = {layout->group_size, words * 8, words == 0 ? nullptr : keep_bits(map, words)};
  const std::size_t buffer_words = words == 0 ? std::countr_zero(kMapHeaderPointers) + 1 : kHeaderWords + words;
  layout->buffer = {sizeof(Map) + layout->group_size, buffer_words * 8, keep_bits(buffer, buffer_words)};
  return layout;
}

const Type* TypeTable::find(std::string_view key) const {
  const auto at = by_key_.find(key);
  return at == by_key_.end() ? nullptr : at->second;
}

// A type made of `element` whose only pointer is its first word, like a pointer or slice.
Type* TypeTable::add_of(const Type* element, std::string_view prefix, Kind kind, std::uint64_t size) {
  Type* made = add(std::string(prefix) + std::string(element->key));
  made->kind = kind;
  made->align = 8;
  made->size = size;
  made->name = keep(std::string(prefix) + std::string(element->name));
  made->element = element;
  bytecode::WordMap map;
  map.set(0);
  made->layout = {size, 8, keep_bits(map, 1)};
  return made;
}

const Type* TypeTable::pointer_to(const Type* type) {
  if (type->pointer_to != nullptr) return type->pointer_to;
  if (const Type* known = find("*" + std::string(type->key))) return type->pointer_to = known;
  Type* made = add_of(type, "*", Kind::Pointer, 8);
  made->equality = Equality::Memory;
  made->map_key = MapKey::Word64;
  made->direct = true;
  derive(*made);
  return made;
}

const Type* TypeTable::slice_of(const Type* type) {
  if (const Type* known = find("[]" + std::string(type->key))) return known;
  Type* made = add_of(type, "[]", Kind::Slice, 24);
  made->equality = Equality::None;
  derive(*made);
  return made;
}

const Itab* TypeTable::itab(const Type* interface, const Type* type, std::string_view* missing) {
  GOVM_DCHECK(interface->is_interface());
  auto at = itabs_.find({interface, type});
  // Methods that are described now may bring itabs of their own.
  if (at == itabs_.end()) at = itabs_.emplace(std::pair(interface, type), merge(interface, methods(type), type)).first;
  if (missing != nullptr) *missing = at->second.missing;
  return at->second.itab;
}

TypeTable::ItabEntry TypeTable::merge(const Type* interface, std::span<const Method> methods, const Type* type) {
  std::vector<bytecode::FunctionId> entries;
  entries.reserve(interface->methods.size());
  auto have = methods.begin();
  for (const Method& wanted : interface->methods) {
    while (have != methods.end() && compare_methods(*have, wanted) < 0) ++have;
    if (have == methods.end() || compare_methods(*have, wanted) != 0 || have->signature != wanted.signature) return {nullptr, wanted.name};
    entries.push_back(have->entry);
  }
  return {make_itab(interface, type, entries), {}};
}

const Itab* TypeTable::itab_with(const Type* interface, const Type* type, std::span<const bytecode::FunctionId> entries) {
  GOVM_DCHECK(entries.size() == interface->methods.size());
  ItabEntry& entry = itabs_[{interface, type}];
  if (entry.itab == nullptr) entry.itab = make_itab(interface, type, entries);
  return entry.itab;
}

const Itab* TypeTable::make_itab(const Type* interface, const Type* type, std::span<const bytecode::FunctionId> entries) {
  auto* made = static_cast<Itab*>(reserve(sizeof(Itab) + entries.size() * sizeof(const bytecode::Cell*)));
  made->interface = interface;
  made->type = type;
  // Method sets of interfaces (a conversion between interface types) have no entries.
  for (std::size_t i = 0; i < entries.size(); ++i) made->entries[i] = entries[i] ? entry_of_(entries[i]) : nullptr;
  return made;
}

bool TypeTable::implements(const Type* interface, const Type* type, std::string_view* missing) {
  return itab(interface, type, missing) != nullptr;
}

}  // namespace govm::value
