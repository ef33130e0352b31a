// What a parameter leaks: the summary of a function that its callers' analysis uses (escape-analysis.md 1.10).
//
// Go calls it the parameter's tag. For each way out it holds the smallest number of dereferences with which the
// parameter's value flows there: 0 the value itself, 1 what it points to, and so on.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace govm::escape {

/// The flows out of one parameter. Flows to the sixth and later results count as flows to the heap.
class Leaks {
 public:
  static constexpr size_t kResults = 5;
  static constexpr int8_t kNone = -1;

  int heap() const { return heap_; }
  int mutator() const { return mutator_; }
  int callee() const { return callee_; }
  int result(size_t index) const { return results_[index]; }
  /// Of a type parameter's value: nothing flows to the heap unless the type argument holds pointers other than those of strings.
  bool spares_strings() const { return spares_strings_; }

  /// Whether anything flows out at all.
  bool any() const;

  void add_heap(int derefs) { add(heap_, derefs); }
  void add_mutator(int derefs) { add(mutator_, derefs); }
  void add_callee(int derefs) { add(callee_, derefs); }
  void add_result(size_t index, int derefs) { add(results_[index], derefs); }

  /// Drops what a flow to the heap with as few dereferences already says.
  void optimize();

  /// Everything may happen to the parameter.
  static Leaks everything() {
    Leaks leaks;
    leaks.add_heap(0);
    return leaks;
  }
  /// Of a function without body under //go:noescape: nothing is kept, but it may be written and called.
  static Leaks no_escape() {
    Leaks leaks;
    leaks.add_mutator(0);
    leaks.add_callee(0);
    return leaks;
  }
  /// Reads the notation of std/escape_tags.tsv: "heap=1,r0=0,mut=0,call=0", "none", "-" (no pointers); "nonstring" spares strings.
  static Leaks parse(std::string_view text);
  /// The same notation.
  std::string text() const;

 private:
  static void add(int8_t& slot, int derefs);

  int8_t heap_ = kNone;
  int8_t mutator_ = kNone;
  int8_t callee_ = kNone;
  bool spares_strings_ = false;
  std::array<int8_t, kResults> results_{kNone, kNone, kNone, kNone, kNone};
};

}  // namespace govm::escape
