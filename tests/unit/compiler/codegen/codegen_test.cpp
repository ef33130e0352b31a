// Functions put together as IR by hand, and the cells they become.
#include "compiler/codegen/codegen.h"

#include <gtest/gtest.h>

#include "base/intern.h"
#include "compiler/escape/decisions.h"
#include "compiler/types/store.h"
#include "vm/bytecode/disassembler.h"

namespace govm::codegen {
namespace {

using ir::Op;
using ir::Rep;

class CodegenTest : public ::testing::Test {
 protected:
  const types::Type* int_type() { return types_.basic(types::BasicKind::Int); }

  const ir::Instance* declare(std::string name, int params, int results) {
    auto* signature = types_.make<types::Signature>();
    for (int i = 0; i < params; ++i) signature->params.push_back(var());
    for (int i = 0; i < results; ++i) signature->results.push_back(var());
    types::Func* func = types_.make_func(Pos(), nullptr, interner_.intern(name));
    func->type = signature;
    auto* instance = types_.interner().size() != 0 ? &owned_.emplace_back() : nullptr;
    instance->func = func;
    instance->signature = signature;
    instance->name = std::move(name);
    return instance;
  }
  const types::Var* var() { return types_.make_var(Pos(), nullptr, Symbol(), int_type(), types::VarKind::Param); }

  ir::Value* add(ir::Function& f, ir::Block* block, Op op, std::vector<ir::Value*> args, int64_t imm = 0) {
    const bool is_void = ir::op_info(op).result == ir::ResultKind::Void;
    const bool is_tuple = ir::op_info(op).result == ir::ResultKind::Tuple;
    ir::Value* v = f.make_value(op,
                                is_void    ? Rep::None
                                : is_tuple ? Rep::Tuple
                                           : Rep::Word,
                                is_void || is_tuple ? nullptr : int_type(), args);
    v->imm = imm;
    v->elem = int_type();
    v->block = block;
    block->values.push_back(v);
    return v;
  }

  ir::Value* param(ir::Function& f, uint32_t index) {
    ir::Value* v = add(f, f.blocks[0].get(), Op::Param, {});
    v->aux.piece = &pieces_.emplace_back(ir::Piece{index, 0, int_type(), false});
    return v;
  }

  const ir::CallInfo* call_info(const ir::Instance* callee, int params, int results, bool for_return) {
    Lists& lists = lists_.emplace_back();
    lists.params.assign(params, int_type());
    lists.results.assign(results, int_type());
    for (int i = 0; i < (for_return ? results : params); ++i) {
      lists.pieces.push_back({static_cast<uint32_t>(i), 0, int_type(), false});
    }
    return &calls_.emplace_back(ir::CallInfo{callee, lists.params, lists.results, lists.pieces});
  }

  ir::Value* call(ir::Function& f, ir::Block* block, const ir::Instance* callee, std::vector<ir::Value*> args) {
    ir::Value* v = add(f, block, Op::Call, args);
    v->aux.call = call_info(callee, static_cast<int>(args.size()), 1, false);
    ir::Value* result = add(f, block, Op::Result, {v});
    result->aux.piece = &pieces_.emplace_back(ir::Piece{0, 0, int_type(), false});
    return result;
  }
  void ret(ir::Function& f, ir::Block* block, ir::Value* value) {
    add(f, block, Op::Return, {value})->aux.call = call_info(nullptr, 0, 1, true);
  }

  std::string generate(const ir::Function& f) {
    CodeGenerator generator(program_, types_, instances_, decisions_, {});
    EXPECT_EQ(generator.generate(f), "");
    TextWriter out;
    bytecode::disassemble(program_, program_.function(generator.declare(f.instance)), {false, true}, out);
    return out.str();
  }

  struct Lists {
    std::vector<const types::Type*> params, results;
    std::vector<ir::Piece> pieces;
  };
  Interner interner_;
  types::TypeStore types_{interner_};
  ir::InstanceTable instances_;
  escape::Decisions decisions_;
  bytecode::Program program_;
  std::deque<ir::Instance> owned_;
  std::deque<ir::Piece> pieces_;
  std::deque<ir::CallInfo> calls_;
  std::deque<Lists> lists_;
};

// func fib(n int) int { if n < 2 { return n }; return fib(n-1) + fib(n-2) }
TEST_F(CodegenTest, ArgumentsAreMadeInPlaceAndResultsStay) {
  const ir::Instance* fib = declare("main.fib", 1, 1);
  ir::Function f(fib);
  f.parameters = {int_type()};
  f.results = {int_type()};
  ir::Block* entry = f.add_block();
  ir::Block* small = f.add_block();
  ir::Block* large = f.add_block();
  ir::Value* n = param(f, 0);
  ir::Value* two = add(f, entry, Op::Const, {}, 2);
  ir::Value* less = add(f, entry, Op::Lt, {n, two});
  add(f, entry, Op::Branch, {less});
  ir::Function::add_edge(entry, small);
  ir::Function::add_edge(entry, large);
  ret(f, small, n);
  ir::Value* one = add(f, large, Op::Const, {}, 1);
  ir::Value* a = call(f, large, fib, {add(f, large, Op::Sub, {n, one})});
  ir::Value* b = call(f, large, fib, {add(f, large, Op::Sub, {n, two})});
  ret(f, large, add(f, large, Op::Add, {a, b}));
  EXPECT_EQ(generate(f),
            "func main.fib frame=88 args=8 results=8\n"
            "  0: RetIfLtIImm [0] 2 [0]  map{}\n"
            "  1: CallAddImm [0] -1 \"main.fib\" 40  map{}\n"
            "  2: CallAddImm [0] -2 \"main.fib\" 80  map{}\n"
            "  3: RetAdd [40] [80]\n");
}

// func sum(n int) int { s := 0; for i := 0; i < n; i++ { s += i }; return s }
TEST_F(CodegenTest, LoopsAreTestedAtTheBottomInOneCell) {
  ir::Function f(declare("main.sum", 1, 1));
  f.parameters = {int_type()};
  f.results = {int_type()};
  ir::Block* entry = f.add_block();
  ir::Block* header = f.add_block();
  ir::Block* body = f.add_block();
  ir::Block* exit = f.add_block();
  header->loop_depth = body->loop_depth = 1;
  header->loop_header = true;
  ir::Value* n = param(f, 0);
  ir::Value* zero = add(f, entry, Op::Const, {}, 0);
  add(f, entry, Op::Jump, {});
  ir::Function::add_edge(entry, header);
  ir::Value* i = add(f, header, Op::Phi, {zero, zero});
  ir::Value* s = add(f, header, Op::Phi, {zero, zero});
  add(f, header, Op::Branch, {add(f, header, Op::Lt, {i, n})});
  ir::Function::add_edge(header, body);
  ir::Function::add_edge(header, exit);
  ir::Value* s2 = add(f, body, Op::Add, {s, i});
  ir::Value* i2 = add(f, body, Op::Add, {i, add(f, body, Op::Const, {}, 1)});
  add(f, body, Op::Jump, {});
  ir::Function::add_edge(body, header);
  i->args[1] = i2;
  s->args[1] = s2;
  ret(f, exit, s);
  EXPECT_EQ(generate(f),
            "func main.sum frame=24 args=8 results=8\n"
            "  0: Const [8] 0  map{}\n"
            "  1: Const [16] 0\n"
            "  2: JmpLeI [0] [8] @5\n"
            "  3: Add [16] [16] [8]\n"
            "  4: LoopAddLtI [8] 1 [0] @3  map{}\n"
            "  5: RetWord [16]\n");
}

}  // namespace
}  // namespace govm::codegen
