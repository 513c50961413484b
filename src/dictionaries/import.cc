// What an entry is, is decided by its codes and its words:
//
//   only a state's code                       a word for the state
//   no state, only a sector                   a role noun or a title, as agents are
//   ELI at some time, a given name in front,  a person with terms; the office is the general one of the sector, and times as ELI are
//   or days and no common noun in the name    left out: casus calls whoever is out of office so
//   all else                                  an organisation, or a group where the sector is one of bands
//
// A name that is known with that code is not repeated, one of a person or organisation that is known is added to it.
#include "dictionaries/import.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <utility>

#include "core/unicode.h"

namespace casus {
namespace {

using Words = std::vector<std::string>;

struct Coded {
  CodedActor actor;
  std::string from;
  std::string to;
};

struct Days {
  std::string from;
  std::string to;
  bool operator<(const Days& other) const { return std::tie(from, to) < std::tie(other.from, other.to); }
};

constexpr std::array<std::string_view, 8> kSmallWords{"and", "at", "for", "in", "of", "on", "the", "to"};

// Not in a person's name.
bool is_link(std::string_view word) { return word == "and" || word == "for" || word == "of" || word == "the"; }

bool is_small(std::string_view word) { return std::find(kSmallWords.begin(), kSmallWords.end(), word) != kSmallWords.end(); }

Words split(std::string_view text) {
  Words words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string joined(const Words& words, std::size_t first = 0, std::size_t last = std::string::npos) {
  std::string text;
  for (std::size_t i = first; i < std::min(last, words.size()); ++i) text += (text.empty() ? "" : " ") + words[i];
  return text;
}

std::string key_of(std::string_view text) { return joined(key_words(text)); }

std::string without_article(const std::string& phrase) { return lower(phrase).starts_with("the ") ? phrase.substr(4) : phrase; }

std::string slug(std::string_view name) {
  std::string text;
  for (const char c : fold(name)) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (kept) text += c;
    else if (!text.empty() && text.back() != '-') text += '-';
  }
  if (text.ends_with('-')) text.pop_back();
  return text;
}

// "ban KI-MOON" -> "Ban Ki-Moon".
std::string capitalised(std::string_view word) {
  const auto points = from_utf8(word);
  if (!points) return std::string(word);
  std::u32string out;
  bool first = true;
  for (const char32_t c : *points) {
    out += first ? c : to_lower(c);
    first = !is_letter(c) && !is_digit(c) && c != U'\'';
  }
  return to_utf8(out);
}

bool is_in_capitals(std::string_view text) { return lower(text) != text && capitalised(text) != text; }

std::string initials_of(const std::string& phrase) {
  std::string initials;
  for (const std::string& word : split(phrase))
    if (!is_small(lower(word))) initials += word.front();
  return initials;
}

bool is_acronym_of_another(const std::string& phrase, const Words& others) {
  return phrase.size() > 1 && phrase.find(' ') == std::string::npos &&
         std::any_of(others.begin(), others.end(), [&](const std::string& other) { return initials_of(other) == phrase; });
}

// A short word, one with full stops, one without vowels, or the first letters of another name.
bool is_written_in_capitals(const std::string& phrase, const Words& others) {
  constexpr std::size_t kShort = 3;
  if (phrase.find(' ') != std::string::npos) return false;
  return phrase.size() <= kShort || phrase.find('.') != std::string::npos || phrase.find_first_of("AEIOUY") == std::string::npos ||
         is_acronym_of_another(phrase, others);
}

// Days may lack: "2008-05-01" is not after "2008".
bool not_after(std::string_view date, std::string_view other) { return date <= other || date.starts_with(other); }

// Of the same office: periods that meet become one.
std::vector<Days> merged(std::vector<Days> periods) {
  std::sort(periods.begin(), periods.end());
  std::vector<Days> out;
  for (const Days& days : periods) {
    const bool meets = !out.empty() && (out.back().to.empty() || days.from <= out.back().to);
    if (!meets) out.push_back(days);
    else if (!out.back().to.empty() && (days.to.empty() || days.to > out.back().to)) out.back().to = days.to;
  }
  return out;
}

std::map<std::string, OverlayTable> empty_tables() {
  return {{"office_kinds.tsv", {{"general", "office", "source"}, {}}},
          {"nominals.tsv", {{"words", "kind", "sector", "strength", "source"}, {}}},
          {"offices.tsv", {{"words", "office", "sector", "strength", "gender", "source"}, {}}},
          {"organisation_names.tsv", {{"organisation", "form", "name", "source"}, {}}},
          {"organisations.tsv", {{"id", "name", "kind", "code", "country", "sectors", "from", "to", "source"}, {}}},
          {"person_names.tsv", {{"person", "name", "source"}, {}}},
          {"persons.tsv", {{"id", "name", "surname", "gender", "born", "source"}, {}}},
          {"shared_offices.tsv", {{"office", "of", "source"}, {}}},
          {"sources.tsv", {{"id", "what", "licence"}, {}}},
          {"state_words.tsv", {{"state", "form", "words", "from", "to", "source"}, {}}},
          {"terms.tsv", {{"person", "office", "of", "from", "to", "as_of", "source"}, {}}},
          {"territories.tsv", {{"id", "name", "country", "sector", "from", "to", "source"}, {}}},
          {"territory_names.tsv", {{"territory", "form", "name", "source"}, {}}}};
}

// As kb/nominals.tsv has it, for nouns of those who act.
std::optional<std::string_view> kind_name(NominalKind kind) {
  constexpr std::array<std::pair<NominalKind, std::string_view>, 6> kKinds{{{NominalKind::member, "member"},
                                                                            {NominalKind::band, "band"},
                                                                            {NominalKind::body, "body"},
                                                                            {NominalKind::government, "state"},
                                                                            {NominalKind::people, "people"},
                                                                            {NominalKind::modifier, "modifier"}}};
  for (const auto& [each, name] : kKinds)
    if (each == kind) return name;
  return std::nullopt;
}

class Importer {
 public:
  Importer(const ActorCodes& codes, const Knowledge& knowledge, const ImportOptions& options)
      : codes_(codes), knowledge_(knowledge), options_(options) {
    overlay_.tables = empty_tables();
  }

  Overlay import(const Dictionaries& dictionaries) {
    for (const ActorDictionary& dictionary : dictionaries.actors) {
      remarks_ = dictionary.remarks;
      for (const ActorEntry& entry : dictionary.entries) take(entry);
      overlay_.actor_remarks.push_back(in_order(std::move(remarks_)));
    }
    for (const AgentDictionary& dictionary : dictionaries.agents) {
      remarks_ = dictionary.remarks;
      for (const AgentEntry& entry : dictionary.entries) take(entry);
      overlay_.agent_remarks.push_back(in_order(std::move(remarks_)));
    }
    write_terms();
    const auto& tables = overlay_.tables;
    if (std::any_of(tables.begin(), tables.end(), [](const auto& table) { return !table.second.rows.empty(); }))
      row("sources.tsv", {options_.source, options_.title, "as its owner states"});
    return std::move(overlay_);
  }

 private:
  static std::vector<Remark> in_order(std::vector<Remark> remarks) {
    std::stable_sort(remarks.begin(), remarks.end(), [](const Remark& a, const Remark& b) { return a.line < b.line; });
    return remarks;
  }

  void remark(std::size_t line, std::string_view what, std::string text) { remarks_.push_back({line, what, std::move(text)}); }

  void row(const std::string& file, std::vector<std::string> cells) { overlay_.tables.at(file).rows.insert(std::move(cells)); }

  // --- what is known

  template <class Fits>
  const Entry* known(std::string_view key, Fits fits) const {
    for (const Entry& entry : knowledge_.find(key))
      if (fits(entry)) return &entry;
    return nullptr;
  }

  static bool is_of_state(const Entry& entry) { return entry.sense <= Sense::seat; }
  static bool is_organisation(const Entry& entry) { return entry.sense == Sense::organisation; }

  // A title, or a noun for whoever acts: not "attack", "both", "country".
  bool is_common(const Entry& entry) const {
    return entry.sense == Sense::office || (entry.sense == Sense::nominal && kind_name(knowledge_.nominal(entry.row).kind));
  }

  const Entry* common_noun(std::string_view key) const {
    return known(key, [this](const Entry& entry) { return is_common(entry); });
  }
  bool is_common_noun(const std::string& phrase) const { return common_noun(key_of(phrase)) != nullptr; }

  bool is_word_for(const std::string& key, const std::string& state) const {
    return known(key, [&](const Entry& entry) {
             if (entry.sense == Sense::territory) return knowledge_.territory(entry.row).country == state;
             return is_of_state(entry) && knowledge_.state(entry.row).code == state;
           }) != nullptr;
  }

  std::string_view sector_of(const Entry& entry) const {
    return entry.sense == Sense::office ? knowledge_.title(entry.row).sector : knowledge_.nominal(entry.row).sector;
  }

  // "AFGHAN SOLDIERS" AFGMIL: casus reads that itself.
  bool is_composed(const std::string& phrase, const CodedActor& actor) const {
    const Words words = key_words(phrase);
    const auto has_sector = [&](const Entry& entry) {
      return is_common(entry) &&
             (actor.sectors.empty() || std::find(actor.sectors.begin(), actor.sectors.end(), sector_of(entry)) != actor.sectors.end());
    };
    const auto is_whose = [&](const Entry& entry) {
      if (is_of_state(entry)) return knowledge_.state(entry.row).code == actor.state;
      return entry.sense == Sense::organisation && knowledge_.organisation(entry.row).code == actor.code();
    };
    for (std::size_t cut = 1; cut < words.size(); ++cut) {
      std::string noun = joined(words, cut);
      const bool is_noun = known(noun, has_sector) || (noun.ends_with('s') && known(noun.substr(0, noun.size() - 1), has_sector));
      if (is_noun && known(joined(words, 0, cut), is_whose)) return true;
    }
    const auto of = std::find(words.begin(), words.end(), "of");
    return of != words.end() && known(joined(Words(words.begin(), of)), has_sector) &&
           known(key_of(without_article(joined(Words(of + 1, words.end())))), is_whose);
  }

  // The name behind titles: "UN SECRETARY-GENERAL BAN KI-MOON" -> "BAN KI-MOON"; empty where there is nothing but titles.
  std::string without_titles(const std::string& phrase) const {
    const Words words = split(phrase);
    if (words.empty() || knowledge_.gender_of_given_name(words.front()) != Gender::unknown) return phrase;
    if (!knowledge_.persons_named(phrase).empty()) return phrase;
    std::size_t first = 0;
    bool titled = false;
    while (first < words.size()) {
      std::size_t last = words.size();
      for (; last > first; --last) {
        const std::string key = key_of(joined(words, first, last));
        const Entry* title = common_noun(key);
        if (!title && !known(key, [](const Entry& entry) { return is_of_state(entry) || is_organisation(entry); })) continue;
        titled = titled || title;
        break;
      }
      if (last == first) break;
      first = last;
    }
    return titled ? joined(words, first) : phrase;
  }

  // --- names

  // Dictionaries are in capitals; ours are not, since a word in capitals is taken for an acronym.
  std::string as_name(const std::string& phrase) const {
    Words words = split(phrase);
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string small = lower(words[i]);
      const bool is_acronym = words.size() > 1 && known(key_of(words[i]), [](const Entry& entry) { return entry.cased; });
      if (!is_acronym) words[i] = i > 0 && is_small(small) ? small : capitalised(words[i]);
    }
    return joined(words);
  }

  std::string name_among(const std::string& phrase, const Words& phrases) const {
    const std::string bare = without_article(phrase);
    if (!is_in_capitals(bare) && bare.find(' ') != std::string::npos) return bare;
    return is_written_in_capitals(bare, phrases) ? bare : as_name(bare);
  }

  // --- entries of actors

  void take(const ActorEntry& entry) {
    std::vector<Coded> coded;
    bool was_former = false, is_coded = false;
    for (const CodedPeriod& period : entry.codes) {
      if (period.code == "---") continue;
      is_coded = true;
      CodedActor actor = codes_.read(period.code, options_.scheme, knowledge_);
      const bool is_whose_unknown = actor.state.empty() && actor.sphere.empty() && !actor.lost.empty();
      if (is_whose_unknown) {
        remark(entry.line, "a code for which casus has none", period.code);
        continue;
      }
      was_former = was_former || actor.is_former();
      if (actor.is_former()) continue;
      if (!actor.lost.empty()) remark(entry.line, "letters of a code for which casus has none", joined(actor.lost) + " in " + period.code);
      coded.push_back({std::move(actor), period.from, period.to});
    }
    if (!is_coded) remark(entry.line, "a name that is not to be coded", entry.phrases.front());
    else if (coded.empty() && was_former) remark(entry.line, "a former official whose office is not told", entry.phrases.front());
    else if (coded.empty()) return;
    else if (is_person(entry, coded, was_former)) person(entry, coded);
    else everything_else(entry, coded);
  }

  bool is_person(const ActorEntry& entry, const std::vector<Coded>& coded, bool was_former) const {
    const auto all = [&](auto holds) { return std::all_of(coded.begin(), coded.end(), holds); };
    const auto has_no_offices = [](const Coded& each) {
      return each.actor.sphere == "MNC" || (each.actor.sphere.empty() && each.actor.office.empty());
    };
    if (!was_former && all(has_no_offices)) return false;
    const std::string name = without_titles(without_article(entry.phrases.front()));
    const Words words = split(name);
    if (words.empty()) return false;
    if (!knowledge_.persons_named(name).empty()) return true;
    const bool has_given_name = knowledge_.gender_of_given_name(words.front()) != Gender::unknown;
    for (const std::string& phrase : entry.phrases)
      if ((!has_given_name && is_acronym_of_another(phrase, entry.phrases)) || known(key_of(without_article(phrase)), is_organisation))
        return false;
    if (was_former) return words.size() < 2 || !has_body(words);
    return is_name_of_person(words, coded);
  }

  bool is_name_of_person(const Words& words, const std::vector<Coded>& coded) const {
    constexpr std::size_t kMostWords = 5;
    const bool has_given_name = knowledge_.gender_of_given_name(words.front()) != Gender::unknown;
    const auto any = [&](auto holds) { return std::any_of(words.begin(), words.end(), holds); };
    if (has_body(words) || is_word_for(key_of(words.front()), coded.front().actor.state)) return false;
    if (any([](const std::string& word) { return is_link(lower(word)) || word.find_first_of("0123456789()/") != std::string::npos; }))
      return false;
    if (is_dated_office(words, coded)) return has_given_name || (!is_common_noun(words.front()) && !is_office(words.back()));
    return has_given_name && words.size() > 1 && words.size() <= kMostWords &&
           !any([&](const std::string& word) { return is_common_noun(word); });
  }

  // Bodies of a state seldom have days, bands often do; of one word, parties that change sides.
  static bool is_dated_office(const Words& words, const std::vector<Coded>& coded) {
    return std::all_of(coded.begin(), coded.end(), [&](const Coded& each) {
      const bool is_alike = words.size() > 1 || each.actor.office == coded.front().actor.office;
      return !each.actor.is_group && (!each.from.empty() || !each.to.empty()) && is_alike;
    });
  }

  bool has_body(const Words& words) const { return is_of_many(words.front()) || is_of_many(words.back()); }

  bool is_office(const std::string& word) const {
    return known(key_of(word), [](const Entry& entry) { return entry.sense == Sense::office; }) != nullptr;
  }

  // "army", "rebels", but not "soldier", which may be a name.
  bool is_of_many(const std::string& word) const {
    const Entry* noun = common_noun(key_of(word));
    return noun && noun->sense == Sense::nominal && knowledge_.nominal(noun->row).kind != NominalKind::member;
  }

  // --- persons

  struct Office {
    std::string office;
    std::string of;
    std::string state;  // empty where an organisation's
    std::string code;
    Days days;
  };

  std::string organisation_named(const CodedActor& actor) const {
    const Entry* entry = known(key_of(actor.organisation_name), [&](const Entry& each) {
      return each.sense == Sense::organisation && knowledge_.organisation(each.row).code == actor.code();
    });
    return entry ? std::string(knowledge_.organisation(entry->row).id) : "";
  }

  std::vector<Office> offices_of(const ActorEntry& entry, const std::vector<Coded>& coded) {
    std::vector<Office> offices;
    for (const Coded& each : coded) {
      const CodedActor& actor = each.actor;
      const std::string of = actor.sphere.empty() ? actor.state : organisation_named(actor);
      if (of.empty()) {
        remark(entry.line, "a person of an organisation or state that is not known", entry.phrases.front() + ", " + actor.code());
        continue;
      }
      // An organisation gives its own code; whoever works for it holds some office there.
      const std::string office = actor.sectors.empty() && !actor.sphere.empty() ? "official" : actor.office;
      if (office.empty()) {
        remark(entry.line, "a person whose office cannot be told from the code", entry.phrases.front() + ", " + actor.code());
        continue;
      }
      if (!actor.sectors.empty()) sectors_of_offices_[office] = actor.sectors.front();
      offices.push_back({office, of, actor.state, actor.code(), {each.from, each.to}});
    }
    return offices;
  }

  void know_office(const std::string& office, const std::string& sector) {
    const bool is_known = known(key_of(office), [&](const Entry& entry) {
      return entry.sense == Sense::office && sector_of(entry) == sector && knowledge_.title(entry.row).office == office;
    });
    if (!is_known) row("offices.tsv", {office, office, sector, "own", "", options_.source});
  }

  const KnownPerson* known_person(const Words& names, const std::vector<Office>& offices) const {
    for (const std::string& name : names) {
      for (const KnownPerson* person : knowledge_.persons_named(name))
        for (const Term& term : person->terms)
          if (std::any_of(offices.begin(), offices.end(), [&](const Office& office) { return is_of_same(term, office); })) return person;
    }
    return nullptr;
  }

  bool is_of_same(const Term& term, const Office& office) const {
    const KnownOrganisation* organisation = knowledge_.organisation(term.of);
    return term.of == office.of ||
           (organisation && (organisation->code == office.code || (!office.state.empty() && organisation->country == office.state)));
  }

  void person(const ActorEntry& entry, const std::vector<Coded>& coded) {
    Words names;
    for (const std::string& phrase : entry.phrases) {
      const std::string name = as_name(without_titles(without_article(phrase)));
      if (name.empty()) remark(entry.line, "a title as another name of a person", phrase);
      else if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    const std::vector<Office> offices = offices_of(entry, coded);
    if (names.empty() || offices.empty()) return;
    std::stable_partition(names.begin(), names.end(), [](const std::string& name) { return name.find(' ') != std::string::npos; });
    if (const KnownPerson* person = known_person(names, offices)) add_to(*person, names, offices);
    else if (names.front().find(' ') == std::string::npos)
      remark(entry.line, "a person of whom one word is all that is told", entry.phrases.front());
    else add_person(entry.line, names, offices);
  }

  void add_to(const KnownPerson& person, const Words& names, const std::vector<Office>& offices) {
    const std::string id(person.id);
    bool added = false;
    for (const std::string& name : names) {
      const auto found = name.find(' ') == std::string::npos ? knowledge_.persons_by_surname(name) : knowledge_.persons_named(name);
      if (std::find(found.begin(), found.end(), &person) != found.end()) continue;
      row("person_names.tsv", {id, name, options_.source});
      added = true;
    }
    for (const Office& office : offices) {
      const bool overlaps = std::any_of(person.terms.begin(), person.terms.end(), [&](const Term& term) {
        return is_of_same(term, office) && (office.days.to.empty() || not_after(term.period.from, office.days.to)) &&
               (term.period.to.empty() || not_after(office.days.from, term.period.to));
      });
      if (overlaps) continue;
      terms_[{id, office.office, office.of}].push_back(office.days);
      added = true;
    }
    overlay_.known += !added;
  }

  void add_person(std::size_t line, const Words& names, const std::vector<Office>& offices) {
    const std::string& name = names.front();
    std::string& id = persons_[knowledge_.sound(name)];
    if (id.empty()) {
      id = fresh_id("person", line, name);
      const Words words = split(name);
      const Gender gender = knowledge_.gender_of_given_name(words.front());
      row("persons.tsv", {id, name, words.back(), gender == Gender::male ? "m" : gender == Gender::female ? "f" : "", "", options_.source});
    }
    for (std::size_t i = 1; i < names.size(); ++i)
      if (names[i] != split(name).back()) row("person_names.tsv", {id, names[i], options_.source});
    for (const Office& office : offices) terms_[{id, office.office, office.of}].push_back(office.days);
  }

  void write_terms() {
    for (auto& [office, periods] : terms_) {
      if (const auto sector = sectors_of_offices_.find(office[1]); sector != sectors_of_offices_.end())
        know_office(office[1], sector->second);
      row("shared_offices.tsv", {office[1], "", options_.source});
      for (const Days& days : merged(std::move(periods)))
        row("terms.tsv", {office[0], office[1], office[2], days.from, days.to, days.to.empty() ? std::max(options_.as_of, days.from) : "",
                          options_.source});
    }
  }

  // --- states, territories, organisations

  void everything_else(const ActorEntry& entry, const std::vector<Coded>& coded) {
    std::vector<Coded> bodies;
    for (const Coded& each : coded) {
      const CodedActor& actor = each.actor;
      const bool is_national = actor.sphere.empty() && !actor.state.empty();
      if (actor.sphere.empty() && actor.state.empty()) role_without_state(entry, each);
      else if (is_national && actor.sectors.empty() && actor.lost.empty()) words_for_state(entry, each);
      else if (is_national && actor.sectors == Words{"PRE"}) territory(entry, each);
      else if (is_national && actor.sectors.empty() && !codes_.read(actor.lost.front(), options_.scheme, knowledge_).state.empty())
        remark(entry.line, "a country or people within another", entry.phrases.front() + ", " + actor.state + actor.lost.front());
      else bodies.push_back(each);
    }
    if (!bodies.empty()) organisation(entry, bodies);
  }

  void role_without_state(const ActorEntry& entry, const Coded& coded) {
    if (!coded.from.empty() || !coded.to.empty()) remark(entry.line, "days of a role", entry.phrases.front());
    for (const std::string& phrase : entry.phrases) role(phrase, coded.actor.sectors.front());
  }

  void words_for_state(const ActorEntry& entry, const Coded& coded) {
    const std::string& state = coded.actor.state;
    const std::string_view name = knowledge_.state(state)->name;
    for (const std::string& phrase : entry.phrases) {
      const std::string key = key_of(without_article(phrase));
      if (key.empty()) remark(entry.line, "a name in letters that casus does not read", phrase);
      else if (is_word_for(key, state) || is_word_for(key_of(phrase), state)) ++overlay_.known;
      else if (is_common_noun(phrase)) remark(entry.line, "a common noun as a name", phrase);
      else {
        const bool is_adjective = key.find(' ') == std::string::npos && fold(name) != key && knowledge_.is_demonym_of(key, name);
        row("state_words.tsv",
            {state, is_adjective ? "adjective" : "short", name_among(phrase, entry.phrases), coded.from, coded.to, options_.source});
      }
    }
  }

  void territory(const ActorEntry& entry, const Coded& coded) {
    const std::string& head = entry.phrases.front();
    const auto is_known = [&](const std::string& phrase) {
      return is_word_for(key_of(without_article(phrase)), coded.actor.state) || !known_organisation(phrase, coded.actor).empty();
    };
    if (std::any_of(entry.phrases.begin(), entry.phrases.end(), is_known)) {
      overlay_.known += entry.phrases.size();
      return;
    }
    const std::string id = fresh_id("territory", entry.line, head);
    row("territories.tsv", {id, name_among(head, {}), coded.actor.state, "PRE", coded.from, coded.to, options_.source});
    for (std::size_t i = 1; i < entry.phrases.size(); ++i)
      row("territory_names.tsv", {id, "name", name_among(entry.phrases[i], entry.phrases), options_.source});
  }

  std::string fresh_id(const std::string& kind, std::size_t line, const std::string& name) {
    const std::string tail = slug(without_article(name));
    const std::string id = kind + "/" + options_.source + "/" + (tail.empty() ? "line-" + std::to_string(line) : tail);
    const std::size_t count = ++ids_[id];
    return count == 1 ? id : id + "-" + std::to_string(count);
  }

  std::string known_organisation(const std::string& phrase, const CodedActor& actor) const {
    const Entry* entry = known(key_of(without_article(phrase)), [&](const Entry& each) {
      if (each.sense != Sense::organisation) return false;
      const KnownOrganisation& organisation = knowledge_.organisation(each.row);
      return organisation.code == actor.code() || (!actor.state.empty() && organisation.country == actor.state) ||
             (!actor.sphere.empty() && organisation.country.empty());
    });
    return entry ? std::string(knowledge_.organisation(entry->row).id) : "";
  }

  void organisation(const ActorEntry& entry, const std::vector<Coded>& coded) {
    const CodedActor& actor = coded.front().actor;
    Words phrases;
    for (const std::string& phrase : entry.phrases) {
      if (key_of(without_article(phrase)).empty()) remark(entry.line, "a name in letters that casus does not read", phrase);
      else if (is_common_noun(without_article(phrase))) remark(entry.line, "a common noun as a name", phrase);
      else if (is_composed(phrase, actor) || is_word_for(key_of(without_article(phrase)), actor.state)) ++overlay_.known;
      else phrases.push_back(phrase);
    }
    if (phrases.empty()) return;
    for (const std::string& phrase : phrases)
      if (const std::string id = known_organisation(phrase, actor); !id.empty()) return name_organisation(id, phrases, actor);
    for (const Coded& each : coded) {
      const CodedActor& of_then = each.actor;
      const std::string id = fresh_id("organisation", entry.line, phrases.front());
      row("organisations.tsv",
          {id, name_among(phrases.front(), phrases), of_then.is_group ? "group" : "organisation", of_then.code(), of_then.state,
           of_then.sectors.empty() ? "" : of_then.sectors.front(), each.from, each.to, options_.source});
      if (of_then.sectors.size() > 1 && !of_then.sphere.empty()) remark(entry.line, "a second sector", phrases.front());
      for (std::size_t i = 1; i < phrases.size(); ++i)
        if (phrases[i] != phrases.front()) row("organisation_names.tsv", {id, "name", name_among(phrases[i], phrases), options_.source});
    }
  }

  void name_organisation(const std::string& id, const Words& phrases, const CodedActor& actor) {
    for (const std::string& phrase : phrases)
      if (known_organisation(phrase, actor).empty())
        row("organisation_names.tsv", {id, "name", name_among(phrase, phrases), options_.source});
      else ++overlay_.known;
  }

  // --- agents

  void take(const AgentEntry& entry) {
    const CodedActor actor = codes_.read(entry.code, options_.scheme, knowledge_);
    if (entry.goes_before || !actor.sphere.empty()) return remark(entry.line, "a role that is international", entry.phrase);
    if (!actor.state.empty()) return remark(entry.line, "a role with a state in its code", entry.phrase);
    if (actor.sectors.empty()) return remark(entry.line, "a code for which casus has none", entry.code);
    if (actor.sectors.size() > 1) remark(entry.line, "a second sector", entry.phrase + ", " + entry.code);
    role(entry.phrase, actor.sectors.front());
  }

  // A title or a noun, as the longest end of it that is known, or of what stands before "of": "DEPUTY ARMY CHIEF" is an office since
  // "army chief" is one.
  void role(const std::string& phrase, const std::string& sector) {
    const Words words = key_words(phrase);
    const std::string all = joined(words);
    if (all.empty()) return;
    if (known(all, [&](const Entry& entry) { return is_common(entry) && sector_of(entry) == sector; })) {
      ++overlay_.known;
      return;
    }
    for (const Words& part : {words, Words(words.begin(), std::find(words.begin(), words.end(), "of"))})
      for (std::size_t first = 0; first < part.size(); ++first) {
        const Entry* end = common_noun(joined(part, first));
        if (!end) continue;
        if (end->sense == Sense::nominal) return noun(all, knowledge_.nominal(end->row).kind, sector);
        return title(all, knowledge_.title(end->row), sector, first > 0 || part.size() < words.size());
      }
    noun(all, NominalKind::member, sector);
  }

  void noun(const std::string& words, NominalKind kind, const std::string& sector) {
    row("nominals.tsv", {words, std::string(kind_name(kind).value_or("member")), sector, "own", options_.source});
  }

  void title(const std::string& words, const Title& end, const std::string& sector, bool is_longer) {
    const std::string office = is_longer ? words : std::string(end.office);
    const std::string_view gender = end.gender == Gender::male ? "m" : end.gender == Gender::female ? "f" : "";
    row("offices.tsv", {words, office, sector, "own", std::string(gender), options_.source});
    if (is_longer && !end.office.empty()) row("office_kinds.tsv", {std::string(end.office), office, options_.source});
  }

  const ActorCodes& codes_;
  const Knowledge& knowledge_;
  const ImportOptions& options_;
  Overlay overlay_;
  std::vector<Remark> remarks_;
  std::map<std::string, std::string> persons_;  // from the sound of a name to the id
  std::map<std::string, std::string> sectors_of_offices_;
  std::map<std::string, std::size_t> ids_;                         // how often each was wanted
  std::map<std::array<std::string, 3>, std::vector<Days>> terms_;  // of a person, by office and whose it is
};

}  // namespace

std::string OverlayTable::text(const std::vector<std::string>& wanted) const {
  std::set<std::string> lines;
  for (const std::vector<std::string>& cells : rows) {
    std::string line;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      const auto column = std::find(columns.begin(), columns.end(), wanted[i]);
      if (i > 0) line += '\t';
      if (column != columns.end()) line += cells[static_cast<std::size_t>(column - columns.begin())];
    }
    lines.insert(std::move(line));
  }
  std::string text;
  for (std::size_t i = 0; i < wanted.size(); ++i) text += (i > 0 ? "\t" : "") + wanted[i];
  text += '\n';
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

Overlay import_dictionaries(const Dictionaries& dictionaries, const ActorCodes& codes, const Knowledge& knowledge,
                            const ImportOptions& options) {
  return Importer(codes, knowledge, options).import(dictionaries);
}

std::string latest_day(const std::vector<ActorDictionary>& actors, std::string_view today) {
  std::string latest;
  for (const ActorDictionary& dictionary : actors)
    for (const ActorEntry& entry : dictionary.entries)
      for (const CodedPeriod& period : entry.codes)
        for (const std::string& day : {period.from, period.to})
          if (day <= today && day > latest) latest = day;
  return latest;
}

}  // namespace casus
