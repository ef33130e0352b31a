// What hangs on single objects: finalizers, cleanups, weak handles (runtime.SetFinalizer,
// AddCleanup, weak.Pointer). Kept by object address, sorted.
//
// At mark end, before anything is freed: what unmarked objects with finalizers reach is kept;
// weak handles of objects still unmarked become nil; those objects with a finalizer live once
// more and their calls are queued; cleanups of unmarked objects are queued and keep nothing.
// Running the calls is the VM's business.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <utility>

#include "gc/roots.h"

namespace govm::gc {

class Heap;
class Marker;

enum class SpecialKind : std::uint8_t { Finalizer, Cleanup, WeakHandle };

/// What a finalizer or cleanup is called with, opaque to the heap but for being roots.
struct SpecialCall {
  SpecialKind kind = SpecialKind::Finalizer;
  void* object = nullptr;  ///< the argument of a finalizer; null for cleanups
  const void* closure = nullptr;
  const void* argument = nullptr;  ///< of a cleanup: pointer to its boxed argument
  std::uint64_t type = 0;          ///< opaque: the argument's type
};

class Specials {
 public:
  explicit Specials(Heap& heap) : heap_(heap) {}

  /// Sets the finalizer of the object at `object`. False: it has one already.
  bool set_finalizer(void* object, const void* closure, std::uint64_t type);
  /// Takes it away; false if there was none.
  bool clear_finalizer(void* object);
  /// A number for stop_cleanup.
  std::uint64_t add_cleanup(void* object, const void* closure, const void* argument, std::uint64_t type);
  void stop_cleanup(void* object, std::uint64_t id);
  /// The handle all weak pointers to one object share: memory in the heap whose first word is
  /// the object's address until it dies. Null if it has none yet.
  std::uint64_t* find_weak_handle(void* object) const;
  /// Makes `handle` (zero, no pointer to the heap's eyes) that of an object without one.
  void add_weak_handle(void* object, std::uint64_t* handle);
  /// The object of a handle, strongly; null when it is dead.
  void* read_weak(const std::uint64_t* handle);

  /// Takes the oldest call that is due, which stops being a root. False: there is none.
  bool take_due(SpecialCall& call);
  /// `wake` is called in the closing pause of a cycle when there are calls to take.
  void on_due(std::function<void()> wake) { wake_ = std::move(wake); }

  // For the collector.
  void visit_roots(RootVisitor& visitor) const;
  /// Marks what objects with finalizers point to, not the objects: when they die, that lives on. If another such object is among it, its
  /// turn comes later.
  void visit_finalizable(Marker& marker) const;
  /// Runs in the closing pause, after everything reachable was marked.
  void at_mark_end(Marker& marker);
  /// Finalizers, or cleanups, that became due so far, and those that were taken.
  std::uint64_t queued(SpecialKind kind) const { return queued_[kind == SpecialKind::Finalizer]; }
  std::uint64_t taken(SpecialKind kind) const { return taken_[kind == SpecialKind::Finalizer]; }
  bool empty() const { return by_object_.empty() && due_.empty(); }

 private:
  struct Special {
    SpecialKind kind;
    std::uint64_t id;
    SpecialCall call;
    std::uint64_t* handle;
  };

  Heap& heap_;
  std::multimap<std::uintptr_t, Special> by_object_;
  std::deque<SpecialCall> due_;
  std::array<std::uint64_t, 2> queued_{}, taken_{};  // of cleanups, of finalizers
  std::function<void()> wake_;
  std::uint64_t next_id_ = 1;
};

}  // namespace govm::gc
