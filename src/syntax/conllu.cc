#include "syntax/conllu.h"

#include <charconv>
#include <optional>

#include "core/unicode.h"

namespace casus {
namespace {

constexpr std::size_t kColumns = 10;

std::vector<std::string> columns_of(std::string_view line, ConlluStyle style) {
  std::vector<std::string> columns;
  const std::string_view separators = style == ConlluStyle::strict ? "\t" : "\t ";
  std::size_t at = 0;
  while (at <= line.size()) {
    const std::size_t end = std::min(line.find_first_of(separators, at), line.size());
    if (style == ConlluStyle::strict || end > at) columns.emplace_back(line.substr(at, end - at));
    at = end + 1;
  }
  if (style == ConlluStyle::loose && columns.size() < kColumns) columns.resize(kColumns, "_");
  return columns;
}

std::optional<std::size_t> number(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string known(const std::string& column) { return column == "_" ? std::string() : column; }

// Takes SpaceAfter=No out of a MISC column.
bool take_space_after(std::string& misc) {
  const std::string mark = "SpaceAfter=No";
  const std::size_t at = misc.find(mark);
  if (at == std::string::npos) return true;
  const bool last = at + mark.size() == misc.size();
  misc.erase(last && at > 0 ? at - 1 : at, mark.size() + (last && at == 0 ? 0 : 1));
  if (misc.empty()) misc = "_";
  return false;
}

class Reader {
 public:
  Reader(std::string_view origin, ConlluStyle style) : origin_(origin), style_(style) {}

  Result<Conllu> read(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && !failure_) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      std::string_view line = text.substr(at, end - at);
      if (line.ends_with('\r')) line.remove_suffix(1);
      ++line_;
      take(line);
      at = end + 1;
    }
    end_sentence();
    if (failure_) return *failure_;
    out_.document.info.text = to_utf8(out_.document.text);
    return std::move(out_);
  }

 private:
  void fail(const std::string& what) {
    if (!failure_) failure_ = Error{std::string(origin_) + ":" + std::to_string(line_) + ": " + what};
  }

  void take(std::string_view line) {
    if (style_ == ConlluStyle::loose)
      while (line.starts_with(' ')) line.remove_prefix(1);
    if (line.empty()) return end_sentence();
    if (line.starts_with('#')) return take_comment(line);
    take_row(columns_of(line, style_));
  }

  void take_comment(std::string_view line) {
    if (line.starts_with("# newdoc")) paragraph_ = document_ = true;
    if (line.starts_with("# newpar")) paragraph_ = true;
    constexpr std::string_view sent_id = "# sent_id = ";
    if (line.starts_with(sent_id)) sentence_id_ = line.substr(sent_id.size());
  }

  void take_row(std::vector<std::string> columns) {
    if (columns.size() != kColumns)
      return fail("expected " + std::to_string(kColumns) + " tab-separated columns, found " + std::to_string(columns.size()));
    const std::string& id = columns[0];
    if (id.find('.') != std::string::npos) return;
    if (const std::size_t dash = id.find('-'); dash != std::string::npos) return begin_multiword(columns, id.substr(dash + 1));
    add_token(columns);
  }

  void begin_multiword(std::vector<std::string>& columns, const std::string& last) {
    const auto until = number(last);
    const auto form = from_utf8(columns[1]);
    if (!until || !form) return fail("a broken multi-word token");
    multiword_last_ = *until;
    multiword_form_ = *form;
    multiword_at_ = 0;
    multiword_space_ = take_space_after(columns[9]);
  }

  void begin_sentence() {
    sentence_start_ = out_.tokens.tokens.size();
    in_sentence_ = true;
    if (document_) out_.document_starts.push_back(out_.tokens.sentences.size());
    if (out_.document.text.empty()) return;
    while (!out_.document.text.empty() && out_.document.text.back() == U' ') out_.document.text.pop_back();
    out_.document.text += paragraph_ ? U"\n\n" : space_ ? U" " : U"";
  }

  void add_token(std::vector<std::string>& columns) {
    const bool first = !in_sentence_;
    if (first) begin_sentence();
    const auto id = number(columns[0]);
    if (!id || *id != out_.tokens.tokens.size() - sentence_start_ + 1) return fail("token " + columns[0] + " is out of order");
    const auto form = from_utf8(columns[1]);
    if (!form || form->empty()) return fail("the form is empty or not UTF-8");
    bool space = take_space_after(columns[9]);
    Token token{.form = columns[1], .paragraph_start = first && paragraph_};
    token.span = place(*form, *id, space);
    token.space_after = space;
    if (space) out_.document.text += U' ';
    space_ = space;
    out_.tokens.tokens.push_back(std::move(token));
    add_word(columns);
  }

  // Where the words of a multi-word token spell it they share its characters; else each gets the whole.
  Span place(const std::u32string& form, std::size_t id, bool& space) {
    std::u32string& text = out_.document.text;
    if (id > multiword_last_ || multiword_form_.empty()) {
      const std::size_t start = text.size();
      text += form;
      return {start, text.size()};
    }
    if (multiword_at_ == 0 && multiword_start_id_ == 0) {
      multiword_start_id_ = id;
      multiword_start_ = text.size();
      text += multiword_form_;
    }
    Span span{multiword_start_, multiword_start_ + multiword_form_.size()};
    if (multiword_form_.compare(multiword_at_, form.size(), form) == 0) {
      span = {multiword_start_ + multiword_at_, multiword_start_ + multiword_at_ + form.size()};
      multiword_at_ += form.size();
    }
    const bool last = id == multiword_last_;
    space = last && multiword_space_;
    if (last) end_multiword();
    return span;
  }

  void end_multiword() {
    multiword_last_ = 0;
    multiword_start_id_ = 0;
    multiword_form_.clear();
  }

  void add_word(const std::vector<std::string>& columns) {
    Word word{.lemma = known(columns[2]),
              .upos = known(columns[3]),
              .xpos = known(columns[4]),
              .feats = columns[5],
              .relation = known(columns[7])};
    if (columns[6] != "_") {
      const auto head = number(columns[6]);
      if (!head) return fail("head " + columns[6] + " is not a number");
      if (*head > 0) word.head = sentence_start_ + *head - 1;
    }
    out_.parse.words.push_back(std::move(word));
    out_.misc.push_back(columns[9]);
  }

  void end_sentence() {
    if (!in_sentence_ || failure_) return;
    const std::size_t end = out_.tokens.tokens.size();
    for (std::size_t i = sentence_start_; i < end && i < out_.parse.words.size(); ++i)
      if (out_.parse.words[i].head != kRoot && (out_.parse.words[i].head >= end || !reaches_root(i)))
        return fail("the heads of the sentence that ends here are no tree");
    out_.tokens.sentences.push_back({sentence_start_, end});
    out_.sentence_ids.push_back(std::move(sentence_id_));
    sentence_id_.clear();
    in_sentence_ = paragraph_ = document_ = false;
    end_multiword();
  }

  bool reaches_root(std::size_t token) const {
    std::size_t steps = 0;
    for (std::size_t at = token; at != kRoot; at = out_.parse.words[at].head)
      if (at >= out_.parse.words.size() || ++steps > out_.parse.words.size() - sentence_start_) return false;
    return true;
  }

  std::string_view origin_;
  ConlluStyle style_;
  Conllu out_;
  std::optional<Error> failure_;
  std::size_t line_ = 0;
  std::size_t sentence_start_ = 0;
  std::string sentence_id_;
  bool in_sentence_ = false;
  bool paragraph_ = false;
  bool document_ = false;
  bool space_ = true;
  std::size_t multiword_last_ = 0;
  std::size_t multiword_start_id_ = 0;
  std::size_t multiword_start_ = 0;
  std::size_t multiword_at_ = 0;
  bool multiword_space_ = true;
  std::u32string multiword_form_;
};

std::string or_underscore(const std::string& value) { return value.empty() ? "_" : value; }

// A column may not hold what separates columns and rows.
std::string cell(std::string value) {
  for (char& c : value)
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  return or_underscore(value);
}

std::string misc_column(const Token& token, std::string misc) {
  if (token.space_after) return or_underscore(misc);
  return misc.empty() || misc == "_" ? "SpaceAfter=No" : misc + "|SpaceAfter=No";
}

}  // namespace

Result<Conllu> read_conllu(std::string_view text, std::string_view origin, ConlluStyle style) { return Reader(origin, style).read(text); }

std::string write_conllu(const Document& document, const Tokens& tokens, const Parse& parse, const std::vector<std::string>& misc,
                         const std::vector<std::string>& sentence_ids) {
  std::string out;
  for (std::size_t s = 0; s < tokens.sentences.size(); ++s) {
    const TokenRange sentence = tokens.sentences[s];
    if (s == 0 && !document.info.id.empty()) out += "# newdoc id = " + cell(document.info.id) + "\n";
    if (tokens.tokens[sentence.first].paragraph_start) out += "# newpar\n";
    const bool named = s < sentence_ids.size() && !sentence_ids[s].empty();
    out += "# sent_id = " + (named ? cell(sentence_ids[s]) : std::to_string(s + 1)) +
           "\n# text = " + cell(slice(document, tokens.span(sentence))) + "\n";
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
      const Token& token = tokens.tokens[i];
      const Word& word = parse.words[i];
      const std::string head = word.relation.empty() ? "_" : std::to_string(word.head == kRoot ? 0 : word.head - sentence.first + 1);
      const std::string columns[] = {std::to_string(i - sentence.first + 1),
                                     cell(token.form),
                                     cell(word.lemma),
                                     or_underscore(word.upos),
                                     or_underscore(word.xpos),
                                     or_underscore(word.feats),
                                     head,
                                     or_underscore(word.relation),
                                     "_",
                                     misc_column(token, i < misc.size() ? misc[i] : "")};
      for (std::size_t c = 0; c < kColumns; ++c) out += columns[c] + (c + 1 < kColumns ? "\t" : "\n");
    }
    out += "\n";
  }
  return out;
}

}  // namespace casus
