#include "timeplace/dates.h"

#include <gtest/gtest.h>

#include <sstream>

#include "syntax/conllu.h"

namespace casus {
namespace {

Dates found_dates(const Conllu& text) {
  static const auto rules = TimeRules::load("rules/time");
  EXPECT_TRUE(rules) << (rules ? "" : rules.error().message);
  return find_dates(text.document, text.tokens, text.parse, *rules);
}

enum class Verb { past, present, future, may, agreed_to };

struct Row {
  std::string form, lemma, upos, xpos;
  std::size_t head = 0;
  std::string relation;
};

std::vector<std::string> split_words(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

bool is_preposition(const std::string& word) {
  for (const char* known : {"on", "in", "since", "during", "until", "before", "over", "at", "by"})
    if (word == known) return true;
  return false;
}

// "Envoys <verb> <time> ." with `time` as an oblique of the verb; its last word is its head.
std::string clause(Verb verb, const std::string& time) {
  std::vector<Row> rows = {{"Envoys", "envoy", "NOUN", "NNS", 0, "nsubj"}};
  if (verb == Verb::future) rows.push_back({"will", "will", "AUX", "MD", 0, "aux"});
  if (verb == Verb::may) rows.push_back({"may", "may", "AUX", "MD", 0, "aux"});
  if (verb == Verb::agreed_to) {
    rows.push_back({"agreed", "agree", "VERB", "VBD", 0, "root"});
    rows.push_back({"to", "to", "PART", "TO", 4, "mark"});
    rows.push_back({"meet", "meet", "VERB", "VB", 2, "xcomp"});
  } else if (verb == Verb::past) {
    rows.push_back({"met", "meet", "VERB", "VBD", 0, "root"});
  } else if (verb == Verb::present) {
    rows.push_back({"meet", "meet", "VERB", "VBP", 0, "root"});
  } else {
    rows.push_back({"meet", "meet", "VERB", "VB", 0, "root"});
  }
  const std::size_t main = rows.size();
  rows[0].head = verb == Verb::agreed_to ? 2 : main;
  if (rows[1].relation == "aux") rows[1].head = main;
  const auto words = split_words(time);
  const std::size_t top = main + words.size();
  for (const std::string& word : words)
    rows.push_back({word, word, is_preposition(word) ? "ADP" : "PROPN", is_preposition(word) ? "IN" : "NNP", top,
                    is_preposition(word) ? "case" : "nmod:unmarked"});
  rows.back().head = main;
  rows.back().relation = "obl";
  std::string text;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& r = rows[i];
    text += std::to_string(i + 1) + " " + r.form + " " + r.lemma + " " + r.upos + " " + r.xpos + " _ " + std::to_string(r.head) + " " +
            r.relation + "\n";
  }
  return text + "\n";
}

Conllu parsed(const std::string& rows, const char* published) {
  auto read = read_conllu(rows, "test", ConlluStyle::loose);
  EXPECT_TRUE(read) << (read ? "" : read.error().message) << rows;
  if (published) read->document.info.published = Date{published, DateFrom::option, {}};
  return *std::move(read);
}

struct Case {
  const char* published;
  Verb verb;
  const char* time;
  const char* value;  // empty: no expression of time
  DateFrom from = DateFrom::text;
  const char* text = nullptr;  // the words of the expression, where they are not all of `time`
};

constexpr DateFrom kRelative = DateFrom::relative;

TEST(Dates, NamesDaysAsSeenFromPublication) {
  const char* wednesday = "2020-10-07";
  const Case cases[] = {
      // With their year
      {nullptr, Verb::past, "on October 7 , 2020", "2020-10-07", DateFrom::text, "October 7 , 2020"},
      {nullptr, Verb::past, "on 7 October 2020", "2020-10-07"},
      {nullptr, Verb::past, "on Oct. 7 , 2020", "2020-10-07"},
      {nullptr, Verb::past, "on the 7th of October 2020", "2020-10-07"},
      {nullptr, Verb::past, "on 2020-10-07", "2020-10-07"},
      {nullptr, Verb::past, "on 25/10/2020", "2020-10-25"},
      {nullptr, Verb::past, "on 10/25/2020", "2020-10-25"},
      {nullptr, Verb::past, "on 7.10.2020", "2020-10-07"},
      {nullptr, Verb::past, "on 10/07/2020", ""},
      {nullptr, Verb::past, "in October 2020", "2020-10"},
      {nullptr, Verb::past, "in 2016", "2016"},
      {nullptr, Verb::past, "during the 1990s", "1990-01-01/1999-12-31"},
      {nullptr, Verb::past, "on Wednesday , October 7 , 2020", "2020-10-07"},
      {nullptr, Verb::past, "on September 27-29 , 2020", ""},
      // Without their year, and without publication
      {nullptr, Verb::past, "on October 7", ""},
      {nullptr, Verb::past, "on Monday", ""},
      {nullptr, Verb::past, "in March", ""},
      // The year from publication
      {wednesday, Verb::past, "on September 27", "2020-09-27"},
      {wednesday, Verb::past, "on 7 Oct", "2020-10-07"},
      {wednesday, Verb::past, "on Oct. 7", "2020-10-07"},
      {wednesday, Verb::past, "on Sept. 27", "2020-09-27"},
      {wednesday, Verb::past, "on November 10", "2019-11-10"},
      {wednesday, Verb::future, "on November 10", "2020-11-10"},
      {wednesday, Verb::future, "on January 5", "2021-01-05"},
      {"2021-01-03", Verb::past, "on December 28", "2020-12-28"},
      {"2021-03-01", Verb::past, "on February 29", "2020-02-29"},
      {wednesday, Verb::past, "on September 27 - 29", "2020-09-27/2020-09-29"},
      {wednesday, Verb::past, "in March", "2020-03"},
      {wednesday, Verb::future, "in March", "2021-03"},
      {wednesday, Verb::past, "in May", "2020-05"},
      {wednesday, Verb::past, "by May", ""},
      // Weekdays
      {wednesday, Verb::past, "on Monday", "2020-10-05", kRelative, "Monday"},
      {wednesday, Verb::past, "Tuesday", "2020-10-06", kRelative},
      {wednesday, Verb::past, "on Wednesday", "2020-10-07", kRelative},
      {wednesday, Verb::past, "on Thursday", "2020-10-01", kRelative},
      {wednesday, Verb::future, "on Friday", "2020-10-09", kRelative},
      {wednesday, Verb::future, "on Wednesday", "2020-10-07", kRelative},
      {wednesday, Verb::may, "on Monday", "2020-10-12", kRelative},
      {wednesday, Verb::agreed_to, "on Friday", "2020-10-09", kRelative},
      {wednesday, Verb::present, "on Friday", "2020-10-09", kRelative},
      {wednesday, Verb::past, "last Friday", "2020-10-02", kRelative},
      {wednesday, Verb::past, "last Wednesday", "2020-09-30", kRelative},
      {wednesday, Verb::future, "next Tuesday", "2020-10-13", kRelative},
      {wednesday, Verb::past, "on Monday night", "2020-10-05", kRelative, "Monday night"},
      {wednesday, Verb::past, "every Monday", ""},
      {wednesday, Verb::past, "on Bloody Sunday", ""},
      {wednesday, Verb::past, "on Mondays", ""},
      // Weeks, months, years
      {wednesday, Verb::past, "last week", "2020-09-28/2020-10-04", kRelative},
      {wednesday, Verb::past, "earlier this week", "2020-10-05/2020-10-07", kRelative},
      {"2020-10-05", Verb::past, "earlier this week", "2020-10-05", kRelative},
      {wednesday, Verb::past, "this week", "2020-10-05/2020-10-11", kRelative},
      {wednesday, Verb::future, "next week", "2020-10-12/2020-10-18", kRelative},
      {wednesday, Verb::past, "over the past week", "2020-09-30/2020-10-07", kRelative, "the past week"},
      {wednesday, Verb::past, "over the last three days", "2020-10-04/2020-10-07", kRelative, "the last three days"},
      {wednesday, Verb::past, "over the weekend", "2020-10-03/2020-10-04", kRelative, "the weekend"},
      {"2020-01-15", Verb::past, "last month", "2019-12", kRelative},
      {wednesday, Verb::past, "last year", "2019", kRelative},
      {wednesday, Verb::future, "next year", "2021", kRelative},
      {wednesday, Verb::past, "earlier this month", "2020-10", kRelative},
      {wednesday, Verb::past, "last October", "2019-10", kRelative},
      // Days counted from publication
      {wednesday, Verb::past, "yesterday", "2020-10-06", kRelative},
      {"2020-03-01", Verb::past, "yesterday", "2020-02-29", kRelative},
      {wednesday, Verb::past, "today", "2020-10-07", kRelative},
      {wednesday, Verb::future, "tomorrow", "2020-10-08", kRelative},
      {wednesday, Verb::past, "two days ago", "2020-10-05", kRelative},
      {wednesday, Verb::past, "a week ago", "2020-09-28/2020-10-04", kRelative},
      {wednesday, Verb::past, "20 years ago", "2000", kRelative},
      {wednesday, Verb::past, "last night", "2020-10-06", kRelative},
      {wednesday, Verb::past, "the day before yesterday", "2020-10-05", kRelative},
      {wednesday, Verb::past, "on March 11 this year", "2020-03-11"},
      {wednesday, Verb::past, "on March 11 last year", "2019-03-11"},
      {wednesday, Verb::past, "overnight", "2020-10-06/2020-10-07", kRelative},
      {wednesday, Verb::past, "a year ago today", "2019-10-07", kRelative},
      {wednesday, Verb::future, "in ten days ' time", "2020-10-17", kRelative, "ten days ' time"},
      {wednesday, Verb::past, "in the past 48 hours", "2020-10-05/2020-10-07", kRelative, "the past 48 hours"},
      {wednesday, Verb::past, "over the past fortnight", "2020-09-23/2020-10-07", kRelative, "the past fortnight"},
      {wednesday, Verb::past, "in the last decade", "2010-01-01/2019-12-31", kRelative, "last decade"},
      {wednesday, Verb::past, "Tuesday last week", "2020-09-29", kRelative},
      {wednesday, Verb::past, "on the 3rd of this month", "2020-10-03", kRelative, "the 3rd of this month"},
      {wednesday, Verb::past, "on the 27th", "2020-09-27", kRelative, "27th"},
      // Intervals and parts of the calendar
      {wednesday, Verb::past, "between September 27 and 29", "2020-09-27/2020-09-29", DateFrom::text, "September 27 and 29"},
      {wednesday, Verb::past, "between 27 and 29 September", "2020-09-27/2020-09-29", DateFrom::text, "27 and 29 September"},
      {wednesday, Verb::past, "from December 28 , 2019 to January 2", "2019-12-28/2020-01-02", DateFrom::text,
       "December 28 , 2019 to January 2"},
      {wednesday, Verb::past, "from Tuesday to Monday", "2020-09-29/2020-10-05", kRelative, "Tuesday to Monday"},
      {wednesday, Verb::future, "from Friday to Sunday", "2020-10-09/2020-10-11", kRelative, "Friday to Sunday"},
      {wednesday, Verb::past, "on Sunday and Monday", "2020-10-04/2020-10-05", kRelative, "Sunday and Monday"},
      {wednesday, Verb::past, "from late April to June", "2020-04-01/2020-06-30", DateFrom::text, "late April to June"},
      {wednesday, Verb::past, "from 2004 to 2009", "2004-01-01/2009-12-31", DateFrom::text, "2004 to 2009"},
      {wednesday, Verb::past, "in 2014 - 15", "2014-01-01/2015-12-31", DateFrom::text, "2014 - 15"},
      {wednesday, Verb::past, "in mid-March", "2020-03", DateFrom::text, "mid-March"},
      {wednesday, Verb::past, "in the spring of 2012", "2012-03-01/2012-05-31", DateFrom::text, "spring of 2012"},
      {wednesday, Verb::past, "last winter", "2019-12-01/2020-02-29", kRelative},
      {wednesday, Verb::past, "in the second half of 2014", "2014-07-01/2014-12-31", DateFrom::text, "second half of 2014"},
      {wednesday, Verb::past, "in the third quarter", "2020-07-01/2020-09-30", DateFrom::text, "third quarter"},
      {wednesday, Verb::past, "in Q2 2019", "2019-04-01/2019-06-30", DateFrom::text, "Q2 2019"},
      {wednesday, Verb::past, "in fiscal year 2019", "2018-10-01/2019-09-30", DateFrom::text, "fiscal year 2019"},
      {wednesday, Verb::past, "on the last Saturday of August", "2020-08-29", DateFrom::text, "last Saturday of August"},
      // Days with a name
      {wednesday, Verb::past, "at Easter", "2020-04-12", DateFrom::text, "Easter"},
      {wednesday, Verb::future, "on Christmas Eve", "2020-12-24", DateFrom::text, "Christmas Eve"},
      {wednesday, Verb::past, "on New Year 's Eve", "2019-12-31", DateFrom::text, "New Year 's Eve"},
      {wednesday, Verb::past, "during Ramadan", "2020-04-24/2020-05-23", DateFrom::text, "Ramadan"},
      {nullptr, Verb::past, "on Orthodox Easter 2019", "2019-04-28", DateFrom::text, "Orthodox Easter 2019"},
      {nullptr, Verb::past, "since 9/11", "2001-09-11", DateFrom::text, "9/11"},
      // Not dates
      {wednesday, Verb::past, "on Black Friday", ""},
      {wednesday, Verb::past, "at Friday prayers", ""},
      {wednesday, Verb::past, "the same day", ""},
      {wednesday, Verb::past, "the next day", ""},
      {wednesday, Verb::past, "the next Tuesday", ""},
      {wednesday, Verb::past, "on February 30", ""},
      {wednesday, Verb::past, "on 45 October", ""},
      {wednesday, Verb::past, "at Russia Today", ""},
      {wednesday, Verb::past, "99999999999999999999 days ago", ""},
      {wednesday, Verb::past, "on 0000-00-00", ""},
  };
  for (const Case& c : cases) {
    const Conllu text = parsed(clause(c.verb, c.time), c.published);
    const Dates dates = found_dates(text);
    const std::string found = dates.mentions.empty() ? "" : dates.mentions.front().date.value;
    ASSERT_EQ(found, c.value) << c.time;
    EXPECT_LE(dates.mentions.size(), 1u) << c.time;
    if (found.empty()) continue;
    EXPECT_EQ(dates.mentions.front().date.from, c.from) << c.time;
    if (c.text) {
      EXPECT_EQ(slice(text.document, dates.mentions.front().date.spans.front()), c.text);
    }
  }
}

// What the words name, one clause "Envoys met <time>." after the other.
std::string told(const std::vector<std::string>& times) {
  std::string rows;
  for (const std::string& time : times) rows += clause(Verb::past, time);
  const Conllu text = parsed(rows, "2020-10-07");
  std::string values;
  for (const DateMention& mention : found_dates(text).mentions) values += (values.empty() ? "" : " ") + mention.date.value;
  return values;
}

TEST(Dates, CountFromWhatIsToldBefore) {
  EXPECT_EQ(told({"on September 28", "two days later", "the next day"}), "2020-09-28 2020-09-30 2020-10-01");
  EXPECT_EQ(told({"on Monday", "a day earlier", "the same night"}), "2020-10-05 2020-10-04 2020-10-04");
  EXPECT_EQ(told({"on September 28", "the following week", "a month later"}), "2020-09-28 2020-10-05/2020-10-11 2020-11");
  EXPECT_EQ(told({"in 2001", "two years later", "the same year"}), "2001 2003 2003");
  EXPECT_EQ(told({"in June 2000", "in December of that year"}), "2000-06 2000-12");
  EXPECT_EQ(told({"in June 2000", "in December of the same year"}), "2000-06 2000-12");
  EXPECT_EQ(told({"in 2001", "two days later"}), "2001") << "a year is no day to count from";
  EXPECT_EQ(told({"on September 28", "on its fourth day"}), "2020-09-28 2020-10-01");
  EXPECT_EQ(told({"on September 28", "the following Friday"}), "2020-09-28 2020-10-02");
  EXPECT_EQ(told({"the day after 9/11"}), "2001-09-12 2001-09-11") << "both are told";
}

TEST(Dates, CountFromWhatIsDatedElsewhere) {
  const std::string war =
      "1 The the DET DT _ 2 det\n2 war war NOUN NN _ 3 nsubj\n3 began begin VERB VBD _ 0 root\n4 on on ADP IN _ 5 case\n"
      "5 September September PROPN NNP _ 3 obl\n6 27 27 NUM CD _ 5 nummod\n\n";
  const std::string later =
      "1 They they PRON PRP _ 2 nsubj\n2 met meet VERB VBD _ 0 root\n3 on on ADP IN _ 6 case\n4 the the DET DT _ 6 det\n"
      "5 fourth fourth ADJ JJ _ 6 amod\n6 day day NOUN NN _ 2 obl\n7 of of ADP IN _ 9 case\n8 the the DET DT _ 9 det\n9 war war NOUN NN _ "
      "6 nmod\n\n";
  const Conllu text = parsed(clause(Verb::past, "on August 1") + war + clause(Verb::past, "on October 3") + later, "2020-10-07");
  EXPECT_EQ(found_dates(text).mentions.back().date.value, "2020-09-30");
}

TEST(Dates, WhatStandsBehindADayMayBeTheDayInOtherWords) {
  const std::string rows =
      "1 They they PRON PRP _ 2 nsubj\n2 met meet VERB VBD _ 0 root\n3 on on ADP IN _ 4 case\n4 Sunday Sunday PROPN NNP _ 2 obl\n"
      "5 , , PUNCT , _ 7 punct\n6 four four NUM CD _ 7 nummod\n7 days day NOUN NNS _ 2 obl:unmarked\n8 after after ADP IN _ 10 case\n"
      "9 the the DET DT _ 10 det\n10 killings killing NOUN NNS _ 7 nmod\n\n";
  const Conllu text = parsed(rows, "2020-10-07");
  EXPECT_EQ(found_dates(text).mentions.back().date.value, "2020-10-04");
}

TEST(Dates, BirthdaysCountFromTheDayOfBirth) {
  const std::string born =
      "1 Born bear VERB VBN _ 0 root\n2 in in ADP IN _ 3 case\n3 Baku Baku PROPN NNP _ 1 obl\n4 on on ADP IN _ 6 case\n5 7 7 NUM CD _ 6 "
      "nummod\n"
      "6 October October PROPN NNP _ 1 obl\n7 1952 1952 NUM CD _ 6 nummod\n\n";
  const Conllu text = parsed(born + clause(Verb::past, "on his 68th birthday"), nullptr);
  EXPECT_EQ(found_dates(text).mentions.back().date.value, "2020-10-07");
}

TEST(Dates, AYearBeforeANounIsAYearOnlyOfOneThing) {
  const char* rows[] = {
      "1 the the DET DT _ 3 det\n2 2020 2020 NUM CD _ 3 nummod\n3 war war NOUN NN _ 0 root\n\n",
      "1 the the DET DT _ 3 det\n2 2000 2000 NUM CD _ 3 nummod\n3 soldiers soldier NOUN NNS _ 0 root\n\n",
      "1 in in ADP IN _ 3 case\n2 1900 1900 NUM CD _ 3 nummod\n3 villages village NOUN NNS _ 0 root\n\n",
  };
  const std::size_t found[] = {1, 0, 0};
  for (std::size_t i = 0; i < 3; ++i) {
    const Conllu text = parsed(rows[i], "2020-10-07");
    EXPECT_EQ(found_dates(text).mentions.size(), found[i]) << rows[i];
  }
}

// Words only; every word hangs on the first.
std::string flat_rows(const std::string& words) {
  std::string rows;
  std::size_t n = 0;
  for (const std::string& word : split_words(words)) {
    ++n;
    rows += std::to_string(n) + " " + word + " " + word + " X X _ " + (n == 1 ? "0 root" : "1 dep") + "\n";
  }
  return rows + "\n";
}

TEST(Dates, ReadsDatelines) {
  struct LineCase {
    const char* line;
    const char* published;  // as given; null: nothing given
    const char* value;      // of Dates::published; empty: none
    const char* place;      // empty: none
  };
  const LineCase cases[] = {
      {"YEREVAN , Oct 7 , 2020 ( Reuters ) - Envoys met .", nullptr, "2020-10-07", "YEREVAN"},
      {"YEREVAN , Oct 7 ( Reuters ) - Envoys met .", nullptr, "", "YEREVAN"},
      {"YEREVAN , Oct 7 ( Reuters ) - Envoys met .", "2020-10-08", "2020-10-08", "YEREVAN"},
      {"( BAKU , 7 October 2020 ) Envoys met .", nullptr, "2020-10-07", "BAKU"},
      {"BAKU , Azerbaijan ( AP ) — Envoys met .", nullptr, "", "BAKU"},
      {"New York , 3 March 2021 – Envoys met .", nullptr, "2021-03-03", "New York"},
      {"MOSCOW , October 7 , 2020 . / TASS / . Envoys met .", nullptr, "2020-10-07", "MOSCOW"},
      {"GENEVA - Envoys met .", nullptr, "", "GENEVA"},
      {"Envoys met in Geneva - again .", nullptr, "", ""},
      {"Russia - a big state - called .", nullptr, "", ""},
      {"GENEVA , 31 February 2021 ( AFP ) - Envoys met .", nullptr, "", "GENEVA"},
      {"Friday , July 21 , 2017", nullptr, "2017-07-21", ""},
      {"7 October 2020 .", nullptr, "2020-10-07", ""},
      {"7 October 2020 was a Wednesday .", nullptr, "", ""},
      {"Envoys met . Published : 5 March 2021 .", nullptr, "2021-03-05", ""},
      {"Last updated on Friday , 5 March 2021", nullptr, "2021-03-05", ""},
      {"Envoys published 5 papers .", nullptr, "", ""},
      {"Envoys met .", "not a day", "", ""},
      {"Envoys met .", "2020-10-07T12:00:00+02:00", "2020-10-07", ""},
  };
  for (const LineCase& c : cases) {
    const Conllu text = parsed("# newpar\n" + flat_rows(c.line), c.published);
    const Dates dates = found_dates(text);
    EXPECT_EQ(dates.published ? dates.published->value : "", c.value) << c.line;
    EXPECT_EQ(dates.dateline_place.value_or(""), c.place) << c.line;
  }
}

// The day that dates the word `lemma`, or "".
std::string date_of(const std::string& rows, const std::string& lemma) {
  const Conllu text = parsed(rows, "2020-10-07");
  const Dates dates = found_dates(text);
  for (std::size_t i = 0; i < text.parse.words.size(); ++i)
    if (text.parse.words[i].lemma == lemma) {
      const DateMention* found = dates.of_predicate(i);
      return found ? found->date.value : "";
    }
  return "no such word";
}

TEST(Dates, ThePredicateTakesTheExpressionAttachedToIt) {
  const std::string reported =
      "1 He he PRON PRP _ 2 nsubj\n2 said say VERB VBD _ 0 root\n3 on on ADP IN _ 4 case\n4 Tuesday Tuesday PROPN NNP _ 2 obl\n"
      "5 that that SCONJ IN _ 7 mark\n6 rebels rebel NOUN NNS _ 7 nsubj\n7 fled flee VERB VBD _ 2 ccomp\n"
      "8 on on ADP IN _ 9 case\n9 Monday Monday PROPN NNP _ 7 obl\n\n";
  EXPECT_EQ(date_of(reported, "say"), "2020-10-06");
  EXPECT_EQ(date_of(reported, "flee"), "2020-10-05");
}

TEST(Dates, WhatIsSaidTakesNoDateFromSaying) {
  EXPECT_EQ(date_of("1 He he PRON PRP _ 2 nsubj\n2 said say VERB VBD _ 0 root\n3 Tuesday Tuesday PROPN NNP _ 2 obl:unmarked\n"
                    "4 rebels rebel NOUN NNS _ 5 nsubj\n5 fled flee VERB VBD _ 2 ccomp\n\n",
                    "flee"),
            "");
}

TEST(Dates, ConjunctsAndParticiplesShareTheDayOfTheirClause) {
  const std::string rows =
      "1 Monday Monday PROPN NNP _ 3 obl:unmarked\n2 envoys envoy NOUN NNS _ 3 nsubj\n3 met meet VERB VBD _ 0 root\n4 and and CCONJ CC _ 5 "
      "cc\n"
      "5 argued argue VERB VBD _ 3 conj\n6 , , PUNCT , _ 7 punct\n7 wasting waste VERB VBG _ 3 advcl\n8 time time NOUN NN _ 7 obj\n\n";
  EXPECT_EQ(date_of(rows, "argue"), "2020-10-05");
  EXPECT_EQ(date_of(rows, "waste"), "2020-10-05");
}

TEST(Dates, WhatIsAgreedIsNotDatedByTheAgreeing) {
  EXPECT_EQ(date_of("1 Monday Monday PROPN NNP _ 3 obl:unmarked\n2 envoys envoy NOUN NNS _ 3 nsubj\n3 agreed agree VERB VBD _ 0 root\n"
                    "4 to to PART TO _ 5 mark\n5 withdraw withdraw VERB VB _ 3 xcomp\n\n",
                    "withdraw"),
            "");
}

TEST(Dates, NounsAreDatedByTheirOwnModifierOrTheirClause) {
  const std::string rows =
      "1 Monday Monday PROPN NNP _ 3 nmod:poss\n2 's 's PART POS _ 1 case\n3 attack attack NOUN NN _ 4 nsubj\n4 ended end VERB VBD _ 0 "
      "root\n"
      "5 talks talk NOUN NNS _ 4 obj\n6 yesterday yesterday NOUN NN _ 4 obl:unmarked\n\n";
  EXPECT_EQ(date_of(rows, "attack"), "2020-10-05");
  EXPECT_EQ(date_of(rows, "end"), "2020-10-06");
  EXPECT_EQ(date_of(rows, "talk"), "");
}

TEST(Dates, ADayAsSubjectDatesWhatItBrought) {
  const std::string rows =
      "1 Monday Monday PROPN NNP _ 2 nsubj\n2 brought bring VERB VBD _ 0 root\n3 the the DET DT _ 4 det\n4 meeting meeting NOUN NN _ 2 "
      "obj\n\n";
  EXPECT_EQ(date_of(rows, "bring"), "2020-10-05");
}

TEST(Dates, ADateInAPhraseOfTheClauseIsItsOwn) {
  EXPECT_EQ(date_of("1 In in ADP IN _ 3 case\n2 a a DET DT _ 3 det\n3 speech speech NOUN NN _ 7 obl\n4 on on ADP IN _ 5 case\n"
                    "5 Monday Monday PROPN NNP _ 3 nmod\n6 he he PRON PRP _ 7 nsubj\n7 warned warn VERB VBD _ 0 root\n\n",
                    "warn"),
            "2020-10-05");
}

TEST(Dates, WhatStandsBeforeToBelongsToThePredicateAbove) {
  const std::string rows =
      "1 They they PRON PRP _ 2 nsubj\n2 called call VERB VBD _ 0 root\n3 on on ADP IN _ 4 case\n4 him he PRON PRP _ 2 obl\n"
      "5 Monday Monday PROPN NNP _ 7 obl:unmarked\n6 to to PART TO _ 7 mark\n7 leave leave VERB VB _ 2 xcomp\n\n";
  EXPECT_EQ(date_of(rows, "leave"), "");
  EXPECT_EQ(date_of(rows, "call"), "2020-10-05");
}

TEST(Dates, SinceAndBeforeDateSomethingElse) {
  EXPECT_EQ(date_of("1 They they PRON PRP _ 2 nsubj\n2 met meet VERB VBD _ 0 root\n3 before before ADP IN _ 4 case\n"
                    "4 Tuesday Tuesday PROPN NNP _ 2 obl\n\n",
                    "meet"),
            "");
}

TEST(Dates, ADayBesideTheSubjectIsThePredicates) {
  EXPECT_EQ(date_of("1 Police police NOUN NNS _ 4 nsubj\n2 on on ADP IN _ 3 case\n3 Monday Monday PROPN NNP _ 1 nmod\n"
                    "4 arrested arrest VERB VBD _ 0 root\n5 rebels rebel NOUN NNS _ 4 obj\n\n",
                    "arrest"),
            "2020-10-05");
}

TEST(Dates, WhatSomethingBeganWithWasThen) {
  const Conllu text = parsed(
      "1 Riots riot NOUN NNS _ 2 nsubj\n2 began begin VERB VBD _ 0 root\n3 on on ADP IN _ 4 case\n4 Monday Monday PROPN NNP _ 2 obl\n"
      "5 with with ADP IN _ 7 case\n6 the the DET DT _ 7 det\n7 arrest arrest NOUN NN _ 2 obl\n\n",
      "2020-10-07");
  const Dates dates = found_dates(text);
  const DateMention* found = dates.above_predicate(6);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->date.value, "2020-10-05");
}

}  // namespace
}  // namespace casus
