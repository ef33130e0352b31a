// The objects of an outlined package (syntax::OutlineRow): trees and objects of its declarations are made when they are first named,
// methods when one of their name or all of their type are first asked for.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "compiler/syntax/decl.h"
#include "compiler/types/scope.h"

namespace govm::types {

struct Context;

class OutlinedObjects final : public LateObjects {
 public:
  explicit OutlinedObjects(Context& c) : c_(c) {}

  /// Adds what a file declares when it is named.
  void add(const syntax::File& file, Scope* file_scope);
  bool empty() const { return files_.empty(); }

  void declare(Symbol name) override;
  void declare_all() override;
  void declare_method(const Named* type, Symbol name) override;
  void declare_methods(const Named* type) override;

 private:
  struct FileEntry {
    const syntax::File* file;
    Scope* scope;
  };
  struct Entry {
    const syntax::OutlineRow* row;
    uint32_t file;      ///< index in files_
    uint32_t next = 0;  ///< of its chain: the number of an entry, from 1
    bool done = false;
  };
  std::string_view name_of(const Entry& entry) const { return entry.row->name_in(files_[entry.file].file->source->text()); }
  std::string_view receiver_of(const Entry& entry) const { return entry.row->receiver_in(files_[entry.file].file->source->text()); }
  /// Makes the entries, when a name is first looked up.
  void make_entries();
  /// The first of the entries whose keys have this hash. The key is the receiver of a method, the name of all else.
  uint32_t& chain_of(std::string_view key);
  template <class Wanted>
  void declare_if(std::string_view key, Wanted wanted);
  void declare(size_t index);
  /// Gives a type the methods that have been declared since.
  void attach(const Named* type);

  Context& c_;
  std::vector<FileEntry> files_;
  std::vector<Entry> entries_;  ///< in the order of the text
  std::vector<uint32_t> chains_;
};

}  // namespace govm::types
