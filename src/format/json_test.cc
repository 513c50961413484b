#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "casus/casus.h"
#include "format/example_record.h"

namespace casus {
namespace {

using Json = nlohmann::ordered_json;

Json parsed(const Record& record) { return Json::parse(to_json(record)); }

TEST(ToJson, AnEmptyRecordHasEveryField) {
  EXPECT_EQ(
      to_json(Record{}),
      R"({"schema":1,"casus":"","model":"","knowledge":"","codebook":null,)"
      R"("document":{"id":"","title":null,"outlet":null,"place":null,"language":null,"url":null,"published":null,"text":"","sentences":[]},)"
      R"("actors":[],"statements":[],"events":[],"places":[],"situations":[],"contacts":[],"claims":[],"commitments":[],"notes":[]})");
}

TEST(ToJson, AnActor) {
  EXPECT_EQ(parsed(example_record())["actors"][2].dump(),
            R"({"id":"a3","name":"Maren Tolk","kind":"person","code":"VORGOV","country":"VOR","country_from":null,"sectors":["GOV"],)"
            R"("roles":[{"office":"prime minister","of":"VOR","as_of":"2031-05-04","from":"text","spans":[[35,49]]}],)"
            R"("knowledge_id":"person/maren-tolk","member_of":["a1"],)"
            R"("mentions":[{"span":[51,61],"form":"name"},{"span":[162,165],"form":"pronoun"}],"spans":[[51,61],[162,165]]})");
}

TEST(ToJson, AStatement) {
  EXPECT_EQ(parsed(example_record())["statements"][0].dump(),
            R"({"id":"s1","speakers":["a3"],"speaker":{"text":"she","spans":[[162,165]]},"via":[],"addressees":[],"medium":null,)"
            R"("cue":{"text":"said","spans":[[166,170]]},"act":"assert","form":"direct",)"
            R"("content":{"text":"We will go on,","spans":[[146,160]]},"polarity":"positive","within":null,"date":null,)"
            R"("confidence":0.973,"spans":[[145,170]]})");
}

TEST(ToJson, Events) {
  const Json events = parsed(example_record())["events"];
  EXPECT_EQ(events[0].dump(),
            R"({"id":"e1","type":"CONSULT","mode":"phone","contexts":["diplomatic"],"cameo":"041","quad":1,"goldstein":1.0,)"
            R"("plover_score":1.5,"actors":["a3","a4"],"recipients":[],"initiator":"a3","status":"asserted",)"
            R"("ordinal":{"n":4,"since":"u1","since_date":"2031-04-27","spans":[[104,123]]},)"
            R"("date":{"value":"2031-05-03","from":"relative","spans":[[95,103]]},"place":null,)"
            R"("casualties":{"killed":null,"injured":null,"text":null},"numbers":[],"attribution":null,"confidence":0.9,)"
            R"("rule":"lexicon/consult.speak","trigger":{"text":"spoke","spans":[[63,68]]},"spans":[[63,68]]})");
  EXPECT_EQ(events[1]["place"].dump(),
            R"({"name":"Lutz","geonames_id":12,"feature_class":"P","feature_code":"PPL","country":"VOR","admin1":null,)"
            R"("lat":51.5,"lon":-2.25,"spans":[[207,211]]})");
  EXPECT_EQ(
      events[1]["numbers"][0].dump(),
      R"({"what":"killed","low":20,"high":null,"unit":null,"of":null,"part":false,"total":false,"text":"20 people","spans":[[219,228]]})");
  EXPECT_EQ(events[1]["attribution"], "s2");
}

TEST(ToJson, Ledgers) {
  const Json record = parsed(example_record());
  EXPECT_EQ(record["situations"][0]["id"], "u1");
  EXPECT_EQ(record["contacts"][0]["id"], "k1");
  EXPECT_EQ(record["claims"][0]["positions"][0].dump(),
            R"({"actor":"a2","stance":"denies","statement":"s2","date":null,"why":"tells","spans":[[180,186]]})");
  EXPECT_EQ(record["commitments"][0].dump(),
            R"({"id":"o1","bound":["a1"],"beneficiaries":[],"instrument":{"name":"Sund Pact","knowledge_id":"treaty/sund","article":null},)"
            R"("duty":"defence","condition":null,"scope":{"includes":[{"code":"VOR","actor":null,"text":"the coast"}],"excludes":[]},)"
            R"("triggered":"disputed","because":null,"statements":[],"from":"text","terms":null,"spans":[[235,270]]})");
}

TEST(ToJson, BothLayoutsSayTheSame) {
  const Record record = example_record();
  EXPECT_EQ(Json::parse(to_json(record, Layout::indented)), Json::parse(to_json(record, Layout::one_line)));
  EXPECT_EQ(to_json(record, Layout::one_line).find('\n'), std::string::npos);
}

TEST(ToJson, IndentedKeepsSpansOnOneLine) {
  Record record;
  for (std::size_t i = 0; i < 100; ++i) record.document.sentences.push_back({i * 100, i * 100 + 99});
  const std::string text = to_json(record, Layout::indented);
  EXPECT_NE(text.find("\n      [0, 99], [100, 199], [200, 299],"), std::string::npos) << text;
  std::size_t start = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; start = end + 1, end = text.find('\n', start))
    EXPECT_LE(end - start, 121u) << text.substr(start, end - start);
}

TEST(ToJson, StringsAreAlwaysValidAndHarmless) {
  Record record;
  record.document.text = std::string("a\0\x1b[2J\x7f\xc2\x9b", 9) + "é😀\xff";
  const std::string text = to_json(record);
  EXPECT_NE(text.find(R"("text":"a\u0000\u001b[2J\u007f\u009bé😀�")"), std::string::npos) << text;
  EXPECT_EQ(Json::parse(text)["document"]["text"].get<std::string>().size(), 9u + 2 + 4 + 3);
}

}  // namespace
}  // namespace casus
