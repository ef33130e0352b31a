// Selection of calls, parameters and returns: pieces to and from call windows.
#include "base/check.h"
#include "compiler/codegen/select.h"
#include "vm/bytecode/call_layout.h"

namespace govm::codegen {

using ir::Op;
using ir::Piece;
using ir::Value;

namespace {

// Offsets of a list of parameters or results. Of interface method calls the receiver is the
// data word.
struct Layout {
  std::vector<std::uint32_t> offsets;
  std::uint32_t bytes;
};
Layout lay_out(std::span<const types::Type* const> list, bool word_receiver) {
  bytecode::CallLayout layout;
  Layout out;
  for (std::size_t i = 0; i < list.size(); ++i) {
    out.offsets.push_back(layout.add(i == 0 && word_receiver ? 8 : byte_size(list[i])));
  }
  out.bytes = layout.bytes();
  return out;
}

// A piece that is a narrow field of an aggregate: it lies there in Go layout.
bool is_narrow(const Piece& piece, const types::Type* whole) { return mem_of(whole) == Mem::Aggregate && !fills_words(mem_of(piece.type)); }

Opcode narrow_store(Mem mem) {
  switch (mem) {
    case Mem::I8:
    case Mem::U8: return Opcode::FrameStore8;
    case Mem::I16:
    case Mem::U16: return Opcode::FrameStore16;
    default: return Opcode::FrameStore32;
  }
}

Opcode narrow_load(Mem mem) {
  switch (mem) {
    case Mem::I8: return Opcode::FrameLoadI8;
    case Mem::U8: return Opcode::FrameLoadU8;
    case Mem::I16: return Opcode::FrameLoadI16;
    case Mem::U16: return Opcode::FrameLoadU16;
    case Mem::I32: return Opcode::FrameLoadI32;
    default: return Opcode::FrameLoadU32;
  }
}

std::uint8_t piece_words(const Piece& piece) { return static_cast<std::uint8_t>(std::max(words_of(mem_of(piece.type)), 1)); }

}  // namespace

bool Selector::select_call(const Value* v) {
  switch (v->op) {
    case Op::Call:
    case Op::CallClosure:
    case Op::CallInterface: select_call_op(v); return true;
    case Op::Result: {
      // Of calls: taken together with the call. Of other tuples: a register already.
      const auto& [first, second] = tuple_[v->arg(0)->id];
      location_[v->id] = v->imm == 0 ? first : second;
      return true;
    }
    case Op::Param: select_param(v); return true;
    case Op::ParamCopy: select_param_copy(v); return true;
    case Op::Defer:
      if (v->aux.place != nullptr) {
        emit(Opcode::DeferFrame, {Operand::place(v->aux.place->id, 0), use(v->arg(0))});
      } else if (v->args.size() > 1) {
        emit(Opcode::DeferAt, {use(v->arg(0)), use(v->arg(1))});
      } else {
        emit(Opcode::DeferPooled, {use(v->arg(0))});
      }
      return true;
    case Op::FrameToken: emit(Opcode::FrameToken, {dst(v)}); return true;
    case Op::RunDefers: emit(Opcode::RunDefers, {}); return true;
    case Op::Recover: emit(Opcode::Recover, {dst(v)}); return true;
    case Op::Go: emit(Opcode::Go, {use(v->arg(0))}); return true;
    default: return false;
  }
}

void Selector::select_call_op(const Value* v) {
  const ir::CallInfo& info = *v->aux.call;
  const auto call = static_cast<std::uint32_t>(code_.calls.size());
  const bool is_interface = v->op == Op::CallInterface;
  code_.calls.push_back({lay_out(info.parameters, is_interface).bytes, lay_out(info.results, false).bytes});
  const std::size_t first = v->op == Op::Call ? 0 : 1;
  // What the call cell itself reads is made before the window is written.
  const Operand callee = first == 1 ? use(v->arg(0)) : Operand();
  pass_arguments(v, call, first);
  Instr* instr = nullptr;
  if (v->op == Op::Call) {
    const Operand function = Operand::imm(module_.function_of(info.callee).index());
    instr = &emit(info.callee->has_body ? Opcode::Call : Opcode::CallNative, {function, Operand::delta(call)});
  } else if (is_interface) {
    instr = &emit(Opcode::CallIface, {callee, Operand::imm(v->imm), Operand::delta(call)});
  } else {
    instr = &emit(Opcode::CallClosure, {callee, Operand::delta(call)});
  }
  instr->call = call;
  take_results(v, call);
}

void Selector::pass_arguments(const Value* v, std::uint32_t call, std::size_t first) {
  const ir::CallInfo& info = *v->aux.call;
  const Layout layout = lay_out(info.parameters, v->op == Op::CallInterface);
  std::vector<Copy> words;
  std::vector<std::pair<const Piece*, const Value*>> rest;
  for (std::size_t i = 0; i < info.pieces.size(); ++i) {
    const Piece& piece = info.pieces[i];
    const Value* value = v->arg(first + i);
    if (piece.by_address || is_narrow(piece, info.parameters[piece.index])) {
      rest.emplace_back(&piece, value);
      continue;
    }
    words.push_back({Operand::window(call, layout.offsets[piece.index] + piece.offset), copy_source(value), piece_words(piece)});
  }
  std::vector<Operand> sources;
  for (const auto& [piece, value] : rest) {
    const Address at = address_of(value, 0);
    const bool from_place = piece->by_address && at.kind == Address::Kind::Place;
    sources.push_back(from_place ? Operand::place(at.place, at.offset) : use(value));
  }
  emit_copy(std::move(words), call);
  for (std::size_t i = 0; i < rest.size(); ++i) {
    const Piece& piece = *rest[i].first;
    const Operand to = Operand::window(call, layout.offsets[piece.index] + piece.offset);
    Instr* instr = nullptr;
    if (!piece.by_address) {
      instr = &emit(narrow_store(mem_of(piece.type)), {to, sources[i]});
    } else if (const std::uint32_t bytes = byte_size(piece.type); bytes == 0) {
      continue;
    } else if (sources[i].kind == Operand::Kind::Place) {
      instr = &emit(Opcode::MovN, {to, sources[i], Operand::imm(bytes)});
    } else {
      instr = &emit(Opcode::LoadN, {to, sources[i], Operand::imm(bytes), Operand::imm(0)});
    }
    instr->call = call;
  }
}

// The Result and ResultCopy values right behind a call.
void Selector::take_results(const Value* v, std::uint32_t call) {
  const ir::CallInfo& info = *v->aux.call;
  const Layout layout = lay_out(info.results, false);
  const auto& values = v->block->values;
  std::size_t at = 0;
  while (values[at] != v) ++at;
  std::vector<Copy> words;
  std::vector<const Value*> rest;
  for (++at; at < values.size(); ++at) {
    const Value* result = values[at];
    if (result->op == Op::ResultCopy && result->arg(0) == v) {
      rest.push_back(result);
    } else if (result->op == Op::Result && result->arg(0) == v) {
      if (!is_used(result)) {
        handled_[result->id] = true;
        continue;
      }
      const Piece& piece = *result->aux.piece;
      if (is_narrow(piece, info.results[piece.index])) {
        rest.push_back(result);
      } else {
        words.push_back({dst(result), Operand::window(call, layout.offsets[piece.index] + piece.offset), piece_words(piece)});
      }
    } else if (!is_rematerialised(result)) {
      break;
    } else {
      continue;
    }
    handled_[result->id] = true;
  }
  emit_copy(std::move(words), call);
  for (const Value* result : rest) {
    if (result->op == Op::Result) {
      const Piece& piece = *result->aux.piece;
      const Operand from = Operand::window(call, layout.offsets[piece.index] + piece.offset);
      emit(narrow_load(mem_of(piece.type)), {dst(result), from}).call = call;
      continue;
    }
    const auto index = static_cast<std::size_t>(result->imm);
    const Operand from = Operand::window(call, layout.offsets[index]);
    const std::uint32_t bytes = byte_size(result->elem);
    if (bytes == 0) continue;
    const Address to = address_of(result->arg(1), 0);
    if (to.kind == Address::Kind::Place) begin_place(to.place);
    if (to.kind == Address::Kind::Place) {
      emit(Opcode::MovN, {Operand::place(to.place, to.offset), from, Operand::imm(bytes)}).call = call;
    } else if (holds_pointers(result->elem)) {
      emit(Opcode::StoreTyped, {use(result->arg(1)), from, Operand::imm(type_id(result->elem)), Operand::imm(0)}).call = call;
    } else {
      emit(Opcode::StoreN, {use(result->arg(1)), from, Operand::imm(bytes), Operand::imm(0)}).call = call;
    }
  }
}

// A whole parameter stays where the caller put it; a narrow field of an aggregate is read out.
void Selector::select_param(const Value* v) {
  const Piece& piece = *v->aux.piece;
  const Layout layout = lay_out(function_.parameters, false);
  const std::int64_t offset = layout.offsets[piece.index] + piece.offset;
  if (is_narrow(piece, function_.parameters[piece.index])) {
    emit(narrow_load(mem_of(piece.type)), {dst(v), Operand::fixed(offset)});
    return;
  }
  const Operand to = dst(v);
  code_.regs[to.index].fixed = offset;
  // A copy from itself, which vanishes.
  emit_copy({{to, Operand::fixed(offset), code_.regs[to.index].words}});
}

void Selector::select_param_copy(const Value* v) {
  const Layout layout = lay_out(function_.parameters, false);
  const Operand from = Operand::fixed(layout.offsets[static_cast<std::size_t>(v->imm)]);
  const std::uint32_t bytes = byte_size(v->elem);
  if (bytes == 0) return;
  const Address to = address_of(v->arg(0), 0);
  if (to.kind == Address::Kind::Place) {
    emit(Opcode::MovN, {Operand::place(to.place, to.offset), from, Operand::imm(bytes)});
  } else if (holds_pointers(v->elem)) {
    emit(Opcode::StoreTyped, {use(v->arg(0)), from, Operand::imm(type_id(v->elem)), Operand::imm(0)});
  } else {
    emit(Opcode::StoreN, {use(v->arg(0)), from, Operand::imm(bytes), Operand::imm(0)});
  }
}

void Selector::select_return(const Value* v) {
  if (v->args.empty()) return finish_block(make_instr(Opcode::Ret, {}));
  const ir::CallInfo& info = *v->aux.call;
  const Layout layout = lay_out(info.results, false);
  bool plain = true;
  for (const Piece& piece : info.pieces) plain &= !piece.by_address && !is_narrow(piece, info.results[piece.index]);
  if (plain && info.pieces.size() == 1) {
    const Value* value = v->arg(0);
    if (const auto number = immediate(value, 32)) return finish_block(make_instr(Opcode::RetImm, {Operand::imm(*number)}));
    const Operand source = use(value);
    const int words = ir::rep_words(value->rep);
    const Opcode opcode = words == 1 ? Opcode::RetWord : words == 2 ? Opcode::Ret2 : Opcode::Ret3;
    return finish_block(make_instr(opcode, {source}));
  }
  if (plain) {
    std::vector<Copy> words;
    for (std::size_t i = 0; i < info.pieces.size(); ++i) {
      const Piece& piece = info.pieces[i];
      words.push_back({Operand::fixed(layout.offsets[piece.index] + piece.offset), copy_source(v->arg(i)), piece_words(piece)});
    }
    emit_copy(std::move(words));
    return finish_block(make_instr(Opcode::Ret, {}));
  }
  // Narrow fields and whole aggregates are put together in frame memory first: the results lie
  // over the parameters, which may still be needed.
  Place place;
  place.bytes = layout.bytes;
  code_.places.push_back(std::move(place));
  const auto assembled = static_cast<std::uint32_t>(code_.places.size() - 1);
  for (std::size_t i = 0; i < info.pieces.size(); ++i) {
    const Piece& piece = info.pieces[i];
    const Operand to = Operand::place(assembled, layout.offsets[piece.index] + piece.offset);
    if (piece.by_address) {
      const std::uint32_t bytes = byte_size(piece.type);
      const Address from = address_of(v->arg(i), 0);
      if (bytes == 0) continue;
      if (from.kind == Address::Kind::Place) {
        emit(Opcode::MovN, {to, Operand::place(from.place, from.offset), Operand::imm(bytes)});
      } else {
        emit(Opcode::LoadN, {to, use(v->arg(i)), Operand::imm(bytes), Operand::imm(0)});
      }
    } else if (is_narrow(piece, info.results[piece.index])) {
      emit(narrow_store(mem_of(piece.type)), {to, use(v->arg(i))});
    } else {
      emit_copy({{to, copy_source(v->arg(i)), piece_words(piece)}});
    }
  }
  emit(Opcode::MovN, {Operand::fixed(0), Operand::place(assembled, 0), Operand::imm(layout.bytes)});
  finish_block(make_instr(Opcode::Ret, {}));
}

}  // namespace govm::codegen
