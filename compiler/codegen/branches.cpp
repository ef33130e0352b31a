// Finds inverse, loop and fused forms of a branch by taking its name apart; no second list of branches exists.
#include "compiler/codegen/branches.h"

#include <string>
#include <string_view>

namespace govm::codegen {

using bytecode::find_opcode;
using bytecode::Opcode;

namespace {

struct Pair {
  std::string_view condition;
  std::string_view inverse;
  bool swapped;
};

// Both directions of each pair are meant.
constexpr Pair kPairs[] = {
    {"True", "False", false},
    {"Eq", "Ne", false},
    {"EqImm", "NeImm", false},
    {"LtI", "LeI", true},
    {"LtU", "LeU", true},
    {"LtIImm", "GeIImm", false},
    {"LeIImm", "GtIImm", false},
    {"LtUImm", "GeUImm", false},
    {"LeUImm", "GtUImm", false},
    {"EqF64", "NeF64", false},
    {"LtF64", "NotLtF64", false},
    {"LeF64", "NotLeF64", false},
    {"EqF32", "NeF32", false},
    {"LtF32", "NotLtF32", false},
    {"LeF32", "NotLeF32", false},
    {"EqStr", "NeStr", false},
    {"EqStrConst", "NeStrConst", false},
    {"IsType", "NotType", false},
    {"BitClear", "BitSet", false},
};

// The part of a branch's name behind "Jmp" or "Loop".
std::string_view condition_of(Opcode opcode, std::string_view prefix) {
  const std::string_view name = bytecode::info(opcode).name;
  return name.starts_with(prefix) ? name.substr(prefix.size()) : std::string_view();
}

std::optional<Opcode> with_prefix(std::string_view prefix, std::string_view condition) {
  return find_opcode(std::string(prefix) + std::string(condition));
}

}  // namespace

std::optional<Inverse> inverse_of(Opcode opcode) {
  const std::string_view condition = condition_of(opcode, "Jmp");
  for (const Pair& pair : kPairs) {
    const bool forward = pair.condition == condition;
    if (!forward && pair.inverse != condition) continue;
    const std::optional<Opcode> other = with_prefix("Jmp", forward ? pair.inverse : pair.condition);
    if (!other) return std::nullopt;
    return Inverse{*other, pair.swapped};
  }
  return std::nullopt;
}

std::optional<Opcode> loop_form(Opcode opcode) {
  const std::string_view condition = condition_of(opcode, "Jmp");
  if (condition.empty()) return opcode == Opcode::Jmp ? std::optional(Opcode::LoopJmp) : std::nullopt;
  return with_prefix("Loop", condition);
}

std::optional<Opcode> add_form(Opcode opcode) { return with_prefix("AddJmp", condition_of(opcode, "Jmp")); }

std::optional<Opcode> loop_add_form(Opcode loop) { return with_prefix("LoopAdd", condition_of(loop, "Loop")); }

std::optional<Opcode> swapped_loop_add_form(Opcode loop) {
  switch (loop) {
    case Opcode::LoopLtI: return Opcode::LoopAddGtI;
    case Opcode::LoopLeI: return Opcode::LoopAddGeI;
    case Opcode::LoopNe: return Opcode::LoopAddNe;
    default: return std::nullopt;
  }
}

}  // namespace govm::codegen
