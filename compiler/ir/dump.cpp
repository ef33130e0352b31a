// Text of functions in SSA form.
#include "compiler/ir/dump.h"

#include <bit>

#include "base/source_file.h"
#include "compiler/ir/rep.h"

namespace govm::ir {
namespace {

void dump_pieces(TextWriter& out, std::span<const Piece> pieces) {
  out.write(" [");
  const char* separator = "";
  for (const Piece& piece : pieces) {
    out.put(separator, piece.index);
    if (piece.offset != 0) out.put("+", piece.offset);
    if (piece.by_address) out.write("*");
    separator = " ";
  }
  out.write("]");
}

void dump_aux(TextWriter& out, const Value& value) {
  switch (value.op) {
    case Op::ConstString: out.write(" ").quoted(*value.aux.text); return;
    case Op::FuncEntry:
    case Op::FuncValue: out.put(" ", value.aux.instance->name); return;
    case Op::GlobalAddr: out.put(" ", global_name(value.aux.global)); return;
    case Op::PlaceAddr:
    case Op::PlaceBegin: out.put(" p", value.aux.place->id); return;
    case Op::Param: dump_pieces(out, {value.aux.piece, 1}); return;
    case Op::Result:
      if (value.aux.piece != nullptr) dump_pieces(out, {value.aux.piece, 1});
      return;
    case Op::Call:
      out.put(" ", value.aux.call->callee->name);
      dump_pieces(out, value.aux.call->pieces);
      return;
    case Op::CallClosure:
    case Op::CallInterface:
    case Op::Return: dump_pieces(out, value.aux.call->pieces); return;
    case Op::Switch:
      for (int64_t v : value.aux.cases->values) out.put(" ", v);
      return;
    default: break;
  }
  if (has_attribute(value.op, Allocates) && value.aux.site != nullptr && !has_attribute(value.op, Calls)) {
    out.put(" site", value.aux.site->id);
  }
}

void dump_value(TextWriter& out, const Value& value, const SourceMap* sources) {
  if (value.rep != Rep::None) out.put("v", value.id, " = ");
  out.write(op_info(value.op).name);
  if (value.elem != nullptr) out.put("<", type_text(value.elem), ">");
  for (const Value* arg : value.args) out.put(" v", arg->id);
  if (value.op == Op::Const) {
    if (value.rep == Rep::F64) {
      out.put(" ", std::bit_cast<double>(value.imm));
    } else if (value.rep == Rep::F32) {
      out.put(" ", static_cast<double>(std::bit_cast<float>(static_cast<uint32_t>(value.imm))));
    } else {
      out.put(" ", value.imm);
    }
  } else if (value.imm != 0) {
    out.put(" #", value.imm);
  }
  dump_aux(out, value);
  if (value.unchecked) out.write(" unchecked");
  if (value.rep != Rep::None && value.rep != Rep::Tuple) {
    out.put(" : ", value.type != nullptr ? type_text(value.type) : std::string(rep_name(value.rep)));
  }
  if (sources != nullptr && value.pos) out.put("  ; line ", sources->resolve(value.pos).line);
  out.newline();
}

}  // namespace

void dump(TextWriter& out, const Function& function, const SourceMap* sources) {
  out.line("func ", function.instance->name);
  IndentScope scope(out);
  for (const Place* place : function.places) {
    out.put("p", place->id, " ");
    if (!place->name.empty()) out.put(place->name, " ");
    if (place->type != nullptr) {
      out.write(type_text(place->type));
    } else {
      out.put(place->bytes, " bytes");
    }
    if (place->zero_at_entry) out.write(" zero-at-entry");
    if (place->lives_to_exit) out.write(" to-exit");
    out.newline();
  }
  for (const auto& block : function.blocks) {
    out.put("b", block->id, ":");
    if (block.get() == function.recovery) out.write(" recovery");
    if (block->loop_header) out.write(" loop");
    if (block->unlikely) out.write(" unlikely");
    if (!block->predecessors.empty()) {
      out.write(" <-");
      for (const Block* p : block->predecessors) out.put(" b", p->id);
    }
    out.newline();
    IndentScope inner(out);
    for (const Value* value : block->values) dump_value(out, *value, sources);
    if (!block->successors.empty()) {
      out.write("->");
      for (const Block* s : block->successors) out.put(" b", s->id);
      out.newline();
    }
  }
}

}  // namespace govm::ir
