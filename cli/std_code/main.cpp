// A program of the build: compiles what std declares and prints its code as a store (compiler/codegen/code_store.h), so that a run links
// functions of std where it would compile them. Its argument is a list of those that come first (start.txt, by bench/start_order).
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file.h"
#include "base/large_stack.h"
#include "cli/std_tags/whole_library.h"
#include "compiler/codegen/codegen.h"
#include "compiler/ir/build.h"

namespace govm::cli {
namespace {

class StoreMaker {
 public:
  /// Functions of these names come first: what a start runs lies side by side.
  explicit StoreMaker(std::string_view first) : first_(first), library_({}, stdlib::own_tags()) { program_.source_map = &library_.sources; }

  /// Nothing, with a complaint, if std is not sound.
  std::string make() {
    if (library_.problem().empty()) {
      for (const types::Func* func : in_order_of_use()) {
        const types::Signature* signature = func->signature();
        // Instances are compiled for the types that a program gives them.
        if (signature->is_generic() || !signature->recv_type_params.empty() || func->name.is_blank()) continue;
        compile(instances_.function(func));
      }
      while (const ir::Instance* mentioned = generator_.take_mentioned()) {
        // Literals and wrappers. Other functions come by themselves, or from another package.
        if (mentioned->kind != ir::InstanceKind::Function && mentioned->kind != ir::InstanceKind::PackageInit) compile(mentioned);
      }
    }
    if (const std::string problem = library_.problem(); !problem.empty()) {
      fmt::print(stderr, "std is not sound:\n{}\n", problem);
      return "";
    }
    return generator_.store();
  }

 private:
  /// Functions of packages that many others need come first: what programs use lies close together.
  std::vector<const types::Func*> in_order_of_use() const {
    std::map<const types::Package*, std::set<const types::Package*>> needs;
    std::map<const types::Package*, size_t> users;
    for (const types::Package* package : library_.program.packages) {  // behind those that it imports
      std::set<const types::Package*>& all = needs[package];
      for (const types::Package* import : package->imports) {
        all.insert(import);
        all.insert(needs[import].begin(), needs[import].end());
      }
      for (const types::Package* needed : all) users[needed]++;
    }
    const auto rank = [&](const types::Func* func) {
      const size_t at = first_.find(fmt::format("\n{}\n", func->full_name()));
      return std::pair(std::min(at, first_.size()), -static_cast<ptrdiff_t>(users[func->package]));
    };
    std::vector<const types::Func*> functions = library_.functions();
    std::ranges::stable_sort(functions, {}, rank);
    return functions;
  }

  void compile(const ir::Instance* instance) {
    if (!instance->has_body) return;
    const ir::Instance* outermost = instance;
    while (outermost->outer != nullptr) outermost = outermost->outer;
    if (!outermost->type_args.empty()) return;
    if (outermost->func != nullptr) library_.analyzer.analyze(outermost->func, {});
    ir::BuildContext context{library_.checker, library_.info, library_.decisions, instances_, library_.sink, false, nullptr, {}, {}};
    if (const std::unique_ptr<ir::Function> function = ir::build(context, instance)) generator_.generate(*function);
  }

  std::string first_;
  WholeLibrary library_;
  bytecode::Program program_;
  ir::InstanceTable instances_;
  codegen::CodeGenerator generator_{program_, library_.types, instances_, library_.decisions, {}};
};

}  // namespace
}  // namespace govm::cli

int main(int count, char** words) {
  std::string store;
  const govm::Result<std::string> first = govm::read_file(count > 1 ? words[1] : "");
  govm::on_large_stack([&] { store = govm::cli::StoreMaker(first.ok() ? first.value() : "").make(); });
  return store.empty() || std::fwrite(store.data(), 1, store.size(), stdout) != store.size();
}
