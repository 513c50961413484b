import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { test } from "node:test";

const web = process.env["CASUS_WEB"] as string;

test("reading.html is what build.mjs makes of the sources", () => {
  const folder = mkdtempSync(`${tmpdir()}/casus-web-`);
  try {
    assert.equal(spawnSync(process.execPath, [`${web}build.mjs`, `${folder}/reading.html`], { stdio: "inherit" }).status, 0);
    assert.ok(readFileSync(`${folder}/reading.html`, "utf8") === readFileSync(`${web}reading.html`, "utf8"), "it is not: run npm run build in web/");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("types fit", () => {
  const done = spawnSync(`${web}node_modules/.bin/tsc`, ["--noEmit", "-p", web], { encoding: "utf8" });
  assert.equal(done.stdout + done.stderr, "");
  assert.equal(done.status, 0);
});
