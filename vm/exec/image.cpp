// The link step. Stored cells keep opcodes; linked cells hold handler references, records
// instead of sites, and displacements instead of callees.
#include "vm/exec/image.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstring>

#include "base/check.h"
#include "vm/exec/latency.h"
#include "vm/exec/operands.h"
#include "vm/exec/runtime_error.h"

namespace govm::exec {

namespace {

using bytecode::Opcode;
using bytecode::OperandKind;
using bytecode::SiteKind;

constexpr std::size_t kCodeBytes = std::size_t{1} << 28;
constexpr std::size_t kGlobalsBytes = std::size_t{1} << 30;
constexpr std::size_t kClosuresBytes = std::size_t{1} << 26;
constexpr std::size_t kZeroBytes = std::size_t{1} << 30;
// Package variables have the same addresses in every run, as the heap has; code must lie in the low 2 GiB.
constexpr std::uintptr_t kGlobalsLowest = 0xb000000000;
// Static closures, whose addresses println of a func value shows.
constexpr std::uintptr_t kClosuresLowest = 0xaf00000000;
constexpr std::uintptr_t kCodeLowest = 0x10000000;
constexpr std::uintptr_t kCodeHighest = 0x70000000;

bool is_direct_call(Opcode opcode) { return opcode == Opcode::Call || opcode == Opcode::CallAddImm || opcode == Opcode::CallMov; }

// Whether every object of a site has the size of its type.
bool has_fixed_size(SiteKind kind) {
  switch (kind) {
    case SiteKind::MovedVariable:
    case SiteKind::New:
    case SiteKind::CompositeLiteral:
    case SiteKind::Closure:
    case SiteKind::Box:
    case SiteKind::VariadicSlice:
    case SiteKind::GoCall:
    case SiteKind::DeferCall: return true;
    default: return false;
  }
}

}  // namespace

Mapping::~Mapping() {
  if (base_ != nullptr) ::munmap(base_, bytes_);
}

void Mapping::reserve(std::size_t bytes, std::uintptr_t lowest, std::uintptr_t highest) {
  const int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
  void* p = MAP_FAILED;
  for (std::uintptr_t at = lowest; at + bytes <= highest && p == MAP_FAILED; at += bytes) {
    p = ::mmap(reinterpret_cast<void*>(at), bytes, PROT_READ | PROT_WRITE, flags | MAP_FIXED_NOREPLACE, -1, 0);
  }
  if (p == MAP_FAILED) p = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, flags, -1, 0);
  GOVM_CHECK(p != MAP_FAILED);
  base_ = static_cast<std::byte*>(p);
  bytes_ = bytes;
}

void keep_place_for_code() {
  constexpr std::size_t kPage = 4096;
  void* const below = reinterpret_cast<void*>(kCodeHighest - kCodeBytes - kPage);
  ::mmap(below, kPage, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);
}

Image::Image(bytecode::Program& program, const native::Registry& registry, gc::Heap& heap, LinkOptions options)
    : program_(program),
      registry_(registry),
      heap_(heap),
      options_(options),
      charges_(options.charged ? std::make_unique<Charges>(*this, heap, options.stacks) : nullptr) {
  globals_.reserve(kGlobalsBytes, kGlobalsLowest, kGlobalsLowest + kGlobalsBytes);
  code_.reserve(kCodeBytes, kCodeLowest, kCodeHighest);
  GOVM_CHECK(reinterpret_cast<std::uintptr_t>(code_.base()) + kCodeBytes <= kCodeHighest);
  closures_.reserve(kClosuresBytes, kClosuresLowest, kGlobalsLowest);
  zeroes_.reserve(kZeroBytes, 0, 0);
  heap.set_zero_object(globals());
  types_ = std::make_unique<value::TypeTable>([this](bytecode::FunctionId id) { return functions_[id.index()].entry; });
  append_cells(1);  // so that the cell before any other is readable
  make_stubs();
  runtime_natives_.add(runtime_error_natives());
  declare_runtime_errors(program_);
}

Cell* Image::append_cells(std::size_t count) {
  GOVM_CHECK((code_cells_ + count) * sizeof(Cell) <= code_.bytes(), "code arena is full");
  Cell* cells = reinterpret_cast<Cell*>(code_.base()) + code_cells_;
  code_cells_ += count;
  return cells;
}

void Image::make_stubs() {
  const Opcode opcodes[] = {Opcode::StubLeave,
                            Opcode::StubSegmentEnd,
                            Opcode::StubGoroutineEnd,
                            Opcode::StubDeferredReturned,
                            Opcode::StubPanicTextReturned,
                            Opcode::StubNativeCalleeReturned,
                            Opcode::Ret};
  const Cell** places[] = {&stubs_.leave,
                           &stubs_.segment_end,
                           &stubs_.goroutine_end,
                           &stubs_.deferred_returned,
                           &stubs_.panic_text_returned,
                           &stubs_.native_callee_returned,
                           &stubs_.ret};
  Cell* cells = append_cells(std::size(opcodes));
  for (std::size_t i = 0; i < std::size(opcodes); ++i) {
    cells[i].h = handler_reference(opcodes[i]);
    *places[i] = &cells[i];
  }
  stubs_.first = cells;
  stubs_.end = cells + std::size(opcodes);
}

bool Image::grow() {
  if (!declare_functions()) return false;
  types_->load(program_);
  if (program_.globals_bytes() > globals_.bytes()) {
    error_ = "not supported by govm: more than 1 GiB of package variables";
    return false;
  }
  make_records();
  make_constants();
  for (std::uint32_t i = 0; i < functions_.size(); ++i) {
    if (functions_[i].code == nullptr && program_.function(functions_[i].id).flags.compiled && !link_function(i)) {
      return false;
    }
  }
  return true;
}

// Every function has an entry before any cell that calls it is linked.
bool Image::declare_functions() {
  auto* closures = reinterpret_cast<const Cell**>(closures_.base());
  while (functions_.size() < program_.function_count()) {
    const auto index = static_cast<std::uint32_t>(functions_.size());
    const bytecode::Function& function = program_.function(bytecode::FunctionId(index));
    FunctionCode code;
    code.id = function.id;
    code.argument_bytes = function.argument_bytes;
    code.result_bytes = function.result_bytes;
    code.wrapper = function.flags.wrapper;
    code.closure = function.flags.native && function.flags.closure;
    Cell* stub = append_cells(1);
    if (function.flags.native) {
      code.native = registry_.find(function.name);
      if (code.native == nullptr) code.native = runtime_natives_.find(function.name);
      stub->h = handler_reference(Opcode::StubNative);
    } else {
      stub->h = handler_reference(Opcode::StubCompile);
    }
    bytecode::write_field(stub, bytecode::Field::EF, index);
    code.entry = stub;
    closures[index] = stub;
    ranges_.push_back({stub, stub + 1, index});
    functions_.push_back(code);
  }
  return true;
}

void Image::make_records() {
  if (site_records_.empty()) site_records_.push_back(0);
  while (site_records_.size() < program_.site_count()) {
    const auto index = static_cast<std::uint32_t>(site_records_.size());
    const bytecode::Site& site = program_.site(bytecode::SiteId(index));
    gc::Record record;
    record.site = index;
    if (site.type) {
      const value::Type* type = types_->type(site.type);
      record.layout = type->layout;
      record.element = type->index;
      if (has_fixed_size(site.kind)) record.size = type->size;
    }
    site_records_.push_back(heap_.intern_record(record));
  }
}

void Image::make_constants() {
  while (strings_.size() < program_.string_count()) {
    const auto id = bytecode::StringId(static_cast<std::uint32_t>(strings_.size()));
    strings_.push_back(value::borrow(program_.string(id)));
  }
  while (itab_words_.size() < program_.itab_count()) {
    const auto id = bytecode::ItabId(static_cast<std::uint32_t>(itab_words_.size()));
    const bytecode::ItabRow& row = program_.itab(id);
    const value::Type* type = types_->type(row.type);
    const value::Type* interface = row.interface ? types_->type(row.interface) : nullptr;
    if (interface == nullptr || interface->is_empty_interface()) {
      itab_words_.push_back(type);
    } else {
      // Of a type that lacks a method a word that no value has, not even nil.
      static constexpr std::byte kNoItab{};
      const void* itab = nullptr;
      if (!row.impossible) itab = row.entries.empty() ? types_->itab(interface, type) : types_->itab_with(interface, type, row.entries);
      itab_words_.push_back(itab != nullptr ? itab : &kNoItab);
    }
  }
  const std::size_t first_new = data_.size();
  for (std::size_t i = first_new; i < program_.data_count(); ++i) {
    const auto& image = program_.data(bytecode::DataId(static_cast<std::uint32_t>(i)));
    const std::size_t bytes = std::max<std::size_t>(image.bytes.size(), 1);
    auto memory = std::make_unique<std::byte[]>(bytes + 64);
    const std::uintptr_t align = std::max<std::uintptr_t>(image.align, 8);
    const auto at = (reinterpret_cast<std::uintptr_t>(memory.get()) + align - 1) / align * align;
    std::memcpy(reinterpret_cast<void*>(at), image.bytes.data(), image.bytes.size());
    data_.push_back(reinterpret_cast<const std::byte*>(at));
    data_memory_.push_back(std::move(memory));
  }
  for (std::size_t i = first_new; i < data_.size(); ++i) {
    relocate(const_cast<std::byte*>(data_[i]), program_.data(bytecode::DataId(static_cast<std::uint32_t>(i))));
  }
  for (; initial_values_ < program_.initial_values().size(); ++initial_values_) {
    const bytecode::InitialValue& initial = program_.initial_values()[initial_values_];
    if (initial.value.bytes.empty()) continue;
    std::byte* global = globals() + initial.global;
    std::memcpy(global, initial.value.bytes.data(), initial.value.bytes.size());
    relocate(global, initial.value);
  }
}

void Image::relocate(std::byte* bytes, const bytecode::DataImage& image) {
  using Kind = bytecode::Relocation::Kind;
  for (const bytecode::Relocation& relocation : image.relocations) {
    const void* word = nullptr;
    switch (relocation.kind) {
      case Kind::String: word = strings_[relocation.id].data; break;
      case Kind::Data: word = data_[relocation.id] + relocation.addend; break;
      case Kind::Function: word = closures() + relocation.id; break;
      case Kind::Entry: word = functions_[relocation.id].entry; break;
      case Kind::Itab: word = itab_words_[relocation.id]; break;
      case Kind::Global: word = globals() + relocation.addend; break;
    }
    store(bytes + relocation.offset, word);
  }
}

bool Image::link_function(std::uint32_t index) {
  const bytecode::Function& function = program_.function(bytecode::FunctionId(index));
  FunctionCode& code = functions_[index];
  const std::size_t count = function.cells.size();
  Cell* cells = append_cells(count);
  std::memcpy(cells, function.cells.data(), count * sizeof(Cell));
  std::vector<Opcode> linked(count, Opcode::Extension);
  for (std::size_t i = 0; i < count;) {
    const Opcode opcode = bytecode::opcode_of(cells[i]);
    linked[i] = link_cell(&cells[i], opcode, function);
    const unsigned length = bytecode::info(opcode).cells;
    if (length == 2) cells[i + 1].h = handler_reference(Opcode::Extension);
    i += length;
  }
  if (options_.latency != nullptr && options_.latency->wants(function)) {
    for (const std::size_t i : options_.latency->watch(function, cells, std::move(linked)))
      cells[i].h = handler_reference(Opcode::StubWatch);
  }
  code.code = cells;
  code.cells = static_cast<std::uint32_t>(count);
  code.frame_bytes = function.frame_bytes;
  code.argument_bytes = function.argument_bytes;
  code.result_bytes = function.result_bytes;
  code.defers = function.flags.defers;
  code.wrapper = function.flags.wrapper;
  code.closure = function.flags.closure;
  code.recovery = function.flags.defers ? cells + function.recovery_cell : nullptr;
  ranges_.push_back({cells, cells + count, index});
  // Who holds the stub's address is sent on.
  auto* stub = const_cast<Cell*>(code.entry);
  stub->h = handler_reference(Opcode::Jmp);
  bytecode::write_field(stub, bytecode::Field::EF,
                        static_cast<std::uint64_t>(reinterpret_cast<std::intptr_t>(cells) - reinterpret_cast<std::intptr_t>(stub)));
  code.entry = cells;
  reinterpret_cast<const Cell**>(closures_.base())[index] = cells;
  return true;
}

Opcode Image::link_cell(Cell* cell, Opcode opcode, const bytecode::Function& function) {
  bool allocates = false;
  for (const bytecode::OperandSpec& operand : bytecode::info(opcode).operands) {
    if (operand.kind == OperandKind::Site) {
      const auto site = static_cast<std::uint32_t>(bytecode::read_field(cell, operand.field));
      bytecode::write_field(cell, operand.field, site_records_[site]);
      allocates = bytecode::info(opcode).has(bytecode::Allocates) || (options_.stacks && opcode == Opcode::CountSite);
    }
  }
  if (is_direct_call(opcode)) {
    const auto callee = static_cast<std::uint32_t>(bytecode::read_field(cell, bytecode::Field::CD));
    const std::intptr_t target = reinterpret_cast<std::intptr_t>(functions_[callee].entry);
    bytecode::write_field(cell, bytecode::Field::CD, static_cast<std::uint64_t>(target - reinterpret_cast<std::intptr_t>(cell)));
  }
  if (allocates && charges_ != nullptr && (function.flags.standard || options_.stacks)) opcode = Opcode::StubCharge;
  if (options_.traced) opcode = Opcode::StubTrace;
  cell->h = handler_reference(opcode);
  return opcode;
}

void Image::patch_call(const FunctionCode& function, const Cell* stub, const Cell* call) const {
  const std::uint32_t h = call->h;
  if (h != handler_reference(Opcode::Call) && h != handler_reference(Opcode::CallAddImm) && h != handler_reference(Opcode::CallMov)) {
    return;
  }
  const auto at = reinterpret_cast<std::intptr_t>(call);
  if (at + field_cd(call) != reinterpret_cast<std::intptr_t>(stub)) return;
  bytecode::write_field(const_cast<Cell*>(call), bytecode::Field::CD,
                        static_cast<std::uint64_t>(reinterpret_cast<std::intptr_t>(function.entry) - at));
}

const FunctionCode* Image::function_at(const Cell* pc) const {
  const auto above =
      std::upper_bound(ranges_.begin(), ranges_.end(), pc, [](const Cell* p, const Range& range) { return p < range.first; });
  if (above == ranges_.begin()) return nullptr;
  const Range& range = above[-1];
  return pc < range.end ? &functions_[range.function] : nullptr;
}

const Cell* Image::call_cell(const Cell* return_pc) const {
  const Cell* cell = return_pc - 1;
  return cell->h == handler_reference(Opcode::Extension) ? cell - 1 : cell;
}

gc::RecordId Image::native_record(const value::Type* type) {
  gc::Record record;
  record.layout = type->layout;
  record.element = type->index;
  return heap_.intern_record(record);
}

}  // namespace govm::exec
