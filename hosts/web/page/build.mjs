// Makes the page of its parts, one HTML file that needs nothing else: node build.mjs MODULE.wasm PAGE.html

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { Annals } from "../module/instance.js";

const here = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const [wasmPath, pagePath] = process.argv.slice(2);
const wasm = readFileSync(wasmPath);
const annals = new Annals(new WebAssembly.Module(wasm));

/** The letters that the page itself is set in, taken from a figure that has them all. */
function faces() {
  const letters = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).join("");
  const row = `"${letters.replaceAll('"', '""')} ‘’“”–—…×äöüéñçèßÅ"`;
  const table = new TextEncoder().encode(`date,title,description\n2000,${row},${row}\n2001,${row},${row}\n`);
  const options = { title: letters, "svg-text": "live" };
  const { files, faults } = annals.draw({ formats: ["svg"], options }, table);
  if (faults.length > 0) throw new Error(faults[0].message);
  const svg = new TextDecoder().decode(files[0].bytes);
  const rules = svg.match(/@font-face\s*\{[^}]*\}/g);
  return rules.map((rule) => rule.replace(/font-family:[^;]+;/, 'font-family:"annals sans";')).join("\n");
}

/** The languages of figures, by their own names: those that the module offers in place of one that is unknown. */
function languages() {
  const table = new TextEncoder().encode("date,title\n2000,A\n");
  const { faults } = annals.draw({ formats: ["svg"], options: { locale: "?" } }, table);
  const tags = faults[0].message.split("choose ")[1].match(/[\w-]+/g).filter((tag) => tag !== "en");
  const named = tags.map((tag) => [tag, new Intl.DisplayNames([tag], { type: "language" }).of(tag)]);
  named.sort(([, one], [, other]) => one.localeCompare(other, "en"));
  const choices = named.map(([tag, name]) => `<option value="${tag}" lang="${tag}">${name}</option>`);
  return `<option value="">Automatic</option>${choices.join("")}`;
}

/** The example: the table and the options of this repository's first figure. */
function example() {
  const data = "../../../data/pakistan-russia";
  const lines = here(`${data}.toml`).split("\n").map((line) => line.match(/^(\S+) = "(.*)"$/)).filter(Boolean);
  const options = Object.fromEntries(lines.map(([, key, value]) => [key, value]));
  return JSON.stringify({ table: here(`${data}.csv`), options }).replaceAll("\\", "\\\\").replaceAll("'", "\\'");
}

const style = faces() + here("style.css");
const script = here("table.js") + here("grid.js") + here("app.js").replace("{{example}}", () => example());
const worker = here("../module/instance.js").replaceAll(/^export /gm, "") + here("worker.js");
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const policy = [
  "default-src 'none'",
  `script-src ${hash(script)} 'wasm-unsafe-eval'`,
  "worker-src blob:",
  `style-src ${hash(style)}`,
  "img-src blob:",
  "font-src data:",
  "form-action 'none'",
  "base-uri 'none'",
].join("; ");
const packed = gzipSync(wasm, { level: 9 }).toString("base64");
const parts = { policy, style, script, worker, wasm: packed, languages: languages() };
const page = here("index.html").replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);
writeFileSync(pagePath, page);
console.log(`${pagePath}: ${(page.length / 1e6).toFixed(1)} MB`);
