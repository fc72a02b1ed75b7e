// Draws events with labella, d3-milestones and vis-timeline: node rivals.mjs EVENTS.json FOLDER
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { install, launch } from "../../browser/chromium.mjs";

const WIDTH = 650;
const COLOURS = ["#1f77b4", "#d95f02", "#7a3e9d", "#2e7d32", "#b3261e", "#00838f", "#6d4c41", "#616161"];
const STYLE = `body{margin:0;background:#fff;font-family:"Open Sans",Arial,sans-serif;width:${WIDTH}px}`;

const escaped = (text) => text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]);

/** Round years or parts of a year that make about so many ticks. */
function ticks(from, to, many) {
  const steps = [1 / 8760, 1 / 1460, 1 / 365, 1 / 52, 1 / 12, 0.25, 1, 2, 5, 10, 20, 50, 100, 200, 500];
  const step = steps.find((each) => (to - from) / each <= many) ?? 10 ** Math.ceil(Math.log10((to - from) / many));
  const list = [];
  for (let at = Math.ceil(from / step) * step; at <= to + 1e-9; at += step) list.push(at);
  return list.map((at) => ({ at, text: name(at, step) }));
}

function name(at, step) {
  const date = moment(at);
  if (!date || step >= 1) return at > 0 ? String(Math.round(at)) : `${Math.round(1 - at)} BC`;
  if (step >= 1 / 12) return date.toLocaleDateString("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });
  if (step >= 1 / 365) return date.toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
  return date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "UTC" });
}

/** A date of the browser, if it has one. */
function moment(year) {
  if (Math.abs(year) > 200000) return undefined;
  const whole = Math.floor(year);
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(whole);
  return new Date(date.getTime() + (year - whole) * 365 * 86400000);
}

function palette(events) {
  const names = [...new Set(events.map(({ category }) => category).filter(Boolean))];
  const colour = (category) => COLOURS[Math.max(0, names.indexOf(category)) % COLOURS.length];
  return { names: names.length <= COLOURS.length ? names : [], colour: names.length <= COLOURS.length ? colour : () => COLOURS[0] };
}

/** Breaks text into lines of at most so many pixels. */
async function wrap(page, texts) {
  return page.evaluate((list) => {
    const pen = document.createElement("canvas").getContext("2d");
    return list.map(({ text, font, width }) => {
      pen.font = font;
      const lines = [""];
      for (const word of text.split(" ")) {
        const longer = `${lines.at(-1)} ${word}`.trim();
        if (pen.measureText(longer).width <= width || !lines.at(-1)) lines[lines.length - 1] = longer;
        else lines.push(word);
      }
      return { lines, width: Math.max(...lines.map((line) => pen.measureText(line).width)) };
    });
  }, texts);
}

const FONT = '"Open Sans",Arial,sans-serif';

function svg(height, parts) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family='${FONT}'>${parts.join("")}</svg>`;
}

const words = (x, y, text, size, fill, more = "") =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" ${more}>${escaped(text)}</text>`;

function legend({ names, colour }, y) {
  let x = 12;
  return names.length < 2
    ? []
    : names.flatMap((each) => {
        const part = `<circle cx="${x + 4}" cy="${y - 4}" r="4" fill="${colour(each)}"/>${words(x + 12, y, each, 11, "#444")}`;
        x += 30 + each.length * 6.2;
        return part;
      });
}

/** An upright axis at the left, a date column, and one line an event. */
async function vertical(page, library, events) {
  const shades = palette(events);
  const parts = await wrap(page, events.flatMap((event) => [
    { text: event.title, font: `600 12px ${FONT}`, width: 410 },
    { text: event.description || " ", font: `11.5px ${FONT}`, width: 410 },
    { text: event.date, font: `12px ${FONT}`, width: 300 },
  ]));
  const rows = events.map((event, index) => {
    const [title, description, date] = parts.slice(3 * index, 3 * index + 3);
    const lines = [...title.lines.map((text) => [text, 600, "#222"]), ...(event.description ? description.lines.map((text) => [text, 400, "#666"]) : [])];
    return { event, lines, date: date.width, height: 15 * lines.length + 6 };
  });
  const [top, dates] = [shades.names.length > 1 ? 36 : 14, Math.max(...rows.map(({ date }) => date))];
  const needed = rows.reduce((sum, { height }) => sum + height + 3, 0);
  const height = Math.max(needed, 320);
  const [from, to] = [Math.min(...events.map((event) => event.from)), Math.max(...events.map((event) => event.to))];
  const at = (year) => top + 6 + ((height - 12) * (year - from)) / (to - from || 1);
  const nodes = rows.map((row) => new library.Node(at(row.event.middle), row.height, row));
  new library.Force({ minPos: top, maxPos: top + height, algorithm: "none", nodeSpacing: 3 }).nodes(nodes).compute();
  const renderer = new library.Renderer({ direction: "right", layerGap: 50, nodeHeight: 10 });
  renderer.layout(nodes);
  const out = [...legend(shades, 18), `<line x1="62" x2="62" y1="${top}" y2="${top + height}" stroke="#333"/>`];
  for (const tick of ticks(from, to, height / 60))
    out.push(`<line x1="57" x2="62" y1="${at(tick.at)}" y2="${at(tick.at)}" stroke="#333"/>`, words(54, at(tick.at) + 4, tick.text, 10.5, "#555", 'text-anchor="end"'));
  for (const node of nodes) {
    const { event, lines, height: tall } = node.data;
    const fill = shades.colour(event.category);
    if (event.span) out.push(`<rect x="60" width="5" y="${at(event.from)}" height="${Math.max(2, at(event.to) - at(event.from))}" fill="${fill}" opacity=".6"/>`);
    out.push(`<circle cx="62" cy="${at(event.middle)}" r="3.5" fill="${fill}"/>`);
    out.push(`<path transform="translate(62,0)" d="${renderer.generatePath(node)}" fill="none" stroke="${fill}" stroke-width="1.3" opacity=".75"/>`);
    const y = node.y - tall / 2 + 14;
    out.push(words(118, y, event.date, 12, fill));
    lines.forEach(([text, weight, shade], index) => out.push(words(128 + dates, y + 15 * index, text, weight === 600 ? 12 : 11.5, shade, `font-weight="${weight}"`)));
  }
  return svg(top + height + 14, out);
}

/** Boxes below a level axis. */
async function tags(page, library, events) {
  const shades = palette(events);
  const lengthy = events.some(({ title }) => title.length > 40);
  const width = lengthy ? 150 : 104;
  const parts = await wrap(page, events.map((event) => ({ text: event.title, font: `600 11px ${FONT}`, width })));
  const rows = events.map((event, index) => ({ event, lines: [event.date, ...parts[index].lines], width: Math.max(parts[index].width, event.date.length * 6) + 10 }));
  const tall = Math.max(...rows.map(({ lines }) => lines.length)) * 14 + 6;
  const [from, to] = [Math.min(...events.map((event) => event.from)), Math.max(...events.map((event) => event.to))];
  const at = (year) => 14 + ((WIDTH - 28) * (year - from)) / (to - from || 1);
  const nodes = rows.map((row) => new library.Node(at(row.event.middle), row.width, row));
  new library.Force({ minPos: 4, maxPos: WIDTH - 4, algorithm: "overlap", density: 0.85, nodeSpacing: 4 }).nodes(nodes).compute();
  const renderer = new library.Renderer({ direction: "down", layerGap: 40, nodeHeight: tall });
  renderer.layout(nodes);
  const top = shades.names.length > 1 ? 52 : 30;
  const out = [...legend(shades, 16), `<line x1="8" x2="${WIDTH - 8}" y1="${top}" y2="${top}" stroke="#333"/>`];
  for (const tick of ticks(from, to, 9))
    out.push(`<line x1="${at(tick.at)}" x2="${at(tick.at)}" y1="${top - 5}" y2="${top}" stroke="#333"/>`, words(at(tick.at), top - 9, tick.text, 10.5, "#555", 'text-anchor="middle"'));
  for (const node of nodes) {
    const { event, lines } = node.data;
    const fill = shades.colour(event.category);
    out.push(`<circle cx="${at(event.middle)}" cy="${top}" r="3.5" fill="${fill}"/>`);
    out.push(`<path transform="translate(0,${top})" d="${renderer.generatePath(node)}" fill="none" stroke="${fill}" stroke-width="1.3" opacity=".7"/>`);
    const [x, y, high] = [node.x - node.dx / 2, top + node.y, lines.length * 14 + 6];
    out.push(`<rect x="${x}" y="${y}" width="${node.dx}" height="${high}" rx="2" fill="${fill}"/>`);
    lines.forEach((text, index) => out.push(words(x + 5, y + 14 + 14 * index, text, 11, "#fff", index ? 'font-weight="600"' : "")));
  }
  const bottom = Math.max(...nodes.map((node) => top + node.y + tall));
  return svg(bottom + 10, out);
}

async function milestones(browser, place, events) {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 600 }, deviceScaleFactor: 2 });
  await page.setContent(`<!doctype html><style>${STYLE}</style><div id="figure" style="width:${WIDTH - 20}px;padding:10px"></div>`);
  await page.addStyleTag({ path: join(place, "build/d3-milestones.css") });
  await page.addScriptTag({ path: join(place, "build/d3-milestones.min.js") });
  const shades = palette(events);
  const years = events.at(-1).to - events[0].from;
  const are = (pattern) => events.every(({ date }) => pattern.test(date));
  const kind = years < 0.1 ? "minute" : are(/^\d{4}$/) ? "year" : are(/^\d+ \w+ \d{4}$/) ? "day" : "mixed";
  // It has one format for all dates: where they are not alike, they are a part of the text.
  const rows = events.map((event) => ({
    day: kind === "year" ? `${event.date}-07-01T00:00:00` : event.day.padEnd(19, "T00:00:00").slice(0, 19),
    name: kind === "mixed" ? `${event.date}: ${event.title}` : event.title,
    titleStyle: { color: shades.colour(event.category), fontWeight: "600" },
    bulletStyle: { borderColor: shades.colour(event.category) },
  }));
  const aggregate = kind === "mixed" ? "day" : kind;
  const format = { minute: "%H:%M", day: "%-d %b %Y", year: "%Y", mixed: " " }[kind];
  await page.evaluate(({ rows, aggregate, format }) => {
    const figure = window.milestones("#figure").autoResize(false).optimize(true).distribution("top-bottom");
    figure.mapping({ timestamp: "day", text: "name", titleStyle: "titleStyle", bulletStyle: "bulletStyle" }).parseTime("%Y-%m-%dT%H:%M:%S").aggregateBy(aggregate);
    figure.labelFormat(format).render(rows);
  }, { rows, aggregate, format });
  await page.waitForTimeout(500);
  return page;
}

async function vis(browser, place, events) {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 600 }, deviceScaleFactor: 2 });
  await page.setContent(`<!doctype html><style>${STYLE} #figure{padding:8px;font-size:12px}</style><div id="figure"></div>`);
  await page.addScriptTag({ path: join(place, "standalone/umd/vis-timeline-graph2d.min.js") });
  const shades = palette(events);
  const items = events.map((event, id) => {
    const fill = shades.colour(event.category);
    const ends = event.span ? { end: moment(event.to).getTime() } : {};
    return {
      id,
      content: event.title.length > 44 ? event.title.replace(/(.{30}[^ ]*) /g, "$1<br>") : event.title,
      start: moment(event.span ? event.from : event.middle).getTime(),
      ...ends,
      type: event.span ? "range" : "box",
      group: event.span && shades.names.length > 1 ? event.category : undefined,
      style: `border-color:${fill};background:${fill}22`,
    };
  });
  const groups = items.some(({ group }) => group) ? shades.names.map((id) => ({ id, content: id })) : undefined;
  await page.evaluate(({ items, groups }) => {
    const options = { showCurrentTime: false, margin: { item: 6 }, order: (a, b) => a.start - b.start, orientation: "bottom" };
    const list = groups ? items.map((item) => ({ ...item, group: item.group ?? groups[0].id })) : items;
    const figure = document.querySelector("#figure");
    window.timeline = groups ? new window.vis.Timeline(figure, list, groups, options) : new window.vis.Timeline(figure, list, options);
    window.timeline.fit({ animation: false });
  }, { items, groups });
  await page.waitForTimeout(800);
  return page;
}

async function main() {
  const [path, folder] = process.argv.slice(2);
  const tables = JSON.parse(readFileSync(path, "utf8"));
  const place = install("labella@1.1.4", "d3-milestones@1.6.0", "vis-timeline@8.3.0");
  const library = createRequire(import.meta.url)(place("labella", "dist/labella.js"));
  const browser = await launch();
  for (const [name, events] of Object.entries(tables)) {
    const page = await browser.newPage({ viewport: { width: WIDTH, height: 600 }, deviceScaleFactor: 2 });
    for (const [kind, make] of Object.entries({ vertical, tags })) {
      await page.setContent(`<!doctype html><style>${STYLE}</style>`);
      const picture = await make(page, library, events);
      await page.setContent(`<!doctype html><style>${STYLE}</style>${picture}`);
      await page.locator("svg").screenshot({ path: join(folder, `${name}.${kind}.png`) });
    }
    await page.close();
    if (!events.every(({ from, to }) => moment(from) && moment(to))) continue;
    for (const [kind, make, at] of [["milestones", milestones, "d3-milestones"], ["vis", vis, "vis-timeline"]]) {
      if (kind === "milestones" && events.some(({ from, span }) => span || from < 1)) continue;
      const drawn = await make(browser, place(at), events);
      await drawn.locator("#figure").screenshot({ path: join(folder, `${name}.${kind}.png`) });
      await drawn.close();
    }
  }
  await browser.close();
}

await main();
