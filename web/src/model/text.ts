import type { Span } from "./record.js";

// A text whose spans count code points, while strings of the browser count UTF-16 units.
export interface Text {
  readonly units: string;
  readonly length: number; // in code points
  slice(span: Span): string;
}

export function textOf(units: string): Text {
  const points = codePoints(units);
  const astral = points !== units.length;
  const starts = astral ? unitStarts(units, points) : null;
  const unit = (point: number): number => {
    const clipped = Math.max(0, Math.min(point, points));
    return starts ? (starts[clipped] as number) : clipped;
  };
  return { units, length: points, slice: ([start, end]) => units.slice(unit(start), unit(end)) };
}

// Where each code point starts, in UTF-16 units; and, last, the end.
function unitStarts(units: string, points: number): Uint32Array {
  const starts = new Uint32Array(points + 1);
  let unit = 0;
  for (let point = 0; point < points; ++point) {
    starts[point] = unit;
    unit += (units.codePointAt(unit) as number) > 0xffff ? 2 : 1;
  }
  starts[points] = unit;
  return starts;
}

function codePoints(units: string): number {
  let count = 0;
  for (let unit = 0; unit < units.length; ++unit) {
    if ((units.codePointAt(unit) as number) > 0xffff) ++unit;
    ++count;
  }
  return count;
}

// A text with a longer line is not wrapped by hand.
const longestWrapped = 120; // code points

// The lines of a text that is not wrapped by hand; else the stretches between empty lines. Line ends around them are in none.
export function paragraphs(text: Text): Span[] {
  const lines = text.units.split(/(?<=\n)/).map((line) => ({ line, length: codePoints(line) }));
  const wrapped = lines.every(({ length }) => length <= longestWrapped);
  const found: Span[] = [];
  let start = -1; // of the paragraph, in code points
  let end = 0; // of its last line with words
  let point = 0;
  const close = (): void => {
    if (start >= 0) found.push([start, end]);
    start = -1;
  };
  for (const { line, length } of lines) {
    if (line.trim() === "") {
      close();
    } else {
      if (!wrapped) close();
      if (start < 0) start = point;
      end = point + length - (line.endsWith("\n") ? 1 : 0);
    }
    point += length;
  }
  close();
  return found;
}
