// Which actors speak, pass on and listen.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "actors/actors.h"
#include "statements/proposals.h"

namespace casus {

// The actors meant by the nominal at `head`, and by those coordinated with it; none where it names no actor.
std::vector<ActorId> actors_at(std::size_t head, const Tree& tree, const Actors& actors);

// Nouns that stand for others give those.
std::vector<ActorId> speakers_of(const Proposal& proposal, const Tokens& tokens, const Tree& tree, const Actors& actors, const Cues& cues);
// For a source that names no actor: a single noun that stands for nobody ("the technology").
bool is_of_a_thing(const Proposal& proposal, const Tree& tree, const Cues& cues);
std::vector<ActorId> addressees_of(const Proposal& proposal, const Tree& tree, const Actors& actors);
// Those who pass the words on: "Interfax quoted him as saying".
std::vector<ActorId> via_of(const Proposal& proposal, const Tree& tree, const Actors& actors);

std::optional<std::string> medium_of(const Proposal& proposal, const Tokens& tokens, const Tree& tree, const Cues& cues);

}  // namespace casus
