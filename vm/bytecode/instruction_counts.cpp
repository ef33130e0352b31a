// Adds up the counts of cells by opcode and by pair, and writes the most frequent.
#include "vm/bytecode/instruction_counts.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/source_file.h"

namespace govm::bytecode {

namespace {

using Row = std::pair<std::string, std::uint64_t>;

void write_table(const char* title, std::vector<Row> rows, std::size_t top, std::uint64_t all, TextWriter& out) {
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.second > b.second; });
  out.line(title, ":");
  for (std::size_t i = 0; i < rows.size() && (top == 0 || i < top); ++i) {
    const std::uint64_t permille = rows[i].second * 1000 / all;
    const std::string count = std::to_string(rows[i].second);
    out.line(std::string(count.size() < 14 ? 14 - count.size() : 0, ' '), count, permille < 100 ? "   " : "  ", permille / 10, ".",
             permille % 10, "%  ", rows[i].first);
  }
  out.newline();
}

}  // namespace

const std::vector<std::uint64_t>* InstructionCounts::cells(FunctionId id) const {
  const auto found = cells_.find(id.index());
  return found == cells_.end() ? nullptr : &found->second;
}

void InstructionCounts::write(const Program& program, std::size_t top, TextWriter& out) const {
  std::vector<Row> functions;
  std::map<std::string, std::uint64_t> lines;
  std::uint64_t all = 0;
  for (std::uint32_t i = 0; i < program.function_count(); ++i) {
    const std::vector<std::uint64_t>* counts = cells(FunctionId(i));
    if (counts == nullptr) continue;
    const Function& function = program.function(FunctionId(i));
    std::uint64_t sum = 0;
    for (std::uint32_t cell = 0; cell < counts->size(); ++cell) {
      const std::uint64_t count = (*counts)[cell];
      if (count == 0) continue;
      sum += count;
      const LineEntry* line = function.line_at(cell);
      if (line == nullptr || !line->pos || program.source_map == nullptr) continue;
      const Position position = program.source_map->resolve(line->pos);
      lines[std::string(position.file) + ":" + std::to_string(position.line)] += count;
    }
    functions.emplace_back(function.name, sum);
    all += sum;
  }
  if (all == 0) return;
  out.line("instructions executed: ", all).newline();
  write_table("functions", std::move(functions), top, all, out);
  write_table("lines", std::vector<Row>(lines.begin(), lines.end()), top, all, out);
  std::vector<Row> opcodes;
  std::vector<Row> pairs;
  for (std::size_t second = 0; second < kOpcodes; ++second) {
    std::uint64_t sum = 0;
    for (std::size_t first = 0; first < kOpcodes; ++first) {
      const std::uint64_t count = pairs_[first * kOpcodes + second];
      if (count == 0) continue;
      sum += count;
      pairs.emplace_back(std::string(info(static_cast<Opcode>(first)).name) + " " + std::string(info(static_cast<Opcode>(second)).name),
                         count);
    }
    if (sum != 0) opcodes.emplace_back(info(static_cast<Opcode>(second)).name, sum);
  }
  write_table("opcodes", std::move(opcodes), kOpcodes, all, out);
  write_table("pairs", std::move(pairs), top, all, out);
}

}  // namespace govm::bytecode
