import { type Kind, kinds } from "../model/items.js";
import { kindNames } from "./context.js";
import { element } from "./dom.js";

// A box for each kind that is there: its name, the sign by which its words are marked, and whether it is shown.
export function filter(present: ReadonlySet<Kind>, show: (kind: Kind, shown: boolean) => void): HTMLElement {
  const boxes = kinds.filter((kind) => present.has(kind)).map((kind) => {
    const box = element("input", { type: "checkbox", checked: true, name: kind });
    box.addEventListener("change", () => show(kind, box.checked));
    return element("label", { class: kind }, box, element("span", { class: `sign ${kind}-sign` }, kindNames[kind]));
  });
  return element("form", { class: "filter", "aria-label": "Filter" },
    element("fieldset", {}, element("legend", {}, "Show"), boxes));
}
