// A record made by hand with every kind of item, words nested and overlapping, and characters outside of the basic plane.
import type { Fields, Reading, Span, Value } from "../src/model/record.js";

const text = `Vorland and Estmark talk 🕊 again

KESSEL, May 4 – Vorland’s prime minister, Maren Tolk, spoke with Jon Aske by phone on Saturday for the fourth time since the war began.

“We will go on,” she said. “Estmark <b>denied</b> that it had shelled Lutz, where 20 people died.” Her office said that Aske had said that “the Sund Pact binds Vorland to help if the coast 𝔊 is attacked, but not the isles.”`;

const points = [...text];
const length = (words: string): number => [...words].length;

export function span(words: string, nth = 1): Span {
  let at = -1;
  for (let i = 0; i < nth; ++i) at = text.indexOf(words, at + 1);
  if (at < 0) throw new Error(`"${words}" is not in the example`);
  const start = length(text.slice(0, at));
  return [start, start + length(words)];
}

const words = (text: string, nth = 1): Fields => ({ text, spans: [span(text, nth)] });
const date = (value: string, from: string, ...spans: Span[]): Fields => ({ value, from, spans: spans as unknown as Value });
const actor = (id: string, name: string, kind: string, mentions: readonly [Span, string][], more: Fields = {}) => ({
  id, name, kind, code: null, country: null, country_from: null, sectors: [], roles: [], knowledge_id: null, member_of: [],
  mentions: mentions.map(([span, form]) => ({ span, form })), spans: mentions.map(([span]) => span), ...more,
});
const statement = (id: string, spans: Span[], more: Fields) => ({
  id, speakers: [], speaker: null, via: [], addressees: [], medium: null, cue: null, act: null, form: null, content: null,
  polarity: "positive", within: null, date: null, confidence: null, spans, ...more,
});
const lutz = { feature_code: "PPL", name: "Lutz", geonames_id: 12, country: "VOR", admin1: "Coast", lat: 51.5, lon: -2.25, spans: [span("Lutz")] };
const saturday = date("2031-05-03", "relative", span("Saturday"));
const fourth = { n: 4, since: "u1", since_date: "2031-04-27", spans: [span("for the fourth time since the war began")] };

export const example: Reading = {
  schema: 1, casus: "1.2.3", model: "m1", knowledge: "k1", codebook: { name: "rivers", version: "7" },
  document: {
    id: "report-1", title: "Vorland and Estmark talk 🕊 again", outlet: "Northern Wire", place: "Kessel", language: "en",
    url: "https://example.org/1", published: date("2031-05-04", "option"), text,
    sentences: [[0, length("Vorland and Estmark talk 🕊 again")], [length("Vorland and Estmark talk 🕊 again") + 2, points.length]],
  },
  actors: [
    actor("a1", "Vorland", "state", [[span("Vorland"), "name"], [span("Vorland", 2), "name"], [span("Vorland", 3), "name"]],
      { code: "VOR", country: "VOR", sectors: ["GOV"], knowledge_id: "state/VOR" }),
    actor("a2", "Estmark", "state", [[span("Estmark"), "name"], [span("Estmark", 2), "name"], [span("it had"), "pronoun"]], { code: "EST", country: "EST", country_from: "report" }),
    actor("a3", "Maren Tolk", "person", [[span("Vorland’s prime minister, Maren Tolk"), "name"], [span("she"), "pronoun"]], {
      member_of: ["a1"], roles: [{ office: "prime minister", of: "VOR", as_of: "2031-05-04", from: "text", spans: [span("prime minister")] }],
    }),
    actor("a4", "Jon Aske", "person", [[span("Jon Aske"), "name"], [span("Aske", 2), "name"]]),
    actor("a5", "Maren Tolk’s office", "role", [[span("Her office"), "nominal"]]),
  ],
  statements: [
    statement("s1", [span("“We will go on,” she said")], { speakers: ["a3"], speaker: words("she"), cue: words("said"), act: "assert", form: "direct",
      content: { text: "We will go on, Estmark <b>denied</b> that it had shelled Lutz, where 20 people died.",
        spans: [span("We will go on,"), span("Estmark <b>denied</b> that it had shelled Lutz, where 20 people died.")] },
      addressees: ["a4"], medium: "news-agency", date: saturday, confidence: 0.973 }),
    statement("s2", [span("Estmark <b>denied</b> that it had shelled Lutz")], { speakers: ["a2"], speaker: words("Estmark", 2), cue: words("denied"), act: "deny",
      form: "indirect", content: words("it had shelled Lutz, where 20 people died"), polarity: "negative", within: "s1" }),
    statement("s3", [span("Her office said that Aske")], { speakers: ["a5"], via: ["a3"], speaker: words("Her office"), cue: words("said", 2), act: "no-knowledge",
      content: words("that Aske had said that “the Sund Pact binds Vorland to help if the coast 𝔊 is attacked, but not the isles.”") }),
    statement("s4", [span("Aske had said")], { speakers: ["a4"], cue: words("had said"), act: "promise", form: "direct", within: "s3",
      content: words("the Sund Pact binds Vorland to help if the coast 𝔊 is attacked, but not the isles.") }),
  ],
  events: [
    { id: "e1", type: "CONSULT", mode: "phone", contexts: ["diplomatic"], cameo: "041", quad: 1, goldstein: 1.5, plover_score: 2.5, actors: ["a3", "a4"],
      recipients: [], initiator: "a3", status: "asserted", ordinal: fourth, date: saturday, place: null,
      casualties: { killed: null, injured: null, text: null }, numbers: [], attribution: null, confidence: 0.9, rule: "lexicon/consult.speak-by-phone",
      trigger: { text: "spoke phone", spans: [span("spoke"), span("phone")] }, spans: [span("spoke with Jon Aske by phone")] },
    { id: "e2", type: "ASSAULT", mode: "heavy-weapons", contexts: [], cameo: "194", quad: 4, goldstein: -9.5, plover_score: -9, actors: ["a2"],
      recipients: ["a1"], initiator: null, status: "denied", ordinal: null, date: null, place: lutz, casualties: { killed: 20, injured: 7, text: "20 people died" },
      numbers: [{ what: "killed", low: 20, high: 25, unit: "head", of: "a1", text: "20 people", part: true, total: false, spans: [span("20 people")] }], attribution: "s2",
      confidence: 0.85, rule: "lexicon/assault.shell", trigger: words("shelled"), spans: [span("it had shelled Lutz")] },
  ],
  situations: [{ id: "u1", kind: "war", name: "war of the isles", parties: ["a1", "a2"], places: [lutz], began: date("2031-04-27", "knowledge"),
    ended: null, status: "ongoing", events: ["e2"], spans: [span("the war")] }],
  contacts: [{ id: "k1", kind: "call", parties: ["a3", "a4"], initiator: "a3", date: saturday, place: lutz, ordinal: fourth, topics: [words("the Sund Pact")],
    outcomes: ["e2"], readouts: ["s3"], event: "e1", spans: [span("spoke with Jon Aske by phone on Saturday")] }],
  claims: [{ id: "c1", proposition: { text: "it had shelled Lutz", event: "e2", spans: [span("it had shelled Lutz")] }, positions: [
    { actor: "a3", stance: "implies", statement: "s1", date: saturday, why: "tells", spans: [span("she said")] },
    { actor: "a2", stance: "denies", statement: "s2", date: null, why: "same-event", spans: [span("denied")] },
    { actor: "a5", stance: "no-knowledge", statement: "s3", date: null, why: "answers", spans: [span("Her office said")] },
  ], standing: "contested", spans: [span("she said"), span("it had shelled Lutz")] }],
  commitments: [{ id: "o1", bound: ["a1"], beneficiaries: ["a2"], instrument: { name: "Sund Pact", knowledge_id: "treaty/sund", article: "5" }, duty: "defence",
    condition: words("if the coast 𝔊 is attacked"), scope: { includes: [{ code: "VOR", actor: "a1", text: "the coast" }], excludes: [{ code: null, actor: null, text: "the isles" }] },
    triggered: "disputed", because: words("it had shelled Lutz"), statements: ["s4"], from: "text", terms: null, spans: [span("the Sund Pact binds Vorland to help")] },
    { id: "o2", bound: ["a1"], beneficiaries: ["a2"], instrument: { name: "Treaty of the Sund", knowledge_id: "treaty/sund", article: "5" }, duty: "defence",
      condition: null, scope: { includes: [], excludes: [] }, triggered: "unknown", because: null, statements: [], from: "knowledge",
      terms: { condition: "armed attack on a party", territory: "the Sund", source: "gazette", as_of: "2031-05-04" }, spans: [span("the Sund Pact binds Vorland to help")] }],
  notes: [{ code: "place-unknown", message: "no place named Kessel is known & <none> is guessed", spans: [span("KESSEL")] },
    { code: "not-read-yet", message: "elections are not read by this edition", spans: [] }],
};
