// Checking the whole heap (--verify), by the same edges that marking follows.
#pragma once

#include <string>
#include <vector>

namespace govm::gc {

struct HeapState;

/// Complaints about the heap as it is: spans, side table, accounting, every pointer in every
/// object leads to an object or out of the heap, none into a frame.
std::vector<std::string> complaints_of_heap(HeapState& state);

/// Complaints about marking that is about to end: everything reachable is marked or new.
std::vector<std::string> complaints_of_marking(HeapState& state);

/// The same, as govm's own fault: stops the process when there is a complaint.
void check_heap(HeapState& state, const char* when);
void check_marking(HeapState& state);

}  // namespace govm::gc
