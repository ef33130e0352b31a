// Package variables of std that are declared late are initialised without code: each of them can be laid out.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "cli/std_tags/whole_library.h"
#include "compiler/ir/build.h"
#include "compiler/ir/instance.h"

namespace govm {
namespace {

TEST(StdLateVariables, AreLaidOut) {
  cli::WholeLibrary library(cli::std_outlines());
  ASSERT_EQ(library.problem(), "");
  for (const types::Package* package : library.program.packages) {
    const std::vector<types::Object*> objects = package->scope->objects();
    for (const types::Object* object : objects) {
      if (package->is_std && types::as_object<types::Var>(object) != nullptr) object->need();
    }
  }
  EXPECT_GT(library.info.late_initializers.size(), 100u);
  ir::InstanceTable instances;
  ir::BuildContext context{library.checker, library.info, library.decisions, instances, library.sink, false, nullptr, {}, {}};
  const auto* no_parameters = library.types.make<types::Signature>();
  for (const auto& [var, initializer] : library.info.late_initializers) {
    const ir::Instance* init = instances.package_init(var->package, no_parameters);
    EXPECT_NE(ir::build_late_variable(context, init, var, initializer), nullptr) << var->package->path << "." << var->name.view();
  }
  EXPECT_EQ(library.problem(), "");
}

}  // namespace
}  // namespace govm
