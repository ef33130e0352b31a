// Code that is linked from the store is the code that compiling the function makes.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "cli/std_tags/whole_library.h"
#include "compiler/codegen/codegen.h"
#include "compiler/ir/build.h"
#include "vm/bytecode/opcode.h"

namespace govm {
namespace {

using bytecode::OperandShape;

/// Functions as texts in which everything has a name instead of a number.
class Described {
 public:
  Described(const bytecode::Program& program, const SourceMap& sources) : program_(program), sources_(sources) {}

  std::string function(const bytecode::Function& function) const {
    std::string out = fmt::format("{} of {} at {}, {} {} {} {} {} {}, frame {}, recovery {}\n", function.name, function.package,
                                  sources_.describe(function.pos), function.flags.defers, function.flags.wrapper, function.flags.closure,
                                  function.flags.standard, words(function.argument_pointers.bits), words(function.result_pointers.bits),
                                  function.frame_bytes, function.recovery_cell);
    for (uint32_t cell = 0; cell < function.cells.size();) {
      const bytecode::OpcodeInfo& info = bytecode::info(bytecode::opcode_of(function.cells[cell]));
      out += info.name;
      for (const bytecode::OperandSpec& operand : info.operands) {
        out += ' ' + value(bytecode::kind_info(operand.kind).shape, bytecode::read_field(&function.cells[cell], operand.field));
      }
      if (const bytecode::StackMap* map = function.map_at(cell)) {
        out += fmt::format(" map {} {}", words(function.bits(map->words)), words(function.bits(map->objects)));
      }
      out += '\n';
      cell += info.cells;
    }
    for (const bytecode::LineEntry& line : function.lines) {
      out += fmt::format("{}: {} {}\n", line.cell, sources_.describe(line.pos), line.unsigned_bounds);
    }
    for (const bytecode::FrameObject& object : function.objects) {
      out += fmt::format("object {} {} {}\n", object.offset, object.bytes, words(function.bits(object.words)));
    }
    return out;
  }

 private:
  static std::string words(std::span<const uint64_t> bits) {
    // Trailing zeros say nothing.
    while (!bits.empty() && bits.back() == 0) bits = bits.first(bits.size() - 1);
    return fmt::format("{:x}", fmt::join(bits, "."));
  }

  std::string itab(uint32_t id) const {
    const bytecode::ItabRow& row = program_.itab(bytecode::ItabId(id));
    return (row.interface.is_valid() ? type(row.interface) : "any") + "," + type(row.type);
  }

  std::string type(bytecode::TypeId id) const {
    const bytecode::TypeDesc& desc = program_.type(id);
    return fmt::format("{}.{}({})", desc.package, desc.name, desc.size);
  }

  std::string global(uint64_t offset) const {
    const bytecode::Global* around = nullptr;
    for (const bytecode::Global& global : program_.globals()) {
      if (global.offset <= offset && offset < global.offset + std::max<uint64_t>(global.size, 1)) around = &global;
    }
    return around != nullptr ? fmt::format("{}+{}", around->name, offset - around->offset) : std::to_string(offset);
  }

  std::string data(uint32_t id) const {
    using Kind = bytecode::Relocation::Kind;
    const bytecode::DataImage& image = program_.data(bytecode::DataId(id));
    std::string out = fmt::format("data {:02x} align {}", fmt::join(image.bytes, ""), image.align);
    for (const bytecode::Relocation& at : image.relocations) {
      OperandShape shape = OperandShape::Global;
      if (at.kind == Kind::String) shape = OperandShape::String;
      if (at.kind == Kind::Data) shape = OperandShape::Data;
      if (at.kind == Kind::Itab) shape = OperandShape::Itab;
      if (at.kind == Kind::Function || at.kind == Kind::Entry) shape = OperandShape::Function;
      out += fmt::format(" [{} {} {}]", at.offset, static_cast<int>(at.kind), value(shape, at.kind == Kind::Global ? at.addend : at.id));
      if (at.kind == Kind::Data) out += fmt::format("+{}", at.addend);
    }
    return out;
  }

  std::string site(uint32_t id) const {
    if (id == 0) return "no site";
    const bytecode::Site& site = program_.site(bytecode::SiteId(id));
    return fmt::format("site {} {} {} {} {} {} {} {} {} {} {}", sources_.describe(site.pos), site.type.is_valid() ? type(site.type) : "",
                       static_cast<int>(site.kind), static_cast<int>(site.placement), site.buffer_bytes, site.buffer_in_steps,
                       site.buffer_on_heap, site.may_stay, site.what, site.why, site.function_name);
  }

  std::string value(OperandShape shape, uint64_t value) const {
    const auto id = static_cast<uint32_t>(value);
    switch (shape) {
      case OperandShape::Function: return program_.function(bytecode::FunctionId(id)).name;
      case OperandShape::Site: return site(id);
      case OperandShape::Type: return type(bytecode::TypeId(id));
      case OperandShape::Itab: return itab(id);
      case OperandShape::Global: return global(value);
      case OperandShape::Data: return data(id);
      case OperandShape::String: return fmt::format("\"{}\"", program_.string(bytecode::StringId(id)));
      default: return std::to_string(value);
    }
  }

  const bytecode::Program& program_;
  const SourceMap& sources_;
};

/// A program into which functions of the library come.
struct Side {
  explicit Side(cli::WholeLibrary& library) : generator(program, library.types, instances, library.decisions, {}) {
    program.source_map = &library.sources;
  }

  /// Compiles a function; what it is called.
  bytecode::FunctionId compile(cli::WholeLibrary& library, const ir::Instance* instance) {
    const ir::Instance* outermost = instance;
    while (outermost->outer != nullptr) outermost = outermost->outer;
    if (outermost->func != nullptr) library.analyzer.analyze(outermost->func, {});
    ir::BuildContext context{library.checker, library.info, library.decisions, instances, library.sink, false, nullptr, {}, {}};
    const std::unique_ptr<ir::Function> function = ir::build(context, instance);
    EXPECT_TRUE(function != nullptr && generator.generate(*function).empty()) << instance->name;
    return generator.declare(instance);
  }

  bytecode::Program program;
  ir::InstanceTable instances;
  codegen::CodeGenerator generator;
};

TEST(StdStoredCode, IsWhatCompilingMakes) {
  cli::WholeLibrary library({}, stdlib::own_tags());
  ASSERT_EQ(library.problem(), "");
  Side compiled(library), linked(library);
  linked.generator.use_store(stdlib::code(), [&](std::string_view path) { return library.program.find(path); });
  const Described want(compiled.program, library.sources), got(linked.program, library.sources);
  size_t same = 0, bodies = 0;
  for (const types::Func* func : library.functions()) {
    const types::Signature* signature = func->signature();
    if (signature->is_generic() || !signature->recv_type_params.empty() || !func->decl->has_body() || func->name.is_blank()) continue;
    bodies++;
    const bytecode::FunctionId id = linked.generator.declare(linked.instances.function(func));
    if (!linked.generator.link(id)) continue;
    const bytecode::FunctionId other = compiled.compile(library, compiled.instances.function(func));
    EXPECT_EQ(got.function(linked.program.function(id)), want.function(compiled.program.function(other)));
    same++;
  }
  // Literals and wrappers that these mention; several may have one name.
  std::multimap<std::string, std::string> literals, linked_literals;
  while (const ir::Instance* mentioned = compiled.generator.take_mentioned()) {
    if (mentioned->kind == ir::InstanceKind::Function || mentioned->kind == ir::InstanceKind::PackageInit) continue;
    const bytecode::Function& function = compiled.program.function(compiled.compile(library, mentioned));
    literals.emplace(function.name, want.function(function));
  }
  for (uint32_t i = 0; i < linked.program.function_count(); i++) {
    const bytecode::Function& function = linked.program.function(bytecode::FunctionId(i));
    if (!literals.contains(function.name) || (!function.flags.compiled && !linked.generator.link(function.id))) continue;
    linked_literals.emplace(function.name, got.function(function));
  }
  EXPECT_GT(linked_literals.size(), 500u);
  for (const auto& [name, text] : linked_literals) {
    const auto [from, to] = literals.equal_range(name);
    EXPECT_TRUE(std::any_of(from, to, [&](const auto& entry) { return entry.second == text; })) << text;
  }
  EXPECT_EQ(library.problem(), "");
  // What is left out mentions types that are declared in functions.
  EXPECT_GT(same, bodies - bodies / 50) << bodies;
}

}  // namespace
}  // namespace govm
