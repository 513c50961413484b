import type { Span } from "./record.js";

export interface Marked {
  readonly span: Span;
}

// A stretch of text in which nothing begins or ends, with all that covers it, the longest first.
export interface Segment<Mark extends Marked> {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
}

// Cuts `within` at every start and end of a mark, and at `cuts`. The segments follow each other without gap or overlap; marks may nest, overlap, repeat
// and reach out of `within`. Marks that are empty or the wrong way round cover nothing.
export function segments<Mark extends Marked>(within: Span, marks: readonly Mark[], cuts: readonly number[] = []): Segment<Mark>[] {
  const [from, to] = within;
  const covering = marks.filter(({ span: [start, end] }) => start < end && start < to && end > from);
  const clipped = (point: number): number => Math.max(from, Math.min(point, to));
  const points = [...new Set([from, to, ...cuts.map(clipped), ...covering.flatMap(({ span }) => span.map(clipped))])].sort((a, b) => a - b);
  const byStart = [...covering].sort((a, b) => a.span[0] - b.span[0]);
  const found: Segment<Mark>[] = [];
  let open: Mark[] = [];
  let next = 0;
  for (let i = 0; i + 1 < points.length; ++i) {
    const start = points[i] as number;
    const end = points[i + 1] as number;
    open = open.filter(({ span }) => span[1] > start);
    while (next < byStart.length && (byStart[next] as Mark).span[0] <= start) open.push(byStart[next++] as Mark);
    found.push({ start, end, marks: open.filter(({ span }) => span[1] > start).sort(longestFirst) });
  }
  return found;
}

function longestFirst(a: Marked, b: Marked): number {
  return b.span[1] - b.span[0] - (a.span[1] - a.span[0]) || a.span[0] - b.span[0];
}
