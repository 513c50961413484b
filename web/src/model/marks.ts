import type { Entry, Items, Kind } from "./items.js";
import { type Fields, type Span, type Value, isFields, spansIn } from "./record.js";

// What words are to an item. By all but "content" and "other" a reader gets from the words to the item.
export type Part = "mention" | "cue" | "trigger" | "date" | "place" | "content" | "other" | "first";

export interface Mark {
  readonly span: Span;
  readonly item: string;
  readonly kind: Kind;
  readonly part: Part;
}

export const leads = ({ part }: Mark): boolean => part !== "content" && part !== "other";

// All words of all items. Each item that has words has some that lead to it.
export const marksOf = (items: Items): Mark[] => items.all.flatMap(marksOfEntry);

function marksOfEntry(entry: Entry): Mark[] {
  const parts = partsOf(entry);
  const known = new Set(parts.map(({ span }) => String(span)));
  const others = spansIn(entry.fields).filter((span) => !known.has(String(span))).map((span) => ({ span, part: "other" as Part }));
  const marks = [...parts, ...others].map(({ span, part }): Mark => ({ span, part, item: entry.id, kind: entry.kind }));
  const first = marks[0];
  if (!first || marks.some(leads)) return marks;
  return [{ ...first, part: "first" }, ...marks];
}

function partsOf({ kind, fields, spans }: Entry): { span: Span; part: Part }[] {
  const as = (part: Part, list: readonly Span[]): { span: Span; part: Part }[] => list.map((span) => ({ span, part }));
  switch (kind) {
    case "actor":
      return as("mention", (fields["mentions"] as readonly Fields[]).map(({ span }) => span as unknown as Span));
    case "statement":
      return [...as("cue", spansOf(fields["cue"])), ...as("content", spansOf(fields["content"]))];
    case "event":
      return as("trigger", spansOf(fields["trigger"]));
    case "date":
      return as("date", spans);
    case "place":
      return as("place", spans);
    default:
      return [];
  }
}

const spansOf = (words: Value | undefined): readonly Span[] => (isFields(words) ? (words["spans"] as unknown as readonly Span[]) : []);
