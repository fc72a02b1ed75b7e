// The tables that are compared: from the gallery where it has one of that size, else by seed.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bursts, csv, dice, iso, phrase } from "../browser/tables.mjs";

const GALLERY = join(dirname(fileURLToPath(import.meta.url)), "../../data/gallery");
const SIZES = [[20], [52, "releases.csv"], [190, "missions.csv"], [1000, "nobel.csv"]];

/** Names of some 15 to 35 letters in bursts, by seed. */
function drawn(count) {
  const d = dice(count);
  const rows = bursts(d, count).map((day) => ({
    date: iso(day),
    title: phrase(d, d.whole(12, 28)).slice(0, 35),
  }));
  return csv(rows);
}

/** The fields of a CSV text, with quotes as in RFC 4180. */
function fields(text) {
  const rows = [[]];
  const pattern = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/y;
  while (pattern.lastIndex < text.length) {
    const [, cell, end] = pattern.exec(text);
    rows.at(-1).push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end !== ",") rows.push([]);
  }
  return rows.slice(0, -1);
}

/** Each event's name, date as text, and first day and middle in ms since 1970, as annals reads them. */
function events(annals, path) {
  const [header, ...rows] = fields(readFileSync(path, "utf8"));
  const at = header.indexOf("title");
  const told = execFileSync(annals, ["--explain-dates", "--no-config", path], { encoding: "utf8" });
  return told
    .trim()
    .split("\n")
    .map((line) => {
      const { lo, hi, label, line: row } = JSON.parse(line);
      const [from, to] = [Date.parse(lo), Date.parse(hi)];
      return { name: rows[row - 2][at], when: label, from, middle: (from + to) / 2 };
    });
}

/** The tables: path, where it comes from, and events in the order of time. */
export function tables(annals, folder) {
  return SIZES.map(([count, name]) => {
    const kept = name && join(GALLERY, name);
    const path = kept && existsSync(kept) ? kept : join(folder, `${count}.csv`);
    if (path !== kept) writeFileSync(path, drawn(count));
    const list = events(annals, path).sort((a, b) => a.middle - b.middle);
    if (list.length !== count) throw new Error(`${path}: ${list.length} events, not ${count}`);
    return { count, path, origin: path === kept ? name : `seed ${count}`, events: list };
  });
}
