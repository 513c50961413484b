// Runs the tests whose names end in .unit.ts or .browser.ts:  node test.mjs unit|browser
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const kind = process.argv[2];
const entryPoints = readdirSync(`${here}test`).filter((name) => name.endsWith(`.${kind}.ts`)).map((name) => `${here}test/${name}`);
if (entryPoints.length === 0) throw new Error("usage: node test.mjs unit|browser");
const outdir = mkdtempSync(`${here}node_modules/.tests-`); // here, so that the packages are found
buildSync({ entryPoints, outdir, bundle: true, platform: "node", format: "esm", outExtension: { ".js": ".mjs" }, packages: "external", sourcemap: "inline", logLevel: "warning" });
const { status } = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...readdirSync(outdir).map((name) => `${outdir}/${name}`)],
  { stdio: "inherit", env: { ...process.env, CASUS_WEB: here } });
rmSync(outdir, { recursive: true });
process.exit(status ?? 1);
