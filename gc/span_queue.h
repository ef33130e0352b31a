// Spans in the order they came, in blocks: a queue of hundreds of thousands grows and shrinks without moving what is in it, which would
// be a pause. It owns no span.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace govm::gc {

struct Span;

class SpanQueue {
 public:
  std::size_t size() const { return end_ - begin_; }
  /// The span `i` places behind the oldest.
  Span* operator[](std::size_t i) const { return (*blocks_[(begin_ + i) / kBlock])[(begin_ + i) % kBlock]; }
  void push(Span* span) {
    if (end_ == blocks_.size() * kBlock) blocks_.push_back(std::make_unique<Block>());
    (*blocks_[end_ / kBlock])[end_ % kBlock] = span;
    ++end_;
  }
  /// Removes the oldest; null: there is none.
  Span* take() {
    if (begin_ == end_) return nullptr;
    std::unique_ptr<Block>& block = blocks_[begin_ / kBlock];
    Span* span = (*block)[begin_ % kBlock];
    if (++begin_ % kBlock == 0) block = nullptr;
    if (begin_ == end_) *this = {};
    return span;
  }

 private:
  static constexpr std::size_t kBlock = 512;
  using Block = std::array<Span*, kBlock>;

  std::vector<std::unique_ptr<Block>> blocks_;
  std::size_t begin_ = 0, end_ = 0;
};

}  // namespace govm::gc
