// Draws random tables and checks every figure in Chromium. See benches/README.md.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch, scratch } from "./chromium.mjs";
import { measure } from "./measure.mjs";
import { violations } from "./rules.mjs";
import { shrink } from "./shrink.mjs";
import { csv, table } from "./tables.mjs";

const USAGE = "usage: node check.mjs ANNALS [--tables 200] [--first 1] [--keep FOLDER] [-- MORE OPTIONS]";

const folder = scratch();
/** Seeds that are named of one kind. */
const SHOWN = 8;

/** A run over many tables: what was drawn, refused and wrong. */
class Run {
  kinds = new Map();
  refusals = new Map();
  sum = { drawn: 0, events: 0, texts: 0, leaders: 0, lists: 0, dropped: 0 };

  constructor(page, annals, more) {
    Object.assign(this, { page, annals, more });
  }

  /** Draws and measures one table: what is wrong, why it was refused, or that the program failed. */
  async examine({ rows, args }) {
    const [data, picture] = [join(folder, "table.csv"), join(folder, "table.svg")];
    writeFileSync(data, csv(rows));
    rmSync(picture, { force: true });
    const all = [data, "--no-config", "--svg-text", "live", "-o", picture, ...args, ...this.more];
    const { status, signal, stderr } = spawnSync(this.annals, all, { encoding: "utf8" });
    if (status === 1) return { refused: stderr.trim(), wrong: [] };
    if (status !== 0) return { wrong: [["the program failed", [`${signal ?? status}: ${stderr}`]]] };
    const figure = await measure(this.page, picture);
    return {
      figure,
      wrong: violations(
        figure,
        rows.map(({ title }) => title),
      ),
    };
  }

  /** Examines a table and keeps what it showed. */
  async try(table) {
    const { figure, refused, wrong } = await this.examine(table);
    for (const [kind, list] of wrong) {
      const entry = this.kinds.get(kind) ?? { times: 0, tables: [] };
      this.kinds.set(kind, { times: entry.times + list.length, tables: [...entry.tables, table] });
    }
    if (refused) this.refuse(refused, table.seed);
    if (figure) this.add(figure);
    if (table.seed % 100 === 0) console.error(`seed ${table.seed}: ${this.kinds.size} kinds of violations`);
  }

  refuse(message, seed) {
    const reason = message
      .replace(/^.*?table\.csv:?/, "")
      .replace(/\d[\d.,]*/g, "#")
      .split("\n")[0];
    this.refusals.set(reason, [...(this.refusals.get(reason) ?? []), seed]);
  }

  add({ events, texts, leaders }) {
    this.sum.drawn += 1;
    this.sum.events += events.length;
    this.sum.texts += texts.length;
    this.sum.leaders += leaders.length;
    this.sum.lists += new Set(events.map(({ list }) => list).filter((list) => list >= 0)).size;
    this.sum.dropped += events.filter(({ dropped }) => dropped).length;
  }

  summary() {
    console.log(
      Object.entries(this.sum)
        .map(([name, number]) => `${name} ${number}`)
        .join(", "),
    );
    for (const [reason, seeds] of this.refusals) {
      console.log(`refused ${seeds.length} times (seeds ${seeds.slice(0, SHOWN).join(", ")}): ${reason}`);
    }
    const kinds = [...this.kinds].map(
      ([kind, { times, tables }]) => `${kind}: ${times} in ${tables.length} tables`,
    );
    console.log(kinds.length === 0 ? "no violations" : kinds.join("\n"));
  }

  /** Tells each kind of violation by the smallest table that shows it, kept in a folder if one is named. */
  async findings(keep) {
    for (const [kind, { tables }] of this.kinds) {
      const shows = async (table) => (await this.examine(table)).wrong.find(([each]) => each === kind)?.[1];
      const least = await shrink(tables[0], shows);
      const told = (await shows(least)).slice(0, 3).join("\n  ");
      const seeds = tables
        .map(({ seed }) => seed)
        .slice(0, SHOWN)
        .join(", ");
      console.log(`\n${kind} (seeds ${seeds})\n  ${told}\n  annals table.csv ${least.args.join(" ")}`);
      console.log(csv(least.rows).replace(/^/gm, "    "));
      if (!keep) continue;
      mkdirSync(keep, { recursive: true });
      writeFileSync(join(keep, `${kind.replaceAll(" ", "-")}.csv`), csv(least.rows));
    }
  }
}

async function main() {
  const flags = {
    tables: { type: "string", default: "200" },
    first: { type: "string", default: "1" },
    keep: { type: "string" },
  };
  const { values, positionals } = parseArgs({ options: flags, allowPositionals: true });
  const [annals, ...more] = positionals;
  if (!annals) throw new Error(USAGE);
  const browser = await launch();
  const page = await browser.newPage();
  const first = Number(values.first);
  const run = new Run(page, annals, more);
  for (let seed = first; seed < first + Number(values.tables); seed += 1) await run.try(table(seed));
  console.log(`${values.tables} tables from seed ${first}, Chromium ${browser.version()}`);
  run.summary();
  await run.findings(values.keep);
  await browser.close();
  process.exitCode = run.kinds.size === 0 ? 0 : 1;
}

await main();
