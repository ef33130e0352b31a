// Links the heap with nothing but its floor.
#include "gc/heap.h"

int main() {
  govm::gc::Heap heap({});
  const govm::gc::RecordId bytes = heap.intern_record({.layout = {1, 0, nullptr}});
  heap.allocate(bytes, 100);
  heap.collect();
  return heap.live_bytes() == 0 ? 0 : 1;
}
