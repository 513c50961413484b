import { kinds } from "../model/items.js";
import { type Fields, type Value, isEmpty, isFields } from "../model/record.js";
import { section } from "./cards.js";
import { type Context, contextOf } from "./context.js";
import { type Child, element, joined } from "./dom.js";
import type { Reading } from "../model/record.js";
import { date, isolated, rest, valueOf } from "./values.js";
import { words } from "./words.js";

export interface ReportView {
  readonly element: HTMLElement;
  readonly context: Context;
  readonly heading: string;
  readonly name: string;
}

// One report: its words at the left, its cards at the right.
export function report(reading: Reading, number: number): ReportView {
  const context = contextOf(reading, number);
  const heading = `${context.prefix}-title`;
  const { title, body } = words(context, heading);
  const name = reading.document.title ?? title?.textContent ?? opening(context);
  const cards = kinds.map((kind) => section(context, kind));
  return {
    context, heading, name,
    element: element("article", { class: "report", id: context.prefix, "aria-labelledby": heading },
      element("div", { class: "reading" },
        title ? null : element("h2", { id: heading, class: "unseen" }, isolated(name)),
        element("div", { class: "text", role: "group", "aria-label": "Report", "aria-describedby": "keys", lang: languageOf(reading), dir: "auto" },
          title, body),
        about(context)),
      element("aside", { class: "cards", "aria-label": `Cards of report ${number}: ${name}` }, cards)),
  };
}

const longestOpening = 80; // code points

// A text without a title is known by how it begins; one without words, by its id.
function opening({ text, reading }: Context): string {
  const words = text.slice([0, 10 * longestOpening]).trim().replace(/\s+/g, " ");
  const cut = [...words].slice(0, longestOpening).join("");
  return cut === "" ? reading.document.id : cut === words ? words : `${cut.replace(/\s+\S*$/, "")} …`;
}

// ISO 639-1; "und", which is no language, and null say nothing.
function languageOf({ document }: Reading): string | null {
  const language = String(document["language"] ?? "");
  return /^[a-z]{2}$/.test(language) ? language : null;
}

// What is known of the report, and what read it.
function about(context: Context): HTMLElement {
  const { document } = context.reading;
  const shown = ["text", "sentences", "title", "published"];
  const published = document["published"];
  const programs = ["casus", "model", "knowledge", "codebook", "schema"].map((field): Child => {
    const value = context.reading[field] as Value | undefined;
    if (isEmpty(value)) return null;
    return [`${field} `, isFields(value) ? joined(Object.values(value).map(String), " ") : isolated(String(value))];
  });
  return element("footer", { class: "about" },
    element("p", {}, joined([isFields(published) ? ["published ", date(context, published as Fields)] : "date of publication unknown",
      ...rest(context, document as unknown as Fields, shown), `${document.sentences.length} sentences`], " · ")),
    element("p", {}, joined(programs, " · ")));
}

// The reports of the page, each with what tells it from the others.
export function listOf(views: readonly ReportView[]): HTMLElement {
  return element("nav", { class: "reports", "aria-label": "Reports" }, element("ol", {}, views.map(({ context, name }) => {
    const { document, events, statements } = context.reading;
    const published = document["published"];
    return element("li", {}, element("a", { href: `#${context.prefix}` }, isolated(name)), " ",
      element("span", { class: "label" }, joined([valueOf(context, "outlet", document["outlet"]), isFields(published) ? String(published["value"]) : null,
        `${events.length} events`, `${statements.length} statements`], " · ")));
  })));
}
