// The compiled program as data: what the compiler makes and the VM loads.
//
// Append-only: functions, types, sites and constants may be added while the program runs
// (std functions are compiled when first called), but nothing given out ever changes or moves.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/position.h"
#include "vm/bytecode/ids.h"
#include "vm/bytecode/instruction.h"
#include "vm/bytecode/opcode.h"
#include "vm/bytecode/site.h"
#include "vm/bytecode/type_desc.h"

namespace govm {
class SourceMap;
}

namespace govm::bytecode {

// Sizes of things that the compiler reserves in frames and the VM fills in.

/// Header words below fp: defer list, closure, caller fp, return pc.
inline constexpr std::uint32_t kFrameHeaderSize = 32;
/// A defer record: next, closure (pointer), pooled.
inline constexpr std::uint32_t kDeferRecordBytes = 24;
inline constexpr std::uint64_t kDeferRecordPointers = 0b010;
/// The iterator of a range over a map; all its words may be pointers.
inline constexpr std::uint32_t kMapIteratorBytes = 96;
inline constexpr std::uint64_t kMapIteratorPointers = 0xfff;
/// Header of a map.
inline constexpr std::uint32_t kMapHeaderBytes = 48;
/// One case of a select: channel (pointer), address of the element in the frame, 1 if send.
inline constexpr std::uint32_t kSelectCaseBytes = 24;
inline constexpr std::uint64_t kSelectCasePointers = 0b001;
/// A function with a larger frame (window included) begins with Enter.
inline constexpr std::uint32_t kRedZoneBytes = 512;
/// End of the near part of a frame: what 16-bit operands reach.
inline constexpr std::uint32_t kNearFrameBytes = 65536;

/// What Print prints.
enum class PrintKind : std::uint16_t {
  Bool,
  Int,
  Uint,
  Float64,
  Float32,
  String,
  Pointer,
  Hex,
  Slice,
  Eface,
  Iface,
  Space,
  Newline,
};

/// Where code comes from, and what the text of its panic needs to know.
struct CodePosition {
  Pos pos;
  InlineContextId inline_context;    ///< what `pos` is seen through
  std::uint8_t unsigned_bounds = 0;  ///< operands of type uint64, uint or uintptr: bit 0 an index or low, 1 high, 2 max

  bool operator==(const CodePosition&) const = default;
};

/// From this cell on, until the next entry, code comes from this position.
struct LineEntry : CodePosition {
  std::uint32_t cell;
};

/// Bits in Function::map_bits.
struct BitRange {
  std::uint32_t first = 0;  ///< index of the first 64-bit unit
  std::uint32_t units = 0;  ///< number of 64-bit units
};

/// Where the pointers of a frame are at a safepoint.
struct StackMap {
  std::uint32_t cell;  ///< index of the safepoint's (first) cell
  BitRange words;      ///< bit i: the word at fp + 8 * i is a pointer. At a call the map ends at the callee's frame
  BitRange objects;    ///< bit i: Function::objects[i] lives, if a pointer leads to it
};

/// A variable in a frame that is reached by pointers: the code that owns it may be done with it before they are.
struct FrameObject {
  std::uint32_t offset;  ///< from fp, a multiple of 8
  std::uint32_t bytes;
  BitRange words;  ///< its pointers: bit i is the word at fp + offset + 8 * i
};

/// What a function is, beyond its code.
struct FunctionFlags {
  bool defers : 1 = false;    ///< has `defer`: its frames have a defer list and a recovery block
  bool wrapper : 1 = false;   ///< made by the compiler: recover looks through it, tracebacks hide it
  bool closure : 1 = false;   ///< uses its closure object: fp[-24] is a live pointer in its frames
  bool native : 1 = false;    ///< implemented in C++ under its name
  bool compiled : 1 = false;  ///< has cells
  bool standard : 1 = false;  ///< belongs to a package of std
};

/// One function. Declared first (name and layout of calls), compiled now or later.
struct Function {
  FunctionId id;
  std::string name;     ///< as Go prints it: "main.main", "main.(*T).M", "main.f.func1"
  std::string package;  ///< import path
  Pos pos;              ///< of its declaration
  FunctionFlags flags;
  std::uint32_t argument_bytes = 0;
  std::uint32_t result_bytes = 0;
  WordMap argument_pointers;  ///< words of the arguments that hold pointers
  WordMap result_pointers;
  TypeId signature;  ///< none where nobody asks

  std::vector<Cell> cells;
  std::uint32_t frame_bytes = 0;    ///< near and far part and outgoing windows
  std::uint32_t recovery_cell = 0;  ///< with flags.defers: where it goes on after a recovery
  std::vector<LineEntry> lines;     ///< ascending by cell
  std::vector<StackMap> maps;       ///< ascending by cell; one for the entry (cell 0) in any case
  std::vector<FrameObject> objects;
  std::vector<std::uint64_t> map_bits;
  std::vector<std::string> notes;  ///< per cell text for dumps; empty unless asked for

  /// The line entry that covers a cell; null in a function without lines.
  const LineEntry* line_at(std::uint32_t cell) const;
  /// The stack map of a safepoint; null if the cell has none.
  const StackMap* map_at(std::uint32_t cell) const;
  std::span<const std::uint64_t> bits(BitRange range) const { return std::span(map_bits).subspan(range.first, range.units); }
};

/// A call that was inlined: code seen through it belongs to `callee`, called at `call_pos` of
/// the function of `parent` (none: the function that holds the cells).
struct InlineContext {
  InlineContextId parent;
  Pos call_pos;
  std::string callee;     ///< qualified name
  bool standard = false;  ///< the callee belongs to a package of std
};

/// A word of a data image that is not plain bytes.
struct Relocation {
  enum class Kind : std::uint8_t {
    String,    ///< address of string constant `id`
    Data,      ///< address of data image `id`, plus `addend`
    Function,  ///< static closure of function `id`
    Entry,     ///< address of the entry cell of function `id`
    Itab,      ///< first word of an interface of itab row `id`
    Global,    ///< address of the globals area plus `addend`
  };
  std::uint32_t offset;
  Kind kind;
  std::uint32_t id;
  std::uint32_t addend = 0;
};

/// Read-only bytes outside the heap: boxed constants, composite values copied by one cell.
struct DataImage {
  std::vector<std::uint8_t> bytes;
  std::vector<Relocation> relocations;
  std::uint32_t align = 8;
};

/// First words of interfaces: `type` seen as `interface` (none: the empty interface without
/// name). For interfaces with methods the word is an itab, for others the type's descriptor.
struct ItabRow {
  TypeId interface;
  TypeId type;
  std::vector<FunctionId> entries;  ///< the methods, of a type whose own are described late (TypeDesc::methods_late)
  bool impossible = false;          ///< such a type lacks one of the methods
};

/// A package-level variable, for dumps, debuggers and the heap's roots.
struct Global {
  std::string name;
  std::uint64_t size;
  std::uint32_t offset;
};

/// What a package variable holds before any code runs.
struct InitialValue {
  std::uint32_t global;  ///< offset of the variable in the globals area
  DataImage value;
};

/// The program.
class Program {
 public:
  Program() = default;
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  // Functions.
  /// Declares a function. find_function gives the first of a name.
  FunctionId declare_function(std::string name);
  Function& function(FunctionId id) { return functions_[id.index()]; }
  const Function& function(FunctionId id) const { return functions_[id.index()]; }
  std::uint32_t function_count() const { return static_cast<std::uint32_t>(functions_.size()); }
  /// The function of this qualified name; none if there is none.
  FunctionId find_function(std::string_view name) const;

  // Types.
  /// The id of the type with this key; `fresh` says whether it was just made and must be
  /// filled in through type().
  TypeId declare_type(const std::string& key, bool* fresh);
  /// The same if there is one; else none.
  TypeId find_type(std::string_view key) const;
  TypeDesc& type(TypeId id) { return types_[id.index()]; }
  const TypeDesc& type(TypeId id) const { return types_[id.index()]; }
  std::uint32_t type_count() const { return static_cast<std::uint32_t>(types_.size()); }

  // Sites.
  SiteId add_site(Site site);
  const Site& site(SiteId id) const { return sites_[id.index()]; }
  Site& site(SiteId id) { return sites_[id.index()]; }
  /// Sites 1 to site_count() - 1 exist.
  std::uint32_t site_count() const { return static_cast<std::uint32_t>(sites_.size()); }

  // Constants.
  /// The constant with these bytes.
  StringId intern_string(std::string_view bytes);
  /// Its bytes, at an address that stays.
  std::string_view string(StringId id) const { return strings_[id.index()]; }
  std::uint32_t string_count() const { return static_cast<std::uint32_t>(strings_.size()); }
  DataId add_data(DataImage image);
  const DataImage& data(DataId id) const { return data_[id.index()]; }
  std::uint32_t data_count() const { return static_cast<std::uint32_t>(data_.size()); }
  /// `fresh` (may be null) says whether the row was just made.
  ItabId intern_itab(TypeId interface, TypeId type, bool* fresh = nullptr);
  ItabRow& itab(ItabId id) { return itabs_[id.index()]; }
  const ItabRow& itab(ItabId id) const { return itabs_[id.index()]; }
  std::uint32_t itab_count() const { return static_cast<std::uint32_t>(itabs_.size()); }

  // Globals.
  /// Reserves room for a variable; returns its offset. Bit i of `pointers`: its word i holds a pointer.
  std::uint32_t add_global(std::string name, std::uint64_t size, std::uint32_t align, std::span<const std::uint64_t> pointers);
  const std::deque<Global>& globals() const { return globals_; }
  std::uint32_t globals_bytes() const { return globals_bytes_; }
  /// Gives a variable its initial value; others are zero.
  void set_initial_value(std::uint32_t global, DataImage value) { initial_values_.push_back({global, std::move(value)}); }
  const std::deque<InitialValue>& initial_values() const { return initial_values_; }
  /// The words of the globals area that hold pointers.
  const WordMap& global_pointers() const { return global_pointers_; }

  // Inlining.
  InlineContextId add_inline_context(InlineContext context);
  const InlineContext& inline_context(InlineContextId id) const { return inline_contexts_[id.index()]; }
  std::uint32_t inline_context_count() const { return static_cast<std::uint32_t>(inline_contexts_.size()); }

  /// Initialises the package variables of all packages in order, then calls main.main.
  FunctionId entry;
  /// Resolves positions for tracebacks and reports; must outlive the program. May be null.
  std::string directory;  ///< what relative names of source files are relative to
  const SourceMap* source_map = nullptr;
  /// Whether the code has Count cells.
  bool counted = false;

 private:
  struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  template <class T>
  using Index = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;

  std::deque<Function> functions_;
  Index<FunctionId> function_index_;
  std::deque<TypeDesc> types_;
  Index<TypeId> type_index_;
  std::deque<Site> sites_ = std::deque<Site>(1);
  std::deque<std::string> strings_;
  std::unordered_map<std::string_view, StringId> string_index_;
  std::deque<DataImage> data_;
  std::deque<ItabRow> itabs_;
  std::map<std::pair<TypeId, TypeId>, ItabId> itab_index_;
  std::deque<Global> globals_;
  std::uint32_t globals_bytes_ = 8;  ///< the first word is the address of what has no size
  WordMap global_pointers_;
  std::deque<InitialValue> initial_values_;
  std::deque<InlineContext> inline_contexts_;
};

}  // namespace govm::bytecode
