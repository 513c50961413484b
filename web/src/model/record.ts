// The record as the page gets it: schema/record-1.json. Fields that the page has no view of its own for are shown by their names,
// so what later editions add is not lost.

// [start, end) in Unicode code points of document.text.
export type Span = readonly [number, number];
export type Value = string | number | boolean | null | readonly Value[] | { readonly [field: string]: Value };
export type Fields = { readonly [field: string]: Value };

export interface Words {
  readonly text: string;
  readonly spans: readonly Span[];
}

export interface Item {
  readonly id: string;
  readonly spans: readonly Span[];
  readonly [field: string]: Value;
}

export interface Report {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly [field: string]: Value;
}

export interface Note {
  readonly code: string;
  readonly message: string;
  readonly spans: readonly Span[];
  readonly [field: string]: Value;
}

export interface Reading {
  readonly document: Report;
  readonly actors: readonly Item[];
  readonly statements: readonly Item[];
  readonly events: readonly Item[];
  readonly situations: readonly Item[];
  readonly contacts: readonly Item[];
  readonly claims: readonly Item[];
  readonly commitments: readonly Item[];
  readonly notes: readonly Note[];
  readonly [field: string]: Value | Report;
}

export function isFields(value: Value | undefined): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isSpan(value: Value | undefined): boolean {
  return Array.isArray(value) && value.length === 2 && value.every((end) => typeof end === "number");
}

export function isWords(value: Value | undefined): value is Value & Words {
  return isFields(value) && typeof value["text"] === "string" && Array.isArray(value["spans"]) && Object.keys(value).length === 2;
}

export function isDate(value: Value | undefined): value is Fields {
  return isFields(value) && "value" in value && "from" in value && "spans" in value;
}

export function isPlace(value: Value | undefined): value is Fields {
  return isFields(value) && "geonames_id" in value && "spans" in value;
}

// Nothing to show: null, false, an empty text or list, or an object with nothing but such.
export function isEmpty(value: Value | undefined): boolean {
  if (value === null || value === undefined || value === false || value === "") return true;
  if (Array.isArray(value)) return value.every(isEmpty);
  return isFields(value) && Object.values(value).every(isEmpty);
}

// Every span below a value, each once, in the order they are met.
export function spansIn(value: Value): Span[] {
  const found = new Map<string, Span>();
  const walk = (each: Value): void => {
    if (isSpan(each)) found.set(String(each), each as unknown as Span);
    else if (Array.isArray(each)) each.forEach(walk);
    else if (isFields(each)) Object.values(each).forEach(walk);
  };
  walk(value);
  return [...found.values()];
}
