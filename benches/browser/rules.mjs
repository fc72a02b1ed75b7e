// What must hold of every figure, told from its measured SVG alone.

/** Slack of a text in its label box, px. */
const IN_BOX = 0.5;
/** Overlaps thinner than this are rounding, px. */
const TOUCH = 0.25;

/** Whether two boxes overlap by more than rounding in both directions. */
export function overlap(a, b, slack = TOUCH) {
  const [across, along] = [0, 1].map((at) => Math.min(a[at + 2], b[at + 2]) - Math.max(a[at], b[at]));
  return across > slack && along > slack;
}

/** Whether the segment from `p` to `q` has a point inside the box (slabs, by Liang and Barsky). */
export function through(p, q, box) {
  let [first, last] = [0, 1];
  for (const axis of [0, 1]) {
    const step = q[axis] - p[axis];
    const near = box[axis] - p[axis];
    const far = box[axis + 2] - p[axis];
    if (step === 0) {
      if (near >= 0 || far <= 0) return false;
      continue;
    }
    first = Math.max(first, Math.min(near / step, far / step));
    last = Math.min(last, Math.max(near / step, far / step));
  }
  return first < last;
}

/** The box that just holds some points. */
export function hull(points) {
  const [xs, ys] = [0, 1].map((axis) => points.map((point) => point[axis]));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

const grown = ([left, top, right, bottom], by) => [left - by, top - by, right + by, bottom + by];
const inside = (box, outer, slack) =>
  box[0] >= outer[0] - slack &&
  box[1] >= outer[1] - slack &&
  box[2] <= outer[2] + slack &&
  box[3] <= outer[3] + slack;

/** The segments of a line of points. */
export const segments = (points) => points.slice(1).map((point, at) => [points[at], point]);

/** Whether the ink of a leader enters a box. */
export function enters({ points, breadth }, box) {
  const reach = grown(box, breadth / 2 - TOUCH);
  return segments(points).some(([p, q]) => through(p, q, reach));
}

/** All pairs of a list whose boxes overlap, by a sweep from left to right. */
export function overlaps(items) {
  const sorted = items.filter(({ box }) => box).sort((a, b) => a.box[0] - b.box[0]);
  const found = [];
  sorted.forEach((one, at) => {
    for (let other = at + 1; other < sorted.length && sorted[other].box[0] < one.box[2]; other += 1) {
      if (overlap(one.box, sorted[other].box)) found.push([one, sorted[other]]);
    }
  });
  return found;
}

const side = (p, q, r) => Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));

/** Whether two segments cross in a point inside both. */
function cross([p, q], [r, s]) {
  return side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0;
}

function leadersCross({ leaders }) {
  const found = [];
  const all = leaders.flatMap(({ points }) => segments(points));
  all.forEach((one, at) => {
    for (const other of all.slice(at + 1)) if (cross(one, other)) found.push(`${one} and ${other}`);
  });
  return found;
}

const show = (box) => box.map((place) => place.toFixed(2)).join(" ");
const visible = (text) => text.replace(/\s/g, "");

/** Names without an event of their own; a title may go on after the name, so whole ones come first. */
function missing(figure, names) {
  const left = figure.events.map(({ title }) => visible(title));
  const ways = [(title, name) => title.endsWith(`:${name}`), (title, name) => title.includes(`:${name}`)];
  let open = [...names].sort((a, b) => b.length - a.length);
  for (const fits of ways) {
    open = open.filter((name) => {
      const at = left.findIndex((title) => fits(title, visible(name)));
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  }
  return open;
}

const sizes = ({ texts }) =>
  texts
    .map(({ text, left, right, natural }) => ({ text, width: right - left, natural }))
    .filter(({ width, natural }) => Math.abs(width - natural) > IN_BOX)
    .map(({ text, width, natural }) => `"${text}" is set to ${width.toFixed(2)}, is ${natural.toFixed(2)}`);

/** Across, the advance counts: the last letter of a line may hang over by a hair. */
const outOfBox = ({ texts, events }) =>
  texts
    .map((text) => ({ ...text, box: [text.left, text.box[1], text.right, text.box[3]] }))
    .filter(({ event, box }) => event >= 0 && events[event].box && !inside(box, events[event].box, IN_BOX))
    .map(({ text, event, box }) => `"${text}" ${show(box)} in ${show(events[event].box)}`);

const outOfCanvas = ({ texts, events, leaders, width, height }) => {
  const canvas = [0, 0, width, height];
  const lines = leaders.map(({ points }) => ({ text: "a leader", box: hull(points) }));
  const labels = events
    .filter(({ box }) => box)
    .map(({ title, box }) => ({ text: `label of ${title}`, box }));
  return [...texts, ...lines, ...labels]
    .filter(({ box }) => !inside(box, canvas, TOUCH))
    .map(({ text, box }) => `"${text}" ${show(box)} in ${show(canvas)}`);
};

const leaderInText = ({ leaders, texts }) =>
  leaders.flatMap((leader) =>
    texts
      .filter(({ box }) => enters(leader, box))
      .map(({ text, box }) => `"${text}" ${show(box)} by ${leader.points.join(" ")}`),
  );

const leaderInLabel = ({ leaders, events }) =>
  leaders.flatMap((leader) =>
    events
      .filter(({ box }, at) => box && at !== leader.event && enters(leader, box))
      .map(({ title, box }) => `"${title}" ${show(box)} by ${leader.points.join(" ")}`),
  );

const markInText = ({ marks, texts }) =>
  marks.flatMap((mark) =>
    texts
      .filter(({ box }) => overlap(mark.box, box))
      .map(({ text, box }) => `"${text}" ${show(box)} by ${show(mark.box)}`),
  );

const bare = ({ events, marks, texts }) =>
  events
    .filter(({ dropped, box }, at) => {
      const has = (list) => list.some(({ event }) => event === at);
      return !has(marks) || (!dropped && (!box || !has(texts)));
    })
    .map(({ title }) => `"${title}" has no mark or no label`);

const pairs = (items, name) =>
  overlaps(items).map(([a, b]) => `"${name(a)}" ${show(a.box)} and "${name(b)}" ${show(b.box)}`);

/** What is wrong with a measured figure of the events of these names: lists of words, by kind. */
export function violations(figure, names) {
  const found = {
    "event not drawn": figure.counts ? [] : missing(figure, names),
    "events more than rows":
      figure.events.length > names.length ? [`${figure.events.length} of ${names.length}`] : [],
    "mark or label missing": bare(figure),
    "font not loaded": figure.loaded < figure.faces ? [`${figure.loaded} of ${figure.faces}`] : [],
    "width of text differs": sizes(figure),
    "texts overlap": pairs(figure.texts, ({ text }) => text),
    "label boxes overlap": pairs(figure.events, ({ title }) => title),
    "text leaves its label box": outOfBox(figure),
    "out of the canvas": outOfCanvas(figure),
    "leader through text": leaderInText(figure),
    "leader through label box": leaderInLabel(figure),
    "mark over text": markInText(figure),
    "leaders cross": leadersCross(figure),
  };
  return Object.entries(found).filter(([, list]) => list.length > 0);
}
