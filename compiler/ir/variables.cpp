// SSA construction on the fly, and where variables live.
#include <utility>

#include "base/check.h"
#include "compiler/ir/builder.h"

namespace govm::ir {

uint32_t Builder::new_slots(size_t count) {
  uint32_t first = slot_count_;
  slot_count_ += static_cast<uint32_t>(count);
  return first;
}

void Builder::write_slot(uint32_t slot, Block* block, Value* value) {
  if (definitions_.size() <= block->id) definitions_.resize(block->id + 1);
  definitions_[block->id][slot] = value;
}

Value* Builder::read_slot(uint32_t slot, Block* block, Rep rep, const Type* type) {
  if (definitions_.size() <= block->id) definitions_.resize(block->id + 1);
  auto it = definitions_[block->id].find(slot);
  if (it != definitions_[block->id].end()) return it->second;
  return read_slot_recursive(slot, block, rep, type);
}

Value* Builder::read_slot_recursive(uint32_t slot, Block* block, Rep rep, const Type* type) {
  // Chains of single predecessors are walked in a loop: functions of many thousand blocks exist.
  std::vector<Block*> chain;
  Block* at = block;
  Value* value = nullptr;
  while (value == nullptr) {
    if (definitions_.size() <= at->id) definitions_.resize(at->id + 1);
    auto it = definitions_[at->id].find(slot);
    if (it != definitions_[at->id].end()) {
      value = it->second;
      break;
    }
    chain.push_back(at);
    bool sealed = at->id < sealed_.size() && sealed_[at->id];
    if (sealed && at->predecessors.size() == 1) {
      at = at->predecessors[0];
      continue;
    }
    if (sealed && at->predecessors.empty()) {
      // Code that nothing leads to: any value will do.
      value = function_->make_value(Op::Zero, rep, type);
      value->block = at;
      at->values.insert(at->values.begin(), value);
      break;
    }
    value = function_->make_value(Op::Phi, rep, type);
    value->block = at;
    value->pos = pos_;
    at->values.insert(at->values.begin(), value);
    write_slot(slot, at, value);
    if (sealed) {
      add_phi_operands(slot, value);
    } else {
      pending_[at].push_back({slot, value});
    }
  }
  for (Block* passed : chain) write_slot(slot, passed, value);
  return value;
}

void Builder::add_phi_operands(uint32_t slot, Value* phi) {
  std::vector<Value*> operands;
  for (Block* predecessor : phi->block->predecessors) operands.push_back(read_slot(slot, predecessor, phi->rep, phi->type));
  phi->args = function_->copy_args(operands);
}

void Builder::seal(Block* block) {
  if (sealed_.size() <= block->id) sealed_.resize(block->id + 1);
  if (sealed_[block->id]) return;
  sealed_[block->id] = true;
  auto it = pending_.find(block);
  if (it == pending_.end()) return;
  std::vector<PendingPhi> phis = std::move(it->second);
  pending_.erase(it);
  for (const PendingPhi& phi : phis) add_phi_operands(phi.slot, phi.phi);
}

bool Builder::lives_in_memory(const types::Var* var, const Type* type) const {
  return !is_split(type) || cx_.decisions.is_address_taken(var) || (function_->has_defer && is_result(var));
}

bool Builder::is_heap_variable(const types::Var* var) const {
  return cx_.decisions.is_heap(var, scope_->context) || (cx_.all_heap && cx_.decisions.is_address_taken(var));
}

bool Builder::is_frame_decision(const void* node, escape::SiteRole role) const {
  const escape::Decision* decision = cx_.decisions.find(node, role, scope_->context);
  return decision != nullptr && decision->placement == escape::Placement::Frame;
}

bool Builder::is_heap_site(const void* node, escape::SiteRole role) const { return cx_.all_heap || !is_frame_decision(node, role); }

// The value of an address-taken variable in a frame is one that all-heap mode allocates.
void Builder::count_variable(Place* place, const types::Var* var, const Type* type) {
  if (!cx_.decisions.is_address_taken(var) || types::size_of(type) == 0) return;
  Site* made = site(SiteKind::MovedVariable, var->pos, type, var);
  made->in_frame = true;
  place->site = made;
}

Storage& Builder::declare(const types::Var* var, bool zero) {
  const Type* type = substitute(var->type);
  Storage& storage = scope_->storage[var];
  bool known = storage.type != nullptr;
  storage.type = type;
  if (is_heap_variable(var)) {
    storage.kind = Storage::Kind::Pointer;
    if (!known) {
      storage.slot = new_slots(1);
      if (function_->has_defer && is_result(var)) {
        storage.place = function_->add_place(types_.pointer_to(type), var->name.view());
        storage.place->lives_to_exit = true;
      }
    }
    Pos outer = pos_;
    pos_ = var->pos;
    Value* object = new_heap_variable(var, type);
    if (storage.place != nullptr) {
      begin_place(storage.place, false);
      store_at(place_address(storage.place), 0, single(types_.pointer_to(type), object), true);
    } else {
      write_slot(storage.slot, current_, object);
    }
    pos_ = outer;
    return storage;
  }
  if (lives_in_memory(var, type)) {
    storage.kind = Storage::Kind::Place;
    if (!known) {
      storage.place = function_->add_place(type, var->name.view());
      storage.place->address_taken = cx_.decisions.is_address_taken(var);
      storage.place->lives_to_exit = function_->has_defer && (is_result(var) || cx_.decisions.is_address_taken(var));
      count_variable(storage.place, var, type);
    }
    begin_place(storage.place, zero);
    return storage;
  }
  storage.kind = Storage::Kind::Slots;
  size_t count = parts_of(type).size();
  if (!known) storage.slot = new_slots(count);
  if (zero) {
    Datum nothing = zero_datum(type);
    for (size_t i = 0; i < count; ++i) write_slot(storage.slot + static_cast<uint32_t>(i), current_, nothing.parts[i]);
  }
  return storage;
}

const Storage& Builder::storage_of(const types::Var* var) {
  for (Scope* scope = scope_; scope != nullptr; scope = scope->around) {
    if (auto it = scope->storage.find(var); it != scope->storage.end()) return it->second;
  }
  // Only code nothing leads to can name a variable that was not declared (behind a goto).
  return declare(var, true);
}

Location Builder::location_of(const types::Var* var) {
  Location location;
  location.type = substitute(var->type);
  if (var->var_kind == types::VarKind::Package) {
    if (var->left_out) unsupported(pos_, "first use of a package variable of std from a late function");
    location.kind = Location::Kind::Memory;
    location.base = emit_word(Op::GlobalAddr, {});
    location.base->aux.global = var;
    location.checked = true;
    return location;
  }
  const Storage& storage = storage_of(var);
  switch (storage.kind) {
    case Storage::Kind::Slots:
      location.kind = Location::Kind::Slots;
      location.slot = storage.slot;
      return location;
    case Storage::Kind::Place:
      location.kind = Location::Kind::Memory;
      location.base = place_address(storage.place);
      break;
    case Storage::Kind::Pointer:
      location.kind = Location::Kind::Memory;
      if (storage.place != nullptr) {
        location.base = load_at(place_address(storage.place), 0, storage.place->type, true).value();
      } else {
        location.base = read_slot(storage.slot, current_, Rep::Word, nullptr);
      }
      break;
    case Storage::Kind::Address:
      location.kind = Location::Kind::Memory;
      location.base = storage.address;
      break;
  }
  location.checked = true;
  return location;
}

void Builder::define(const types::Var* var, const Datum& datum) {
  // The value is computed before the variable begins to live: x := x + 1 in an inner block, loops.
  if (var == nullptr) return;
  auto known = scope_->storage.find(var);
  if (known == scope_->storage.end() || !std::exchange(known->second.has_object, false)) declare(var, false);
  store(location_of(var), datum);
}

}  // namespace govm::ir
