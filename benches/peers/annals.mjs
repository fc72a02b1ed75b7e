// annals itself, measured from the SVG that it writes.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { measure } from "../browser/measure.mjs";
import { WIDTH, count } from "./count.mjs";

const RUNS = 15;

function timed(annals, args) {
  const start = performance.now();
  execFileSync(annals, args, { stdio: "ignore" });
  return performance.now() - start;
}

/** Labels and leaders of a measured figure; a leader of a list belongs to none of its events. */
function layout(figure) {
  const labels = figure.events.map((_, event) => {
    const boxes = figure.texts.filter((text) => text.event === event).map(({ box }) => box);
    return { event, boxes };
  });
  return { labels, leaders: figure.leaders, ruler: figure.ruler };
}

/** Draws a table: the time is that of the whole command, from CSV to SVG. */
export async function annals(page, program, { path }, folder) {
  const picture = join(folder, "figure.svg");
  const args = [path, "--no-config", "--svg-text", "live", "--width", `${WIDTH}px`, "-o", picture];
  const times = Array.from({ length: RUNS }, () => timed(program, args));
  const figure = await measure(page, picture);
  return {
    ...count(layout(figure)),
    time: Math.min(...times),
    settings: `whole figure ${Math.round(figure.height)} px high`,
  };
}
