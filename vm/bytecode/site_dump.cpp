// A line for each of the user's sites, by position.
#include "vm/bytecode/site_dump.h"

#include <algorithm>
#include <vector>

#include "base/source_file.h"

namespace govm::bytecode {

void dump_sites(const Program& program, std::string_view function, TextWriter& out) {
  std::vector<const Site*> sites;
  for (std::uint32_t i = 1; i < program.site_count(); ++i) {
    const Site& site = program.site(SiteId(i));
    const bool standard = !site.function.is_valid() || program.function(site.function).flags.standard;
    if (!standard && site.pos && (function.empty() || site.function_name == function)) sites.push_back(&site);
  }
  std::stable_sort(sites.begin(), sites.end(), [](const Site* a, const Site* b) { return a->pos < b->pos; });
  for (const Site* site : sites) {
    const Position at = program.source_map->resolve(site->pos);
    out.put(at.file.substr(at.file.rfind('/') + 1), ":", at.line, ":", at.column, " ", site->function_name, ": ", site->what, " ",
            site->placement == Placement::Heap ? "heap" : "frame", " (", site->why, ")");
    out.newline();
  }
}

}  // namespace govm::bytecode
