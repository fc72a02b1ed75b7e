// d3-milestones lays itself out in a page; what it made is read from there.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "../browser/chromium.mjs";
import { WIDTH, best, count } from "./count.mjs";

const FACES = join(dirname(fileURLToPath(import.meta.url)), "../../src/text/font");
const face = (name) => readFileSync(join(FACES, `SourceSans3-${name}.ttf`)).toString("base64");

/** A page with the faces and the sizes of annals' lists. */
export const PAGE = `<!doctype html><meta charset="utf-8"><style>
  @font-face{font-family:Annals;font-weight:400;src:url(data:font/ttf;base64,${face("Regular")})}
  @font-face{font-family:Annals;font-weight:600;src:url(data:font/ttf;base64,${face("SemiBold")})}
  body{margin:0}
</style><style id="late"></style><div id="figure" style="width:${WIDTH}px"></div>`;

const SIZES = `.milestones__group{font:600 10.3px/1.22 Annals}
  .milestones .milestones__group__label__text__title{font:400 9.41px/1.22 Annals}`;

/** Opens a page with the faces loaded. */
export async function blank(browser) {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 1000 } });
  await page.setContent(PAGE);
  await page.evaluate(() => Promise.all([...document.fonts].map((each) => each.load())));
  return page;
}

/** Runs in the page: draws, and reads lines of text, leaders and the ruler in px. */
function draw({ rows, aggregate, format, distribution }) {
  const start = performance.now();
  const figure = window.milestones("#figure").autoResize(false).optimize(true).distribution(distribution);
  figure.mapping({ timestamp: "day", text: "name" }).parseTime("%Y-%m-%d").aggregateBy(aggregate);
  figure.labelFormat(format).render(rows);
  document.body.getBoundingClientRect();
  const time = performance.now() - start;
  // Of a line's box only the ink of letters counts: 0.73 em over its line and 0.2 em below it.
  const ink = ({ left, top, right, bottom, height }) => {
    const em = height / 1.424;
    return [left, top + 0.294 * em, right, bottom - 0.2 * em];
  };
  const labels = [];
  const leaders = [];
  [...document.querySelectorAll(".milestones__group")].forEach((group, event) => {
    const spans = [...group.querySelectorAll(".wrapper span")];
    const boxes = spans.flatMap((span) => [...span.getClientRects()].map(ink));
    labels.push({ event, boxes });
    const label = group.querySelector(".milestones__group__label-horizontal");
    const { left, right, top, bottom } = label.getBoundingClientRect();
    const x = label.classList.contains("milestones__group__label-last") ? right - 0.5 : left + 0.5;
    leaders.push({
      event,
      breadth: 1,
      points: [
        [x, top],
        [x, bottom],
      ],
    });
  });
  const line = document.querySelector(".milestones__horizontal_line").getBoundingClientRect();
  return { labels, leaders, ruler: [line.top, line.bottom], time };
}

/** How events are gathered into labels: by day keeps their dates, the others lose them. */
const KEPT = [["day", "%-d %b %Y"]];
const LOST = [
  ["month", "%b %Y"],
  ["year", "%Y"],
];

async function judge(path, rows, [aggregate, format, distribution], limit) {
  const browser = await launch();
  const page = await blank(browser);
  await page.addStyleTag({ path: join(path, "build/d3-milestones.css") });
  await page.addStyleTag({ content: SIZES });
  await page.addScriptTag({ path: join(path, "build/d3-milestones.min.js") });
  const settings = { rows, aggregate, format, distribution };
  const late = new Promise((resolve) => setTimeout(resolve, limit * 1000).unref());
  const drawn = await Promise.race([page.evaluate(draw, settings).catch(() => {}), late]);
  await browser.close();
  const told = `optimize, ${distribution}, by ${aggregate}`;
  if (!drawn) return { late: limit, settings: told };
  return { ...count(drawn), time: drawn.time, settings: `${told}: ${drawn.labels.length} labels` };
}

/** With the dates of events kept, and lost: the better of both distributions, if any is in time. */
export async function milestones(path, { events }, limit) {
  const rows = events.map(({ name, from }) => ({ name, day: new Date(from).toISOString().slice(0, 10) }));
  const found = [];
  for (const ways of [KEPT, LOST]) {
    const tried = [];
    for (const way of ways) {
      for (const distribution of ["top-bottom", "top"])
        tried.push(await judge(path, rows, [...way, distribution], limit));
    }
    const done = tried.filter(({ late }) => !late);
    found.push(done.length > 0 ? best(done) : tried[0]);
  }
  return found;
}
