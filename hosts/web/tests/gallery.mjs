// Every command of docs/gallery.md, by the command and through the module: the same bytes. The module draws one
// figure, so the commands of several pages are left out.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Annals } from "../module/instance.js";

const root = new URL("../../../", import.meta.url).pathname;
const module = new WebAssembly.Module(readFileSync(new URL("../dist/annals.wasm", import.meta.url)));
const annals = new Annals(module);
const folder = mkdtempSync(join(tmpdir(), "annals-gallery-"));

const page = readFileSync(join(root, "docs/gallery.md"), "utf8");
const typed = page.match(/^ {4}annals .*$/gm).map((line) => line.trim().split(/\s+/).slice(1));
const commands = typed.filter((words) => !words.includes("--pages"));

let files = 0;
for (const [table, ...flags] of commands) {
  const options = {};
  const formats = [];
  for (let at = 0; at < flags.length; at += 2) {
    const [flag, value] = [flags[at], flags[at + 1]];
    if (flag === "-o") formats.push(value.split(".").at(-1));
    else options[flag.slice(2)] = value;
  }
  // All formats of the first, the seed of the project, and of a few more.
  if (files < 40) for (const format of ["png", "pdf", "html", "pptx"]) if (!formats.includes(format)) formats.push(format);
  const outputs = formats.map((format) => join(folder, `figure.${format}`));
  const own = flags.filter((flag, at) => flag !== "-o" && flags[at - 1] !== "-o");
  execFileSync(process.env.ANNALS, [table, ...own, ...outputs.flatMap((path) => ["-o", path])], {
    cwd: root,
    stdio: ["ignore", "ignore", "ignore"],
  });
  const toml = readFileSync(join(root, table.replace(/csv$/, "toml")), "utf8");
  const reply = annals.draw({ name: table, toml, options, formats }, readFileSync(join(root, table)));
  if (reply.faults.length > 0) throw new Error(`${table}: ${reply.faults[0].message}`);
  reply.files.forEach((file, index) => {
    if (!readFileSync(outputs[index]).equals(file.bytes)) throw new Error(`${table}: ${file.format} differs`);
    files += 1;
  });
}
rmSync(folder, { recursive: true });
console.log(`gallery: ${commands.length} commands, ${files} files, all the same bytes`);
