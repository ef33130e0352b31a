// A few types as the compiler would describe them, and a heap to make values of them in.
#pragma once

#include <string>

#include "gc/heap.h"
#include "vm/bytecode/program.h"
#include "vm/value/map.h"
#include "vm/value/type_table.h"

namespace govm::value {

struct ToyTypes {
  bytecode::Program program;
  TypeTable table{[](bytecode::FunctionId) -> const bytecode::Cell* { return nullptr; }};

  bytecode::TypeId describe(const std::string& key, bytecode::TypeDesc desc) {
    bool fresh = false;
    const bytecode::TypeId id = program.declare_type(key, &fresh);
    if (fresh) {
      desc.key = desc.name = key;
      program.type(id) = desc;
    }
    return id;
  }
  bytecode::TypeId basic(const std::string& name, Kind kind, std::uint64_t size, Equality equality, MapKey map_key,
                         std::uint64_t pointer_words = 0) {
    bytecode::TypeDesc desc;
    desc.kind = kind;
    desc.size = size;
    desc.align = static_cast<std::uint8_t>(size < 8 ? size : 8);
    desc.equality = equality;
    desc.map_key = map_key;
    desc.pointer_words = pointer_words;
    for (std::uint64_t i = 0; i < pointer_words; ++i) desc.pointers.set(i);
    desc.direct = kind == Kind::Pointer;
    if (kind == Kind::Pointer || kind == Kind::Slice) desc.element = integer();
    return describe(name, desc);
  }
  bytecode::TypeId integer() { return basic("int", Kind::Int, 8, Equality::Memory, MapKey::Word64); }
  bytecode::TypeId int32() { return basic("int32", Kind::Int32, 4, Equality::Memory, MapKey::Word32); }
  bytecode::TypeId byte() { return basic("uint8", Kind::Uint8, 1, Equality::Memory, MapKey::Any); }
  bytecode::TypeId boolean() { return basic("bool", Kind::Bool, 1, Equality::Memory, MapKey::Any); }
  bytecode::TypeId float64() { return basic("float64", Kind::Float64, 8, Equality::Float64, MapKey::Any); }
  bytecode::TypeId string() { return basic("string", Kind::String, 16, Equality::String, MapKey::String, 1); }
  bytecode::TypeId eface() { return basic("any", Kind::Interface, 16, Equality::Eface, MapKey::Any, 2); }
  bytecode::TypeId pointer() { return basic("*int", Kind::Pointer, 8, Equality::Memory, MapKey::Word64, 1); }
  bytecode::TypeId slice() { return basic("[]int", Kind::Slice, 24, Equality::None, MapKey::None, 1); }
  bytecode::TypeId bytes_array(std::uint64_t length) {
    bytecode::TypeDesc desc;
    desc.kind = Kind::Array;
    desc.size = desc.length = length;
    desc.equality = Equality::Memory;
    desc.map_key = MapKey::Any;
    desc.element = byte();
    return describe("[" + std::to_string(length) + "]uint8", desc);
  }
  bytecode::TypeId empty_struct() {
    bytecode::TypeDesc desc;
    desc.kind = Kind::Struct;
    desc.equality = Equality::Memory;
    desc.map_key = MapKey::Any;
    return describe("struct {}", desc);
  }
  /// map[key]element, loaded.
  const Type* map(bytecode::TypeId key, bytecode::TypeId element) {
    bytecode::TypeDesc desc;
    desc.kind = Kind::Map;
    desc.size = 8;
    desc.align = 8;
    desc.direct = true;
    desc.pointer_words = 1;
    desc.pointers.set(0);
    desc.map_key_type = key;
    desc.element = element;
    return type(describe("map[" + program.type(key).key + "]" + program.type(element).key, desc));
  }
  const Type* type(bytecode::TypeId id) {
    table.load(program);
    return table.type(id);
  }
};

/// A heap that verifies itself, collecting at each chance.
struct ToyMemory final : gc::RootProvider {
  gc::Heap heap;
  std::vector<void*> roots;
  gc::RecordId record;
  gc::RecordId bytes;
  gc::RecordId words;
  gc::RecordId pointers;

  static constexpr std::uint64_t kOne[] = {1};

  static gc::Options options(gc::Mode mode) {
    gc::Options o;
    o.mode = mode;
    o.fixed_base = false;
    o.reserve = std::uint64_t{1} << 32;
    o.verify = true;
    o.poison = true;
    o.slice_work = 64;
    return o;
  }
  explicit ToyMemory(gc::Mode mode = gc::Mode::StopTheWorld) : heap(options(mode)) {
    heap.add_root_provider(this);
    record = heap.intern_record({.layout = {8, 8, kOne}, .site = 1});
    bytes = heap.intern_record({.layout = {1, 0, nullptr}, .site = 2});
    words = heap.intern_record({.layout = {8, 0, nullptr}, .site = 3});
    pointers = heap.intern_record({.layout = {8, 8, kOne}, .site = 4});
  }
  void visit_roots(gc::RootVisitor& visitor) override {
    for (void* root : roots) visitor.visit(root);
  }
};

}  // namespace govm::value
