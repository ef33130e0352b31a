// Finds the user's frame and interns records by (site, call), and stacks in a tree.
#include "vm/exec/charge.h"

#include "vm/exec/frame_cursor.h"
#include "vm/exec/machine.h"
#include "vm/exec/operands.h"

namespace govm::exec {

namespace {

/// Frames of a recorded stack at most, from the innermost.
constexpr std::size_t kMostFrames = 512;

}  // namespace

std::uint32_t StackTree::add(std::uint32_t outer, bytecode::FunctionId function, std::uint32_t cell) {
  const Frame frame{outer, function, cell};
  const auto [at, fresh] = ids_.try_emplace(frame, static_cast<std::uint32_t>(frames_.size()));
  if (fresh) frames_.push_back(frame);
  return at->second;
}

gc::RecordId Charges::with_stack(gc::RecordId base, rt::Goroutine& g, const Cell* pc, Fp fp, bytecode::FunctionId native) {
  if (!with_stacks_) return base;
  path_.clear();
  if (native) path_.emplace_back(native, 0);
  FrameCursor frame(image_, g, pc, fp);
  do {
    const FunctionCode* function = frame.function();
    if (function != nullptr && !function->wrapper) path_.emplace_back(function->id, Image::cell_index(*function, frame.pc()));
  } while (path_.size() < kMostFrames && frame.next());
  std::uint32_t stack = 0;
  for (auto f = path_.rbegin(); f != path_.rend(); ++f) stack = stacks_.add(stack, f->first, f->second);
  gc::Record record = heap_.record(base);
  record.stack = stack;
  return heap_.intern_record(record);
}

gc::RecordId Charges::charged(gc::RecordId base, rt::Goroutine& g, const Cell* pc, Fp fp, bytecode::FunctionId callee) {
  FrameCursor frame(image_, g, pc, fp);
  const auto is_users = [this](const FunctionCode* function) {
    return function != nullptr && !function->wrapper && !image_.program().function(function->id).flags.standard;
  };
  while (!is_users(frame.function())) {
    if (frame.function() != nullptr) callee = frame.function()->id;
    if (!frame.next()) return base;
  }
  std::uint32_t& call = known_[frame.pc()];
  if (call == 0) {
    const FunctionCode& caller = *frame.function();
    calls_.push_back({caller.id, Image::cell_index(caller, frame.pc()), callee});
    call = static_cast<std::uint32_t>(calls_.size());
  }
  gc::Record record = heap_.record(base);
  record.caller = call;
  return heap_.intern_record(record);
}

bytecode::Opcode charge_cell(Machine& vm, const Cell* pc, Fp fp) {
  Charges& charges = *vm.image.charges();
  const bytecode::SiteId site(vm.heap.record(field_uef(pc)).site);
  const FunctionCode& code = *vm.image.function_at(pc);
  const bytecode::Function& function = vm.image.program().function(code.id);
  const bytecode::Opcode opcode = bytecode::opcode_of(function.cells[Image::cell_index(code, pc)]);
  gc::RecordId record = vm.image.record_of_site(site);
  if (function.flags.standard && opcode != bytecode::Opcode::CountSite) record = charges.charged(record, *vm.g, pc, fp, {});
  record = charges.with_stack(record, *vm.g, pc, fp, {});
  bytecode::write_field(const_cast<Cell*>(pc), bytecode::Field::EF, record);
  if (opcode == bytecode::Opcode::CountSite && record >= vm.frame_value_counts.size()) vm.refresh();
  return opcode;
}

}  // namespace govm::exec
