// Reads the text line by line; operands are parsed by the kinds of the opcode's row.
#include "vm/bytecode/assembler.h"

#include <cctype>
#include <charconv>
#include <map>
#include <optional>
#include <vector>

#include "vm/bytecode/builder.h"

namespace govm::bytecode {

namespace {

// The words of a line; texts in double quotes are one word, with its quotes.
std::vector<std::string_view> split(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < line.size();) {
    if (line[i] == ';') break;
    if (std::isspace(static_cast<unsigned char>(line[i])) != 0) {
      ++i;
      continue;
    }
    std::size_t end = i;
    if (line[i] == '"') {
      end = line.find('"', i + 1);
      end = end == std::string_view::npos ? line.size() : end + 1;
    } else {
      while (end < line.size() && std::isspace(static_cast<unsigned char>(line[end])) == 0 && line[end] != ';') ++end;
    }
    words.push_back(line.substr(i, end - i));
    i = end;
  }
  return words;
}

std::optional<std::int64_t> number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string_view unquote(std::string_view text) { return text.size() >= 2 && text.front() == '"' ? text.substr(1, text.size() - 2) : text; }

class Assembler {
 public:
  Assembler(std::string_view text, Program& program) : text_(text), program_(program) {}

  Status run() {
    // Functions may be called before they stand.
    for_each_line([&](const std::vector<std::string_view>& words) {
      if (words[0] == "func" && words.size() > 1) program_.declare_function(std::string(words[1]));
    });
    line_number_ = 0;
    for_each_line([&](const std::vector<std::string_view>& words) { line(words); });
    finish_function();
    if (!error_.empty()) return Error{error_};
    return ok_status();
  }

 private:
  template <class Visit>
  void for_each_line(Visit visit) {
    std::size_t at = 0;
    while (at < text_.size() && error_.empty()) {
      std::size_t end = text_.find('\n', at);
      if (end == std::string_view::npos) end = text_.size();
      ++line_number_;
      const std::vector<std::string_view> words = split(text_.substr(at, end - at));
      if (!words.empty()) visit(words);
      at = end + 1;
    }
  }

  void fail(const std::string& what) {
    if (error_.empty()) error_ = "line " + std::to_string(line_number_) + ": " + what;
  }

  void line(const std::vector<std::string_view>& words) {
    if (words[0] == "func") return begin_function(words);
    if (words[0] == "string" && words.size() == 2) {
      program_.intern_string(unquote(words[1]));
      return;
    }
    if (words[0] == "site") return site(words);
    if (!builder_) return fail("code outside of a function");
    if (words.size() == 1 && words[0].back() == ':') {
      const Label here = label(words[0].substr(0, words[0].size() - 1));
      if (builder_->cell_of(here) != UINT32_MAX) return fail("label " + std::string(words[0]) + " stands twice");
      builder_->bind(here);
      return;
    }
    instruction(words);
  }

  void begin_function(const std::vector<std::string_view>& words) {
    finish_function();
    if (words.size() < 2) return fail("function without name");
    function_ = &program_.function(program_.find_function(words[1]));
    function_->frame_bytes = kFrameHeaderSize;
    recovery_ = {};
    for (std::size_t i = 2; i < words.size(); ++i) {
      const std::size_t equals = words[i].find('=');
      const std::string_view key = words[i].substr(0, equals);
      const std::string_view text = equals == std::string_view::npos ? std::string_view() : words[i].substr(equals + 1);
      const auto value = static_cast<std::uint32_t>(number(text).value_or(0));
      if (key == "args") {
        function_->argument_bytes = value;
      } else if (key == "results") {
        function_->result_bytes = value;
      } else if (key == "frame") {
        function_->frame_bytes = value;
      } else if (key == "defers") {
        function_->flags.defers = true;
      } else if (key == "recovery") {
        recovery_ = text;
      } else {
        fail("unknown attribute " + std::string(key));
      }
    }
    if (!program_.entry.is_valid()) program_.entry = function_->id;
    builder_.emplace(*function_);
    labels_.clear();
  }

  void finish_function() {
    if (!builder_ || !error_.empty()) return;
    for (const auto& [name, label] : labels_) {
      if (builder_->cell_of(label) == UINT32_MAX) return fail("label " + name + " is nowhere");
    }
    if (!recovery_.empty()) function_->recovery_cell = builder_->cell_of(label(recovery_));
    builder_->finish();
    builder_.reset();
  }

  void site(const std::vector<std::string_view>& words) {
    if (words.size() < 2) return fail("site without size");
    bool fresh = false;
    const std::string key = "assembled" + std::to_string(program_.type_count());
    const TypeId id = program_.declare_type(key, &fresh);
    TypeDesc& type = program_.type(id);
    type.kind = Kind::Struct;
    type.align = 8;
    type.name = key;
    type.size = static_cast<std::uint64_t>(number(words[1]).value_or(8));
    if (words.size() > 2 && words[2] == "ptr") {
      type.pointer_words = 1;
      type.pointers.set(0);
    }
    Site out;
    out.type = id;
    program_.add_site(std::move(out));
  }

  Label label(std::string_view name) {
    auto [at, fresh] = labels_.try_emplace(std::string(name));
    if (fresh) at->second = builder_->new_label();
    return at->second;
  }

  void instruction(const std::vector<std::string_view>& words) {
    const std::optional<Opcode> opcode = find_opcode(words[0]);
    if (!opcode) return fail("no opcode " + std::string(words[0]));
    const OpcodeInfo& row = info(*opcode);
    if (words.size() < 1 + row.operands.size()) return fail("too few operands");
    std::int64_t operands[kMaxOperands];
    for (std::size_t i = 0; i < row.operands.size(); ++i) {
      const std::optional<std::int64_t> value = operand(words[1 + i], kind_info(row.operands[i].kind).shape);
      if (!value || !FunctionBuilder::fits(row.operands[i], *value)) return fail("operand " + std::string(words[1 + i]));
      operands[i] = *value;
    }
    const std::uint32_t cell = builder_->emit(*opcode, operands, row.operands.size());
    std::size_t next = 1 + row.operands.size();
    const bool has_map = next < words.size() && words[next] == "map";
    WordMap map;
    for (++next; has_map && next < words.size(); ++next) {
      map.set(static_cast<std::size_t>(number(words[next]).value_or(0)) / 8);
    }
    if (has_map || row.is_safepoint() || cell == 0) builder_->add_stack_map(cell, map);
  }

  std::optional<std::int64_t> operand(std::string_view word, OperandShape shape) {
    switch (shape) {
      case OperandShape::Slot:
        if (word.size() < 3 || word.front() != '[' || word.back() != ']') return std::nullopt;
        return number(word.substr(1, word.size() - 2));
      case OperandShape::OptionalPlace:
        if (word == "-") return kNoPlace;
        [[fallthrough]];
      case OperandShape::Place:
      case OperandShape::FrameOffset:
        if (word.size() < 4 || !word.starts_with("&[") || word.back() != ']') return std::nullopt;
        return number(word.substr(2, word.size() - 3));
      case OperandShape::Target:
        if (word.size() < 2 || word.front() != '@') return std::nullopt;
        return label(word.substr(1)).index;
      case OperandShape::Function: {
        const FunctionId id = program_.find_function(unquote(word));
        if (!id.is_valid()) return std::nullopt;
        return id.index();
      }
      default: return number(word);
    }
  }

  std::string_view text_;
  Program& program_;
  Function* function_ = nullptr;
  std::optional<FunctionBuilder> builder_;
  std::map<std::string, Label> labels_;
  std::string_view recovery_;
  std::string error_;
  int line_number_ = 0;
};

}  // namespace

Status assemble(std::string_view text, Program& program) { return Assembler(text, program).run(); }

}  // namespace govm::bytecode
