// From where an event is told: whose word it rests on, and on which side of the report's day it lies.
#pragma once

#include <string>
#include <vector>

#include "actors/actors.h"
#include "statements/statements.h"
#include "timeplace/dates.h"

namespace casus {

class Viewpoint {
 public:
  // All must outlive this.
  Viewpoint(const Statements& statements, const Actors& actors, const Dates& dates);

  // The innermost statement that holds the token, where it names who speaks.
  const Statement* told_by(std::size_t token) const;
  bool is_said_by(const Statement& statement, const std::vector<ActorId>& side) const;
  // A speaker of no country: those who only report, and bodies between the sides.
  bool is_said_by_outsider(const Statement& statement) const;

  // Of the side to which it was done, where the doers are of another country; where it is unknown to whom, of any other country.
  bool is_said_by_accuser(const Statement& statement, const std::vector<ActorId>& doers, const std::vector<ActorId>& sufferers) const;

  // ISO 8601 values, as precise as known. Without a day of publication the report's latest date stands for it.
  bool lies_ahead(const std::string& date) const;
  bool lies_long_before(const std::string& date) const;
  // Within the weeks that the story of a report covers.
  bool lies_close(const std::string& date) const;

 private:
  const Statements& statements_;
  const Actors& actors_;
  std::string today_;  // ISO 8601; empty where unknown
  bool published_ = false;
};

}  // namespace casus
