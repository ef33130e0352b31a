// Making of blocks, values, places; questions about values.
#include "compiler/ir/function.h"

#include "base/check.h"
#include "compiler/ir/rep.h"

namespace govm::ir {

Block* Function::add_block() {
  auto block = std::make_unique<Block>();
  block->id = static_cast<uint32_t>(blocks.size());
  blocks.push_back(std::move(block));
  return blocks.back().get();
}

std::span<Value*> Function::copy_args(std::span<Value* const> args) {
  if (args.empty()) return {};
  auto* to = static_cast<Value**>(arena.allocate(sizeof(Value*) * args.size(), alignof(Value*)));
  std::uninitialized_copy(args.begin(), args.end(), to);
  return {to, args.size()};
}

Value* Function::make_value(Op op, Rep rep, const types::Type* type, std::span<Value* const> args) {
  Value* value = arena.make<Value>();
  value->op = op;
  value->rep = rep;
  value->type = type;
  value->id = value_count++;
  value->args = copy_args(args);
  return value;
}

Place* Function::add_place(const types::Type* type, std::string_view name) {
  Place* place = arena.make<Place>();
  place->id = static_cast<uint32_t>(places.size());
  place->type = type;
  place->name = name;
  places.push_back(place);
  return place;
}

Site* Function::add_site(SiteKind kind, Pos pos, const types::Type* type) {
  Site* site = arena.make<Site>();
  site->id = static_cast<uint32_t>(sites.size());
  site->kind = kind;
  site->pos = pos;
  site->type = type;
  sites.push_back(site);
  return site;
}

void Function::add_edge(Block* from, Block* to) {
  from->successors.push_back(to);
  to->predecessors.push_back(from);
}

bool may_hold_pointer(const Value& value) {
  if (value.rep != Rep::Word) return false;
  if (value.type != nullptr) return type_has_pointers(value.type);
  switch (value.op) {
    case Op::ClosureContext:
    case Op::PlaceAddr:
    case Op::AddPointer:
    case Op::ArrayIndexAddr:
    case Op::SliceIndexAddr:
    case Op::SliceToArray:
    case Op::BoxValue:
    case Op::NewObject:
    case Op::MapAccess:
    case Op::MapAssign:
    case Op::MapLookup:
    case Op::MapIterNext:
    case Op::NewMap:
    case Op::NewChan: return true;
    case Op::Component: return value.imm == 0 || value.args[0]->rep == Rep::Iface;
    case Op::Phi:
      // Hidden phis join hidden words of one kind; a self reference says nothing.
      for (const Value* arg : value.args) {
        if (arg->op != Op::Phi || arg->type != nullptr) return may_hold_pointer(*arg);
      }
      return true;
    default: return false;
  }
}

bool can_panic(const Value& value) {
  if (!has_attribute(value.op, Panics)) return false;
  if (!value.unchecked) return true;
  switch (value.op) {  // operations whose only panic is the marked one
    case Op::AddPointer:
    case Op::ArrayIndexAddr:
    case Op::ArrayIndexLoad:
    case Op::ArrayIndexStore:
    case Op::BoundsCheck:
    case Op::Div:
    case Op::Load:
    case Op::MemCopy:
    case Op::NilCheck:
    case Op::Rem:
    case Op::Shl:
    case Op::Shr:
    case Op::SliceIndexAddr:
    case Op::SliceIndexLoad:
    case Op::SliceIndexStore:
    case Op::SliceToArray:
    case Op::Store:
    case Op::StringIndex: return false;
    default: return true;
  }
}

bool has_effect(const Value& value) {
  uint16_t attributes = op_info(value.op).attributes;
  if ((attributes & (Writes | Calls | Terminator)) != 0) return true;
  // What is allocated is seen in reports and by --max-heap: Go's runtime allocates it, too, when nobody needs it.
  if ((attributes & Allocates) != 0 && (attributes & Safepoint) != 0) return true;
  return can_panic(value) || value.op == Op::Param || value.op == Op::Recover;
}

}  // namespace govm::ir
