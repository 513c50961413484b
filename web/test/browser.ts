// Pages with records, opened from disk in a real browser.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { after } from "node:test";
import { type Browser, type BrowserContextOptions, type Page, chromium } from "playwright-core";
import type { Reading } from "../src/model/record.js";

const template = readFileSync(`${process.env["CASUS_WEB"]}reading.html`, "utf8");
const folder = mkdtempSync(`${tmpdir()}/casus-page-`);
let browser: Browser | null = null;

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

const escapes: Readonly<Record<string, string>> = { "<": "\\u003c", ">": "\\u003e", "&": "\\u0026" };

export function fileOf(readings: readonly Reading[]): string {
  const json = JSON.stringify(readings).replace(/[<>&]/g, (character) => escapes[character] as string);
  const file = `${folder}/${readings.length}.html`;
  writeFileSync(file, template.replace("{{records}}", () => json));
  return file;
}

// Runs `look` on the page; fails where the page says anything on the console or asks for anything else.
export async function open(file: string, look: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
  browser ??= await chromium.launch({ executablePath: program(), args: ["--no-sandbox", "--disable-gpu"] });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== `file://${file}` && request.url() !== "data:,") said.push(`asks for ${request.url()}`);
  });
  page.on("dialog", (dialog) => said.push(`dialog ${dialog.message()}`));
  await page.goto(`file://${file}`);
  await look(page);
  assert.deepEqual(said, []);
  await context.close();
}

const program = (): string => process.env["CHROMIUM"] ?? "/usr/bin/chromium";
