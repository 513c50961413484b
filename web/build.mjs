// Builds reading.html, the page without records, from src/. It holds the hash of what it was built from: see sources_test.py.
//   node build.mjs [FILE]
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const sources = [
  "build.mjs", "package-lock.json",
  ...readdirSync(`${here}src`, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
    .map((each) => `${each.parentPath ?? each.path}/${each.name}`.slice(here.length)),
].sort();

function hashOfSources() {
  const hash = createHash("sha256");
  for (const name of sources) hash.update(`${name}\0`).update(readFileSync(here + name)).update("\0");
  return hash.digest("hex");
}

const bundled = (entry, options) =>
  buildSync({ entryPoints: [here + entry], bundle: true, minify: true, write: false, charset: "utf8", target: "es2022", logLevel: "warning", ...options })
    .outputFiles[0].text.trim();
const allowed = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const style = bundled("src/reading.css", {});
const script = bundled("src/reading.ts", { format: "iife" });
const parts = {
  style,
  script,
  sources: hashOfSources(),
  policy: `default-src 'none'; script-src ${allowed(script)}; style-src ${allowed(style)}; img-src data:; base-uri 'none'; form-action 'none'`,
};
const page = readFileSync(`${here}src/reading.html`, "utf8").replace(/\{\{(\w+)\}\}/g, (place, name) => parts[name] ?? place);
for (const text of [style, script])
  if (/<\/(script|style)|<!--|\{\{records\}\}/i.test(text)) throw new Error("the page would end inside of its own script or style");
writeFileSync(process.argv[2] ?? `${here}reading.html`, page);
