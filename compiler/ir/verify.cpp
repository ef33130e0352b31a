// Soundness of functions in SSA form.
#include "compiler/ir/verify.h"

#include <algorithm>
#include <vector>

#include "base/text_writer.h"
#include "compiler/ir/dominators.h"
#include "compiler/ir/dump.h"
#include "compiler/ir/rep.h"

namespace govm::ir {
namespace {

class Verifier {
 public:
  explicit Verifier(const Function& function) : function_(function), dominators_(function) {}

  std::string run() {
    defined_.resize(function_.value_count);
    for (const auto& block : function_.blocks) {
      for (size_t i = 0; i < block->values.size(); ++i) {
        const Value* v = block->values[i];
        if (v->block != block.get()) return complain(*v, "value does not know its block");
        if (defined_[v->id].block != nullptr) return complain(*v, "value stands twice");
        defined_[v->id] = {block.get(), i};
      }
    }
    for (const auto& block : function_.blocks) {
      if (std::string text = check_block(*block); !text.empty()) return text;
    }
    return {};
  }

 private:
  struct Definition {
    const Block* block = nullptr;
    size_t index = 0;
  };

  std::string complain(const Value& value, std::string_view what) const {
    TextWriter out;
    out.put(what, ": v", value.id, " ", op_info(value.op).name, " in b", value.block != nullptr ? value.block->id : 0).newline();
    dump(out, function_);
    return std::move(out).str();
  }

  std::string check_block(const Block& block) const {
    if (!dominators_.is_reachable(&block)) return {};
    if (block.values.empty() || !is_terminator(block.values.back()->op)) {
      TextWriter out;
      out.put("block b", block.id, " has no terminator").newline();
      dump(out, function_);
      return std::move(out).str();
    }
    const Value& end = *block.values.back();
    size_t wanted = end.op == Op::Branch ? 2 : end.op == Op::Jump ? 1 : end.op == Op::Switch ? end.aux.cases->values.size() + 1 : 0;
    if (block.successors.size() != wanted) return complain(end, "number of successors");
    for (const Block* next : block.successors) {
      auto out_edges = std::count(block.successors.begin(), block.successors.end(), next);
      auto in_edges = std::count(next->predecessors.begin(), next->predecessors.end(), &block);
      if (out_edges != in_edges) return complain(end, "edge not recorded at both ends");
    }
    bool phis = true;
    for (size_t i = 0; i < block.values.size(); ++i) {
      const Value& v = *block.values[i];
      if (is_terminator(v.op) != (i + 1 == block.values.size())) return complain(v, "terminator inside a block");
      if (v.op == Op::Phi && !phis) return complain(v, "phi behind other values");
      phis = phis && v.op == Op::Phi;
      if (std::string text = check_value(v, i); !text.empty()) return text;
    }
    return {};
  }

  std::string check_value(const Value& v, size_t index) const {
    if (v.forward != nullptr) return complain(v, "replaced value still stands");
    if (v.op == Op::Phi && v.args.size() != v.block->predecessors.size())
      return complain(v, "phi operands and predecessors differ in number");
    for (size_t i = 0; i < v.args.size(); ++i) {
      const Value* arg = v.args[i];
      if (arg == nullptr) return complain(v, "operand missing");
      const Definition& definition = defined_[arg->id];
      if (definition.block == nullptr) return complain(v, "operand stands in no block");
      if (v.op == Op::Phi) {
        const Block* from = v.block->predecessors[i];
        if (dominators_.is_reachable(from) && !dominators_.dominates(definition.block, from))
          return complain(v, "phi operand does not reach its edge");
        if (arg->rep != v.rep) return complain(v, "phi of different reps");
      } else if (definition.block == v.block ? definition.index >= index : !dominators_.dominates(definition.block, v.block)) {
        return complain(v, "operand does not dominate its use");
      }
    }
    return check_reps(v);
  }

  /// Operand reps against the table's letters.
  std::string check_reps(const Value& v) const {
    std::string_view letters = op_info(v.op).operands;
    size_t arg = 0;
    for (size_t i = 0; i < letters.size(); ++i) {
      char letter = letters[i];
      char modifier = i + 1 < letters.size() ? letters[i + 1] : ' ';
      if (modifier == '*') {
        while (arg < v.args.size() && fits(letter, v, *v.args[arg])) ++arg;
        ++i;
      } else if (modifier == '?') {
        if (arg < v.args.size() && fits(letter, v, *v.args[arg])) ++arg;
        ++i;
      } else {
        if (arg >= v.args.size()) return complain(v, "too few operands");
        if (!fits(letter, v, *v.args[arg])) return complain(v, "operand of a wrong rep");
        ++arg;
      }
    }
    if (arg != v.args.size()) return complain(v, "operands that do not fit the table");
    bool rep_fits = true;
    switch (op_info(v.op).result) {
      case ResultKind::Void: rep_fits = v.rep == Rep::None; break;
      case ResultKind::Word: rep_fits = v.rep == Rep::Word; break;
      case ResultKind::Float: rep_fits = is_float(v.rep); break;
      case ResultKind::Num: rep_fits = v.rep == Rep::Word || is_float(v.rep); break;
      case ResultKind::Str: rep_fits = v.rep == Rep::Str; break;
      case ResultKind::Slice: rep_fits = v.rep == Rep::Slice; break;
      case ResultKind::Iface: rep_fits = v.rep == Rep::Iface; break;
      case ResultKind::Any: rep_fits = v.rep != Rep::None && v.rep != Rep::Tuple; break;
      case ResultKind::Tuple: rep_fits = v.rep == Rep::Tuple; break;
    }
    return rep_fits ? std::string() : complain(v, "result of a wrong rep");
  }

  static bool fits(char letter, const Value& v, const Value& arg) {
    switch (letter) {
      case 'W': return arg.rep == Rep::Word;
      case 'F': return is_float(arg.rep);
      case 'N': return arg.rep == v.rep;
      case 'S': return arg.rep == Rep::Str;
      case 'L': return arg.rep == Rep::Slice;
      case 'I': return arg.rep == Rep::Iface;
      default: return arg.rep != Rep::None;
    }
  }

  const Function& function_;
  Dominators dominators_;
  std::vector<Definition> defined_;
};

}  // namespace

std::string verify(const Function& function) { return Verifier(function).run(); }

}  // namespace govm::ir
