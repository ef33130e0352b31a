// The table of escape decisions.
#include "compiler/escape/decisions.h"

#include <functional>

#include "compiler/inline/inlined_calls.h"

namespace govm::escape {

size_t Decisions::KeyHash::operator()(const Key& key) const {
  size_t hash = std::hash<const void*>{}(key.node) * 0x9e3779b97f4a7c15u;
  return hash + std::hash<const void*>{}(key.context) * 31 + static_cast<size_t>(key.role);
}

void Decisions::set(const types::Var* var, Flag flag) {
  if (flags_.size() <= var->id) flags_.resize(var->id + 1);
  flags_[var->id] |= flag;
}

bool Decisions::has(const types::Var* var, Flag flag) const { return var->id < flags_.size() && (flags_[var->id] & flag) != 0; }

bool Decisions::is_heap(const types::Var* var, const inl::InlineContext* context) const {
  if (context == nullptr) return has(var, kHeap);
  const Decision* decision = find_variable(var, context);
  return decision != nullptr ? decision->placement == Placement::Heap : has(var, kAddressTaken);
}
bool Decisions::is_address_taken(const types::Var* var) const { return has(var, kAddressTaken); }
bool Decisions::is_per_iteration(const types::Var* var) const { return has(var, kPerIteration); }
void Decisions::set_heap(const types::Var* var) { set(var, kHeap); }
void Decisions::set_address_taken(const types::Var* var) { set(var, kAddressTaken); }
void Decisions::set_per_iteration(const types::Var* var) { set(var, kPerIteration); }

const Decision* Decisions::find(const void* node, SiteRole role, const inl::InlineContext* context) const {
  auto it = sites_.find({node, context, role});
  return it != sites_.end() ? &it->second : nullptr;
}

Decision& Decisions::site(const void* node, SiteRole role, const inl::InlineContext* context) { return sites_[{node, context, role}]; }

const inl::InlineContext* Decisions::inlined_at(const syntax::Node* call, const inl::InlineContext* context, const void* shape) const {
  return inlined_calls_ != nullptr ? inlined_calls_->find(call, context, shape) : nullptr;
}

bool Decisions::is_dropped(const syntax::Node* literal, const inl::InlineContext* context, const void* shape) const {
  return inlined_calls_ != nullptr && inlined_calls_->is_dropped(literal, context, shape);
}

const Decision* Decisions::find_variable(const types::Var* var, const inl::InlineContext* context) const {
  auto it = moved_.find({var, context, SiteRole::New});
  return it != moved_.end() ? &it->second : nullptr;
}

std::span<const Capture> Decisions::captures(const syntax::FuncLit* literal) const {
  auto it = captures_.find(literal);
  return it != captures_.end() ? std::span<const Capture>(it->second) : std::span<const Capture>();
}

std::span<const MovedSlice> Decisions::moved_before(const syntax::Node* node, const inl::InlineContext* context) const {
  auto it = late_moves_.find({node, context, SiteRole::Append});
  return it != late_moves_.end() ? std::span<const MovedSlice>(it->second) : std::span<const MovedSlice>();
}

void Decisions::set_captures(const syntax::FuncLit* literal, std::vector<Capture> captures) { captures_[literal] = std::move(captures); }

}  // namespace govm::escape
