#include "statements/contents.h"

#include <algorithm>
#include <map>

#include "core/unicode.h"

namespace casus {
namespace {

// Of a quoted sentence that only its neighbour tells the speaker of.
constexpr double kNeighbourConfidence = 0.6;

bool is_word(const Token& token, const Document& document) {
  for (std::size_t at = token.span.start; at < token.span.end; ++at)
    if (is_letter(document.text[at]) || is_digit(document.text[at])) return true;
  return false;
}

bool is_mark_token(const Token& token, const Document& document) {
  for (std::size_t at = token.span.start; at < token.span.end; ++at)
    if (!is_quotation_mark(document.text[at])) return false;
  return token.span.length() > 0;
}

bool is_loose_end(const Token& token) {
  for (const std::string_view mark : {",", ".", ":", ";", "-", "--", "–", "—", "―"})
    if (token.form == mark) return true;
  return false;
}

class Trimmer {
 public:
  Trimmer(const Document& document, const Tokens& tokens, const Quotations& quotations)
      : document_(document), all_(tokens.tokens), quotations_(quotations) {}

  TokenRange trim(TokenRange range) const {
    for (TokenRange before; before != range && range.size() > 0;) {
      before = range;
      if (is_loose_end(all_[range.first])) ++range.first;
      if (range.size() > 0 && is_loose_end(all_[range.last - 1])) --range.last;
      range = without_marks(range);
    }
    return range;
  }

 private:
  TokenRange without_marks(TokenRange range) const {
    const bool opens = range.size() > 0 && is_mark_token(all_[range.first], document_) && has_partner_at_end(range);
    if (opens) ++range.first;
    const bool closes = range.size() > 0 && is_mark_token(all_[range.last - 1], document_) && has_partner_at_start(range);
    if (closes) --range.last;
    return range;
  }

  // The opening mark's quotation ends with the range or beyond it.
  bool has_partner_at_end(const TokenRange& range) const {
    const auto quotation = range.first + 1 < all_.size() ? quotations_.of_token(range.first + 1) : std::nullopt;
    return !quotation || quotations_.all()[*quotation].tokens.last + 1 >= range.last;
  }

  // The closing mark's quotation begins before the range, or with it.
  bool has_partner_at_start(const TokenRange& range) const {
    const auto quotation = range.last >= 2 ? quotations_.of_token(range.last - 2) : std::nullopt;
    return !quotation || quotations_.all()[*quotation].tokens.first <= range.first;
  }

  const Document& document_;
  const std::vector<Token>& all_;
  const Quotations& quotations_;
};

std::vector<TokenRange> cut_at_paragraphs(const std::vector<TokenRange>& ranges, const Tokens& tokens) {
  std::vector<TokenRange> cut;
  for (const TokenRange& range : ranges)
    for (std::size_t at = range.first; at < range.last; ++at) {
      if (at == range.first || tokens.tokens[at].paragraph_start) cut.push_back({at, at});
      cut.back().last = at + 1;
    }
  return cut;
}

class Carrier {
 public:
  Carrier(std::vector<Proposal>& proposals, const Document& document, const Tokens& tokens, const Tree& tree, const Quotations& quotations)
      : proposals_(proposals), document_(document), tokens_(tokens), tree_(tree), quotations_(quotations), owner_(quotations.all().size()) {
    read_places();
    said_by_.resize(tokens.tokens.size());
    for (std::size_t i = 0; i < proposals.size(); ++i) mark_content(i);
    for (std::size_t i = 0; i < proposals.size(); ++i)
      if (!proposals[i].cue.empty()) by_sentence_[tokens.sentence_of(proposals[i].cue.front().first)].push_back(i);
    additions_.resize(proposals.size());
  }

  void carry() {
    const auto& all = quotations_.all();
    for (std::size_t q = 0; q < all.size(); ++q) {
      if (all[q].tokens.size() == 0) continue;
      owner_[q] = speaker_inside(q);
      if (!owner_[q] && all[q].continues) owner_[q] = owner_[*all[q].continues];
      if (!owner_[q]) owner_[q] = split_by_cue(q);
      if (!owner_[q] && is_standalone(q)) owner_[q] = neighbour(q);
      if (owner_[q]) fill(q, *owner_[q]);
    }
    for (std::size_t i = 0; i < proposals_.size(); ++i)
      if (!additions_[i].empty()) add_words(proposals_[i].content, additions_[i], tokens_);
  }

 private:
  void read_places() {
    std::size_t word = kRoot, paragraph = 0;
    for (std::size_t at = 0; at < tokens_.tokens.size(); ++at) {
      word_before_.push_back(word);
      if (tokens_.tokens[at].paragraph_start) paragraph = at;
      paragraph_.push_back(paragraph);
      if (is_word(tokens_.tokens[at], document_)) word = at;
    }
  }

  const std::vector<std::size_t>& in_sentence(std::size_t sentence) const {
    static const std::vector<std::size_t> none;
    const auto found = by_sentence_.find(sentence);
    return found == by_sentence_.end() ? none : found->second;
  }

  void mark_content(std::size_t proposal) {
    for (const TokenRange& range : proposals_[proposal].content)
      for (std::size_t at = range.first; at < range.last; ++at)
        if (!said_by_[at] || is_outer(proposal, *said_by_[at])) said_by_[at] = proposal;
  }

  // The cue of `inner` stands in what `outer` says.
  bool is_outer(std::size_t outer, std::size_t inner) const {
    const Proposal& p = proposals_[inner];
    return !p.cue.empty() && holds(proposals_[outer].content, p.cue.front().first);
  }

  bool cue_inside(std::size_t proposal, std::size_t quotation) const {
    const Proposal& p = proposals_[proposal];
    return !p.cue.empty() && quotations_.of_token(p.cue.front().first) == quotation;
  }

  // Who says its first attributed words, unless those words are themselves about a saying within the quotation.
  std::optional<std::size_t> speaker_inside(std::size_t q) const {
    const TokenRange& tokens = quotations_.all()[q].tokens;
    for (std::size_t at = tokens.first; at < tokens.last; ++at)
      if (said_by_[at] && !cue_inside(*said_by_[at], q)) return said_by_[at];
    return std::nullopt;
  }

  // "We stay," he said, "until the end.": the words before the mark are cue and source of a quotation of the same sentence.
  std::optional<std::size_t> split_by_cue(std::size_t q) const {
    const std::size_t first = quotations_.all()[q].tokens.first;
    const std::size_t before = word_before_[first];
    if (before == kRoot || q == 0 || tokens_.sentence_of(before) != tokens_.sentence_of(first)) return std::nullopt;
    for (const std::size_t i : in_sentence(tokens_.sentence_of(before))) {
      const Proposal& p = proposals_[i];
      const bool ends_with_cue = holds(p.cue, before) || holds(p.source, before);
      if (ends_with_cue && !p.content.empty() && p.content.front().first < first && quotations_.of_token(p.content.front().last - 1))
        return i;
    }
    return std::nullopt;
  }

  // All words of its first sentence, up to its own end, are quoted.
  bool is_standalone(std::size_t q) const {
    const TokenRange& tokens = quotations_.all()[q].tokens;
    const TokenRange sentence = tokens_.sentences[tokens_.sentence_of(tokens.first)];
    for (std::size_t at = sentence.first; at < sentence.last; ++at)
      if (is_word(tokens_.tokens[at], document_) && quotations_.of_token(at) != q) return false;
    return true;
  }

  std::optional<std::size_t> neighbour(std::size_t q) {
    const std::size_t first = quotations_.all()[q].tokens.first;
    const std::size_t before = word_before_[first];
    if (before == kRoot) return std::nullopt;
    if (const auto quotation = quotations_.of_token(before); quotation && owner_[*quotation]) return owner_[*quotation];
    const std::size_t sentence = tokens_.sentence_of(before);
    if (const auto speaker = quoted_in(sentence)) return speaker;
    if (paragraph_[before] != paragraph_[first]) return std::nullopt;
    return introduced_by(tokens_.sentences[sentence]);
  }

  // The one whose cue stands in the sentence with some quoted content.
  std::optional<std::size_t> quoted_in(std::size_t sentence) const {
    const auto& candidates = in_sentence(sentence);
    for (auto i = candidates.rbegin(); i != candidates.rend(); ++i)
      if (!quotations_.of_token(proposals_[*i].cue.front().first) && says_quoted_words(*i, tokens_.sentences[sentence])) return *i;
    return std::nullopt;
  }

  bool says_quoted_words(std::size_t proposal, const TokenRange& sentence) const {
    for (std::size_t at = sentence.first; at < sentence.last; ++at)
      if (quotations_.of_token(at) && said_by_[at] == proposal) return true;
    return false;
  }

  // The subject of a sentence that is not itself a statement: a new proposal.
  std::optional<std::size_t> introduced_by(const TokenRange& sentence) {
    std::size_t root = kRoot;
    for (std::size_t at = sentence.first; at < sentence.last; ++at)
      if (tree_.word(at).head == kRoot) root = at;
    if (root == kRoot) return std::nullopt;
    const auto subjects = tree_.children(root, "nsubj");
    if (subjects.empty()) return std::nullopt;
    const Word& subject = tree_.word(subjects.front());
    if (subject.upos != "PROPN" && subject.lemma != "he" && subject.lemma != "she") return std::nullopt;
    Proposal p;
    p.source = ranges_of(tree_.subtree(subjects.front()), tokens_);
    p.source_heads = {subjects.front()};
    p.confidence = kNeighbourConfidence;
    proposals_.push_back(std::move(p));
    additions_.emplace_back();
    return proposals_.size() - 1;
  }

  // What of the quotation nobody is known to say is said by the owner.
  void fill(std::size_t q, std::size_t owner) {
    const TokenRange tokens = quotations_.all()[q].tokens;
    for (std::size_t at = tokens.first; at < tokens.last; ++at) {
      const auto said_by = said_by_[at];
      const bool by_another = said_by && *said_by != owner && !is_outer(owner, *said_by) && !cue_inside(*said_by, q);
      if (!by_another) additions_[owner].push_back(at);
    }
  }

  std::vector<Proposal>& proposals_;
  const Document& document_;
  const Tokens& tokens_;
  const Tree& tree_;
  const Quotations& quotations_;
  std::vector<std::optional<std::size_t>> said_by_;              // of each token, the outermost proposal whose content it is
  std::vector<std::optional<std::size_t>> owner_;                // of each quotation
  std::map<std::size_t, std::vector<std::size_t>> by_sentence_;  // the proposals with a cue in it
  std::vector<std::vector<std::size_t>> additions_;              // tokens to add to the content of each proposal
  std::vector<std::size_t> word_before_;                         // of each token; kRoot where none is
  std::vector<std::size_t> paragraph_;                           // of each token, the first token of its paragraph
};

}  // namespace

std::vector<TokenRange> trimmed(const std::vector<TokenRange>& ranges, const Document& document, const Tokens& tokens,
                                const Quotations& quotations) {
  const Trimmer trimmer(document, tokens, quotations);
  std::vector<TokenRange> kept;
  for (const TokenRange& range : cut_at_paragraphs(ranges, tokens)) {
    const TokenRange trimmed_range = trimmer.trim(range);
    for (std::size_t at = trimmed_range.first; at < trimmed_range.last; ++at)
      if (is_word(tokens.tokens[at], document)) {
        kept.push_back(trimmed_range);
        break;
      }
  }
  return kept;
}

std::optional<SpeechForm> form_of(const std::vector<TokenRange>& content, const Document& document, const Tokens& tokens,
                                  const Quotations& quotations) {
  std::size_t words = 0, quoted = 0;
  for (const TokenRange& range : content)
    for (std::size_t at = range.first; at < range.last; ++at) {
      const Token& token = tokens.tokens[at];
      if (!is_word(token, document)) continue;
      const bool first_that = (content.size() > 1 || content.front().size() > 1) && at == content.front().first &&
                              lower(token.form) == "that" && !quotations.of_token(at);
      if (first_that) continue;
      ++words;
      quoted += quotations.of_token(at) ? 1 : 0;
    }
  if (words == 0) return std::nullopt;
  if (quoted == 0) return SpeechForm::indirect;
  return quoted == words ? SpeechForm::direct : SpeechForm::mixed;
}

void carry_on_quotations(std::vector<Proposal>& proposals, const Document& document, const Tokens& tokens, const Tree& tree,
                         const Quotations& quotations) {
  Carrier(proposals, document, tokens, tree, quotations).carry();
}

}  // namespace casus
