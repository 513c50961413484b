import { type Fields, type Item, type Reading, type Span, type Value, isDate, isFields, isPlace } from "./record.js";

export const kinds = [
  "actor", "statement", "event", "situation", "contact", "claim", "commitment", "date", "place", "note",
] as const;
export type Kind = (typeof kinds)[number];

// An item of the record; or a date, a place or a note, which have no id of their own and get one here: d1, p1, n1.
export interface Entry {
  readonly id: string;
  readonly kind: Kind;
  readonly fields: Fields;
  readonly spans: readonly Span[];
}

// Fields that hold the ids of other items.
const references = new Set([
  "speakers", "via", "addressees", "within", "attribution", "actors", "recipients", "initiator", "of", "since", "parties", "events",
  "outcomes", "readouts", "event", "actor", "statement", "statements", "bound", "beneficiaries", "member_of",
]);

export const isReference = (field: string, value: string): boolean => references.has(field) && /^[aseukco][1-9][0-9]*$/.test(value);

export interface Items {
  readonly all: readonly Entry[];
  readonly byId: ReadonlyMap<string, Entry>;
  // The ids of the items that refer to an item, or hold a date or place; "document" where the report itself does.
  readonly users: ReadonlyMap<string, readonly string[]>;
  // The entry of a date or place.
  entryOf(kind: "date" | "place", fields: Fields): Entry | undefined;
}

const plurals = {
  actor: "actors", statement: "statements", event: "events", situation: "situations", contact: "contacts", claim: "claims",
  commitment: "commitments",
} as const;

export function itemsOf(reading: Reading): Items {
  const listed = Object.entries(plurals).flatMap(([kind, list]) =>
    (reading[list] as readonly Item[]).map((item): Entry => ({ id: item.id, kind: kind as Kind, fields: item, spans: item.spans })));
  const dates = gathered(reading, listed, "date", isDate);
  const places = gathered(reading, listed, "place", isPlace);
  const notes = reading.notes.map((note, i): Entry => ({ id: `n${i + 1}`, kind: "note", fields: note, spans: note.spans }));
  const all = [...listed, ...dates.entries, ...places.entries, ...notes];
  return {
    all,
    byId: new Map(all.map((entry) => [entry.id, entry])),
    users: new Map([...usersOf(listed), ...dates.users, ...places.users]),
    entryOf: (kind, fields) => (kind === "date" ? dates : places).byKey.get(keyOf(fields)),
  };
}

interface Gathered {
  readonly entries: readonly Entry[];
  readonly byKey: ReadonlyMap<string, Entry>;
  readonly users: ReadonlyMap<string, readonly string[]>;
}

// What two dates (or places) that are one have in common: all but their words.
const keyOf = (fields: Fields): string => JSON.stringify({ ...fields, spans: null });

// Those without words come last.
function gathered(reading: Reading, listed: readonly Entry[], kind: "date" | "place", fits: (value: Value) => value is Fields): Gathered {
  const users = new Map<string, Set<string>>();
  const found = new Map<string, { fields: Fields; spans: Map<string, Span> }>();
  const take = (fields: Fields, user: string | null): void => {
    const key = keyOf(fields);
    const known = found.get(key) ?? { fields, spans: new Map<string, Span>() };
    for (const span of fields["spans"] as unknown as readonly Span[]) known.spans.set(String(span), span);
    found.set(key, known);
    users.set(key, users.get(key) ?? new Set());
    if (user !== null) users.get(key)?.add(user);
  };
  const walk = (value: Value, user: string | null): void => {
    if (fits(value)) take(value, user);
    else if (Array.isArray(value)) for (const each of value) walk(each, user);
    else if (isFields(value)) for (const each of Object.values(value)) walk(each, user);
  };
  walk(reading.document as unknown as Value, "document");
  walk((reading[`${kind}s`] ?? null) as Value, null);
  for (const { id, fields } of listed) walk(fields, id);
  const ordered = [...found].map(([key, { fields, spans }]) => ({ key, fields, spans: [...spans.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]) }))
    .sort((a, b) => byFirst(a.spans, b.spans));
  const entries = ordered.map(({ fields, spans }, i): Entry => ({ id: `${kind[0]}${i + 1}`, kind, fields: { ...fields, spans: spans as unknown as Value }, spans }));
  const keyed = ordered.map(({ key }, i) => [key, entries[i] as Entry] as const);
  return { entries, byKey: new Map(keyed), users: new Map(keyed.map(([key, { id }]) => [id, [...(users.get(key) ?? [])]])) };
}

const byFirst = ([a]: readonly Span[], [b]: readonly Span[]): number => (a && b ? a[0] - b[0] || a[1] - b[1] : Number(!a) - Number(!b));

function usersOf(listed: readonly Entry[]): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, Set<string>>();
  const walk = (value: Value, field: string, user: string): void => {
    if (typeof value === "string") {
      if (isReference(field, value)) users.set(value, (users.get(value) ?? new Set()).add(user));
    } else if (Array.isArray(value)) for (const each of value) walk(each, field, user);
    else if (isFields(value)) for (const [name, each] of Object.entries(value)) walk(each, name, user);
  };
  for (const { id, fields } of listed) walk(fields, "", id);
  return new Map([...users].map(([id, set]) => [id, [...set]]));
}
