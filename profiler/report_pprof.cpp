// --alloc-profile=FILE.pb.gz: the samples as go tool pprof reads them (profile.proto, gzip).
//
// Exact counts, period 1. A location is a frame's place in the source; there are no addresses and no mapping.
#include <zlib.h>

#include <map>
#include <protozero/pbf_writer.hpp>
#include <tuple>
#include <vector>

#include "profiler/report.h"

namespace govm::profiler {
namespace {

using protozero::pbf_writer;

// Field numbers of profile.proto.
enum ProfileField {
  kSampleType = 1,
  kSample = 2,
  kLocation = 4,
  kFunction = 5,
  kStringTable = 6,
  kPeriodType = 11,
  kPeriod = 12,
  kComment = 13,
  kDefaultSampleType = 14
};
enum ValueTypeField { kType = 1, kUnit = 2 };
enum SampleField { kLocationIds = 1, kValues = 2, kLabel = 3 };
enum LabelField { kKey = 1, kStr = 2, kNum = 3, kNumUnit = 4 };
enum LocationField { kLocationId = 1, kLine = 4 };
enum LineField { kFunctionId = 1, kLineNumber = 2, kColumn = 3 };
enum FunctionField { kId = 1, kName = 2, kSystemName = 3, kFilename = 4, kStartLine = 5 };

class ProfileWriter {
 public:
  explicit ProfileWriter(const Profile& profile) : profile_(profile), out_(data_) { string(""); }

  std::string write() {
    for (const char* type : {"alloc", "inuse", "frame"}) {
      value_type(kSampleType, std::string(type) + "_objects", "count");
      value_type(kSampleType, std::string(type) + "_space", "bytes");
    }
    value_type(kPeriodType, "space", "bytes");
    out_.add_int64(kPeriod, 1);
    out_.add_int64(kComment, string("govm exact profile, escape=" + profile_.escape));
    out_.add_int64(kDefaultSampleType, string("alloc_space"));
    for (const StackSample& sample : profile_.samples) add(sample);
    for (const std::string& text : strings_) out_.add_string(kStringTable, text);
    return std::move(data_);
  }

 private:
  int64_t string(const std::string& text) {
    auto [at, fresh] = string_ids_.try_emplace(text, static_cast<int64_t>(strings_.size()));
    if (fresh) strings_.push_back(text);
    return at->second;
  }

  void value_type(ProfileField field, const std::string& type, const std::string& unit) {
    pbf_writer value(out_, field);
    value.add_int64(kType, string(type));
    value.add_int64(kUnit, string(unit));
  }

  uint64_t function(const StackPlace& place) {
    auto [at, fresh] = functions_.try_emplace({place.function, place.file}, functions_.size() + 1);
    if (!fresh) return at->second;
    const int64_t name = string(place.function), file = string(place.file);
    pbf_writer value(out_, kFunction);
    value.add_uint64(kId, at->second);
    value.add_int64(kName, name);
    value.add_int64(kSystemName, name);
    value.add_int64(kFilename, file);
    value.add_int64(kStartLine, place.start_line);
    return at->second;
  }

  uint64_t location(const StackPlace& place) {
    auto [at, fresh] = locations_.try_emplace({place.function, place.file, place.line, place.column}, locations_.size() + 1);
    if (!fresh) return at->second;
    const uint64_t function_id = function(place);
    pbf_writer value(out_, kLocation);
    value.add_uint64(kLocationId, at->second);
    pbf_writer line(value, kLine);
    line.add_uint64(kFunctionId, function_id);
    line.add_int64(kLineNumber, place.line);
    line.add_int64(kColumn, place.column);
    return at->second;
  }

  void text_label(pbf_writer& sample, int64_t key, int64_t text) {
    pbf_writer label(sample, kLabel);
    label.add_int64(kKey, key);
    label.add_int64(kStr, text);
  }

  void add(const StackSample& sample) {
    const SiteRow& site = profile_.sites[sample.site];
    std::vector<uint64_t> locations;
    for (const StackPlace& place : sample.stack) locations.push_back(location(place));
    std::vector<std::pair<int64_t, int64_t>> texts;
    auto text = [&](const char* key, const std::string& value) {
      if (!value.empty()) texts.emplace_back(string(key), string(value));
    };
    text("type", site.type);
    text("reason", site.why);
    text("site", place_text(site));
    const uint64_t objects = sample.allocs + sample.frame_values, bytes = sample.bytes + sample.frame_bytes;
    const bool one_size = objects != 0 && bytes % objects == 0;
    const int64_t bytes_key = string("bytes");
    const int64_t values[] = {static_cast<int64_t>(sample.allocs),       static_cast<int64_t>(sample.bytes),
                              static_cast<int64_t>(sample.exit_objects), static_cast<int64_t>(sample.exit_bytes),
                              static_cast<int64_t>(sample.frame_values), static_cast<int64_t>(sample.frame_bytes)};
    pbf_writer value(out_, kSample);
    value.add_packed_uint64(kLocationIds, locations.begin(), locations.end());
    value.add_packed_int64(kValues, std::begin(values), std::end(values));
    if (one_size) {
      pbf_writer label(value, kLabel);
      label.add_int64(kKey, bytes_key);
      label.add_int64(kNum, static_cast<int64_t>(bytes / objects));
      label.add_int64(kNumUnit, bytes_key);
    }
    for (const auto& [key, content] : texts) text_label(value, key, content);
  }

  const Profile& profile_;
  std::string data_;
  pbf_writer out_;
  std::vector<std::string> strings_;
  std::map<std::string, int64_t> string_ids_;
  std::map<std::pair<std::string, std::string>, uint64_t> functions_;
  std::map<std::tuple<std::string, std::string, int, int>, uint64_t> locations_;
};

// gzip without a time in its header: the same profile is the same file.
std::string gzip(const std::string& data) {
  z_stream stream{};
  constexpr int kGzipWindow = 15 + 16;
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
  std::string out(deflateBound(&stream, data.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
  stream.avail_in = static_cast<uInt>(data.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace

std::string report_pprof(const Profile& profile) { return gzip(ProfileWriter(profile).write()); }

}  // namespace govm::profiler
