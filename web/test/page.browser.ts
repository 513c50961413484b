import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { test } from "node:test";
import type { Page } from "playwright-core";
import type { Item, Reading, Value } from "../src/model/record.js";
import { fileOf, open } from "./browser.js";
import { example } from "./example.js";

const axe = readFileSync(`${process.env["CASUS_WEB"]}node_modules/axe-core/axe.min.js`, "utf8");
type Axe = { run(): Promise<{ violations: { id: string; help: string; nodes: { html: string; failureSummary: string }[] }[] }> };
const findNothing = async (page: Page): Promise<void> => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: Axe }).axe.run());
  assert.deepEqual(violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("\n")}`), []);
};
const dead = (page: Page): Promise<string[]> => page.evaluate(() =>
  [...document.querySelectorAll("a")].map((link) => link.getAttribute("href") ?? "").filter((href) => !href.startsWith("#") || !document.getElementById(href.slice(1))));
const focus = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id || (document.activeElement?.textContent ?? ""));
const inView = (page: Page, selector: string): Promise<boolean> => page.evaluate((selector) => {
  const { top, bottom } = (document.querySelector(selector) as HTMLElement).getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}, selector);
const word = (page: Page, words: string) => page.locator(".text a.segment", { hasText: new RegExp(`^${words}$`) }).first();

test("the report stands there to the letter", () => open(fileOf([example]), async (page) => {
  assert.equal(await page.evaluate(() => (document.querySelector(".text") as HTMLElement).textContent), example.document.text);
  assert.equal(await page.title(), "Vorland and Estmark talk 🕊 again, as read by casus");
}));

test("everything that a record holds is shown, and what is null is not", () => open(fileOf([example]), async (page) => {
  const spaced = (text: string): string => text.replace(/[-_]/g, " ");
  const textOf = async (selector: string): Promise<string> =>
    spaced(await page.evaluate((selector) => (document.querySelector(selector) as HTMLElement).textContent ?? "", selector));
  const all = await textOf(".page");
  const leaves = (value: Value | undefined, field: string, visit: (field: string, leaf: string) => void): void => {
    if (value === null || value === undefined || ["spans", "span", "sentences"].includes(field)) return;
    if (Array.isArray(value)) value.forEach((each: Value) => leaves(each, field, visit));
    else if (typeof value === "object") for (const [name, each] of Object.entries(value)) leaves(each as Value, name, visit);
    else if (typeof value !== "boolean") visit(field, spaced(String(value)));
    else if (value) visit(field, spaced(field));
  };
  for (const [list, value] of Object.entries(example))
    leaves(value as Value, list, (field, leaf) => assert.ok(all.includes(leaf) || field === "text", `${list}: ${field} ${leaf}`));
  for (const list of ["actors", "statements", "events", "situations", "contacts", "claims", "commitments"] as const)
    for (const item of example[list]) {
      const text = await textOf(`#r1-${item.id}`);
      for (const [field, value] of Object.entries(item))
        if (!["date", "place", "places", "ordinal"].includes(field))
          leaves(value, field, (field, leaf) => {
            const referred = page.locator(`#r1-${item.id} [href="#r1-${leaf}"]`);
            if (/^[aseukco][0-9]$/.test(leaf) && leaf !== item.id && field !== "id")
              return void referred.count().then((count) => assert.ok(count > 0, `${item.id}: ${field} ${leaf}`));
            if (field !== "from" && field !== "value" && !(field === "text" && list === "statements")) assert.ok(text.includes(leaf), `${item.id}: ${field} ${leaf} in ${text}`);
          });
    }
  for (const nothing of ["null", "undefined", "[object"]) assert.ok(!all.includes(nothing), nothing);
  assert.equal(await page.locator("#r1-s3 dt", { hasText: "Date" }).count(), 0);
}));

test("fields of later editions are shown by their names", () => {
  const later = { ...example, events: example.events.map((event) => ({ ...event, wind_force: { beaufort: 7, words: { text: "spoke", spans: event.spans } } })) };
  return open(fileOf([later]), async (page) => {
    assert.match((await page.locator("#r1-e1 dl").textContent()) ?? "", /Wind force.*beaufort 7.*words.*spoke/);
  });
});

test("by mouse: from words to card, on to the next that they belong to, and back", () => open(fileOf([example]), async (page) => {
  await word(page, "shelled").click();
  assert.equal(await focus(page), "r1-e2");
  assert.ok(await inView(page, "#r1-e2"));
  assert.equal(await page.locator("#r1-e2").getAttribute("aria-current"), "true");
  assert.ok(await word(page, "shelled").evaluate((element) => element.classList.contains("current")));
  await word(page, "shelled").click();
  const next = await focus(page);
  assert.notEqual(next, "r1-e2");
  await page.goBack();
  assert.equal(await focus(page), "r1-e2");
  await page.locator("#r1-e2 .to-words", { hasText: "20 people" }).click();
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), "20 people");
  assert.equal(await page.locator(".card.current").getAttribute("id"), "r1-e2", "the card stays chosen");
  await page.locator("#r1-e2 .users a", { hasText: "c1" }).click();
  assert.ok(await inView(page, "#r1-c1"));
  await page.locator("#r1-c1 .to-card", { hasText: "Estmark" }).first().click();
  assert.equal(await focus(page), "r1-a2");
}));

test("a click on words of a statement that no mark covers leads to the statement", () => open(fileOf([example]), async (page) => {
  await page.locator(".text .segment.content", { hasText: "We will go on" }).click();
  assert.equal(await focus(page), "r1-s1");
}));

test("by keyboard: one stop in the text, arrows from mark to mark, Enter to the card, Escape back", () => open(fileOf([example]), async (page) => {
  for (let i = 0; i < 20 && (await focus(page)) !== "r1-w0"; ++i) await page.keyboard.press("Tab");
  assert.equal(await focus(page), "r1-w0");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Estmark");
  await page.keyboard.press("Enter");
  assert.equal(await focus(page), "r1-a2");
  assert.ok(await inView(page, "#r1-a2"));
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Estmark");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Home");
  assert.equal(await focus(page), "r1-w0");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => !document.activeElement?.closest(".text")), "the text is one stop");
  await page.locator("#r1-s2").focus();
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Estmark");
}));

test("from a card to its words and back to that card, whatever else has those words", () => open(fileOf([example]), async (page) => {
  const cards = await page.evaluate(() => [...document.querySelectorAll(".card")].filter((card) => card.querySelector("a .id")?.parentElement?.matches(".to-words")).map(({ id }) => id));
  assert.ok(cards.length > 15);
  for (const card of cards) {
    await page.locator(`#${card} a.to-words:has(.id)`).click();
    assert.ok(await page.evaluate(() => document.activeElement?.matches(".text .segment.current")), card);
    assert.equal(await page.locator(".card.current").getAttribute("id"), card);
  }
}));

test("a position says why it is on its claim", () => open(fileOf([example]), async (page) => {
  assert.match((await page.locator("#r1-c1 .side", { hasText: "Against it" }).textContent()) ?? "", /here because it speaks of the same event/);
}));

test("every link leads somewhere, every item with words to them, every marked word to a card", () => open(fileOf([example, example]), async (page) => {
  assert.deepEqual(await dead(page), []);
  assert.deepEqual(await page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    const items = [...document.querySelectorAll<HTMLElement>(".text [data-items]")].flatMap((each) =>
      (each.dataset["items"] ?? "").split(" ").map((item) => `${(each.closest(".report") as HTMLElement).id}-${item}`));
    return {
      twice: ids.filter((id, i) => ids.indexOf(id) !== i),
      cardless: items.filter((item) => !document.getElementById(item)?.classList.contains("card")),
      wordless: [...document.querySelectorAll<HTMLElement>(".card")].filter((card) => !items.includes(card.id)).map(({ id }) => id.slice(3)),
    };
  }), { twice: [], cardless: [], wordless: ["d2", "d3", "n2", "d2", "d3", "n2"] });
}));

test("the filter takes cards and marks away; a link to a hidden card brings its kind back", () => open(fileOf([example]), async (page) => {
  await page.getByRole("checkbox", { name: "Events" }).uncheck();
  assert.ok(await page.locator("#r1-e2").isHidden());
  await word(page, "shelled").click();
  assert.match(await focus(page), /^r1-[^e]/);
  await page.locator("#r1-c1 .to-card", { hasText: "e2" }).click();
  assert.equal(await focus(page), "r1-e2");
  assert.ok(await page.getByRole("checkbox", { name: "Events" }).isChecked());
}));

test("an address with an item opens there", () => open(fileOf([example]), async (page) => {
  await page.goto(`${page.url()}#r1-o1`);
  await page.reload();
  assert.equal(await focus(page), "r1-o1");
}));

test("several reports: a list, and a section each", () => {
  const other = { ...example, document: { ...example.document, title: null, id: "second" } };
  return open(fileOf([example, other, example]), async (page) => {
    assert.equal(await page.locator(".report").count(), 3);
    assert.equal(await page.title(), "3 reports, as read by casus");
    await page.locator(".reports a").nth(1).click();
    assert.ok(await inView(page, "#r2-title"));
    await page.locator("#r2 .text a.segment", { hasText: /^shelled$/ }).click();
    assert.equal(await focus(page), "r2-e2");
  });
});

for (const [name, options] of [
  ["light", { colorScheme: "light" }], ["dark", { colorScheme: "dark" }], ["narrow", { viewport: { width: 360, height: 700 } }], ["forced colours", { forcedColors: "active" }],
] as const)
  test(`accessible and without sideways scrolling: ${name}`, () => open(fileOf([example, example]), async (page) => {
    await word(page, "shelled").click();
    await findNothing(page);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  }, options));

test("motion only for those who want it", async () => {
  const behaviour = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  await open(fileOf([example]), async (page) => assert.equal(await behaviour(page), "auto"));
  await open(fileOf([example]), async (page) => assert.equal(await behaviour(page), "smooth"), { reducedMotion: "no-preference" });
});

test("printed: all cards, light, with ids at the words", () => open(fileOf([example]), async (page) => {
  await page.emulateMedia({ media: "print" });
  const { filter, cards, id, paper } = await page.evaluate(() => ({
    filter: getComputedStyle(document.querySelector(".filter") as HTMLElement).display,
    cards: getComputedStyle(document.querySelector(".cards") as HTMLElement).maxHeight,
    id: getComputedStyle(document.querySelector("[data-ids~=e2]") as HTMLElement, "::after").content,
    paper: getComputedStyle(document.body).backgroundColor,
  }));
  assert.deepEqual({ filter, cards, paper }, { filter: "none", cards: "none", paper: "rgb(255, 255, 255)" });
  assert.match(id, /e2/);
  assert.ok((await page.pdf({ format: "A4" })).length > 20000);
}, { colorScheme: "dark" }));

test("hostile reports break nothing", async () => {
  const hostile = "</script><script>alert(1)</script> <img src=x onerror=alert(2)> \u202Eright\u2066 to left <!-- ]]> \u0007 \u2028 {{records}} $& $' javascript:alert(3) e\u0301\u0301\u0301";
  const spiteful = (value: Value): Value => Array.isArray(value) ? value.map(spiteful)
    : typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, ["text", "name", "url", "title", "office", "message", "what"].includes(name) && typeof each === "string" ? hostile : spiteful(each as Value)]))
    : value;
  const reading = spiteful(example as unknown as Value) as unknown as Reading;
  await open(fileOf([reading, example]), async (page) => {
    assert.equal(await page.evaluate(() => (document.querySelector(".text") as HTMLElement).textContent), hostile);
    assert.equal(await page.locator("img").count(), 0);
    assert.equal(await page.locator(".card").count(), 2 * 22);
  });
  const empty = { ...example, document: { ...example.document, text: " ", title: null, sentences: [] }, actors: [], statements: [], events: [], situations: [], contacts: [], claims: [], commitments: [], notes: [] };
  await open(fileOf([empty]), async (page) => assert.equal(await page.locator("h2").textContent(), "report-1"));
  await open(fileOf([]), async (page) => assert.equal(await page.locator("h1").textContent(), "Reading of 0 reports"));
});

test("a report of 1 MiB with thousands of items opens in seconds", () => {
  const sentence = "Vorland denied on Monday that it had shelled Lutz, as the report of the other side had said in the morning. ";
  const told = sentence + "The rest of the day went by without a word from either of them. ".repeat(8);
  const count = Math.floor((1 << 20) / told.length);
  const each = <Item>(make: (i: number, at: (words: string) => [number, number]) => Item): Item[] => Array.from({ length: count }, (_, i) => make(i, (words) => {
    const start = i * told.length + told.indexOf(words);
    return [start, start + words.length];
  }));
  const [actor, statement, event] = [example.actors[0], example.statements[1], example.events[0]] as [Item, Item, Item];
  const long: Reading = {
    ...example, document: { ...example.document, title: null, text: told.repeat(count), sentences: [] },
    actors: [{ ...actor, mentions: each((_, at) => ({ span: at("Vorland"), form: "name" })), spans: [], roles: [] }],
    statements: each((i, at) => ({ ...statement, id: `s${i + 1}`, speakers: ["a1"], within: null, cue: { text: "denied", spans: [at("denied")] }, speaker: null,
      content: { text: "that it had shelled Lutz", spans: [at("that it had shelled Lutz")] }, spans: [] })),
    events: each((i, at) => ({ ...event, id: `e${i + 1}`, actors: ["a1"], initiator: null, ordinal: null, attribution: `s${i + 1}`,
      date: { value: "2031-05-03", from: "relative", spans: [at("Monday")] }, trigger: { text: "shelled", spans: [at("shelled")] }, spans: [at("it had shelled Lutz")] })),
    situations: [], contacts: [], claims: [], commitments: [], notes: [],
  };
  return open(fileOf([long]), async (page) => {
    assert.equal(await page.locator(".card").count(), 1 + 2 * count + 2);
    await page.locator(".text a.segment", { hasText: /^shelled$/ }).nth(count - 1).click();
    assert.equal(await focus(page), `r1-e${count}`);
  });
});

const program = process.env["CASUS_PROGRAM"];
test("the program writes such pages", { skip: program ? false : "CASUS_PROGRAM names no program" }, async () => {
  const folder = mkdtempSync(`${tmpdir()}/casus-read-`);
  try {
    const text = "Vorland denied on Monday that it had shelled Lutz </script><script>alert(1)</script> & “🕊”.\nMaren Tolk, the prime minister, met Jon Aske in Kessel.\n";
    writeFileSync(`${folder}/a.txt`, text);
    writeFileSync(`${folder}/b.txt`, "Le président et le premier ministre se sont rencontrés mardi à la capitale pour parler de la paix.\n");
    const read = (format: string): string => spawnSync(program as string, ["read", `${folder}/a.txt`, `${folder}/b.txt`, "--format", format, "--published", "2031-05-04"],
      { encoding: "utf8" }).stdout;
    writeFileSync(`${folder}/page.html`, read("html"));
    const [record] = JSON.parse(read("json")) as [Reading];
    await open(`${folder}/page.html`, async (page) => {
      assert.equal(await page.locator(".report").count(), 2);
      assert.equal(await page.evaluate(() => (document.querySelector(".text") as HTMLElement).textContent), text);
      for (const [kind, list] of [["actor", record.actors], ["statement", record.statements], ["event", record.events], ["note", record.notes]] as const)
        assert.equal(await page.locator(`#r1 .cards-of.${kind} .card`).count(), list.length, kind);
    });
    const examples = `${process.env["CASUS_WEB"]}../examples`;
    writeFileSync(`${folder}/examples.html`, spawnSync(program as string, ["read", examples, "--format", "html"], { encoding: "utf8", maxBuffer: 1 << 28 }).stdout);
    await open(`${folder}/examples.html`, async (page) => {
      assert.ok(await page.locator(".report").count() > 2);
      assert.deepEqual(await dead(page), []);
      await findNothing(page);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
