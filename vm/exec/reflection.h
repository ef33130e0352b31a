// The VM as reflect sees it; see vm/native/reflection.h.
#pragma once

#include <unordered_map>

#include "vm/bytecode/ids.h"
#include "vm/native/reflection.h"

namespace govm::exec {

struct Machine;

class MachineReflection final : public native::Reflection {
 public:
  explicit MachineReflection(Machine& vm);

  rt::Channels& channels() override;
  gc::RecordId record(const value::Type* type) override;
  void describe(const value::Type* signature) override;
  void describe_methods(const value::Type* type) override;
  const value::Type* pointer_to(const value::Type* type) override;
  const void* function_value(bytecode::FunctionId function) override;
  const bytecode::Cell* entry_for(const value::Type* signature) override;
  std::byte* callee_frame(std::byte* here, std::size_t bytes) override;
  bool is_stub(const bytecode::Cell* entry) override;

 private:
  void grow();

  Machine& vm_;
  std::unordered_map<const value::Type*, bytecode::FunctionId> stubs_;  // by signature
};

}  // namespace govm::exec
