import assert from "node:assert/strict";
import { test } from "node:test";
import { itemsOf } from "../src/model/items.js";
import { type Mark, leads, marksOf } from "../src/model/marks.js";
import { type Span, type Value, isEmpty, spansIn } from "../src/model/record.js";
import { segments } from "../src/model/segments.js";
import { paragraphs, textOf } from "../src/model/text.js";
import { targets } from "../src/view/words.js";
import { example, span } from "./example.js";

const named = (name: string, start: number, end: number) => ({ name, span: [start, end] as Span });
const shown = (within: Span, marks: readonly ReturnType<typeof named>[]): string =>
  segments(within, marks).map(({ start, end, marks }) => `${start}-${end}${marks.map(({ name }) => ` ${name}`).join("")}`).join(" | ");

test("segments: cut wherever a mark begins or ends, the longest mark first", () => {
  for (const [marks, expected] of [
    [[], "0-10"],
    [[named("a", 0, 10)], "0-10 a"],
    [[named("a", 2, 4)], "0-2 | 2-4 a | 4-10"],
    [[named("event", 4, 6), named("quotation", 0, 10), named("statement", 2, 8)],
      "0-2 quotation | 2-4 quotation statement | 4-6 quotation statement event | 6-8 quotation statement | 8-10 quotation"],
    [[named("a", 1, 5), named("b", 3, 8)], "0-1 | 1-3 a | 3-5 b a | 5-8 b | 8-10"],
    [[named("a", 1, 5), named("b", 5, 8)], "0-1 | 1-5 a | 5-8 b | 8-10"],
    [[named("a", 2, 4), named("b", 2, 4)], "0-2 | 2-4 a b | 4-10"],
    [[named("a", 3, 3), named("b", 7, 2)], "0-10"],
    [[named("a", 0, 99), named("b", 50, 60)], "0-10 a"],
  ] as const) assert.equal(shown([0, 10], marks), expected);
  assert.equal(shown([4, 6], [named("a", 0, 5), named("b", 5, 9), named("c", 0, 4), named("d", 6, 9)]), "4-5 a | 5-6 b");
  assert.equal(shown([5, 5], [named("a", 0, 9)]), "");
  assert.equal(segments([0, 9], [named("a", 2, 6)], [4, 20]).map(({ start, end }) => `${start}-${end}`).join(" "), "0-2 2-4 4-6 6-9");
});

test("segments: whatever the marks, each point lies in one segment with just the marks that cover it", () => {
  let seed = 7;
  const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
  for (let round = 0; round < 200; ++round) {
    const marks = Array.from({ length: random(12) }, (_, i) => named(String(i), random(30) - 2, random(30)));
    const within: Span = [random(5), 5 + random(20)];
    const cut = segments(within, marks);
    assert.deepEqual([within[0], ...cut.map(({ end }) => end)], [...cut.map(({ start }) => start), within[1]], "no gap and no overlap");
    for (const { start, end, marks: covering } of cut) {
      assert.ok(start < end);
      for (let point = start; point < end; ++point)
        assert.deepEqual(new Set(covering), new Set(marks.filter(({ span: [from, to] }) => from <= point && point < to)));
    }
  }
});

test("texts count code points", () => {
  const text = textOf("a🕊b𝔊é");
  assert.equal(text.length, 5);
  assert.deepEqual([[0, 1], [1, 2], [2, 3], [3, 4], [4, 5], [1, 4], [-3, 99], [4, 2]].map((span) => text.slice(span as unknown as Span)),
    ["a", "🕊", "b", "𝔊", "é", "🕊b𝔊", "a🕊b𝔊é", ""]);
  assert.equal(textOf("").length, 0);
  assert.equal(textOf("plain").slice([1, 3]), "la");
});

test("paragraphs: between empty lines where lines are wrapped by hand, else line by line", () => {
  const parts = (units: string): string[] => paragraphs(textOf(units)).map((span) => textOf(units).slice(span));
  assert.deepEqual(parts(""), []);
  assert.deepEqual(parts(" \n\n "), []);
  assert.deepEqual(parts("🕊 one\ntwo\n\n \nthree\n"), ["🕊 one\ntwo", "three"]);
  const long = "x ".repeat(80);
  assert.deepEqual(parts(`Title\n${long}\n\n${long}`), ["Title", long, long]);
});

const items = itemsOf(example);

test("items: dates, places and notes get ids, and know who holds them", () => {
  assert.equal(items.all.map(({ id }) => id).join(" "), "a1 a2 a3 a4 a5 s1 s2 s3 s4 e1 e2 u1 k1 c1 o1 o2 d1 d2 d3 p1 n1 n2");
  const users = (id: string): string => (items.users.get(id) ?? []).join(" ");
  assert.equal(users("d1"), "s1 e1 k1 c1");
  assert.equal(users("d2"), "document");
  assert.equal(users("p1"), "e2 u1 k1");
  assert.equal(users("e2"), "u1 k1 c1");
  assert.equal(users("a5"), "s3 c1");
  assert.equal(users("o1"), "");
  const [monday, first, second] = [span("Saturday"), span("Lutz"), span("KESSEL")];
  const place = (spans: readonly Span[]) => ({ name: "Lutz", geonames_id: 1, spans });
  const more = itemsOf({ ...example, contacts: [], situations: [], places: [place([second, first])] as unknown as Value, events: [
    { id: "e1", spans: [], place: place([first]) as unknown as Value, date: { value: "2031", from: "text", spans: [monday] } as unknown as Value },
    { id: "e2", spans: [], date: { value: "2031", from: "text", spans: [] } },
  ] });
  assert.deepEqual(more.byId.get("p1")?.spans, [second, first], "the same place with all its words");
  assert.deepEqual(more.users.get("p1"), ["e1"]);
  assert.deepEqual(more.all.filter(({ kind }) => kind === "date").map(({ id, spans }) => [id, spans.length, (more.users.get(id) ?? []).join(" ")]),
    [["d1", 1, "s1 c1"], ["d2", 1, "e1 e2"], ["d3", 0, "document"]]);
});

test("marks: every span of the record, and for each item with words some that lead to it", () => {
  const marks = marksOf(items);
  for (const { id, fields } of items.all) {
    const own = marks.filter(({ item }) => item === id);
    assert.deepEqual(new Set(own.map(({ span }) => String(span))), new Set(spansIn(fields).map(String)), id);
    assert.equal(own.some(leads), own.length > 0, id);
  }
});

test("targets: an item whose own words these are comes first, then the shortest", () => {
  const at = (words: string, nth = 1): string => {
    const within = span(words, nth);
    return targets((segments(within, marksOf(items))[0] as { marks: readonly Mark[] }).marks).join(" ");
  };
  assert.match(at("shelled"), /^e2 .*s2.*s1/);
  assert.match(at("Lutz"), /^p1 /);
  assert.match(at("where 20"), /^s2 s1$|^s2 s1 /);
  assert.match(at("denied"), /^s2 .*s1/);
});

test("what says nothing is empty", () => {
  for (const value of [null, false, "", [], [[]], {}, { a: null, b: [] }] as Value[]) assert.ok(isEmpty(value));
  for (const value of [0, true, "x", [0], { a: [0] }] as Value[]) assert.ok(!isEmpty(value));
});
