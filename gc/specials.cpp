// Setting and clearing of specials, and their turn when marking ends.
#include "gc/specials.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "gc/heap.h"
#include "gc/mark.h"

namespace govm::gc {

bool Specials::set_finalizer(void* object, const void* closure, std::uint64_t type) {
  const auto [begin, end] = by_object_.equal_range(reinterpret_cast<std::uintptr_t>(object));
  for (auto it = begin; it != end; ++it) {
    if (it->second.kind == SpecialKind::Finalizer) return false;
  }
  Special special{SpecialKind::Finalizer, next_id_++, {SpecialKind::Finalizer, object, closure, nullptr, type}, nullptr};
  by_object_.emplace(reinterpret_cast<std::uintptr_t>(object), special);
  return true;
}

bool Specials::clear_finalizer(void* object) {
  const auto [begin, end] = by_object_.equal_range(reinterpret_cast<std::uintptr_t>(object));
  for (auto it = begin; it != end; ++it) {
    if (it->second.kind != SpecialKind::Finalizer) continue;
    by_object_.erase(it);
    return true;
  }
  return false;
}

std::uint64_t Specials::add_cleanup(void* object, const void* closure, const void* argument, std::uint64_t type) {
  Special special{SpecialKind::Cleanup, next_id_++, {SpecialKind::Cleanup, nullptr, closure, argument, type}, nullptr};
  by_object_.emplace(reinterpret_cast<std::uintptr_t>(object), special);
  return special.id;
}

void Specials::stop_cleanup(void* object, std::uint64_t id) {
  const auto [begin, end] = by_object_.equal_range(reinterpret_cast<std::uintptr_t>(object));
  for (auto it = begin; it != end; ++it) {
    if (it->second.id != id || it->second.kind != SpecialKind::Cleanup) continue;
    by_object_.erase(it);
    return;
  }
}

std::uint64_t* Specials::find_weak_handle(void* object) const {
  const auto [begin, end] = by_object_.equal_range(reinterpret_cast<std::uintptr_t>(object));
  for (auto it = begin; it != end; ++it) {
    if (it->second.kind == SpecialKind::WeakHandle) return it->second.handle;
  }
  return nullptr;
}

void Specials::add_weak_handle(void* object, std::uint64_t* handle) {
  const auto address = reinterpret_cast<std::uintptr_t>(object);
  *handle = address;
  by_object_.emplace(address, Special{SpecialKind::WeakHandle, next_id_++, {}, handle});
}

void* Specials::read_weak(const std::uint64_t* handle) {
  // The marker may not have seen the object yet, and nobody overwrites a pointer to it.
  if (heap_.is_marking()) heap_.record_overwritten(*handle);
  return reinterpret_cast<void*>(*handle);
}

bool Specials::take_due(SpecialCall& call) {
  if (due_.empty()) return false;
  call = due_.front();
  due_.pop_front();
  ++taken_[call.kind == SpecialKind::Finalizer];
  return true;
}

void Specials::visit_roots(RootVisitor& visitor) const {
  for (const auto& [address, special] : by_object_) {
    visitor.visit(special.call.closure);
    visitor.visit(special.call.argument);
    visitor.visit(special.handle);
  }
  for (const SpecialCall& call : due_) {
    visitor.visit(call.object);
    visitor.visit(call.closure);
    visitor.visit(call.argument);
  }
}

void Specials::visit_finalizable(Marker& marker) const {
  for (const auto& [address, special] : by_object_) {
    if (special.kind == SpecialKind::Finalizer) marker.visit_contents(reinterpret_cast<const void*>(address));
  }
}

void Specials::at_mark_end(Marker& marker) {
  if (by_object_.empty()) return;
  const auto is_dead = [&marker](const auto& entry) { return !marker.is_live(reinterpret_cast<const void*>(entry.first)); };
  // Finalizers that were set in this cycle.
  for (const auto& entry : by_object_) {
    if (entry.second.kind == SpecialKind::Finalizer && is_dead(entry)) {
      marker.visit_contents(reinterpret_cast<const void*>(entry.first));
    }
  }
  marker.drain(UINT64_MAX);
  std::erase_if(by_object_, [&](const auto& entry) {
    if (entry.second.kind != SpecialKind::WeakHandle || !is_dead(entry)) return false;
    *entry.second.handle = 0;
    return true;
  });
  std::vector<std::pair<std::uint64_t, SpecialCall>> due;
  std::erase_if(by_object_, [&](const auto& entry) {
    if (entry.second.kind != SpecialKind::Finalizer || !is_dead(entry)) return false;
    due.emplace_back(entry.second.id, entry.second.call);
    return true;
  });
  for (const auto& [id, call] : due) marker.visit(call.object);
  marker.drain(UINT64_MAX);
  std::erase_if(by_object_, [&](const auto& entry) {
    if (entry.second.kind != SpecialKind::Cleanup || !is_dead(entry)) return false;
    due.emplace_back(entry.second.id, entry.second.call);
    return true;
  });
  std::sort(due.begin(), due.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [id, call] : due) {
    due_.push_back(call);
    ++queued_[call.kind == SpecialKind::Finalizer];
  }
  if (!due_.empty() && wake_) wake_();
}

}  // namespace govm::gc
