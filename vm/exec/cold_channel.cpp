// Channels, select and go statements.
#include "vm/exec/cold_paths.h"
#include "vm/exec/control.h"
#include "vm/exec/panic.h"
#include "vm/goroutine/channel.h"

namespace govm::exec {

namespace {

constexpr std::int64_t kMaxChannelBytes = std::int64_t{1} << 47;

// One case as the compiler lays it out; bytecode::kSelectCaseBytes.
struct CaseWords {
  rt::Channel* channel;
  std::byte* element;
  std::uint64_t sends;
};
static_assert(sizeof(CaseWords) == bytecode::kSelectCaseBytes);

std::byte* optional_place(Fp fp, std::uint16_t place) { return place == bytecode::kNoPlace ? nullptr : fp + place; }

Resume panic_send_closed(Machine& vm, const Cell* pc, Fp fp) { return begin_panic(vm, pc, fp, RuntimeError::SendOnClosedChannel); }

Resume send(Machine& vm, const Cell* pc, Fp fp, std::byte* element) {
  auto* channel = get<rt::Channel*>(fp, pc->a);
  if (channel != nullptr) {
    switch (vm.channels.try_send(channel, element)) {
      case rt::ChannelOutcome::Done: return go_on(pc, fp);
      case rt::ChannelOutcome::Closed: return panic_send_closed(vm, pc, fp);
      default: break;
    }
  }
  vm.channels.wait_send(vm.g, channel, element);
  return switch_from(vm, pc, pc + 1, fp);
}

Resume receive(Machine& vm, const Cell* pc, Fp fp, std::byte* element) {
  auto* channel = get<rt::Channel*>(fp, pc->b);
  auto* ok_slot = reinterpret_cast<std::int64_t*>(fp + pc->c);
  bool ok = false;
  if (channel != nullptr && vm.channels.try_receive(channel, element, &ok) == rt::ChannelOutcome::Done) {
    *ok_slot = ok ? 1 : 0;
    return go_on(pc, fp);
  }
  vm.channels.wait_receive(vm.g, channel, element, ok_slot);
  return switch_from(vm, pc, pc + 1, fp);
}

}  // namespace

Resume make_channel(Machine& vm, const Cell* pc, Fp fp) {
  const value::Type* type = vm.image.types().type(bytecode::TypeId(field_ucd(pc)));
  const I64 capacity = get<I64>(fp, pc->b);
  const auto size = static_cast<I64>(type->element->size);
  if (capacity < 0 || (size != 0 && capacity > kMaxChannelBytes / size)) {
    return begin_panic(vm, pc, fp, RuntimeError::MakechanSize);
  }
  before_allocation(vm, pc, fp, sizeof(rt::Channel) + static_cast<std::size_t>(capacity * size));
  set(fp, pc->a, vm.channels.make(type->element, capacity, field_uef(pc)));
  return go_on(pc, fp);
}

Resume channel_send(Machine& vm, const Cell* pc, Fp fp) { return send(vm, pc, fp, fp + pc->b); }
Resume channel_send_at(Machine& vm, const Cell* pc, Fp fp) { return send(vm, pc, fp, get<std::byte*>(fp, pc->b)); }
Resume channel_receive(Machine& vm, const Cell* pc, Fp fp) { return receive(vm, pc, fp, optional_place(fp, pc->a)); }
Resume channel_receive_at(Machine& vm, const Cell* pc, Fp fp) { return receive(vm, pc, fp, get<std::byte*>(fp, pc->a)); }

Resume channel_close(Machine& vm, const Cell* pc, Fp fp) {
  switch (vm.channels.close(get<rt::Channel*>(fp, pc->a))) {
    case rt::ChannelOutcome::Nil: return begin_panic(vm, pc, fp, RuntimeError::CloseOfNilChannel);
    case rt::ChannelOutcome::Closed: return begin_panic(vm, pc, fp, RuntimeError::CloseOfClosedChannel);
    default: return go_on(pc, fp);
  }
}

Resume select_statement(Machine& vm, const Cell* pc, Fp fp) {
  const auto* words = reinterpret_cast<const CaseWords*>(fp + pc->a);
  std::vector<rt::SelectCase> cases(pc->b);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    cases[i] = {words[i].channel, words[i].element, words[i].sends != 0};
  }
  const auto count = static_cast<std::int64_t>(cases.size());
  auto* chosen = reinterpret_cast<std::int64_t*>(fp + pc->c);
  auto* received = reinterpret_cast<std::int64_t*>(fp + pc->d);
  bool ok = false;
  bool closed = false;
  const std::int64_t index = vm.channels.try_select(cases.data(), count, &ok, &closed);
  if (closed) return panic_send_closed(vm, pc, fp);
  if (index < 0 && pc->e == 0) {
    vm.channels.wait_select(vm.g, cases.data(), count, chosen, received);
    return switch_from(vm, pc, pc + 1, fp);
  }
  *chosen = index;
  *received = ok ? 1 : 0;
  return go_on(pc, fp);
}

Resume go_statement(Machine& vm, const Cell* pc, Fp fp) {
  const auto* closure = get<const void*>(fp, pc->a);
  if (closure == nullptr) return fatal_error(vm, pc, fp, "go of nil func value", {.on_system_stack = true});
  start_goroutine(vm, closure, pc);
  return go_on(pc, fp);
}

}  // namespace govm::exec
