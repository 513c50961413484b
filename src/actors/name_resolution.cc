#include "actors/name_resolution.h"

#include <algorithm>

#include "actors/recognition.h"
#include "actors/sectors.h"
#include "core/unicode.h"

namespace casus {
namespace {

const std::string kWithoutState = "without state ";
const std::string kLastWord = "last word ";

std::vector<std::string> split_words(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    if (end > start) words.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return words;
}

std::string initials(const std::string& name) {
  std::string letters;
  for (const std::string& word : split_words(name))
    if (word[0] >= 'A' && word[0] <= 'Z') letters += word[0];
  return letters;
}

// By its id where it is known, else by its name, and by the acronym that it is or makes: "Popular Front of Lutz", "PFL".
std::vector<std::string> organisation_keys(const Mark& mark, const std::string& name) {
  const bool known = !mark.knowledge_id.empty();
  std::vector<std::string> keys{known ? mark.knowledge_id : "organisation " + fold(name)};
  const std::string acronym = is_acronym(name) ? name : initials(name);
  if (acronym.size() > 1) keys.push_back("acronym " + acronym);
  return keys;
}

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool name_fits(const std::vector<std::string>& known, const std::vector<std::string>& name, bool by_any_word) {
  if (known.size() > 1 && name.size() > 1) {
    if (known.back() != name.back()) return known == name;
    const std::string& a = known.front();
    const std::string& b = name.front();
    return a == b || (std::min(a.size(), b.size()) == 1 && a[0] == b[0]) || contains(known, b) || contains(name, a);
  }
  const auto& longer = known.size() > name.size() ? known : name;
  const auto& shorter = known.size() > name.size() ? name : known;
  return longer.back() == shorter.back() || (by_any_word && contains(longer, shorter.back()));
}

}  // namespace

NameResolution::NameResolution(const ParsedReport& report, Drafts& drafts) : report_(report), drafts_(drafts) {
  for (std::size_t m = 0; m < drafts.marks(); ++m) {
    const Mark& mark = drafts.mark(m);
    if (mark.thing == Thing::person && mark.name.size() > 1) surnames_.insert(fold(split_words(report.text(mark.name)).back()));
  }
}

// "Clinton campaign" in a headline, where the report tells of Hillary Clinton.
bool NameResolution::is_surname(const Mark& mark) const {
  return mark.thing == Thing::place && mark.knowledge_id.empty() && mark.country.empty() &&
         surnames_.contains(fold(report_.text(mark.name)));
}

void NameResolution::resolve(std::size_t m) {
  const Mark& mark = drafts_.mark(m);
  if (mark.thing == Thing::person || is_surname(mark)) drafts_.link(m, person(m));
  else if (mark.thing == Thing::state && !mark.country.empty()) drafts_.link(m, drafts_.state(mark.country));
  else if (mark.thing == Thing::organisation) drafts_.link(m, organisation(m));
  else if (mark.thing == Thing::territory) drafts_.link(m, territory(m));
  else if (mark.thing == Thing::place) drafts_.link(m, place(m));
}

DraftId NameResolution::organisation(std::size_t m) {
  const Mark& mark = drafts_.mark(m);
  const std::string name = report_.text(mark.name);
  const std::vector<std::string> keys = organisation_keys(mark, name);
  for (const std::string& key : keys)
    for (const DraftId d : drafts_.indexed(key)) {
      Actor& actor = drafts_[d].actor;
      if (mark.knowledge_id.empty() && actor.country && !mark.country.empty() && *actor.country != mark.country) continue;
      if (mark.knowledge_id.empty() ? actor.knowledge_id && !is_acronym(name) : actor.knowledge_id != mark.knowledge_id) continue;
      if (name.size() > actor.name.size() && mark.form == MentionForm::name) actor.name = name;
      if (!actor.country && !mark.country.empty()) set_codes(actor, mark.country, mark.sector, mark.code);
      for (const std::string& also : keys) drafts_.index(also, d);
      return d;
    }
  if (const DraftId named = named_with_state(mark, name); named != kNoDraft) return named;
  if (const auto& named = drafts_.indexed(kLastWord + fold(name)); mark.knowledge_id.empty() && named.size() == 1) return named.front();
  for (const std::string& key : keys) drafts_.index(key, drafts_.size());
  if (const std::string bare = without_state(name); !bare.empty()) drafts_.index(kWithoutState + fold(bare), drafts_.size());
  if (const std::vector<std::string> words = split_words(name); words.size() > 1)
    drafts_.index(kLastWord + fold(words.back()), drafts_.size());
  Draft draft;
  draft.thing = Thing::organisation;
  draft.actor.kind = mark.kind;
  draft.actor.name = name;
  if (!mark.knowledge_id.empty()) draft.actor.knowledge_id = mark.knowledge_id;
  set_codes(draft.actor, mark.country, mark.sector, mark.code);
  if (draft.actor.code && is_whole_code(draft.actor)) drafts_.index("code " + *draft.actor.code, drafts_.size());
  return drafts_.add(std::move(draft));
}

// "the Free Army" after "the Ruritanian Free Army", whoever else has the bare name.
DraftId NameResolution::named_with_state(const Mark& mark, const std::string& name) const {
  const auto& named = drafts_.indexed(kWithoutState + fold(name));
  return mark.form != MentionForm::name || named.empty() ? kNoDraft : named.front();
}

// "Free Army" of "Ruritanian Free Army"; empty where the name has no state's adjective before it.
std::string NameResolution::without_state(const std::string& name) const {
  const auto space = name.find(' ');
  if (space == std::string::npos) return "";
  const auto entries = report_.knowledge().find(fold(name.substr(0, space)));
  const bool state = std::any_of(entries.begin(), entries.end(), [](const Entry& entry) { return entry.sense == Sense::adjective; });
  return state ? name.substr(space + 1) : "";
}

DraftId NameResolution::named_with_noun(std::size_t m, std::size_t sentences) const {
  const Mark& mark = drafts_.mark(m);
  if (!mark.definite || mark.plural) return kNoDraft;
  return drafts_.look_back(m, sentences, [&](const Mark& other, DraftId d) {
    const Draft& draft = drafts_[d];
    if (draft.thing != Thing::organisation || other.thing != Thing::organisation) return false;
    const bool other_trade =
        !mark.sector.empty() && !draft.actor.sectors.empty() && draft.actor.sectors.front() != mark.sector && is_of_state(mark.sector);
    return !other_trade && (" " + fold(draft.actor.name) + " ").find(" " + mark.lemma + " ") != std::string::npos;
  });
}

// "the Union of Coal Miners (UCM)": whose acronym stands in the report as a name of its own.
DraftId NameResolution::known_by_acronym(const Mark& mark) {
  constexpr std::size_t kShortest = 3;
  const std::string letters = initials(report_.text(mark.name));
  if (letters.size() < kShortest || drafts_.indexed("acronym " + letters).empty()) return kNoDraft;
  const DraftId d = drafts_.indexed("acronym " + letters).front();
  Actor& actor = drafts_[d].actor;
  if (!actor.country) set_codes(actor, mark.country, mark.sector, mark.code);
  actor.name = report_.text(report_.without_article(mark.name));
  return d;
}

DraftId NameResolution::person(std::size_t m) {
  const Mark& mark = drafts_.mark(m);
  const std::vector<std::string> sounds = split_words(report_.knowledge().sound(report_.text(mark.name)));
  if (sounds.empty()) return kNoDraft;
  const DraftId known = known_person(sounds, mark);
  const DraftId d = known != kNoDraft
                        ? known
                        : drafts_.add(Draft{.actor = Actor{.name = report_.text(mark.name)}, .thing = Thing::person, .sounds = sounds});
  Draft& draft = drafts_[d];
  if (sounds.size() > draft.sounds.size()) {
    draft.sounds = sounds;
    draft.actor.name = report_.text(mark.name);
  }
  for (const std::string& sound : sounds) drafts_.index("person " + sound, d);
  drafts_.add_titles(draft.actor, mark);
  return d;
}

// The person that a name means again: the last one mentioned whose name it fits, but for a namesake who is named far more often ("Heidi
// Cruz" in a report on Ted Cruz).
DraftId NameResolution::known_person(const std::vector<std::string>& sounds, const Mark& mark) const {
  constexpr std::size_t kFarMoreOften = 3;
  for (const bool by_any_word : {false, true}) {
    DraftId best = kNoDraft;
    for (const DraftId d : drafts_.indexed("person " + sounds.back())) {
      const Draft& draft = drafts_[d];
      if (!name_fits(draft.sounds, sounds, by_any_word)) continue;
      if (mark.gender != Gender::unknown && draft.gender != Gender::unknown && mark.gender != draft.gender) continue;
      const auto is_aside = [&](const Draft& one, const Draft& other) {
        return sounds.size() == 1 && other.marks.size() >= kFarMoreOften * one.marks.size();
      };
      if (best == kNoDraft || is_aside(drafts_[best], draft) ||
          (draft.marks.back() > drafts_[best].marks.back() && !is_aside(draft, drafts_[best])))
        best = d;
    }
    if (best != kNoDraft) return best;
  }
  return kNoDraft;
}

DraftId NameResolution::territory(std::size_t m) {
  const Mark& mark = drafts_.mark(m);
  if (const auto& known = drafts_.indexed(mark.knowledge_id); !known.empty()) {
    Actor& actor = drafts_[known.front()].actor;
    if (mark.standing == 0 && mark.name.size() > 1 && actor.name.size() < report_.text(mark.name).size())
      actor.name = report_.text(mark.name);
    return known.front();
  }
  drafts_.index(mark.knowledge_id, drafts_.size());
  Draft draft;
  draft.thing = Thing::territory;
  draft.actor.kind = ActorKind::place;
  draft.actor.name = mark.standing == 0 ? report_.text(mark.name) : std::string(report_.knowledge().territory(mark.knowledge_id)->name);
  draft.actor.knowledge_id = mark.knowledge_id;
  set_codes(draft.actor, mark.country, mark.sector, "");
  return drafts_.add(std::move(draft));
}

// A town or region, or a country that is not known, by its name.
DraftId NameResolution::place(std::size_t m) {
  const Mark& mark = drafts_.mark(m);
  const std::string name = report_.text(mark.name);
  const std::string key = mark.knowledge_id.empty() ? "place " + fold(name) : mark.knowledge_id;
  if (const auto& known = drafts_.indexed(key); !known.empty()) return known.front();
  drafts_.index(key, drafts_.size());
  Draft draft;
  draft.thing = Thing::place;
  draft.actor.kind = ActorKind::place;
  draft.actor.name = name;
  if (!mark.knowledge_id.empty()) draft.actor.knowledge_id = mark.knowledge_id;
  set_codes(draft.actor, mark.country, "", "");
  return drafts_.add(std::move(draft));
}

}  // namespace casus
