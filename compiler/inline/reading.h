// The order in which Go's compiler reads a package: what decides where instances and wrappers of methods stand among its functions, and so
// the order of the lines of -m.
//
// It reads what initialises variables, then the declarations as they stand, each with the types that it mentions; the bodies of functions
// wait, and what belongs to the shapes of an instance waits as well. Then it takes from these two lists, always the last entry, of bodies
// only where nothing else waits (cmd/compile/internal/noder: readBodies, objIdx, typIdx, dictNameOf). Only lines ask for this.
#pragma once

#include <unordered_set>
#include <utility>
#include <vector>

#include "compiler/inline/dictionary.h"
#include "compiler/syntax/decl.h"
#include "compiler/types/subst.h"

namespace govm::inl {

class Lowering;

class Reading {
 public:
  explicit Reading(Lowering& session) : session_(session) {}

  /// Forgets what was read: from here on for this package.
  void begin(const types::Package* home);
  /// Nothing is read any more.
  void end() { home_ = nullptr; }
  bool is_under_way() const { return home_ != nullptr; }

  void declaration(const types::Info& info, const syntax::Decl* decl);
  /// A type that is mentioned, with those that it is made of.
  void type(const types::Type* type);
  /// A variable, constant or function that is mentioned and is no instance.
  void object(const types::Object* object);
  /// The types of an instance's signature.
  void signature(const types::Signature* signature, const types::Substitution& substitution);
  /// The type that a method belongs to, where it has to be read before the method; whether there is one.
  bool owner_of(const types::Func* method, std::span<const types::Type* const> args);
  /// What belongs to the shapes of an instance waits.
  void later(Dictionary::Instance instance) { waiting_.push_back(std::move(instance)); }
  /// A dictionary that a text passes on, with all that it holds.
  void dictionary(Dictionary::Instance instance);
  /// Reads on until only bodies wait.
  void finish();

  /// The types whose methods may need wrappers, as they were read; but for those of other packages.
  const std::vector<const types::Type*>& types() const { return types_; }
  bool is_foreign(const types::Type* type) const { return foreign_.contains(type); }

 private:
  void parts(const types::Type* type);
  void named(const types::Named* named);

  Lowering& session_;
  const types::Package* home_ = nullptr;
  bool in_foreign_ = false;  ///< reading what another package declares and is no instance
  std::unordered_set<const types::Type*> seen_;
  std::unordered_set<const types::Type*> named_;       ///< whose declarations have been read
  std::unordered_set<const types::Type*> unfinished_;  ///< whose underlying types are being read
  std::unordered_set<const types::Object*> objects_;
  std::set<Dictionary::Instance> dictionaries_;
  std::vector<Dictionary::Instance> waiting_;
  std::vector<const types::Type*> types_;
  std::unordered_set<const types::Type*> foreign_;
};

}  // namespace govm::inl
