#include "actors/recognition.h"

#include <algorithm>

namespace casus {
namespace {

constexpr std::string_view kFormer = "former ";
// General words of kb/office_kinds.tsv.
constexpr std::string_view kHead = "head of state or government";
constexpr std::string_view kSovereign = "sovereign or president";
constexpr std::string_view kRank = "rank";
constexpr std::string_view kHonorific = "honorific";
constexpr std::string_view kWellKnown = "statesman";
constexpr std::string_view kPublicFigure = "public figure";

struct Candidate {
  Recognition recognition;
  int fit = 0;  // 0: not he
};

class Fitting {
 public:
  Fitting(const Told& told, const Knowledge& knowledge, std::string_view date)
      : told_(told), knowledge_(knowledge), date_(date), full_(told.name.find(' ') != std::string_view::npos) {
    for (const Role& role : *told.roles)
      if (!knowledge.is_office_kind(kHonorific, role.office)) roles_.push_back(role);
  }

  std::optional<Recognition> best() const {
    if (told_.of_unknown_land) return std::nullopt;
    Candidate best;
    bool tie = false;
    for (const KnownPerson* person : full_ ? knowledge_.persons_named(told_.name) : knowledge_.persons_by_surname(told_.name)) {
      const Candidate candidate = fit(*person);
      if (candidate.fit == 0 || person == best.recognition.person) continue;
      tie = candidate.fit == best.fit;
      if (candidate.fit > best.fit) best = candidate;
    }
    if (best.fit == 0 || tie) return std::nullopt;
    return best.recognition;
  }

 private:
  Candidate fit(const KnownPerson& person) const {
    if (told_.gender != Gender::unknown && person.gender != Gender::unknown && told_.gender != person.gender) return {};
    std::vector<const Term*> terms;
    for (const Term& term : person.terms)
      if (is_of(term)) terms.push_back(&term);
    if (terms.empty()) return {};
    // "Suharto" is all of his name.
    const bool full = full_ || std::string_view(person.name).find(' ') == std::string_view::npos;
    const int named = (full ? 8 : 2) + (told_.of.empty() ? 0 : 4);
    const auto candidate = [&](const Term& term, Tenure tenure, int fit) {
      return Candidate{{&person, &term, tenure}, named + fit + prominence(term) + (told_.mentions(term.of) ? 2 : 0)};
    };
    const auto always = [](const Term&) { return true; };
    bool other_office = false;
    for (const Role& role : roles_) {
      if (const auto former = former_office(role.office)) {
        if (const Term* term = held(terms, *former, [&](const Term& t) { return is_over(t); }))
          return candidate(*term, Tenure::told_former, 4);
        if (const Term* term = full ? held(terms, *former, always) : nullptr) return candidate(*term, Tenure::told_former, 3);
        other_office = true;
        continue;
      }
      if (const Term* term = held(terms, role.office, [&](const Term& t) { return t.holds_at(date_); }))
        return candidate(*term, Tenure::in_office, 4);
      if (const Term* term = date_.empty() ? held(terms, role.office, always) : nullptr) return candidate(*term, Tenure::in_office, 3);
      other_office = other_office || !says_little(role, full);
    }
    // A full name and an office that he had, but not that day: the report's word and the knowledge's differ.
    if (full && other_office)
      for (const Role& role : roles_)
        if (const Term* term = held(terms, role.office, [&](const Term& t) { return role.office == t.office; }))
          return candidate(*term, Tenure::told_otherwise, 1);
    if (const Term* now = held_now(terms); now && fits_without_office(*now, person, full, other_office))
      return candidate(*now, Tenure::in_office, 0);
    if (!full) return {};
    const bool over = std::all_of(person.terms.begin(), person.terms.end(), [&](const Term& term) { return is_over(term); });
    const bool told_little = std::all_of(roles_.begin(), roles_.end(), [&](const Role& role) { return says_little(role, full); });
    if (!told_little || held_now(terms) || !may_be_out_of_office(person, *terms.front())) return {};
    return {{&person, over ? terms.front() : nullptr, Tenure::out_of_office}, 1};
  }

  // A rank is no office ("Colonel Gaddafi"). Who held one has been a candidate or sat in a parliament, which a surname is too little for.
  bool says_little(const Role& role, bool full) const {
    return knowledge_.is_office_kind(kRank, role.office) || (full && is_of_public_life(role));
  }
  bool is_of_public_life(const Role& role) const { return knowledge_.is_office_kind(kPublicFigure, role.office); }

  // Common names of lesser office holders are many people's, and a rank or a candidacy says little of who it is.
  bool fits_without_office(const Term& now, const KnownPerson& person, bool full, bool other_office) const {
    if (!told_.of.empty()) return full || !other_office;
    if (other_office) return false;
    const bool mentioned = told_.mentions(now.of);
    if (full) return is_head(now) || mentioned || (roles_.empty() && (is_well_known(person) || is_rare(person)));
    if (is_head(now)) return mentioned || !roles_.empty() || !is_given_name(person);
    return roles_.empty() && mentioned && knowledge_.is_office_kind(kWellKnown, now.office);
  }

  bool may_be_out_of_office(const KnownPerson& person, const Term& last) const {
    const bool at_home = !told_.of.empty() || told_.mentions(last.of);
    const bool told_by_name = is_head(last) || knowledge_.is_office_kind(kWellKnown, last.office) || is_rare(person);
    return roles_.empty() ? at_home || told_by_name : is_head(last) || (at_home && told_by_name);
  }

  // Who was a minister once is known by his full name, whatever lesser office he has now.
  bool is_well_known(const KnownPerson& person) const {
    return std::any_of(person.terms.begin(), person.terms.end(),
                       [&](const Term& term) { return knowledge_.is_office_kind(kWellKnown, term.office); });
  }

  // Does nobody else who is known have the surname?
  bool is_rare(const KnownPerson& person) const {
    const auto namesakes = knowledge_.persons_by_surname(person.surname);
    return std::all_of(namesakes.begin(), namesakes.end(), [&](const KnownPerson* other) { return other == &person; });
  }

  // "Elizabeth" is a queen's name and many people's.
  bool is_given_name(const KnownPerson& person) const {
    const std::string_view name(person.name);
    return name.size() > told_.name.size() && name.starts_with(told_.name) && name[told_.name.size()] == ' ';
  }

  const Term* held_now(const std::vector<const Term*>& terms) const {
    const auto held = std::find_if(terms.begin(), terms.end(), [&](const Term* term) { return term->holds_at(date_); });
    return held == terms.end() ? nullptr : *held;
  }

  bool is_of(const Term& term) const {
    if (told_.of.empty()) return true;
    if (!term.territory.empty()) return told_.of == term.territory;
    if (told_.of == term.of) return true;
    const KnownOrganisation* organisation = knowledge_.organisation(term.of);
    return organisation && organisation->code == told_.of;
  }

  // Did he ever have this office, or one of its kind, on the condition? The last such term.
  template <class Condition>
  const Term* held(const std::vector<const Term*>& terms, std::string_view office, Condition condition) const {
    const Term* last = nullptr;
    for (const Term* term : terms)
      if (is_office(office, term->office) && condition(*term) && (!last || last->period.from < term->period.from)) last = term;
    return last;
  }

  bool is_office(std::string_view told, std::string_view known) const {
    return knowledge_.is_office_kind(told, known) || knowledge_.is_office_kind(known, told);
  }

  bool is_head(const Term& term) const { return knowledge_.is_office_kind(kHead, term.office); }
  int prominence(const Term& term) const { return (is_head(term) ? 1 : 0) + (knowledge_.is_office_kind(kSovereign, term.office) ? 1 : 0); }
  bool is_over(const Term& term) const { return !term.period.to.empty() && (date_.empty() || term.period.to < date_); }

  const Told& told_;
  const Knowledge& knowledge_;
  std::string_view date_;
  bool full_;
  std::vector<Role> roles_;
};

}  // namespace

std::optional<Recognition> recognise(const Told& told, const Knowledge& knowledge, std::string_view date) {
  return Fitting(told, knowledge, date).best();
}

std::optional<std::string_view> former_office(std::string_view office) {
  if (!office.starts_with(kFormer)) return std::nullopt;
  return office.substr(kFormer.size());
}

std::string as_former(std::string_view office) { return std::string(kFormer) + std::string(office); }

}  // namespace casus
