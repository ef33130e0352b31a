#include "vm/exec/traceback.h"

#include <algorithm>
#include <filesystem>

#include "base/source_file.h"
#include "vm/exec/frame_cursor.h"
#include "vm/exec/print.h"

namespace govm::exec {

namespace {

using bytecode::InlineContextId;
using bytecode::Program;

LogicalFrame logical_frame(const Program& program, std::string function, Pos pos, const StackFrame& frame,
                           bool inlined) {
  LogicalFrame out{.function = std::move(function),
                   .file = "?",
                   .line = 0,
                   .physical = frame.function,
                   .cell = frame.cell,
                   .inlined = inlined};
  if (program.source_map != nullptr && pos) {
    const Position position = program.source_map->resolve(pos);
    out.file = position.file;
    // Files of std are in no folder.
    if (!out.file.starts_with('$')) out.file = std::filesystem::absolute(out.file).lexically_normal().string();
    out.line = static_cast<int>(position.line);
  }
  return out;
}

// Inlined calls first, innermost first; then the frame's own function.
void append_logical(const Program& program, const StackFrame& frame, std::vector<LogicalFrame>& out) {
  const bytecode::Function& function = program.function(frame.function);
  const bytecode::LineEntry* entry = function.line_at(frame.cell);
  Pos pos = entry != nullptr ? entry->pos : function.pos;
  InlineContextId context = entry != nullptr ? entry->inline_context : InlineContextId();
  while (context) {
    const bytecode::InlineContext& inlined = program.inline_context(context);
    out.push_back(logical_frame(program, inlined.callee, pos, frame, true));
    pos = inlined.call_pos;
    context = inlined.parent;
  }
  out.push_back(logical_frame(program, function.name, pos, frame, false));
}

// Go's traces leave out the runtime's own functions, but not its exported ones.
bool is_internal(const std::string& function) {
  constexpr std::string_view kPrefix = "runtime.";
  return function.starts_with(kPrefix) && function.size() > kPrefix.size() &&
         function[kPrefix.size()] >= 'a' && function[kPrefix.size()] <= 'z';
}

void append_frame(const Program& program, const LogicalFrame& frame, std::string& out) {
  out += frame.function;
  const bool arguments = frame.inlined || program.function(frame.physical).argument_bytes != 0;
  out += arguments ? "(...)\n\t" : "()\n\t";
  out += frame.file;
  out += ':';
  print_int(out, frame.line);
  if (!frame.inlined) {
    out += " +";
    print_hex(out, frame.cell * sizeof(Cell) + 1);
  }
  out += '\n';
}

}  // namespace

std::vector<StackFrame> walk_stack(const Image& image, rt::Goroutine& g, const Cell* pc, rt::Fp fp,
                                   std::size_t limit) {
  std::vector<StackFrame> frames;
  FrameCursor cursor(image, g, pc, fp);
  do {
    const FunctionCode* function = cursor.function();
    if (function != nullptr && !function->wrapper) {
      frames.push_back({function->id, Image::cell_index(*function, cursor.pc()), cursor.fp()});
    }
  } while (frames.size() < limit && cursor.next());
  return frames;
}

std::vector<LogicalFrame> logical_stack(const Image& image, rt::Goroutine& g, const Cell* pc, rt::Fp fp,
                                        std::size_t limit) {
  std::vector<LogicalFrame> out;
  for (const StackFrame& frame : walk_stack(image, g, pc, fp, limit)) {
    append_logical(image.program(), frame, out);
  }
  return out;
}

std::string format_traceback(const Image& image, rt::Goroutine& g, const Cell* pc, rt::Fp fp) {
  // Go cuts long stacks: the innermost and outermost fifty.
  constexpr std::size_t kEnd = 50;
  const Program& program = image.program();
  std::string out = "goroutine ";
  print_uint(out, g.id);
  out += g.wait_reason == rt::WaitReason::None ? " [running" : " [";
  out += rt::wait_reason_text(g.wait_reason);
  out += "]:\n";
  auto frames = logical_stack(image, g, pc, fp, ~std::size_t{0});
  std::erase_if(frames, [](const LogicalFrame& frame) { return is_internal(frame.function); });
  for (std::size_t i = 0; i < frames.size(); ++i) {
    if (frames.size() > 2 * kEnd && i == kEnd) {
      const std::size_t elided = frames.size() - 2 * kEnd;
      out += "...";
      print_uint(out, elided);
      out += " frames elided...\n";
      i += elided;
    }
    append_frame(program, frames[i], out);
  }
  if (g.created_at != nullptr) {
    const FunctionCode* creator = image.function_at(g.created_at);
    if (creator != nullptr) {
      std::vector<LogicalFrame> at;
      append_logical(program, {creator->id, Image::cell_index(*creator, g.created_at), nullptr}, at);
      out += "created by " + at.front().function + " in goroutine ";
      print_uint(out, g.parent_id);
      out += "\n\t" + at.front().file + ":";
      print_int(out, at.front().line);
      out += " +";
      print_hex(out, at.front().cell * sizeof(Cell) + 1);
      out += '\n';
    }
  }
  return out;
}

namespace {

constexpr std::uintptr_t kDepthMask = sizeof(Cell) - 1;
// No cell has this address.
constexpr std::uintptr_t kGoexit = 1;

std::size_t inline_depth(const Program& program, const StackFrame& frame) {
  const bytecode::LineEntry* entry = program.function(frame.function).line_at(frame.cell);
  std::size_t depth = 0;
  for (InlineContextId at = entry != nullptr ? entry->inline_context : InlineContextId(); at;
       at = program.inline_context(at).parent) {
    ++depth;
  }
  return depth;
}

}  // namespace

std::size_t program_counters(const Image& image, rt::Goroutine& g, const Cell* pc, rt::Fp fp, std::size_t skip,
                             std::span<std::uintptr_t> out) {
  std::size_t count = 0;
  const auto add = [&](std::uintptr_t counter) {
    if (skip > 0) {
      --skip;
    } else if (count < out.size()) {
      out[count++] = counter;
    }
  };
  for (const StackFrame& frame : walk_stack(image, g, pc, fp, skip + out.size())) {
    const auto cell = reinterpret_cast<std::uintptr_t>(image.function(frame.function).code + frame.cell);
    const std::size_t depth = inline_depth(image.program(), frame);
    for (std::size_t i = 0; i <= depth; ++i) add(cell + std::min(i + 1, kDepthMask));
  }
  add(kGoexit);
  return count;
}

native::CodePlace place_of(const Image& image, std::uintptr_t pc) {
  if (pc == kGoexit) return {.function = "runtime.goexit", .file = "$GOROOT/src/runtime/asm_amd64.s", .line = 1264, .entry = kGoexit};
  const auto* cell = reinterpret_cast<const Cell*>(pc & ~kDepthMask);
  const FunctionCode* code = image.function_at(cell);
  if (code == nullptr) return {};
  const Program& program = image.program();
  const bytecode::Function& function = program.function(code->id);
  const StackFrame frame{code->id, Image::cell_index(*code, cell), nullptr};
  const LogicalFrame head = logical_frame(program, function.name, function.pos, frame, false);
  std::vector<LogicalFrame> frames{head};
  if ((pc & kDepthMask) != 0) {
    frames.clear();
    append_logical(program, frame, frames);
  }
  const std::size_t depth = std::min((pc & kDepthMask) - ((pc & kDepthMask) != 0), frames.size() - 1);
  LogicalFrame& at = frames[depth];
  return {.function = std::move(at.function),
          .file = std::move(at.file),
          .line = at.line,
          .entry = reinterpret_cast<std::uintptr_t>(code->entry),
          .inlined = at.inlined};
}

}  // namespace govm::exec
