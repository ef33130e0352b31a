// Frames as byte ranges on a goroutine's stack.
//
// A frame is named by its fp; the four header words lie just below it, arguments and
// results start at it (vm/bytecode/call_layout.h). Knows offsets only: which words of a
// frame are live pointers is said by the stack maps (vm/exec/roots.cpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace govm::bytecode {
struct Cell;
}

namespace govm::rt {

struct DeferRecord;

/// Bytes of the header below fp: defer list, closure context, caller fp, return pc.
inline constexpr std::ptrdiff_t kFrameHeaderBytes = 32;
inline constexpr std::ptrdiff_t kReturnPcOffset = -8;
inline constexpr std::ptrdiff_t kCallerFpOffset = -16;
inline constexpr std::ptrdiff_t kClosureOffset = -24;
inline constexpr std::ptrdiff_t kDeferListOffset = -32;

/// A frame pointer: the address of a frame's first argument. 8-byte aligned.
using Fp = std::byte*;

/// Reads the T at byte `offset` from `base` (slots change type, so no typed lvalues).
template <class T>
[[gnu::always_inline]] inline T load_at(const std::byte* base, std::ptrdiff_t offset) {
  T value;
  std::memcpy(&value, base + offset, sizeof value);
  return value;
}

/// Writes `value` at byte `offset` from `base`.
template <class T>
[[gnu::always_inline]] inline void store_at(std::byte* base, std::ptrdiff_t offset, T value) {
  std::memcpy(base + offset, &value, sizeof value);
}

/// The cell at which the caller goes on; a stub cell where a segment, a goroutine or a
/// deferred call ends.
[[gnu::always_inline]] inline const bytecode::Cell* return_pc(Fp fp) { return load_at<const bytecode::Cell*>(fp, kReturnPcOffset); }
[[gnu::always_inline]] inline void set_return_pc(Fp fp, const bytecode::Cell* pc) { store_at(fp, kReturnPcOffset, pc); }
/// The caller's frame; null in the first frame of a goroutine.
[[gnu::always_inline]] inline Fp caller_fp(Fp fp) { return load_at<Fp>(fp, kCallerFpOffset); }
[[gnu::always_inline]] inline void set_caller_fp(Fp fp, Fp caller) { store_at(fp, kCallerFpOffset, caller); }
/// The closure object being run; written by closure calls only.
[[gnu::always_inline]] inline std::byte* frame_closure(Fp fp) { return load_at<std::byte*>(fp, kClosureOffset); }
[[gnu::always_inline]] inline void set_frame_closure(Fp fp, const void* closure) { store_at(fp, kClosureOffset, closure); }
/// Newest defer record of the frame; meaningful only in functions with `defer`, which
/// clear it first of all.
[[gnu::always_inline]] inline DeferRecord* frame_defers(Fp fp) { return load_at<DeferRecord*>(fp, kDeferListOffset); }
[[gnu::always_inline]] inline void set_frame_defers(Fp fp, DeferRecord* record) { store_at(fp, kDeferListOffset, record); }

}  // namespace govm::rt
