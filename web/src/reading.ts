// The page: the records that stand in it become sections that can be read.
import type { Kind } from "./model/items.js";
import type { Reading } from "./model/record.js";
import { selection } from "./state/selection.js";
import { element } from "./view/dom.js";
import { filter } from "./view/filter.js";
import { listOf, report } from "./view/report.js";

const manyCards = 1000; // so many are laid out only where they are looked at

function open(readings: readonly Reading[]): void {
  const views = readings.map((reading, i) => report(reading, i + 1));
  const several = views.length !== 1;
  document.title = several ? `${views.length} reports, as read by casus` : `${(views[0] as (typeof views)[0]).name}, as read by casus`;
  const main = element("main", {}, several ? listOf(views) : null, views.map((view) => view.element));
  const present = new Set(views.flatMap(({ context }) => context.items.all.map(({ kind }) => kind)));
  const boxes = filter(present, (kind, shown) => show(kind, shown));
  const bar = element("header", { class: "bar" }, element("h1", {}, several ? `Reading of ${views.length} reports` : "Reading of a report"), boxes);
  const keys = element("p", { id: "keys", class: "keys" }, "← → between marks, Enter to the card, Esc back");
  const cards = views.reduce((sum, { context }) => sum + context.items.all.length, 0);
  const root = element("div", { class: cards > manyCards ? "page many" : "page" }, bar, main, element("aside", { "aria-label": "Keys" }, keys));
  document.body.append(root);

  const chosen = selection(root, (kind) => show(kind, true));
  function show(kind: Kind, shown: boolean): void {
    for (const box of boxes.querySelectorAll<HTMLInputElement>(`[name="${kind}"]`)) box.checked = shown;
    for (const section of root.querySelectorAll<HTMLElement>(`[data-kind="${kind}"]`)) section.hidden = !shown;
    root.classList.toggle(`without-${kind}`, !shown);
    chosen.hide(kind, !shown);
  }
  // What is scrolled to comes to stand below the bar, which is as high as its lines.
  new ResizeObserver(() => document.documentElement.style.setProperty("--bar", `${bar.offsetHeight}px`)).observe(bar);
  if (location.hash.length > 1) chosen.go(location.hash.slice(1));
}

open(JSON.parse((document.getElementById("records") as HTMLElement).textContent ?? "[]") as readonly Reading[]);
