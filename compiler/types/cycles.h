// Declarations that lead back to themselves: their text, and the questions that find them.
#pragma once

#include <vector>

#include "compiler/types/context.h"

namespace govm::types {

/// The objects being declared, from `object` on.
std::vector<const Object*> path_from(const Context& c, const Object* object);
/// Index of the object that is declared first.
size_t first_in_source(const std::vector<const Object*>& cycle);
/// A type of a cycle; instances have their own name and place.
struct CycleMember {
  const Object* object;
  const Named* type = nullptr;
};
/// Reports a cycle of types beginning with the first.
void report_type_cycle(Context& c, const std::vector<CycleMember>& cycle);
/// Reports a cycle, beginning with the object at `start`.
void report_cycle(Context& c, const std::vector<const Object*>& cycle, size_t start);
/// type A B; type B A: names that stand for each other only. Their types become invalid.
void check_direct_cycles(Context& c, const std::vector<Object*>& objects);

}  // namespace govm::types
