#include "vm/exec/traceback.h"

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
    out.file = std::filesystem::absolute(std::string(position.file)).lexically_normal().string();
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

}  // namespace govm::exec
