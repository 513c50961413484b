// One entry a state, organisation, territory or person: its names, then its codes with their days. A name that has days of its own
// is an entry of its own. Whoever is out of office is ELI, by a last code without days.
#include "dictionaries/export.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "core/unicode.h"
#include "dictionaries/named_table.h"
#include "knowledge/knowledge.h"

namespace casus {
namespace {

using Names = std::vector<std::string>;

constexpr std::string_view kActorsHead =
    "# Actors of casus' knowledge base, in the form of TABARI and PETRARCH. Both days of a period are within it.\n";
constexpr std::string_view kAgentsHead = "# Agents of casus' knowledge base, in the form of PETRARCH.\n";

// In capitals, without accents, "_" for blanks and at the end; what would mean something else to a reader of the format is dropped, as
// key_words() does. Empty where letters remain that have no capitals in ASCII.
std::string phrase_of(std::string_view name) {
  std::string phrase;
  for (const char c : fold(name)) {
    if (static_cast<unsigned char>(c) >= 0x80) return "";
    const bool small = c >= 'a' && c <= 'z';
    if (small) phrase += static_cast<char>(c - 'a' + 'A');
    else if ((c >= '0' && c <= '9') || c == '-' || c == '.' || c == '\'' || c == '&' || c == ',') phrase += c;
    else if ((c == ' ' || c == '/') && !phrase.empty() && phrase.back() != '_') phrase += '_';
  }
  if (phrase.find_first_not_of("-.'&,_") == std::string::npos) return "";
  return phrase.back() == '_' ? phrase : phrase + "_";
}

std::string figures(std::string_view date, std::string_view missing) {
  std::string day(date);
  if (day.size() == 4) day += "-" + std::string(missing.substr(0, 2));
  if (day.size() == 7) day += "-" + std::string(missing.substr(2));
  day.erase(std::remove(day.begin(), day.end(), '-'), day.end());
  return day;
}

// "12" where the month is missing, and the day.
std::string end_of(std::string_view date) {
  if (date.size() != 7) return "1231";
  const auto number = [&](std::size_t from, std::size_t size) { return std::stoi(std::string(date.substr(from, size))); };
  const std::chrono::year_month_day_last last = std::chrono::year(number(0, 4)) / number(5, 2) / std::chrono::last;
  return "12" + std::to_string(static_cast<unsigned>(last.day()));
}

// "[CODE 20010101-20020101]". Where only the year or the month is known, from its first day and to its last.
std::string bracket(const std::string& code, std::string_view from, std::string_view to) {
  const std::string first = figures(from, "0101");
  const std::string last = figures(to, end_of(to));
  if (from.empty() && to.empty()) return "[" + code + "]";
  if (to.empty()) return "[" + code + " >" + first + "]";
  if (from.empty()) return "[" + code + " <" + last + "]";
  return "[" + code + " " + first + "-" + last + "]";
}

void add(Names& names, std::string_view name) {
  std::string phrase = phrase_of(name);
  if (!phrase.empty() && std::find(names.begin(), names.end(), phrase) == names.end()) names.push_back(std::move(phrase));
}

std::string entry(const Names& names, const std::vector<std::string>& brackets) {
  if (names.empty() || brackets.empty()) return "";
  std::string text = names.front() + "\n";
  for (std::size_t i = 1; i < names.size(); ++i) text += "+" + names[i] + "\n";
  for (const std::string& each : brackets) text += "\t" + each + "\n";
  return text;
}

// As PETRARCH makes it where none is given.
std::string plural_of_petrarch(const std::string& phrase) {
  if (phrase.ends_with('Y')) return phrase.substr(0, phrase.size() - 1) + "IES";
  return phrase + (phrase.ends_with('S') ? "ES" : "S");
}

std::string plural_of_word(const std::string& word) {
  constexpr std::string_view kVowels = "AEIOU";
  const char before = word.size() > 1 ? word[word.size() - 2] : 'X';
  constexpr std::array<std::string_view, 5> kNoMen{"GERMAN", "HUMAN", "OTTOMAN", "ROMAN", "SHAMAN"};
  if (word.ends_with("MAN") && std::find(kNoMen.begin(), kNoMen.end(), word) == kNoMen.end()) return word.substr(0, word.size() - 2) + "EN";
  if (word.ends_with('Y') && kVowels.find(before) != std::string_view::npos) return word + "S";
  if (word.ends_with("ARCH")) return word + "S";
  if (word.ends_with("CH") || word.ends_with("SH") || word.ends_with('X') || word.ends_with('Z')) return word + "ES";
  return plural_of_petrarch(word);
}

// Of "CHIEF_OF_STAFF" the first word changes.
std::string plural_of(const std::string& phrase) {
  const std::size_t head = std::min(phrase.find("_OF_"), phrase.size());
  const std::size_t start = head == 0 ? 0 : phrase.rfind('_', head - 1) + 1;
  return phrase.substr(0, start) + plural_of_word(phrase.substr(start, head - start)) + phrase.substr(head);
}

class Exporter {
 public:
  Exporter(const std::string& folder, const ActorCodes& codes, CodeScheme scheme) : folder_(folder), codes_(codes), scheme_(scheme) {}

  Result<ExportedDictionaries> run() {
    ExportedDictionaries made{std::string(kActorsHead), std::string(kAgentsHead)};
    using Part = void (Exporter::*)(std::string&);
    for (const Part part : {&Exporter::states, &Exporter::organisations, &Exporter::territories, &Exporter::persons}) {
      (this->*part)(made.actors);
      if (error_) return *error_;
    }
    agents(made.agents);
    if (error_) return *error_;
    return made;
  }

 private:
  // Calls `take` with each row, as a function from a column's name to its cell.
  template <class Take>
  void each(const std::string& file, const Names& wanted, Take take) {
    if (error_) return;
    const auto table = NamedTable::read(folder_ + "/" + file, wanted);
    if (!table) {
      error_ = table.error();
      return;
    }
    for (std::size_t i = 0; i < table->size(); ++i) take([&](std::string_view column) { return std::string(table->cell(i, column)); });
  }

  std::string code(const std::string& ours) const { return codes_.write(ours, scheme_); }

  // "MNCARE" would be a company of the United Arab Emirates.
  std::string code_of_organisation(const std::string& ours) const {
    const bool is_of_other_state = !states_.contains(ours.substr(0, 3)) && ours.substr(0, 3) != "IGO" && states_.contains(ours.substr(3));
    return code(is_of_other_state ? ours.substr(0, 3) : ours);
  }

  void states(std::string& out) {
    struct Words {
      Names always;
      std::map<std::pair<std::string, std::string>, Names> at_times;
    };
    std::map<std::string, Words> states;
    each("states.tsv", {"code", "name", "official"}, [&](auto cell) {
      states_.insert(cell("code"));
      Words& words = states[cell("code")];
      Names& names = cell("from").empty() && cell("to").empty() ? words.always : words.at_times[{cell("from"), cell("to")}];
      add(names, cell("name"));
      add(names, cell("official"));
    });
    each("state_words.tsv", {"state", "form", "words", "from", "to"}, [&](auto cell) {
      // A city that never stands for the government is no actor.
      if (cell("form") == "city") return;
      Words& words = states[cell("state")];
      const bool always = cell("from").empty() && cell("to").empty();
      add(always ? words.always : words.at_times[{cell("from"), cell("to")}], cell("words"));
    });
    for (const auto& [state, words] : states) {
      out += entry(words.always, {bracket(code(state), "", "")});
      for (const auto& [period, names] : words.at_times) out += entry(names, {bracket(code(state), period.first, period.second)});
    }
  }

  void organisations(std::string& out) {
    std::map<std::string, std::pair<Names, std::string>> organisations;  // by id: names, codes
    each("organisations.tsv", {"id", "name", "code", "from", "to"}, [&](auto cell) {
      auto& [names, codes] = organisations[cell("id")];
      add(names, cell("name"));
      const std::string theirs = code_of_organisation(cell("code"));
      codes_of_organisations_[cell("id")] = theirs;
      if (!theirs.empty()) codes = bracket(theirs, cell("from"), cell("to"));
    });
    each("organisation_names.tsv", {"organisation", "form", "name"}, [&](auto cell) {
      if (cell("form") == "name") add(organisations[cell("organisation")].first, cell("name"));
    });
    for (const auto& [id, organisation] : organisations)
      if (!organisation.second.empty()) out += entry(organisation.first, {organisation.second});
  }

  void territories(std::string& out) {
    std::map<std::string, std::pair<Names, std::string>> territories;
    each("territories.tsv", {"id", "name", "country", "sector", "from", "to"}, [&](auto cell) {
      auto& [names, codes] = territories[cell("id")];
      add(names, cell("name"));
      codes = bracket(code(cell("country") + cell("sector")), cell("from"), cell("to"));
      codes_of_organisations_[cell("id")] = code(cell("country") + cell("sector"));
    });
    each("territory_names.tsv", {"territory", "name"}, [&](auto cell) { add(territories[cell("territory")].first, cell("name")); });
    for (const auto& [id, territory] : territories) out += entry(territory.first, {territory.second});
  }

  void persons(std::string& out) {
    struct Person {
      Names names;
      std::vector<std::string> brackets;
      std::set<std::string> owners;
    };
    std::map<std::string, Person> persons;
    const std::map<std::string, std::string> sectors = sectors_of_offices();
    each("persons.tsv", {"id", "name"}, [&](auto cell) { add(persons[cell("id")].names, cell("name")); });
    each("person_names.tsv", {"person", "name"}, [&](auto cell) {
      // A surname alone means too many others.
      if (cell("name").find(' ') != std::string::npos) add(persons[cell("person")].names, cell("name"));
    });
    each("terms.tsv", {"person", "office", "of", "from", "to"}, [&](auto cell) {
      const auto organisation = codes_of_organisations_.find(cell("of"));
      const bool is_state = organisation == codes_of_organisations_.end();
      const auto sector = sectors.find(cell("office"));
      const std::string owner = is_state ? code(cell("of")) : organisation->second;
      const bool is_national = is_state || owner.size() == 3;
      Person& person = persons[cell("person")];
      person.brackets.push_back(
          bracket(owner + (is_national && sector != sectors.end() ? code(sector->second) : ""), cell("from"), cell("to")));
      person.owners.insert(is_national ? owner : "");
    });
    for (auto& [id, person] : persons) {
      person.brackets.push_back("[" + (person.owners.size() == 1 ? *person.owners.begin() : "") + code("ELI") + "]");
      if (person.brackets.size() > 1) out += entry(person.names, person.brackets);
    }
  }

  // That of the title with the office's own name goes before that of others for it.
  std::map<std::string, std::string> sectors_of_offices() {
    std::map<std::string, std::string> sectors;
    each("offices.tsv", {"words", "office", "sector"}, [&](auto cell) {
      if (cell("sector").empty()) return;
      if (cell("words") == cell("office")) sectors[cell("office")] = cell("sector");
      else sectors.emplace(cell("office"), cell("sector"));
    });
    return sectors;
  }

  void agents(std::string& out) {
    std::map<std::string, std::string> codes;  // by phrase, so that none stands twice
    const auto take = [&](const std::string& words, const std::string& sector) {
      const std::string phrase = phrase_of(words);
      const std::string theirs = code(sector);
      if (!phrase.empty() && !theirs.empty()) codes.emplace(phrase.substr(0, phrase.size() - 1), theirs);
    };
    each("offices.tsv", {"words", "sector"}, [&](auto cell) { take(cell("words"), cell("sector")); });
    each("nominals.tsv", {"words", "sector"}, [&](auto cell) { take(cell("words"), cell("sector")); });
    for (const auto& [phrase, theirs] : codes) {
      const std::string plural = plural_of(phrase);
      out += phrase + (plural == plural_of_petrarch(phrase) ? "" : " {" + plural + "}") + " [~" + theirs + "]\n";
    }
  }

  const std::string& folder_;
  const ActorCodes& codes_;
  CodeScheme scheme_;
  std::set<std::string> states_;
  std::map<std::string, std::string> codes_of_organisations_;  // by id, of territories too
  std::optional<Error> error_;
};

}  // namespace

Result<ExportedDictionaries> export_dictionaries(const std::string& folder, const ActorCodes& codes, CodeScheme scheme) {
  return Exporter(folder, codes, scheme).run();
}

}  // namespace casus
