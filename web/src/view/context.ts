import { type Entry, type Items, type Kind, itemsOf } from "../model/items.js";
import { type Mark, leads, marksOf } from "../model/marks.js";
import type { Fields, Reading, Span, Value } from "../model/record.js";
import { type Text, textOf } from "../model/text.js";

// What the views of one report share. `prefix` sets its ids on the page apart from those of other reports.
export interface Context {
  readonly prefix: string;
  readonly reading: Reading;
  readonly text: Text;
  readonly items: Items;
  readonly marks: readonly Mark[];
  readonly leads: ReadonlyMap<string, Mark>; // the first words that lead to an item
}

export function contextOf(reading: Reading, number: number): Context {
  const items = itemsOf(reading);
  const marks = marksOf(items);
  return {
    prefix: `r${number}`, reading, text: textOf(reading.document.text), items, marks,
    leads: new Map(marks.filter(leads).reverse().map((mark) => [mark.item, mark])),
  };
}

export const cardId = ({ prefix }: Context, item: string): string => `${prefix}-${item}`;
export const wordId = ({ prefix }: Context, point: number): string => `${prefix}-w${point}`;

export const kindNames: Readonly<Record<Kind, string>> = {
  actor: "Actors", statement: "Statements", event: "Events", situation: "Situations", contact: "Contacts", claim: "Claims",
  commitment: "Commitments", date: "Dates", place: "Places", note: "Notes",
};

export const spaced = (name: string): string => name.replace(/[-_]/g, " ");
export const sentenceCase = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

// What an item is called where others refer to it.
export function nameOf(context: Context, entry: Entry): string {
  const { fields } = entry;
  switch (entry.kind) {
    case "actor":
      return String(fields["name"]);
    case "statement":
      return [speakersOf(context, fields), fields["act"] ? spaced(String(fields["act"])) : ""].filter(Boolean).join(": ");
    case "event":
      return [fields["type"], fields["mode"]].filter(Boolean).map((each) => spaced(String(each))).join(", ");
    case "situation":
      return String(fields["name"] ?? spaced(String(fields["kind"])));
    case "contact":
      return [fields["kind"], names(context, fields["parties"])].filter(Boolean).join(": ");
    case "claim":
      return String((fields["proposition"] as Fields)["text"]);
    case "commitment":
      return [names(context, fields["bound"]), fields["duty"]].filter(Boolean).join(": ");
    case "date":
      return String(fields["value"]);
    case "place":
      return String(fields["name"]);
    case "note":
      return spaced(String(fields["code"]));
  }
}

function names({ items }: Context, ids: Value | undefined): string {
  return ((ids ?? []) as readonly string[]).map((id) => String(items.byId.get(id)?.fields["name"] ?? id)).join(", ");
}

function speakersOf(context: Context, fields: Fields): string {
  const speaker = fields["speaker"] as Fields | null;
  return names(context, fields["speakers"]) || String(speaker?.["text"] ?? "somebody");
}

export const firstPoint = (spans: readonly Span[] | undefined): number | undefined => spans?.[0]?.[0];
