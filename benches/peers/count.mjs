// One way of counting for all: labels are lists of boxes [left, top, right, bottom] in px, one a line
// of text; leaders are lists of points with a breadth.
import { enters, overlap, segments } from "../browser/rules.mjs";

/** Width of every figure, px: 6.5 in. */
export const WIDTH = 624;
const OUTSIDE = 0.5;
/** Height of the bands that labels are looked up by, px. */
const BAND = 16;

const touch = (a, b) => a.boxes.some((one) => b.boxes.some((other) => overlap(one, other)));

function pairs(labels) {
  let found = 0;
  labels.forEach((label, at) => {
    for (const other of labels.slice(at + 1)) if (touch(label, other)) found += 1;
  });
  return found;
}

const bands = (low, high) => {
  const first = Math.floor(low / BAND);
  return Array.from({ length: Math.floor(high / BAND) - first + 1 }, (_, step) => first + step);
};

/** The boxes of labels by bands of their height, as a leader may have thousands of points. */
function banded(labels) {
  const found = new Map();
  for (const { event, boxes } of labels) {
    for (const box of boxes) {
      for (const band of bands(box[1], box[3])) {
        found.set(band, [...(found.get(band) ?? []), { event, box }]);
      }
    }
  }
  return found;
}

/** Leaders that enter the text of another event, each counted once for each such text. */
function entered(labels, leaders) {
  const places = banded(labels);
  const met = ({ event, points, breadth }) => {
    const seen = new Set();
    for (const ends of segments(points)) {
      const [low, high] = ends.map(([, y]) => y).sort((a, b) => a - b);
      const near = bands(low - breadth, high + breadth).flatMap((band) => places.get(band) ?? []);
      const hit = near.filter((one) => one.event !== event && enters({ points: ends, breadth }, one.box));
      hit.forEach((one) => seen.add(one.event));
    }
    return seen.size;
  };
  return leaders.reduce((sum, leader) => sum + met(leader), 0);
}

/** Height from the highest to the lowest of labels, leaders and ruler. */
function extent(labels, leaders, ruler) {
  const places = [
    ...labels.flatMap(({ boxes }) => boxes.flatMap(([, top, , bottom]) => [top, bottom])),
    ...ruler,
  ];
  for (const { points } of leaders) places.push(...points.map(([, y]) => y));
  return places.reduce((most, y) => Math.max(most, y)) - places.reduce((least, y) => Math.min(least, y));
}

/** What is compared of a layout. */
export function count({ labels, leaders, ruler }) {
  return {
    height: extent(labels, leaders, ruler),
    overlaps: pairs(labels),
    entered: entered(labels, leaders),
    outside: labels.filter(({ boxes }) =>
      boxes.some(([left, , right]) => left < -OUTSIDE || right > WIDTH + OUTSIDE),
    ).length,
  };
}

/** The faults of a layout, in one number. */
const faults = ({ overlaps, entered: through, outside }) => overlaps + through + outside;

/** The layout of fewest faults, and of those the lowest. */
export const best = (tried) =>
  tried.reduce((a, b) => ((faults(a) - faults(b) || a.height - b.height) <= 0 ? a : b));
