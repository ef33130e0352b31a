// Packages that are compiled from $GOROOT/src, and those that are refused, with the reason.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "compiler/load/module.h"

namespace govm::load {
namespace {

namespace fs = std::filesystem;

class GoRootTest : public testing::Test {
 protected:
  GoRootTest() : root_(fs::temp_directory_path() / ("goroot_test." + std::to_string(::getpid()))) {}
  ~GoRootTest() override { fs::remove_all(root_); }

  void write(const std::string& path, const std::string& text) {
    fs::create_directories((root_ / "src" / path).parent_path());
    std::ofstream(root_ / "src" / path) << text;
  }

  fs::path root_;
};

TEST_F(GoRootTest, PlainGoIsFound) {
  write("plain/a.go", "package plain\n");
  write("plain/b_windows.go", "package plain\n");
  write("plain/a_test.go", "package plain\n");
  const auto files = GoRoot(root_).find("plain");
  ASSERT_TRUE(files.has_value());
  EXPECT_EQ(files->size(), 1u);
  EXPECT_FALSE(GoRoot(root_).find("missing").has_value());
}

TEST_F(GoRootTest, WhatIsNotPlainGoIsRefused) {
  write("asm/a.go", "package asm\n\nfunc f()\n");
  write("asm/f_amd64.s", "");
  write("linked/a.go", "package linked\n\n//go:linkname f runtime.f\nfunc f()\n");
  write("c/a.go", "package c\n\nimport \"C\"\n");
  const GoRoot root(root_);
  for (const auto& [package, reason] : {std::pair{"asm", "assembly"}, {"linked", "//go:linkname"}, {"c", "cgo"}}) {
    EXPECT_FALSE(root.find(package).has_value()) << package;
    EXPECT_EQ(root.refusal(package).text, "not supported by govm: package " + std::string(package) + " of $GOROOT/src uses " + reason);
  }
}

TEST_F(GoRootTest, AssemblyOfOtherMachinesAndCommentsDoNotMatter) {
  write("fine/a.go", "package fine\n\n// Not to be confused with\n//\timport \"C\"\nfunc f() {}\n");
  write("fine/f_arm64.s", "");
  EXPECT_EQ(GoRoot(root_).refusal("fine").text, "");
  EXPECT_TRUE(GoRoot(root_).find("fine").has_value());
}

}  // namespace
}  // namespace govm::load
