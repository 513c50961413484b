// Values of the record as they stand on a card. Each shape of the contract has its form; any other is shown field by field.
import { type Entry, isReference } from "../model/items.js";
import { type Fields, type Span, type Value, type Words, isDate, isEmpty, isPlace, isSpan, isWords } from "../model/record.js";
import { type Context, cardId, nameOf, sentenceCase, spaced, wordId } from "./context.js";
import { type Child, element, joined } from "./dom.js";

// Words of the report, isolated so that their direction stays their own.
export const isolated = (text: string): HTMLElement => element("bdi", {}, text);

export function toItem(context: Context, id: string): Child {
  const entry = context.items.byId.get(id);
  if (!entry) return id;
  return element("a", { href: `#${cardId(context, id)}`, class: "to-card", "data-item": id }, isolated(nameOf(context, entry)),
    entry.kind === "actor" ? null : element("span", { class: "id" }, ` ${id}`));
}

export function toWords(context: Context, spans: readonly Span[], text: Child, label?: string): Child {
  const start = spans[0]?.[0];
  if (start === undefined) return text;
  return element("a", { href: `#${wordId(context, start)}`, class: "to-words", "aria-label": label }, text);
}

// The words, to the letter: each span of them leads to its place.
export function quoted(context: Context, { text, spans }: Words): Child {
  if (spans.length === 0) return ["“", isolated(text), "”"];
  return joined(spans.map((span) => toWords(context, [span], isolated(context.text.slice(span)))), " ");
}

function wordsOf(context: Context, fields: Fields): Child {
  const spans = (fields["spans"] ?? []) as unknown as readonly Span[];
  if (spans.length === 0) return null;
  return ["“", quoted(context, { text: "", spans }), "”"];
}

// The date alone; its card says where it is from.
export function day(context: Context, fields: Fields): Child {
  const entry = context.items.entryOf("date", fields);
  const value = element("time", {}, String(fields["value"]));
  return entry ? element("a", { href: `#${cardId(context, entry.id)}`, class: "to-card" }, value) : value;
}

export function date(context: Context, fields: Fields): Child {
  return joined([day(context, fields),
    element("span", { class: "label" }, `from ${spaced(String(fields["from"]))}`), wordsOf(context, fields),
    ...rest(context, fields, ["value", "spans", "from"])], " · ");
}

export function place(context: Context, fields: Fields): Child {
  const entry = context.items.entryOf("place", fields);
  const name = isolated(String(fields["name"]));
  return entry ? element("a", { href: `#${cardId(context, entry.id)}`, class: "to-card" }, name) : name;
}

function ordinal(context: Context, fields: Fields): Child {
  const since = joined([isEmpty(fields["since"]) ? null : toItem(context, String(fields["since"])), fields["since_date"] as string | null], ", ");
  return joined([[ordinalNumber(fields["n"] as number), since.length > 0 ? [" since ", since] : " time"], wordsOf(context, fields),
    ...rest(context, fields, ["n", "since", "since_date", "spans"])], " · ");
}

export function ordinalNumber(n: number): string {
  const teen = n % 100 > 10 && n % 100 < 14;
  return `${n}${teen ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th")}`;
}

function role(context: Context, fields: Fields): Child {
  return joined([[isolated(String(fields["office"])), fields["of"] ? ` of ${String(fields["of"])}` : null],
    fields["as_of"] ? `as of ${String(fields["as_of"])}` : null, `from ${String(fields["from"])}`, wordsOf(context, fields),
    ...rest(context, fields, ["office", "of", "as_of", "from", "spans"])], " · ");
}

// "killed 20 to 25 head", whose they are, and the words.
function quantity(context: Context, fields: Fields): Child {
  const { low, high, unit } = fields as { low: number | null; high: number | null; unit: string | null };
  const amount = low !== null && high !== null && low !== high ? `${low} to ${high}` : low !== null && high === null ? `at least ${low}` : String(high ?? low ?? "");
  const of = isEmpty(fields["of"]) ? null : ["of ", valueOf(context, "of", fields["of"])];
  const words = wordsOf(context, fields);
  return joined([joined([spaced(String(fields["what"])), amount, unit], " "), of, words ?? (fields["text"] ? ["“", isolated(String(fields["text"])), "”"] : null),
    ...rest(context, fields, ["what", "low", "high", "unit", "of", "text", "spans"])], " · ");
}

// Each wording once, and behind it a link for each further place where it stands.
export function wordings(context: Context, spans: readonly Span[]): Child {
  const places = new Map<string, Span[]>();
  for (const span of spans) {
    const words = context.text.slice(span);
    const known = places.get(words);
    if (known) known.push(span);
    else places.set(words, [span]);
  }
  return joined([...places].map(([words, [first, ...others]]) => {
    const more = others.map((span, i) => [" ", toWords(context, [span], String(i + 2), `${words} ${i + 2}`)]);
    return element("span", { class: "wording" }, toWords(context, [first as Span], isolated(words)), element("span", { class: "further" }, more));
  }), ", ");
}

export function mentions(context: Context, list: readonly Fields[]): Child {
  const byForm = new Map<string, Span[]>();
  for (const { span, form } of list as unknown as readonly { span: Span; form: string }[]) {
    const known = byForm.get(form);
    if (known) known.push(span);
    else byForm.set(form, [span]);
  }
  return joined([...byForm].map(([form, spans]) => [element("span", { class: "label" }, `${form} `), wordings(context, spans)]), "; ");
}

// A value of any shape; nothing where it says nothing.
export function valueOf(context: Context, field: string, value: Value | undefined): Child {
  if (value === undefined || isEmpty(value)) return null;
  if (typeof value === "string") return isReference(field, value) ? toItem(context, value) : isolated(named(field, value));
  if (typeof value !== "object" || value === null) return String(value);
  if (isWords(value)) return ["“", quoted(context, value), "”"];
  if (field === "mentions") return mentions(context, value as readonly Fields[]);
  if (isSpan(value)) return null;
  if (Array.isArray(value)) return listOf(context, field, value);
  const fields = value as Fields;
  if (isDate(fields)) return date(context, fields);
  if (isPlace(fields)) return place(context, fields);
  if ("n" in fields && "since" in fields) return ordinal(context, fields);
  if ("office" in fields) return role(context, fields);
  if ("what" in fields && "low" in fields) return quantity(context, fields);
  if ("territory" in fields && "source" in fields) return terms(context, fields);
  return joined([...rest(context, fields, ["spans"]), wordsOf(context, fields)], " · ");
}

// What a treaty says: its condition and its territory may be long, each on a line of its own.
const terms = (context: Context, fields: Fields): Child => element("ul", {}, rest(context, fields, []).map((each) => element("li", {}, each)));

function listOf(context: Context, field: string, list: readonly Value[]): Child {
  const shown = list.map((each) => valueOf(context, field, each)).filter((each) => each !== null);
  if (list.every((each) => typeof each === "string")) return joined(shown, ", ");
  return shown.length > 1 ? element("ul", {}, shown.map((each) => element("li", {}, each))) : shown;
}

// Codes and ids stand as they are; names of the contract lose their hyphens.
const verbatim = new Set(["text", "name", "rule", "knowledge_id", "code", "of", "title", "message", "url", "id", "unit", "outlet", "place",
  "since_date", "as_of", "source", "value", "office", "admin1", "model", "knowledge", "casus", "version"]);
const named = (field: string, value: string): string => (verbatim.has(field) ? value : spaced(value));

const short: Readonly<Record<string, string>> = { lat: "latitude", lon: "longitude", cameo: "CAMEO", goldstein: "Goldstein", plover_score: "PLOVER score", geonames_id: "GeoNames" };
export const label = (field: string): string => short[field] ?? spaced(field);

// "label value" for each field that says something and is not among `shown`.
export function rest(context: Context, fields: Fields, shown: readonly string[]): Child[] {
  return Object.entries(fields).filter(([field, value]) => !shown.includes(field) && !isEmpty(value)).map(([field, value]) => {
    const child = valueOf(context, field, value);
    if (child === null) return null;
    if (value === true) return element("span", { class: "label" }, label(field));
    return field === "text" ? ["“", child, "”"] : [element("span", { class: "label" }, `${label(field)} `), child];
  });
}

// The rows of a card: those fields that say something.
export function rows(context: Context, fields: Fields, names: readonly string[]): Child {
  const shown = names.flatMap((field) => {
    const child = valueOf(context, field, fields[field]);
    return child === null ? [] : [element("div", {}, element("dt", {}, sentenceCase(label(field))), element("dd", {}, child))];
  });
  return shown.length > 0 ? element("dl", {}, shown) : null;
}

// Who refers to an item, by id alone: their names would be longer than the card.
export function users(context: Context, entry: Entry): Child {
  const ids = context.items.users.get(entry.id) ?? [];
  return ids.length === 0 ? null : element("p", { class: "users" }, element("span", { class: "label" }, "In "), joined(ids.map((id) => shortly(context, id)), " "));
}

export function shortly(context: Context, id: string): Child {
  const entry = context.items.byId.get(id);
  if (!entry) return id;
  const name = `${id}, ${entry.kind}: ${nameOf(context, entry)}`;
  return element("a", { href: `#${cardId(context, id)}`, class: "to-card", title: name, "aria-label": name }, id);
}
