// Natives of internal/deflate: zlib's streams in memory of the Go heap. The heap does not move, so that the pointers
// in a stream, all of them into its own slice, stay good as long as the slice is held.
#define ZLIB_CONST
#include <zlib.h>

#include <cstring>
#include <new>
#include <span>

#include "base/check.h"
#include "vm/native/registry.h"

namespace govm::stdlib {

namespace {

using native::NativeCall;
using native::NativeStatus;
using value::Slice;

constexpr int kRawWindow = -15;
constexpr int kMemoryLevel = 8;
constexpr std::int64_t kHuffmanOnly = -2;
enum class Outcome : std::int64_t { More, End, Wrong };

/// What a slice holds: the stream, then what zlib asks for.
struct Stream {
  z_stream z;
  std::size_t used;
  std::size_t size;
};

Stream& stream_of(Slice state) { return *std::launder(reinterpret_cast<Stream*>(state.data)); }

void* take_memory(void* opaque, unsigned count, unsigned size) {
  auto& stream = *static_cast<Stream*>(opaque);
  const std::size_t bytes = (std::size_t{count} * size + 15) / 16 * 16;
  if (stream.size - stream.used < bytes) return Z_NULL;
  std::byte* memory = reinterpret_cast<std::byte*>(&stream) + stream.used;
  stream.used += bytes;
  return memory;
}

void leave_memory(void*, void*) {}  // the slice is freed as a whole

Stream& begin(Slice state) {
  auto* stream = new (state.data) Stream{};
  stream->used = (sizeof(Stream) + 15) / 16 * 16;
  stream->size = static_cast<std::size_t>(state.length);
  stream->z.zalloc = take_memory;
  stream->z.zfree = leave_memory;
  stream->z.opaque = stream;
  return *stream;
}

const Bytef* bytes_of(Slice slice) { return reinterpret_cast<const Bytef*>(slice.data); }

NativeStatus init_deflater(NativeCall& call) {
  const auto [state, level, dictionary] = call.args<Slice, std::int64_t, Slice>();
  Stream& stream = begin(state);
  const bool huffman = level == kHuffmanOnly;
  const int outcome = deflateInit2(&stream.z, huffman ? Z_DEFAULT_COMPRESSION : static_cast<int>(level), Z_DEFLATED, kRawWindow,
                                   kMemoryLevel, huffman ? Z_HUFFMAN_ONLY : Z_DEFAULT_STRATEGY);
  GOVM_CHECK(outcome == Z_OK, "zlib needs more memory than internal/deflate says");
  if (dictionary.length > 0) deflateSetDictionary(&stream.z, bytes_of(dictionary), static_cast<uInt>(dictionary.length));
  return call.done();
}

NativeStatus init_inflater(NativeCall& call) {
  const auto [state, dictionary] = call.args<Slice, Slice>();
  Stream& stream = begin(state);
  GOVM_CHECK(inflateInit2(&stream.z, kRawWindow) == Z_OK, "zlib needs more memory than internal/deflate says");
  if (dictionary.length > 0) inflateSetDictionary(&stream.z, bytes_of(dictionary), static_cast<uInt>(dictionary.length));
  return call.done();
}

/// Sets input and output; counts what is left of both afterwards.
class Step {
 public:
  Step(Stream& stream, Slice in, Slice out) : z_(stream.z), in_(std::min(in.length, kMost)), out_(std::min(out.length, kMost)) {
    z_.next_in = bytes_of(in);
    z_.avail_in = static_cast<uInt>(in_);
    z_.next_out = reinterpret_cast<Bytef*>(out.data);
    z_.avail_out = static_cast<uInt>(out_);
  }
  std::int64_t taken() const { return in_ - z_.avail_in; }
  std::int64_t put() const { return out_ - z_.avail_out; }

 private:
  static constexpr std::int64_t kMost = std::int64_t{1} << 30;
  z_stream& z_;
  std::int64_t in_;
  std::int64_t out_;
};

NativeStatus deflate_step(NativeCall& call) {
  const auto [state, in, out, flush] = call.args<Slice, Slice, Slice, std::int64_t>();
  Stream& stream = stream_of(state);
  const Step step(stream, in, out);
  deflate(&stream.z, static_cast<int>(flush));
  return call.done(step.taken(), step.put());
}

NativeStatus inflate_step(NativeCall& call) {
  const auto [state, in, out] = call.args<Slice, Slice, Slice>();
  Stream& stream = stream_of(state);
  const Step step(stream, in, out);
  const int outcome = inflate(&stream.z, Z_NO_FLUSH);
  Outcome what = Outcome::More;
  if (outcome == Z_STREAM_END) what = Outcome::End;
  if (outcome != Z_STREAM_END && outcome != Z_OK && outcome != Z_BUF_ERROR) what = Outcome::Wrong;
  return call.done(step.taken(), step.put(), what);
}

constexpr native::NativeRow kRows[] = {
    {"internal/deflate.Deflate", deflate_step},
    {"internal/deflate.Inflate", inflate_step},
    {"internal/deflate.InitDeflater", init_deflater},
    {"internal/deflate.InitInflater", init_inflater},
};

}  // namespace

std::span<const native::NativeRow> natives_internal_deflate() { return kRows; }

}  // namespace govm::stdlib
