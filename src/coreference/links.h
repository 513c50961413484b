// Markables find their antecedents.
#pragma once

#include <vector>

#include "coreference/antecedent_head.h"
#include "coreference/coreference.h"
#include "encoder/vectors.h"
#include "tensor/scratch.h"

namespace casus {

// Each markable takes the best-scored of the earlier ones of its window, or none where none scores above 0; markables that are linked
// are one chain. `markables` as find_markables gives them.
Coreference find_coreference(const AntecedentHead& head, const Vectors& vectors, std::vector<Markable> markables, Scratch& scratch);

// The chains that these choices make.
std::vector<std::vector<std::size_t>> chains_of(const std::vector<AntecedentChoice>& choices);

}  // namespace casus
