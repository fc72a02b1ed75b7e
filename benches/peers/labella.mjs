// labella places boxes of the size that annals gives one event; its own renderer draws the leaders.
import { createRequire } from "node:module";
import { WIDTH, best, count } from "./count.mjs";

/** Margin of annals' ruler at both ends, height of its ruler and of a row of its lists, px. */
const [MARGIN, RULER, ROW] = [12, 19, 12.59];
const LEADER = 0.91;
const RUNS = 5;
const PATIENCE = 3000;
const DEFAULTS = {
  shape: "one line",
  sides: 1,
  algorithm: "overlap",
  density: 0.85,
  nodeSpacing: 3,
  layerGap: 60,
};

const product = (grid) =>
  Object.entries(grid).reduce(
    (all, [name, values]) => all.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  );

/** Settings that are tried; 12 px is about the least gap in which its curves can still be followed. */
const GRID = product({
  shape: ["one line", "two lines"],
  sides: [1, 2],
  algorithm: ["overlap", "simple"],
  density: [0.6, 0.75, 0.85, 1],
  nodeSpacing: [3],
  layerGap: [12],
});

/** Name and date of each event as wide as annals sets them in the rows of a list, px. */
export async function widths(page, events) {
  return page.evaluate((list) => {
    const pen = document.createElement("canvas").getContext("2d");
    const width = (font, text) => {
      pen.font = `${font} Annals`;
      return pen.measureText(text).width / 64;
    };
    return list.map(({ name, when }) => [width("600 659.2px", name), width("400 602.24px", when)]);
  }, events);
}

const size = (shape, [name, when]) => (shape === "one line" ? name + 5.5 + when : Math.max(name, when));

/** Points of a path of lines and cubic curves. */
function flatten(path) {
  const points = [];
  for (const [, verb, text] of path.matchAll(/([MLC])([^MLC]*)/g)) {
    const numbers = text.trim().split(/\s+/).map(Number);
    if (verb === "C") curve(points.at(-1), numbers, points);
    else points.push(numbers);
  }
  return points;
}

function curve([x0, y0], [x1, y1, x2, y2, x3, y3], points) {
  for (let step = 1; step <= 16; step += 1) {
    const [t, u] = [step / 16, 1 - step / 16];
    const at = (a, b, c, d) => u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    points.push([at(x0, x1, x2, x3), at(y0, y1, y2, y3)]);
  }
}

/** Places the nodes of one side; `edge` is the edge of the ruler that they start from. */
function side(library, nodes, settings, [direction, edge]) {
  const { algorithm, density, nodeSpacing, layerGap, shape } = settings;
  const force = new library.Force({ minPos: 0, maxPos: WIDTH, algorithm, density, nodeSpacing });
  force.nodes(nodes).compute();
  const nodeHeight = shape === "one line" ? ROW : 2 * ROW;
  const renderer = new library.Renderer({ direction, layerGap, nodeHeight });
  renderer.layout(nodes);
  return nodes.map((node) => ({
    box: [node.x - node.dx / 2, edge + node.y, node.x + node.dx / 2, edge + node.y + node.dy],
    points: flatten(renderer.generatePath(node)).map(([x, y]) => [x, edge + y]),
    event: node.data,
  }));
}

function place(library, events, boxes, settings) {
  const [first, last] = [events[0].middle, events.at(-1).middle];
  const at = ({ middle }) => MARGIN + ((WIDTH - 2 * MARGIN) * (middle - first)) / (last - first || 1);
  const nodes = events.map(
    (event, index) => new library.Node(at(event), size(settings.shape, boxes[index]), index),
  );
  const start = performance.now();
  const sides = [
    ["up", 0],
    ["down", RULER],
  ].slice(0, settings.sides);
  const placed = sides.flatMap((each, turn) =>
    side(
      library,
      nodes.filter((_, index) => index % settings.sides === turn),
      settings,
      each,
    ),
  );
  return { placed, time: performance.now() - start };
}

/** Places up to so many times, but no more once it has taken `PATIENCE`. */
function repeat(times, place) {
  const runs = [place()];
  const spent = () => runs.reduce((sum, { time }) => sum + time, 0);
  while (runs.length < times && spent() < PATIENCE) runs.push(place());
  return runs;
}

function judge(library, events, boxes, settings, times = 1) {
  const runs = repeat(times, () => place(library, events, boxes, settings));
  const labels = runs[0].placed.map(({ event, box }) => ({ event, boxes: [box] }));
  const leaders = runs[0].placed.map(({ event, points }) => ({ event, points, breadth: LEADER }));
  const found = count({ labels, leaders, ruler: [0, RULER] });
  const time = Math.min(...runs.map((run) => run.time));
  return { ...found, time, used: settings, settings: tell(settings) };
}

const tell = ({ shape, sides, algorithm, density, layerGap }) =>
  `${shape}, ${sides === 1 ? "one side" : "sides in turn"}, ${algorithm}, density ${density}, gap ${layerGap}`;

/** With its defaults, and with the settings that give the fewest faults and then the least height. */
export async function labella(page, path, { events }) {
  const library = createRequire(import.meta.url)(path);
  const boxes = await widths(page, events);
  // From 500 events on a placement takes many seconds: only what was best with 190 is tried.
  const grid = GRID.filter(
    ({ sides, algorithm, density }) =>
      events.length < 500 || (sides === 2 && algorithm === "overlap" && density === 1),
  );
  const chosen = best(grid.map((settings) => judge(library, events, boxes, settings)));
  return [DEFAULTS, chosen.used].map((settings) => judge(library, events, boxes, settings, RUNS));
}
