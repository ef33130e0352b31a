// Visits globals and each goroutine's frames and records.
#include "vm/exec/roots.h"

#include <algorithm>

#include "vm/exec/frame_cursor.h"
#include "vm/exec/native_call.h"
#include "vm/goroutine/channel.h"

namespace govm::exec {

namespace {

void visit_words(gc::RootVisitor& visitor, const std::byte* base, const bytecode::WordMap& map) {
  visitor.visit_bits(base, map.bits.data(), map.bits.size() * 64);
}

// Whether the frame's list of deferred calls has been begun: its DeferInit cell has run.
bool has_defer_list(const bytecode::Function& function, std::uint32_t cell) {
  for (std::uint32_t i = 0; i < cell; ++i) {
    if (bytecode::opcode_of(function.cells[i]) == bytecode::Opcode::DeferInit) return true;
  }
  return false;
}

}  // namespace

void Roots::visit_roots(gc::RootVisitor& visitor) {
  visit_words(visitor, vm_.image.globals(), vm_.image.program().global_pointers());
  for (rt::Goroutine* g = vm_.scheduler.first(); g != nullptr; g = g->all_next) {
    visit_goroutine(visitor, *g);
    visitor.enter(0, 0);
  }
  // Those that lie in the heap are kept while they run.
  vm_.scheduler.timers().for_each([&](const rt::Timer& timer) { visitor.visit(&timer); });
}

// Finds the objects that the words it visits lead to, and what those lead to.
class Roots::Reach final : public gc::RootVisitor {
 public:
  explicit Reach(std::vector<Object>& objects) : objects_(objects) { std::ranges::sort(objects_, {}, &Object::begin); }

  void visit(const void* pointer) override {
    const auto* p = static_cast<const std::byte*>(pointer);
    if (p < objects_.front().begin || p >= objects_.back().end) return;
    Object& object = *std::prev(std::ranges::upper_bound(objects_, p, {}, &Object::begin));
    if (p >= object.end || object.reached) return;
    object.reached = true;
    todo_.push_back(&object);
  }

  void follow() {
    while (!todo_.empty()) {
      const Object& object = *todo_.back();
      todo_.pop_back();
      visit_bits(object.begin, object.words.data(), object.words.size() * 64);
    }
  }

 private:
  std::vector<Object>& objects_;
  std::vector<Object*> todo_;
};

void Roots::visit_goroutine(gc::RootVisitor& visitor, rt::Goroutine& g) {
  // Go notes the time of the collection before.
  if (g.status == rt::GoroutineStatus::Waiting && g.found_waiting == 0 && !vm_.heap.cycles().empty()) {
    g.found_waiting = vm_.heap.cycles().back().end;
  }
  objects_.clear();
  visit_stack(visitor, g, true);
  if (objects_.empty()) return;
  Reach reach(objects_);
  visit_stack(reach, g, false);
  reach.follow();
  for (const Object& object : objects_) {
    if (!object.reached) continue;
    visitor.enter(object.function, g.id);
    visitor.visit_bits(object.begin, object.words.data(), object.words.size() * 64);
  }
}

void Roots::visit_stack(gc::RootVisitor& visitor, rt::Goroutine& g, bool collect) {
  visitor.enter(0, g.id);
  visitor.visit(g.labels);
  for (const rt::PanicRecord* p = g.panics; p != nullptr; p = p->link) {
    visitor.visit(p->value.word);
    visitor.visit(p->value.data);
    visitor.visit(p->text.data);
  }
  if (g.received != nullptr) {
    visitor.visit_values(g.received, g.received_type->layout, g.received_type->layout_count());
  }
  for (const rt::Waiter* w = g.waiters; w != nullptr; w = w->next_case) {
    visitor.visit(w->channel);
    const value::Type* type = w->channel->element;
    if (w->sends) visitor.visit_values(w->element, type->layout, type->layout_count());
  }
  if (g.parked_native != nullptr) {
    const bytecode::Function& function = vm_.image.program().function(bytecode::FunctionId(g.parked_function));
    // Until it is woken, a native that waits for results has none.
    if (g.parked_with_arguments) {
      visit_words(visitor, g.parked_native, function.argument_pointers);
    } else if (g.status != rt::GoroutineStatus::Waiting) {
      visit_words(visitor, g.parked_native, function.result_pointers);
    }
  }
  const bool running = &g == vm_.g;
  if (running && vm_.fp == nullptr) return;
  FrameCursor cursor(vm_.image, g, running ? vm_.pc : g.pc, running ? vm_.fp : g.fp);
  do {
    if (cursor.function() != nullptr) {
      visitor.enter(cursor.function()->id.index(), g.id);
      visit_frame(visitor, cursor.pc(), cursor.fp(), *cursor.function(), collect);
    } else if (cursor.pc() == vm_.image.stubs().native_callee_returned) {
      const auto& activation = *reinterpret_cast<const NativeActivation*>(cursor.fp());
      const bytecode::Function& function = vm_.image.program().function(activation.function->id);
      visit_words(visitor, activation.native_fp, function.argument_pointers);
      visitor.visit_bits(&activation + 1, &activation.function->native->state_pointers, activation.function->native->state_words);
    }
  } while (cursor.next());
}

void Roots::visit_frame(gc::RootVisitor& visitor, const Cell* pc, Fp fp, const FunctionCode& code, bool collect) {
  const bytecode::Function& function = vm_.image.program().function(code.id);
  if (code.closure) visitor.visit(rt::frame_closure(fp));
  if (code.code == nullptr) {
    // At the entry of a native, or of a function not compiled yet. Only goroutines that have not begun stay there; those
    // have a closure.
    visit_words(visitor, fp, function.argument_pointers);
    if (rt::return_pc(fp) == vm_.image.stubs().goroutine_end) visitor.visit(rt::frame_closure(fp));
    return;
  }
  const std::uint32_t cell = Image::cell_index(code, pc);
  if (const bytecode::StackMap* map = function.map_at(cell)) {
    const auto words = function.bits(map->words);
    visitor.visit_bits(fp, words.data(), words.size() * 64);
    if (collect) add_objects(function, function.bits(map->objects), fp);
  }
  if (code.defers && has_defer_list(function, cell)) {
    for (const rt::DeferRecord* record = rt::frame_defers(fp); record != nullptr; record = record->next) {
      visitor.visit(record->closure);
    }
  }
}

void Roots::add_objects(const bytecode::Function& function, std::span<const std::uint64_t> bits, Fp fp) {
  const std::size_t count = std::min(function.objects.size(), bits.size() * 64);
  for (std::size_t i = 0; i < count; ++i) {
    if (((bits[i / 64] >> (i % 64)) & 1) == 0) continue;
    const bytecode::FrameObject& object = function.objects[i];
    const std::byte* begin = fp + object.offset;
    objects_.push_back({begin, begin + object.bytes, function.bits(object.words), function.id.index()});
  }
}

}  // namespace govm::exec
