import type { Kind } from "../model/items.js";

// From words to cards and back. The address of the page says where the reader is, so that "back" of the browser goes back here too.
//
// Words: a click, or Enter, leads to the card of what they mean; again, to the next that they belong to. Left and right go from marked word
// to marked word. Escape on a card goes back to the words.
export interface Selection {
  hide(kind: Kind, hidden: boolean): void;
  go(id: string): void;
}

export function selection(root: HTMLElement, showKind: (kind: Kind) => void): Selection {
  const hidden = new Set<string>();
  let current: string | null = null; // the id of the chosen card
  let from: HTMLElement | null = null; // the words it was reached from

  const segmentsOf = (card: HTMLElement): HTMLElement[] => {
    const item = card.dataset["item"] as string;
    return [...(card.closest(".report") as HTMLElement).querySelectorAll<HTMLElement>(`.text [data-items~="${item}"]`)];
  };
  const cardOf = (segment: HTMLElement, item: string): HTMLElement | null =>
    document.getElementById(`${(segment.closest(".report") as HTMLElement).id}-${item}`);
  const kindOf = (card: HTMLElement): string => (card.closest("[data-kind]") as HTMLElement).dataset["kind"] as string;
  const reachable = (segment: HTMLElement): HTMLElement[] => (segment.dataset["items"] ?? "").split(" ")
    .map((item) => cardOf(segment, item)).filter((card): card is HTMLElement => card !== null && !hidden.has(kindOf(card)));

  const choose = (card: HTMLElement): void => {
    for (const each of root.querySelectorAll(".current")) {
      each.classList.remove("current");
      each.removeAttribute("aria-current");
    }
    current = card.id;
    card.classList.add("current");
    card.setAttribute("aria-current", "true");
    for (const segment of segmentsOf(card)) segment.classList.add("current");
  };

  const show = (id: string): void => {
    const target = document.getElementById(id);
    if (!target) return;
    if (target.classList.contains("card")) {
      if (hidden.has(kindOf(target))) showKind(kindOf(target) as Kind);
      choose(target);
      const words = segmentsOf(target);
      if (!from || !words.includes(from)) from = words.find((word) => word.tagName === "A") ?? words[0] ?? null;
      if (from) reveal(from);
      target.focus({ preventScroll: true });
      target.scrollIntoView({ block: "nearest" });
    } else if (target.classList.contains("segment")) {
      const cards = reachable(target);
      const card = cards.find((each) => each.id === current) ?? cards[0];
      if (card) choose(card);
      from = target;
      makeStop(target);
      target.focus({ preventScroll: true });
      target.scrollIntoView({ block: "center" });
    } else {
      target.scrollIntoView();
    }
  };

  // Words out of view come into view without the focus, where both columns fit.
  const reveal = (segment: HTMLElement): void => {
    if (getComputedStyle(segment.closest(".report") as HTMLElement).display !== "grid") return;
    const { top, bottom } = segment.getBoundingClientRect();
    if (top < (root.querySelector(".bar") as HTMLElement).offsetHeight || bottom > innerHeight) segment.scrollIntoView({ block: "center" });
  };

  const go = (id: string): void => {
    try {
      history.pushState(null, "", `#${id}`);
    } catch {
      // Some places that a page is opened from have no history; then only "back" is missing.
    }
    show(id);
  };

  // One stop of the Tab key a report; from there the arrow keys lead on.
  const makeStop = (segment: HTMLElement): void => {
    const text = segment.closest(".text") as HTMLElement;
    for (const each of text.querySelectorAll('[tabindex="0"]')) each.setAttribute("tabindex", "-1");
    segment.setAttribute("tabindex", "0");
  };
  for (const text of root.querySelectorAll(".text")) {
    const first = text.querySelector<HTMLElement>("a.segment");
    if (first) makeStop(first);
  }

  const activate = (segment: HTMLElement): void => {
    const cards = reachable(segment);
    if (cards.length === 0) return;
    const at = cards.findIndex((card) => card.id === current);
    const again = at >= 0 && from === segment;
    from = segment;
    makeStop(segment);
    go((cards[again ? (at + 1) % cards.length : 0] as HTMLElement).id);
  };

  root.addEventListener("click", (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const clicked = event.target as HTMLElement;
    const segment = clicked.closest<HTMLElement>(".segment");
    const link = clicked.closest<HTMLAnchorElement>('a[href^="#"]');
    if (segment) {
      if (!getSelection()?.isCollapsed && segment.tagName !== "A") return; // the reader marks words to copy them
      event.preventDefault();
      activate(segment);
    } else if (link) {
      event.preventDefault();
      const card = link.closest<HTMLElement>(".card");
      if (card && link.classList.contains("to-words")) choose(card); // words of several items lead back to the card that they were reached from
      go(link.hash.slice(1));
    }
  });

  root.addEventListener("keydown", (event) => {
    const focused = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const card = focused.closest<HTMLElement>(".card");
    if (event.key === "Escape" && card) {
      const words = segmentsOf(card);
      const back = from && words.includes(from) ? from : words[0];
      if (!back) return;
      event.preventDefault();
      if (current !== card.id) choose(card);
      makeStop(back);
      back.focus({ preventScroll: true });
      back.scrollIntoView({ block: "center" });
    } else if (focused.matches(".text .segment")) {
      const stops = [...(focused.closest(".text") as HTMLElement).querySelectorAll<HTMLElement>("a.segment")]
        .filter((each) => each === focused || reachable(each).length > 0);
      const at = stops.indexOf(focused);
      const next = { ArrowRight: stops[at + 1], ArrowLeft: stops[at - 1], Home: stops[0], End: stops[stops.length - 1] }[event.key];
      if (!next) return;
      event.preventDefault();
      makeStop(next);
      next.focus();
    }
  });

  const near = (event: Event, on: boolean): void => {
    const pointed = event.target as HTMLElement;
    const card = pointed.closest<HTMLElement>(".card");
    const segment = pointed.closest<HTMLElement>(".segment");
    const chosen = card ?? (segment ? reachable(segment)[0] : undefined);
    if (!chosen) return;
    chosen.classList.toggle("near", on);
    for (const each of segmentsOf(chosen)) each.classList.toggle("near", on);
  };
  root.addEventListener("pointerover", (event) => near(event, true));
  root.addEventListener("pointerout", (event) => near(event, false));
  addEventListener("popstate", () => show(location.hash.slice(1)));

  return {
    hide: (kind, off) => void (off ? hidden.add(kind) : hidden.delete(kind)),
    go,
  };
}
