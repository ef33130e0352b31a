// The table, the assembler, the disassembler, and what the verifier complains about.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "vm/bytecode/assembler.h"
#include "vm/bytecode/call_layout.h"
#include "vm/bytecode/disassembler.h"
#include "vm/bytecode/opcodes_page.h"
#include "vm/bytecode/verifier.h"

namespace govm::bytecode {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> complaints_about(std::string_view text) {
  Program program;
  const Status status = assemble(text, program);
  EXPECT_TRUE(status.ok()) << (status.ok() ? "" : status.error());
  return verify(program);
}

TEST(Opcodes, PageAgreesWithTheTable) {
  const std::string path = std::string(GOVM_SOURCE_DIR) + "/vm/bytecode/OPCODES.md";
  if (std::getenv("GOVM_UPDATE") != nullptr) std::ofstream(path) << opcodes_page();
  std::ifstream in(path);
  std::stringstream text;
  text << in.rdbuf();
  EXPECT_EQ(text.str(), opcodes_page()) << "run this test with GOVM_UPDATE=1";
}

TEST(Opcodes, NamesAreFound) {
  EXPECT_EQ(find_opcode("LoopAddLtI"), Opcode::LoopAddLtI);
  EXPECT_EQ(find_opcode("Loop"), std::nullopt);
}

TEST(Assembler, WritesWhatTheDisassemblerReads) {
  Program program;
  const Status status = assemble(R"(
func main args=8 results=8 frame=88
  JmpGeIImm [0] 2 @go     ; n < 2
  RetWord [0]
go:
  CallAddImm [0] -1 main 40
  CallAddImm [0] -2 main 80
  RetAdd [40] [80]
)",
                                 program);
  ASSERT_TRUE(status.ok()) << status.error();
  TextWriter out;
  disassemble(program, program.function(program.entry), {}, out);
  EXPECT_EQ(out.str(),
            "func main frame=88 args=8 results=8\n"
            "  0: JmpGeIImm [0] 2 @2\n"
            "  1: RetWord [0]\n"
            "  2: CallAddImm [0] -1 \"main\" 40\n"
            "  3: CallAddImm [0] -2 \"main\" 80\n"
            "  4: RetAdd [40] [80]\n");
  EXPECT_THAT(verify(program), IsEmpty());
}

TEST(Assembler, NamesTheLineOfAMistake) {
  Program program;
  const Status status = assemble("func main\n  Mov [0] 8\n", program);
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error(), "line 2: operand 8");
}

TEST(Verifier, SlotOutsideTheFrame) {
  EXPECT_THAT(complaints_about("func main frame=16\n  Mov [0] [16]\n  Ret\n"),
              ElementsAre(HasSubstr("main: cell 0: Mov: slot outside the frame: 16")));
}

TEST(Verifier, SlotNotAligned) {
  EXPECT_THAT(complaints_about("func main frame=16\n  Mov [0] [4]\n  Ret\n"), ElementsAre(HasSubstr("slot not aligned: 4")));
}

TEST(Verifier, EndWithoutReturn) {
  EXPECT_THAT(complaints_about("func main frame=16\n  Mov [0] [8]\n"), ElementsAre(HasSubstr("runs off the end")));
}

TEST(Verifier, BranchBackWithoutPoll) {
  EXPECT_THAT(complaints_about("func main\nagain:\n  Jmp @again\n"), ElementsAre(HasSubstr("branch back without poll")));
}

TEST(Verifier, NoSuchSite) {
  EXPECT_THAT(complaints_about("func main frame=16\n  New [0] 1\n  Ret\n"), ElementsAre(HasSubstr("no site 1")));
}

TEST(Verifier, MapBeyondTheFrame) {
  EXPECT_THAT(complaints_about("site 8\nfunc main frame=16\n  New [0] 1 map 16\n  Ret\n"),
              ElementsAre(HasSubstr("stack map beyond the frame")));
}

TEST(Verifier, CallWindow) {
  EXPECT_THAT(complaints_about("func main frame=40\n  Call f 40\n  Ret\nfunc f args=8 frame=8\n  Ret\n"),
              ElementsAre(HasSubstr("call window outside the frame")));
}

TEST(CallLayout, WholeWordsOneAfterTheOther) {
  CallLayout layout;
  EXPECT_EQ(layout.add(1), 0u);
  EXPECT_EQ(layout.add(16), 8u);
  EXPECT_EQ(layout.add(0), 24u);
  EXPECT_EQ(layout.add(20), 24u);
  EXPECT_EQ(layout.bytes(), 48u);
}

}  // namespace
}  // namespace govm::bytecode
