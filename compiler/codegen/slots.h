// Frame offsets for registers, places and call windows.
//
// Layout, upwards from fp: incoming arguments, places, registers; the window of a call lies behind
// everything that lives across it. Arguments are computed in their window and results stay there
// wherever nothing forbids it.
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/codegen/lir.h"
#include "compiler/codegen/liveness.h"

namespace govm::codegen {

struct Slots {
  std::vector<std::int64_t> reg_offset;  ///< by register; -1: never live
  std::vector<std::uint32_t> place_offset;
  std::vector<std::uint32_t> call_delta;  ///< by call: where its window begins
  /// Where the frames of callees begin, if far places lie between the windows and them: windows are copied there
  /// and back. 0: callees' frames begin at their windows.
  std::uint32_t far_delta = 0;
  std::uint32_t scratch = 0;      ///< words above the near part, used inside parallel copies
  std::uint32_t frame_bytes = 0;  ///< without the scratch area
};

/// Gives everything its offset. `argument_bytes`: incoming; `result_bytes`: outgoing results,
/// which are written over the arguments at return.
Slots assign_slots(const Code& code, const Liveness& liveness, std::uint32_t argument_bytes, std::uint32_t result_bytes);

}  // namespace govm::codegen
