import type { Entry, Kind } from "../model/items.js";
import { type Fields, type Span, type Value, type Words, isEmpty } from "../model/record.js";
import { type Context, cardId, firstPoint, kindNames, nameOf, sentenceCase, spaced } from "./context.js";
import { type Child, element, joined } from "./dom.js";
import { day, isolated, label, mentions, quoted, rest, rows, shortly, toItem, toWords, users, valueOf, wordings } from "./values.js";

// One section of cards a kind; null where the record has none of it.
export function section(context: Context, kind: Kind): HTMLElement | null {
  const entries = context.items.all.filter((entry) => entry.kind === kind);
  if (entries.length === 0) return null;
  const id = `${context.prefix}-${kindNames[kind].toLowerCase()}`;
  return element("div", { class: `cards-of ${kind}`, role: "group", "data-kind": kind, "aria-labelledby": id },
    element("h3", { id }, kindNames[kind], " ", element("span", { class: "count" }, String(entries.length))),
    kind === "contact" ? ledger(context, entries) : entries.map((entry) => card(context, entry)));
}

interface Face {
  readonly head: Child;
  readonly body?: Child;
  readonly shown: readonly string[]; // what head and body show
  readonly fine?: readonly string[]; // what stands in the small last line
}

function card(context: Context, entry: Entry): HTMLElement {
  const { head, body, shown, fine = [] } = faces[entry.kind](context, entry.fields);
  const others = Object.keys(entry.fields).filter((field) => !["id", "spans", ...shown, ...fine].includes(field));
  const small = fine.filter((field) => !shown.includes(field) && !isEmpty(entry.fields[field]));
  return element("article", { class: "card", id: cardId(context, entry.id), tabindex: -1, "data-item": entry.id, "aria-label": cardName(context, entry) },
    element("h4", {}, tag(context, entry), head), body, rows(context, entry.fields, others),
    small.length > 0 ? element("p", { class: "fine" }, joined(small.map((field) => [`${label(field)} `, valueOf(context, field, entry.fields[field])]), " · ")) : null,
    users(context, entry));
}

const cardName = (context: Context, entry: Entry): string => `${sentenceCase(entry.kind)} ${entry.id}: ${nameOf(context, entry)}`;

// The id, which leads to the words.
function tag(context: Context, entry: Entry): Child {
  const mark = context.leads.get(entry.id);
  const id = element("span", { class: "id" }, entry.id);
  return mark ? toWords(context, [mark.span], id, `${entry.id}, to its words`) : id;
}

const badge = (text: Value | undefined, more = ""): Child =>
  isEmpty(text) ? null : [" ", element("span", { class: `badge ${more}` }, spaced(String(text)))];

const actors = (context: Context, value: Value | undefined, none: string): Child =>
  isEmpty(value) ? element("span", { class: "nobody" }, none) : joined((value as readonly string[]).map((id) => toItem(context, id)), ", ");

const arrow = (): Child => [element("span", { "aria-hidden": "true" }, " → "), element("span", { class: "unseen" }, " to ")];

const faces: Readonly<Record<Kind, (context: Context, fields: Fields) => Face>> = {
  actor: (context, fields) => ({
    head: [isolated(String(fields["name"])), badge(fields["kind"])],
    body: element("p", { class: "mentions" }, mentions(context, fields["mentions"] as readonly Fields[])),
    shown: ["name", "kind", "mentions"],
    fine: ["code", "country", "country_from", "sectors", "knowledge_id"],
  }),
  statement: (context, fields) => ({
    head: [actors(context, fields["speakers"], speakerWords(fields) ?? "Somebody"), badge(fields["act"]),
      fields["polarity"] === "negative" ? badge("negative", "warning") : null,
      isEmpty(fields["addressees"]) ? null : [arrow(), actors(context, fields["addressees"], "")]],
    body: [fields["content"] ? element("blockquote", {}, quoted(context, fields["content"] as unknown as Words)) : null, presented(context, fields)],
    shown: ["speakers", "act", "addressees", "content", "speaker", "cue", ...(fields["polarity"] === "negative" ? ["polarity"] : [])],
    fine: ["form", "polarity", "confidence"],
  }),
  event: (context, fields) => ({
    head: [element("span", { class: `type quad-${String(fields["quad"] ?? "none")}` }, spaced(String(fields["type"])), isEmpty(fields["mode"]) ? null : `, ${spaced(String(fields["mode"]))}`),
      badge(fields["status"], fields["status"] === "asserted" ? "" : "warning")],
    body: element("p", { class: "who" }, actors(context, fields["actors"], "nobody named"),
      isEmpty(fields["recipients"]) ? null : [arrow(), actors(context, fields["recipients"], "")]),
    shown: ["type", "mode", "status", "actors", "recipients"],
    fine: ["cameo", "quad", "goldstein", "plover_score", "confidence", "rule"],
  }),
  situation: (_, fields) => ({
    head: [isolated(String(fields["name"] ?? spaced(String(fields["kind"])))), fields["name"] ? badge(fields["kind"]) : null, badge(fields["status"])],
    shown: ["name", "kind", "status"],
  }),
  contact: () => ({ head: null, shown: [] }), // a row of the ledger
  claim: (context, fields) => ({
    head: [element("q", {}, isolated(String((fields["proposition"] as Fields)["text"]))),
      badge(fields["standing"], fields["standing"] === "uncontested" ? "" : "warning")],
    body: [element("p", { class: "of" }, joined(rest(context, fields["proposition"] as Fields, ["text", "spans"]), " · ")),
      positions(context, fields["positions"] as readonly Fields[])],
    shown: ["proposition", "standing", "positions"],
  }),
  commitment: (context, fields) => ({
    head: [actors(context, fields["bound"], "Somebody"), isEmpty(fields["beneficiaries"]) ? null : [arrow(), actors(context, fields["beneficiaries"], "")],
      badge(fields["duty"]), fields["from"] === "knowledge" ? badge("not in the text") : null,
      isEmpty(fields["triggered"]) || fields["triggered"] === "unknown" ? null : badge(triggers[String(fields["triggered"])], fields["triggered"] === "no" ? "" : "warning")],
    body: [instrument(context, fields["instrument"] as Fields | null), scope(context, fields["scope"] as Fields | null)],
    shown: ["bound", "beneficiaries", "duty", "instrument", "scope", ...(fields["triggered"] === "unknown" ? [] : ["triggered"])],
    fine: ["from"],
  }),
  date: (context, fields) => ({
    head: [element("time", {}, String(fields["value"])), badge(fields["from"])],
    body: found(context, fields),
    shown: ["value", "from"],
  }),
  place: (context, fields) => ({ head: isolated(String(fields["name"])), body: found(context, fields), shown: ["name"],
    fine: ["country", "admin1", "lat", "lon", "geonames_id", "feature_class", "feature_code"] }),
  note: (context, fields) => ({
    head: spaced(String(fields["code"])),
    body: [element("p", {}, isolated(String(fields["message"]))), found(context, fields)],
    shown: ["code", "message"],
  }),
};

// By what: its name first, as the words or the treaty have it.
function instrument(context: Context, fields: Fields | null): Child {
  if (!fields || isEmpty(fields)) return null;
  return element("p", { class: "of" }, joined([["by ", isolated(String(fields["name"]))], ...rest(context, fields, ["name", "spans"])], " · "));
}

const triggers: Readonly<Record<string, string>> = { yes: "triggered", no: "not triggered", disputed: "disputed" };

function speakerWords(fields: Fields): string | null {
  const speaker = fields["speaker"] as Fields | null;
  return speaker ? String(speaker["text"]) : null;
}

// The words for the source and those that present what it says, in the order of the report.
function presented(context: Context, fields: Fields): Child {
  const parts = [fields["speaker"], fields["cue"]].filter((each) => !isEmpty(each)) as unknown as Words[];
  const point = ({ spans }: Words): number => firstPoint(spans) ?? 0;
  const inOrder = parts.sort((a, b) => point(a) - point(b));
  return parts.length === 0 ? null : element("p", { class: "presented" }, joined(inOrder.map((words) => ["“", quoted(context, words), "”"]), " … "));
}

function found(context: Context, fields: Fields): Child {
  const spans = fields["spans"] as unknown as readonly Span[];
  return spans.length === 0 ? null : element("p", {}, wordings(context, spans));
}

// Side by side: who holds it, who speaks against it, who does not say.
const sides = [
  { name: "For it", stances: ["asserts", "implies"] },
  { name: "Against it", stances: ["denies", "doubts"] },
  { name: "Not saying", stances: ["declines", "no-knowledge"] },
];

function positions(context: Context, list: readonly Fields[]): Child {
  const known = sides.flatMap(({ stances }) => stances);
  const columns = [...sides.map(({ name, stances }) => ({ name, held: list.filter((each) => stances.includes(String(each["stance"]))) })),
    { name: "Otherwise", held: list.filter((each) => !known.includes(String(each["stance"]))) }].filter(({ held }) => held.length > 0);
  if (columns.length === 0) return null;
  return element("div", { class: "positions" }, columns.map(({ name, held }) =>
    element("div", { class: "side" }, element("h5", {}, name), element("ul", {}, held.map((each) => element("li", {}, position(context, each)))))));
}

function position(context: Context, fields: Fields): Child {
  const spans = fields["spans"] as unknown as readonly Span[];
  return [isEmpty(fields["actor"]) ? element("span", { class: "nobody" }, "somebody") : toItem(context, String(fields["actor"])), " ",
    element("span", { class: "stance" }, spaced(String(fields["stance"]))),
    isEmpty(fields["date"]) ? null : [" · ", day(context, fields["date"] as Fields)],
    isEmpty(fields["statement"]) ? null : [" · ", shortly(context, String(fields["statement"]))],
    spans.length === 0 ? null : element("span", { class: "words" }, "“", quoted(context, { text: "", spans }), "”"),
    isEmpty(fields["why"]) ? null : element("div", { class: "fine" }, `here because it ${grounds[String(fields["why"])] ?? spaced(String(fields["why"]))}`),
    rest(context, fields, ["actor", "stance", "statement", "date", "why", "spans"]).map((each) => element("div", {}, each))];
}

// Why a position is on its claim, as "here because it ..." goes on.
const grounds: Readonly<Record<string, string>> = {
  tells: "tells the proposition", "same-event": "speaks of the same event", answers: "answers it", refers: "refers to it", "same-words": "has the same words",
  follows: "follows right after",
};

function scope(context: Context, fields: Fields | null): Child {
  if (!fields || isEmpty(fields)) return null;
  return element("div", { class: "positions" }, Object.entries(fields).filter(([, list]) => !isEmpty(list)).map(([name, list]) =>
    element("div", { class: "side" }, element("h5", {}, sentenceCase(spaced(name))),
      element("ul", {}, (Array.isArray(list) ? list as readonly Value[] : [list as Value]).map((each) => element("li", {}, valueOf(context, name, each)))))));
}

// The columns of the ledger; what they do not name stands in the last.
const columns = [
  { name: "Date", fields: ["date"] },
  { name: "Contact", fields: ["kind", "parties", "initiator", "place", "ordinal"] },
  { name: "About", fields: ["topics", "outcomes"] },
  { name: "Told in", fields: ["readouts", "event"] },
];

// A row a contact; a column for what at least one of them tells.
function ledger(context: Context, entries: readonly Entry[]): HTMLElement {
  const named = ["id", "spans", ...columns.flatMap(({ fields }) => fields)];
  const others = [...new Set(entries.flatMap(({ fields }) => Object.keys(fields)))].filter((field) => !named.includes(field));
  const shown = [...columns.slice(0, -1), { name: "Told in", fields: ["readouts", "event", ...others] }]
    .filter(({ fields }) => entries.some((entry) => fields.some((field) => !isEmpty(entry.fields[field]))));
  return element("div", { class: "ledger", tabindex: 0, role: "group", "aria-label": "Ledger of contacts" }, element("table", {},
    element("caption", { class: "unseen" }, "Contacts, a row each"),
    element("thead", {}, element("tr", {}, element("th", { scope: "col" }, element("span", { class: "unseen" }, "Id")),
      shown.map(({ name }) => element("th", { scope: "col" }, name)))),
    element("tbody", {}, entries.map((entry) =>
      element("tr", { class: "card", id: cardId(context, entry.id), tabindex: -1, "data-item": entry.id },
        element("th", { scope: "row" }, tag(context, entry)),
        shown.map(({ fields }) => element("td", {}, cell(context, entry.fields, fields))))))));
}

// Each field on a line of its own; where the heading of the column says what it is, without its name.
const plain = new Set(["date", "kind", "parties", "ordinal"]);
const cell = (context: Context, fields: Fields, names: readonly string[]): Child => names.filter((field) => !isEmpty(fields[field])).map((field) =>
  element("div", { class: field }, plain.has(field) ? null : element("span", { class: "label" }, `${label(field)} `), valueOf(context, field, fields[field])));
