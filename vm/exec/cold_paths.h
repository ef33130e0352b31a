// The out-of-line halves of handlers: what is long, rare, or calls the rest of the VM.
//
// Each reads its operands from the cell at `pc` and says where to go on. All operands are
// read before the first result is written: they may share slots. Those that allocate set
// the machine's pc and fp and collect first (decisions 10).
#pragma once

#include <cstdint>

#include "vm/exec/dispatch.h"
#include "vm/exec/machine.h"
#include "vm/exec/operands.h"

namespace govm::exec {

/// Goes on behind the instruction at `pc`, which has `cells` cells.
inline Resume go_on(const Cell* pc, Fp fp, unsigned cells = 1) { return {pc + cells, fp}; }
/// Goes on at the target `ef` of the cell.
inline Resume jump(const Cell* pc, Fp fp) { return {reinterpret_cast<const Cell*>(reinterpret_cast<const char*>(pc) + field_ef(pc)), fp}; }
/// The safepoint before an allocating cell's effect.
inline void before_allocation(Machine& vm, const Cell* pc, Fp fp, std::size_t bytes) {
  vm.pc = pc;
  vm.fp = fp;
  vm.heap.collect_if_due(bytes);
}
/// The buffer that field d names, or null.
inline std::byte* frame_buffer(const Cell* pc, Fp fp) { return pc->d == bytecode::kNoPlace ? nullptr : fp + pc->d; }

/// One more value of the record's site lies in a frame (counted code).
inline void count_frame_value(Machine& vm, gc::RecordId record) {
  if (vm.frame_value_counts.empty()) return;
  ++vm.frame_value_counts[vm.image.record_of_site(bytecode::SiteId(vm.heap.record(record).site))];
}

#define GOVM_COLD_PATH(name) Resume name(Machine& vm, const Cell* pc, Fp fp)

// cold_arith.cpp
GOVM_COLD_PATH(floor_f64);
GOVM_COLD_PATH(ceil_f64);
GOVM_COLD_PATH(trunc_f64);
GOVM_COLD_PATH(round_even_f64);
GOVM_COLD_PATH(fma_f64);
GOVM_COLD_PATH(ones_count);
GOVM_COLD_PATH(divide_complex);
GOVM_COLD_PATH(min_string);
GOVM_COLD_PATH(max_string);
GOVM_COLD_PATH(equal_string);
GOVM_COLD_PATH(not_equal_string);
GOVM_COLD_PATH(less_string);
GOVM_COLD_PATH(less_equal_string);
GOVM_COLD_PATH(jump_equal_string);
GOVM_COLD_PATH(jump_not_equal_string);
GOVM_COLD_PATH(jump_equal_constant);
GOVM_COLD_PATH(jump_not_equal_constant);
GOVM_COLD_PATH(equal_iface);
GOVM_COLD_PATH(equal_eface);
GOVM_COLD_PATH(equal_memory);

// cold_memory.cpp
GOVM_COLD_PATH(load_bytes);
GOVM_COLD_PATH(store_bytes);
GOVM_COLD_PATH(store_typed);
GOVM_COLD_PATH(copy_bytes);
GOVM_COLD_PATH(copy_typed);
GOVM_COLD_PATH(clear_bytes);
GOVM_COLD_PATH(clear_typed);
GOVM_COLD_PATH(store_pointer_marking);
GOVM_COLD_PATH(store_string_marking);
GOVM_COLD_PATH(store_slice_marking);
GOVM_COLD_PATH(store_interface_marking);
GOVM_COLD_PATH(store_nil_marking);
GOVM_COLD_PATH(set_pointer_marking);
GOVM_COLD_PATH(set_string_marking);
GOVM_COLD_PATH(set_slice_marking);
GOVM_COLD_PATH(set_interface_marking);
GOVM_COLD_PATH(set_elem_pointer_marking);
GOVM_COLD_PATH(set_elem_string_marking);
GOVM_COLD_PATH(global_pointer_marking);
GOVM_COLD_PATH(global_string_marking);
GOVM_COLD_PATH(global_slice_marking);
GOVM_COLD_PATH(global_interface_marking);
GOVM_COLD_PATH(new_object);
GOVM_COLD_PATH(make_slice);
GOVM_COLD_PATH(make_slice_at);
/// append of one element of T; with pointers the store has the barrier.
template <class T, bool has_pointers>
GOVM_COLD_PATH(append_one);
GOVM_COLD_PATH(append_slice);
GOVM_COLD_PATH(append_bytes);
GOVM_COLD_PATH(append_grow);
GOVM_COLD_PATH(append_zero);
GOVM_COLD_PATH(slice_to_heap);
GOVM_COLD_PATH(copy_slice);
GOVM_COLD_PATH(copy_string);
GOVM_COLD_PATH(clear_slice);
GOVM_COLD_PATH(unsafe_slice);
GOVM_COLD_PATH(unsafe_string);

// cold_string.cpp
GOVM_COLD_PATH(concat_two);
GOVM_COLD_PATH(concat_many);
GOVM_COLD_PATH(concat_bytes);
GOVM_COLD_PATH(count_runes);
GOVM_COLD_PATH(string_from_rune);
GOVM_COLD_PATH(string_from_bytes);
GOVM_COLD_PATH(string_from_runes);
GOVM_COLD_PATH(bytes_from_string);
GOVM_COLD_PATH(runes_from_string);
GOVM_COLD_PATH(decode_rune);
GOVM_COLD_PATH(print_value);
GOVM_COLD_PATH(print_complex);

// cold_interface.cpp
/// The values 0 to 255, which small boxed integers point to.
extern const std::uint64_t kStaticWords[256];
/// Boxes a word-sized value of T.
template <class T>
GOVM_COLD_PATH(box_word);
GOVM_COLD_PATH(box_string);
GOVM_COLD_PATH(box_slice);
GOVM_COLD_PATH(convert_interface);
GOVM_COLD_PATH(assert_interface);
GOVM_COLD_PATH(assert_interface_ok);
GOVM_COLD_PATH(panic_assert_a);

// cold_map.cpp
enum class MapResult : std::uint8_t { AddressOrZero, AddressOrNil, Word };
struct Key64;
struct Key32;
struct KeyString;
struct KeyAny;
template <class Key, MapResult result>
GOVM_COLD_PATH(map_get);
template <class Key>
GOVM_COLD_PATH(map_assign);
template <class Key>
GOVM_COLD_PATH(map_delete);
GOVM_COLD_PATH(make_map);
GOVM_COLD_PATH(make_small_map);
GOVM_COLD_PATH(make_buffer_map);
GOVM_COLD_PATH(map_clear);
GOVM_COLD_PATH(map_range);
GOVM_COLD_PATH(map_range_next);

// cold_panic.cpp
GOVM_COLD_PATH(panic_nil);
GOVM_COLD_PATH(panic_index);
GOVM_COLD_PATH(panic_slice);
GOVM_COLD_PATH(panic_divide);
GOVM_COLD_PATH(panic_shift);
GOVM_COLD_PATH(panic_nil_receiver);
GOVM_COLD_PATH(panic_range_state);
GOVM_COLD_PATH(panic_cell);
GOVM_COLD_PATH(recover_cell);
GOVM_COLD_PATH(defer_pooled);
GOVM_COLD_PATH(defer_at);
GOVM_COLD_PATH(run_defers_cell);
GOVM_COLD_PATH(unreachable_cell);
GOVM_COLD_PATH(too_many_steps);

// cold_channel.cpp
GOVM_COLD_PATH(make_channel);
GOVM_COLD_PATH(channel_send);
GOVM_COLD_PATH(channel_send_at);
GOVM_COLD_PATH(channel_receive);
GOVM_COLD_PATH(channel_receive_at);
GOVM_COLD_PATH(channel_close);
GOVM_COLD_PATH(select_statement);
GOVM_COLD_PATH(go_statement);

#undef GOVM_COLD_PATH

}  // namespace govm::exec
