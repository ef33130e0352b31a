// Dictionaries: what the one text of a generic function looks up for each list of type arguments.
//
// Go's compiler makes one text for all arguments of a shape and hands it a table with what depends on the arguments themselves: methods of
// type parameters, the dictionaries of the instances that it calls, types, pairs of types that are converted. The lines of -m name words of
// the table by their numbers, `(*[4]uintptr)(.dict[1])`; and what a dictionary holds is compiled, used or not. The order of the words is
// that of cmd/compile/internal/noder (writer.go): each where the text first asks for it, kind after kind.
#pragma once

#include <map>
#include <set>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "compiler/types/checker.h"
#include "compiler/types/info.h"

namespace govm::inl {

/// One word for each entry, in the order of the members. All types are in terms of the type parameters that the text names.
struct Dictionary {
  /// An instance of a generic function or of a type: the methods of a type share its dictionary.
  struct Instance {
    const types::Object* object = nullptr;
    std::vector<const types::Type*> args;
    auto operator<=>(const Instance&) const = default;
  };
  /// What a declaration with its own names for the type parameters adds.
  struct Part {
    std::vector<const types::TypeParam*> params;
    std::vector<const types::Type*> types;
    std::vector<Instance> instances;
  };
  std::vector<std::pair<const types::TypeParam*, Symbol>> methods;
  std::vector<Instance> instances;
  size_t type_count = 0;
  size_t conversion_count = 0;
  std::vector<Part> parts;  ///< types and instances once more, by declaration

  size_t words() const { return methods.size() + instances.size() + type_count + conversion_count; }
  /// The numbers of words; 0 for what is not there.
  size_t word_of_method(const types::TypeParam* param, Symbol name) const;
  size_t word_of_instance(const Instance& instance) const;
};

/// The type whose method is selected, behind the embedded fields on the way.
const types::Type* receiver_of(const types::Selection& selection);
/// The instance whose dictionary a call of the method passes, in the types of the text; without an object if it passes none.
Dictionary::Instance instance_of_method(const types::Info& info, const syntax::SelectorExpr* selector, const types::Selection& selection);

class Dictionaries {
 public:
  Dictionaries(types::Checker& checker, const types::Info& info) : checker_(checker), info_(info) {}
  /// Of a generic function, of a method with type parameters of its own, or of a generic type; bodies are checked.
  const Dictionary& of(const types::Object* object);
  /// Whose dictionary the text of a function is given: the function's, or that of its receiver's type.
  static const types::Object* owner_of(const types::Func* func);

 private:
  types::Checker& checker_;
  const types::Info& info_;
  std::unordered_map<const types::Object*, Dictionary> dictionaries_;
};

}  // namespace govm::inl
