// Compares annals with labella and d3-milestones. See benches/README.md.
import { execFileSync } from "node:child_process";
import { parseArgs } from "node:util";
import { install, launch, scratch } from "../browser/chromium.mjs";
import { annals } from "./annals.mjs";
import { labella } from "./labella.mjs";
import { blank, milestones } from "./milestones.mjs";
import { tables } from "./tables.mjs";

const [LABELLA, MILESTONES] = ["labella@1.1.4", "d3-milestones@1.6.0"];

const COLUMNS = [
  "events",
  "by",
  "height, px",
  "overlaps",
  "leaders through text",
  "outside",
  "time, ms",
  "settings",
];

function print({ count, origin }, by, { height, overlaps, entered, outside, time, late, settings }) {
  const measured = late
    ? ["", "", "", "", `over ${1000 * late}`]
    : [Math.round(height), overlaps, entered, outside, time.toFixed(time < 10 ? 1 : 0)];
  console.log(`| ${[`${count} (${origin})`, by, ...measured, settings].join(" | ")} |`);
}

async function compare(browser, { program, place, folder, limit }, table) {
  const page = await blank(browser);
  print(table, "annals", await annals(page, program, table, folder));
  await page.close();
  const plain = await blank(browser);
  const [usual, tuned] = await labella(plain, place("labella", "dist/labella.js"), table);
  await plain.close();
  print(table, "labella, defaults", usual);
  print(table, "labella, best found", tuned);
  const [kept, lost] = await milestones(place("d3-milestones"), table, limit);
  print(table, "d3-milestones", kept);
  print(table, "d3-milestones, days lost", lost);
}

async function main() {
  const options = { limit: { type: "string", default: "60" } };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const program = positionals[0];
  if (!program) throw new Error("usage: node compare.mjs ANNALS [--limit SECONDS]");
  const place = install(LABELLA, MILESTONES);
  const [browser, folder] = [await launch(), scratch()];
  const version = execFileSync(program, ["--version"], { encoding: "utf8" }).trim();
  console.log(
    `${version}; ${LABELLA}, ${MILESTONES}; Chromium ${browser.version()}, Node ${process.version}\n`,
  );
  console.log(`| ${COLUMNS.join(" | ")} |\n|${" --- |".repeat(COLUMNS.length)}`);
  const setting = { program, place, folder, limit: Number(values.limit) };
  for (const table of tables(program, folder)) await compare(browser, setting, table);
  await browser.close();
}

await main();
