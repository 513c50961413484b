import { type Mark, leads } from "../model/marks.js";
import type { Span } from "../model/record.js";
import { type Segment, segments } from "../model/segments.js";
import { paragraphs } from "../model/text.js";
import { type Context, cardId, nameOf, wordId } from "./context.js";
import { type Child, element } from "./dom.js";

// The marks that a click on a segment leads to, in turn: first those whose own words these are, then all that cover it, the shortest
// first.
export function targets(marks: readonly Mark[]): string[] {
  const shortestFirst = [...marks].reverse();
  return [...new Set([...shortestFirst.filter(leads), ...shortestFirst].map(({ item }) => item))];
}

// The report's text, to the letter, in paragraphs of marked segments. The first is the heading where it is the title or looks like one.
export function words(context: Context, heading: string): { title: HTMLElement | null; body: Child[] } {
  const { text } = context;
  const blocks = paragraphs(text);
  const first = blocks[0];
  const headline = first && titleOf(context, first, blocks.length);
  const starts = new Set(context.marks.map(({ span }) => span[0]));
  const cut = segments([0, text.length], context.marks, [...blocks.flat(), ...(headline ? [headline[1], headline[1] + 1] : [])]);
  const pieces = ([from, to]: Span): Child[] => cut.slice(at(cut, from), at(cut, to)).map((segment) => piece(context, segment, starts));
  const title = headline ? element("h2", { id: heading, class: "title" }, pieces(headline)) : null;
  const body: Child[] = [];
  let end = headline ? headline[1] : 0;
  for (const block of headline ? [[headline[1], (first as Span)[1]] as Span, ...blocks.slice(1)] : blocks) {
    const start = startOf(context, block);
    if (start >= block[1]) continue;
    if (start > end) body.push(text.slice([end, start]));
    body.push(element("p", {}, pieces([start, block[1]])));
    end = block[1];
  }
  return { title, body: end < text.length ? [...body, text.slice([end, text.length])] : body };
}

// The index of the segment that starts at a point; by halves, since texts may be long.
function at(cut: readonly Segment<Mark>[], point: number): number {
  let low = 0;
  let high = cut.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cut[middle] as Segment<Mark>).start < point) low = middle + 1;
    else high = middle;
  }
  return low;
}

const longestHeadline = 160; // code points

function titleOf({ text, reading }: Context, [start, end]: Span, blocks: number): Span | null {
  const given = reading.document.title;
  const block = text.slice([start, end]);
  const line = block.split("\n")[0] as string;
  const length = [...line].length;
  if (given !== null && line.trim() === given.trim()) return [start, start + length];
  return blocks > 1 && line === block && length <= longestHeadline && !/[.”"]\s*$/.test(line) ? [start, end] : null;
}

// Past the line end that a title leaves before the rest of its block.
const startOf = ({ text }: Context, [start, end]: Span): number => (start < end && text.slice([start, start + 1]) === "\n" ? start + 1 : start);

function piece(context: Context, { start, end, marks }: Segment<Mark>, starts: ReadonlySet<number>): Child {
  const said = context.text.slice([start, end]);
  if (marks.length === 0) return said;
  const items = targets(marks);
  const link = marks.some(leads);
  const id = starts.has(start) ? wordId(context, start) : null;
  return element(link ? "a" : "span", {
    id, class: classes(context, start, end, marks), "data-items": items.join(" "),
    "data-ids": idsFrom(start, marks),
    ...(link ? { href: `#${cardId(context, items[0] as string)}`, tabindex: -1, title: described(context, items) } : id ? { tabindex: -1 } : {}),
  }, underlined(marks, said));
}

const described = (context: Context, items: readonly string[]): string => items.map((id) => {
  const entry = context.items.byId.get(id);
  return entry ? `${entry.kind} ${id}: ${nameOf(context, entry)}` : id;
}).join("\n");

// The statements and events whose own words begin here; printed, since paper has no links.
function idsFrom(start: number, marks: readonly Mark[]): string | null {
  const ids = marks.filter(({ part, span }) => (part === "cue" || part === "trigger") && span[0] === start).map(({ item }) => item);
  return ids.length > 0 ? ids.join(" ") : null;
}

function classes(context: Context, start: number, end: number, marks: readonly Mark[]): string {
  const contents = marks.filter(({ part }) => part === "content");
  const event = marks.find(({ part }) => part === "trigger");
  const quad = event && context.items.byId.get(event.item)?.fields["quad"];
  return ["segment", ...new Set(marks.map(({ part }) => part).filter((part) => part !== "other"))]
    .concat(contents.length > 0 ? [`depth-${Math.min(contents.length, 3)}`] : [])
    .concat(contents.some(({ span }) => span[0] === start) ? ["opens"] : [], contents.some(({ span }) => span[1] === end) ? ["closes"] : [])
    .concat(quad ? [`quad-${String(quad)}`] : []).join(" ");
}

// An element for each kind of line below the words, so that several lines can stand below each other.
function underlined(marks: readonly Mark[], said: string): Child {
  const lines = (["mention", "date", "place", "trigger", "first"] as const).filter((part) => marks.some((mark) => mark.part === part));
  return lines.reduce<Child>((inner, part) => element("span", { class: `line ${part}-line` }, inner), said);
}
