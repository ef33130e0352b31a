// A loaded program: cells that can run, and the memory their operands name.
//
// Owns the code arena (low 2 GiB, so that code and handler addresses fit 32 bits), the
// globals, static data, static closures, and the heap records of the program's sites.
// Grows with the program; addresses never change. Knows nothing of goroutines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "gc/heap.h"
#include "vm/bytecode/program.h"
#include "vm/exec/charge.h"
#include "vm/exec/dispatch.h"
#include "vm/native/registry.h"
#include "vm/value/string.h"
#include "vm/value/type_table.h"

namespace govm::exec {

class CodeProvider;
class Latency;

/// One function as the interpreter and everything that walks stacks sees it.
struct FunctionCode {
  bytecode::FunctionId id;
  const Cell* entry = nullptr;  ///< what calls jump to: its first cell, or a stub
  const Cell* code = nullptr;   ///< its cells; null until it is compiled
  std::uint32_t cells = 0;
  std::uint32_t frame_bytes = 0;
  std::uint32_t argument_bytes = 0;
  std::uint32_t result_bytes = 0;
  const Cell* recovery = nullptr;  ///< where it goes on after a recovery
  bool defers = false;             ///< its frames have a defer list
  bool wrapper = false;            ///< made by the compiler; recover looks through it
  bool closure = false;            ///< its frames keep a closure object alive
  const native::NativeRow* native = nullptr;
};

/// Cells that belong to no function: what frames return to when something ends.
struct Stubs {
  const Cell* first = nullptr;
  const Cell* end = nullptr;
  const Cell* leave = nullptr;
  const Cell* segment_end = nullptr;
  const Cell* goroutine_end = nullptr;
  const Cell* deferred_returned = nullptr;
  const Cell* panic_text_returned = nullptr;
  const Cell* native_callee_returned = nullptr;
  const Cell* ret = nullptr;  ///< an ordinary Ret, behind natives called by func values

  bool contains(const Cell* pc) const { return pc >= first && pc < end; }
};

/// An anonymous mapping that is given back with its owner.
class Mapping {
 public:
  Mapping() = default;
  ~Mapping();
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  /// Reserves zeroed memory: in the range of addresses given if there is room, else anywhere.
  void reserve(std::size_t bytes, std::uintptr_t lowest, std::uintptr_t highest);
  std::byte* base() const { return base_; }
  std::size_t bytes() const { return bytes_; }

 private:
  std::byte* base_ = nullptr;
  std::size_t bytes_ = 0;
};

/// Keeps the program break, which malloc moves up, below the last place for code. For who allocates gigabytes before there is an Image.
void keep_place_for_code();

/// What is done to all cells of a program.
struct LinkOptions {
  bool traced = false;         ///< every instruction is printed or counted before it is executed (trace.h)
  bool charged = false;        ///< what std allocates is charged to the user's calls (charge.h)
  bool stacks = false;         ///< and all allocations have their stacks
  Latency* latency = nullptr;  ///< times calls (latency.h)
};

class Image {
 public:
  Image(bytecode::Program& program, const native::Registry& registry, gc::Heap& heap, LinkOptions options);
  Image(const Image&) = delete;
  Image& operator=(const Image&) = delete;

  /// Takes in whatever was added to the program since the last call. False, with error(),
  /// if a native is missing or the program does not fit.
  bool grow();
  const std::string& error() const { return error_; }

  bytecode::Program& program() const { return program_; }
  value::TypeTable& types() { return *types_; }
  const Stubs& stubs() const { return stubs_; }

  const FunctionCode& function(bytecode::FunctionId id) const { return functions_[id.index()]; }
  /// The function whose cells or entry stub `pc` is among; null for the VM's stubs.
  const FunctionCode* function_at(const Cell* pc) const;
  /// The cell of the call that returns to `return_pc`.
  const Cell* call_cell(const Cell* return_pc) const;
  /// Index of `pc` among the function's cells; 0 in its entry stub.
  static std::uint32_t cell_index(const FunctionCode& function, const Cell* pc) {
    return function.code != nullptr && pc >= function.code && pc < function.code + function.cells
               ? static_cast<std::uint32_t>(pc - function.code)
               : 0;
  }
  /// Lets calls of a function that was just compiled go to its code: patches the call that
  /// found the stub (null: none).
  void patch_call(const FunctionCode& function, const Cell* stub, const Cell* call) const;

  // What handlers read; refreshed by grow.
  std::byte* globals() const { return globals_.base(); }
  const value::String* strings() const { return strings_.data(); }
  const std::byte* const* data() const { return data_.data(); }
  const void* const* itab_words() const { return itab_words_.data(); }
  /// Static closures: word i is the entry of function i, its address a func value.
  const Cell* const* closures() const { return reinterpret_cast<const Cell* const*>(closures_.base()); }
  gc::RecordId record_of_site(bytecode::SiteId site) const { return site_records_[site.index()]; }
  /// At least `bytes` zeroes that are never written: what absent map elements read as.
  std::byte* zeroes() const { return zeroes_.base(); }

  /// The heap's record of what natives and the runtime allocate for values of `type`.
  gc::RecordId native_record(const value::Type* type);
  /// Who pays for what std allocates; null if nobody asked.
  Charges* charges() const { return charges_.get(); }

 private:
  struct Range {
    const Cell* first;
    const Cell* end;
    std::uint32_t function;
  };

  Cell* append_cells(std::size_t count);
  void make_stubs();
  bool declare_functions();
  void make_records();
  void make_constants();
  bool link_function(std::uint32_t index);
  /// The opcode it is linked to.
  bytecode::Opcode link_cell(Cell* cell, bytecode::Opcode opcode, const bytecode::Function& function);
  void relocate(std::byte* bytes, const bytecode::DataImage& image);

  bytecode::Program& program_;
  const native::Registry& registry_;
  native::Registry runtime_natives_;
  gc::Heap& heap_;
  LinkOptions options_;
  std::unique_ptr<Charges> charges_;
  std::unique_ptr<value::TypeTable> types_;
  std::string error_;

  Mapping code_;
  std::size_t code_cells_ = 0;
  Stubs stubs_;
  Mapping globals_;
  Mapping closures_;
  Mapping zeroes_;
  std::deque<FunctionCode> functions_;
  std::vector<Range> ranges_;  // ascending
  std::vector<value::String> strings_;
  std::vector<const std::byte*> data_;
  std::vector<std::unique_ptr<std::byte[]>> data_memory_;
  std::size_t initial_values_ = 0;  ///< of the program, that its globals have
  std::vector<const void*> itab_words_;
  std::vector<gc::RecordId> site_records_;
};

}  // namespace govm::exec
