// Strings that are built, and what print writes.
#include "base/utf8.h"
#include "vm/exec/cold_paths.h"
#include "vm/exec/print.h"
#include "vm/value/interface.h"
#include "vm/value/string.h"

namespace govm::exec {

namespace {

value::String string_at(Fp fp, std::uint32_t offset) { return get<value::String>(fp, offset); }

// Stores what was made; if it lies in the frame's buffer it counts as a value there.
template <class Made>
Resume made(Machine& vm, const Cell* pc, Fp fp, Made value) {
  const std::byte* buffer = frame_buffer(pc, fp);
  if (buffer != nullptr && reinterpret_cast<const std::byte*>(value.data) == buffer) count_frame_value(vm, field_uef(pc));
  set(fp, pc->a, value);
  return go_on(pc, fp);
}

bool buffer_is_object(const Machine& vm, gc::RecordId record) {
  return vm.image.program().site(bytecode::SiteId(vm.heap.record(record).site)).buffer_on_heap;
}

// The adjacent strings that are joined.
const value::String* before_joining(Machine& vm, const Cell* pc, Fp fp) {
  const auto* parts = reinterpret_cast<const value::String*>(fp + pc->b);
  std::size_t bytes = 0;
  for (unsigned i = 0; i < pc->c; ++i) bytes += static_cast<std::size_t>(parts[i].length);
  before_allocation(vm, pc, fp, bytes);
  return parts;
}

}  // namespace

Resume concat_two(Machine& vm, const Cell* pc, Fp fp) {
  const value::String parts[] = {string_at(fp, pc->b), string_at(fp, pc->c)};
  before_allocation(vm, pc, fp, static_cast<std::size_t>(parts[0].length + parts[1].length));
  return made(vm, pc, fp, value::concatenate(vm.heap, field_uef(pc), parts, 2, frame_buffer(pc, fp)));
}
Resume concat_many(Machine& vm, const Cell* pc, Fp fp) {
  const value::String* parts = before_joining(vm, pc, fp);
  return made(vm, pc, fp, value::concatenate(vm.heap, field_uef(pc), parts, pc->c, frame_buffer(pc, fp)));
}
Resume concat_bytes(Machine& vm, const Cell* pc, Fp fp) {
  const value::String* parts = before_joining(vm, pc, fp);
  return made(vm, pc, fp,
              value::concatenate_bytes(vm.heap, field_uef(pc), parts, pc->c, frame_buffer(pc, fp), buffer_is_object(vm, field_uef(pc))));
}
Resume count_runes(Machine&, const Cell* pc, Fp fp) {
  set<I64>(fp, pc->a, static_cast<I64>(govm::count_runes(to_view(string_at(fp, pc->b)))));
  return go_on(pc, fp);
}
Resume string_from_rune(Machine& vm, const Cell* pc, Fp fp) {
  before_allocation(vm, pc, fp, 4);
  return made(vm, pc, fp, value::string_of_rune(vm.heap, field_uef(pc), get<I64>(fp, pc->b), frame_buffer(pc, fp)));
}
Resume string_from_bytes(Machine& vm, const Cell* pc, Fp fp) {
  const value::Slice bytes = get<value::Slice>(fp, pc->b);
  before_allocation(vm, pc, fp, static_cast<std::size_t>(bytes.length));
  return made(vm, pc, fp, value::copy_string(vm.heap, field_uef(pc), bytes.data, bytes.length, frame_buffer(pc, fp)));
}
Resume string_from_runes(Machine& vm, const Cell* pc, Fp fp) {
  const value::Slice runes = get<value::Slice>(fp, pc->b);
  before_allocation(vm, pc, fp, static_cast<std::size_t>(runes.length));
  return made(vm, pc, fp, value::string_of_runes(vm.heap, field_uef(pc), runes, frame_buffer(pc, fp)));
}
Resume bytes_from_string(Machine& vm, const Cell* pc, Fp fp) {
  const value::String s = string_at(fp, pc->b);
  before_allocation(vm, pc, fp, static_cast<std::size_t>(s.length));
  return made(vm, pc, fp, value::bytes_of_string(vm.heap, field_uef(pc), s, frame_buffer(pc, fp), buffer_is_object(vm, field_uef(pc))));
}
Resume runes_from_string(Machine& vm, const Cell* pc, Fp fp) {
  const value::String s = string_at(fp, pc->b);
  before_allocation(vm, pc, fp, static_cast<std::size_t>(s.length) * 4);
  return made(vm, pc, fp, value::runes_of_string(vm.heap, field_uef(pc), s, frame_buffer(pc, fp), buffer_is_object(vm, field_uef(pc))));
}
Resume decode_rune(Machine&, const Cell* pc, Fp fp) {
  const value::RuneStep step = value::decode_at(string_at(fp, pc->c), get<I64>(fp, pc->d));
  set<I64>(fp, pc->a, step.rune);
  set<I64>(fp, pc->b, step.next);
  return go_on(pc, fp);
}

Resume print_value(Machine& vm, const Cell* pc, Fp fp) {
  using bytecode::PrintKind;
  std::string out;
  const std::uint32_t at = pc->a;
  switch (static_cast<PrintKind>(pc->b)) {
    case PrintKind::Bool: print_bool(out, get<I64>(fp, at) != 0); break;
    case PrintKind::Int: print_int(out, get<I64>(fp, at)); break;
    case PrintKind::Uint: print_uint(out, get<U64>(fp, at)); break;
    case PrintKind::Float64: print_float64(out, get<F64>(fp, at)); break;
    case PrintKind::Float32: print_float32(out, get<F32>(fp, at)); break;
    case PrintKind::String: out = value::to_view(string_at(fp, at)); break;
    case PrintKind::Pointer:
    case PrintKind::Hex: print_hex(out, get<U64>(fp, at)); break;
    case PrintKind::Slice:
      out += '[';
      print_int(out, get<I64>(fp, at + 8));
      out += '/';
      print_int(out, get<I64>(fp, at + 16));
      out += ']';
      print_hex(out, get<U64>(fp, at));
      break;
    case PrintKind::Eface:
    case PrintKind::Iface:
      out += '(';
      print_hex(out, get<U64>(fp, at));
      out += ',';
      print_hex(out, get<U64>(fp, at + 8));
      out += ')';
      break;
    case PrintKind::Space: out = " "; break;
    case PrintKind::Newline: out = "\n"; break;
  }
  vm.write_error(out);
  return go_on(pc, fp);
}

Resume print_complex(Machine& vm, const Cell* pc, Fp fp) {
  std::string out;
  if (pc->c == 16) {
    print_complex128(out, get<F64>(fp, pc->a), get<F64>(fp, pc->b));
  } else {
    print_complex64(out, get<F32>(fp, pc->a), get<F32>(fp, pc->b));
  }
  vm.write_error(out);
  return go_on(pc, fp);
}

}  // namespace govm::exec
