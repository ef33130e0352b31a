// The VM's one table of types and itabs (decisions 13).
//
// Descriptions from the program and types made at run time (pointer-to, reflect) come in by
// the same door and are found by their key. Descriptors have stable addresses outside the
// heap. Itabs are made once per (interface, type) by merging sorted method lists.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "vm/bytecode/ids.h"
#include "vm/bytecode/type_desc.h"
#include "vm/value/type.h"

namespace govm::bytecode {
class Program;
}

namespace govm::value {

class TypeTable {
 public:
  /// Turns a method's function into the entry cell that itabs hold.
  using EntryOf = std::function<const bytecode::Cell*(bytecode::FunctionId)>;

  explicit TypeTable(EntryOf entry_of);
  ~TypeTable();
  TypeTable(const TypeTable&) = delete;
  TypeTable& operator=(const TypeTable&) = delete;

  /// Makes descriptors for all types of `program` that are not known yet, and fills those that have been described meanwhile; call
  /// again when the program has grown.
  void load(const bytecode::Program& program);
  /// The descriptor of a loaded program's type.
  const Type* type(bytecode::TypeId id) const { return by_id_[id.index()]; }
  /// By index (Type::index).
  const Type* at(std::uint32_t index) const { return types_[index]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(types_.size()); }
  /// By identity key; null if there is none.
  const Type* find(std::string_view key) const;

  /// *T, []T, made at first need.
  const Type* pointer_to(const Type* type);
  const Type* slice_of(const Type* type);
  /// Composite types as reflect makes them (type_maker.cpp); those that exist are found. Sizes and keys were checked by
  /// the caller.
  const Type* array_of(const Type* element, std::uint64_t length);
  const Type* map_of(const Type* key, const Type* element);
  const Type* chan_of(const Type* element, bytecode::ChanDirection direction);
  const Type* func_of(std::span<const Type* const> parameters, std::span<const Type* const> results, bool variadic);
  /// Offsets are computed. `methods`: of the one embedded field, if they are promoted.
  const Type* struct_of(std::span<const Field> fields, std::span<const Method> methods);

  /// The methods of a type, which the compiler describes now if it has not before.
  std::span<const Method> methods(const Type* type);
  /// What has it do so: enter_methods is called before it returns.
  void set_describe_methods(std::function<void(const Type*)> describe) { describe_methods_ = std::move(describe); }
  void enter_methods(const Type* type, const bytecode::TypeDesc& desc);

  /// The itab of (interface, type); null if type does not implement it. `missing` (may be
  /// null) receives the name of the first missing method.
  const Itab* itab(const Type* interface, const Type* type, std::string_view* missing = nullptr);
  bool implements(const Type* interface, const Type* type, std::string_view* missing = nullptr);
  /// The same where the compiler says which functions are the methods.
  const Itab* itab_with(const Type* interface, const Type* type, std::span<const bytecode::FunctionId> entries);

  /// Bytes of descriptors and itabs, for reports.
  std::size_t memory_bytes() const { return memory_; }

 private:
  struct Chunk;
  void* reserve(std::size_t bytes);
  std::string_view keep(std::string_view text);
  template <typename T>
  std::span<T> reserve_span(std::size_t count);
  Type* add(std::string_view key);
  std::span<const Type* const> keep_list(std::span<const Type* const> types);
  void set_pointers(Type& type, const bytecode::WordMap& map, std::uint64_t words);
  Type* add_of(const Type* element, std::string_view prefix, Kind kind, std::uint64_t size);
  void fill(Type& type, const bytecode::TypeDesc& desc);
  void fill_methods(Type& type, const bytecode::TypeDesc& desc);
  struct ItabEntry {
    const Itab* itab;
    std::string_view missing;
  };
  ItabEntry merge(const Type* interface, std::span<const Method> methods, const Type* type);
  const Itab* make_itab(const Type* interface, const Type* type, std::span<const bytecode::FunctionId> entries);
  void derive(Type& type);
  const MapLayout* map_layout(const Type& type);
  const std::uint64_t* keep_bits(const bytecode::WordMap& map, std::size_t words);

  EntryOf entry_of_;
  std::function<void(const Type*)> describe_methods_;
  std::vector<Type*> types_;
  std::vector<Type*> by_id_;
  std::unordered_map<std::string_view, Type*> by_key_;
  std::vector<bytecode::TypeId> undescribed_;  // of the program's types
  struct PairHash {
    std::size_t operator()(const std::pair<const Type*, const Type*>& pair) const {
      return std::hash<const void*>()(pair.first) * 31 + std::hash<const void*>()(pair.second);
    }
  };
  std::unordered_map<std::pair<const Type*, const Type*>, ItabEntry, PairHash> itabs_;
  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::size_t chunk_left_ = 0;
  std::byte* chunk_next_ = nullptr;
  std::size_t memory_ = 0;
};

}  // namespace govm::value
