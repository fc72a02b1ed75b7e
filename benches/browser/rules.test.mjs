// Each rule must fail on a figure that breaks it: `node --test benches/browser/`.
import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./rules.mjs";

const NAMES = ["Alpha", "Beta"];

/** Two flags over their marks, with nothing wrong. */
function sound() {
  const flag = (at) => ({ title: `20${at}0: ${NAMES[at]}`, dropped: false, x: at * 100 + 20, list: -1 });
  const at = (event) => ({ event, left: event * 100 + 26 });
  const text = (event) => ({
    text: NAMES[event],
    ...at(event),
    right: event * 100 + 66,
    natural: 40,
    group: "event",
  });
  return {
    width: 300,
    height: 100,
    ruler: [80, 95],
    faces: 2,
    loaded: 2,
    events: [0, 1].map((event) => ({ ...flag(event), box: [event * 100 + 24, 20, event * 100 + 68, 34] })),
    texts: [0, 1].map((event) => ({ ...text(event), box: [event * 100 + 26, 22, event * 100 + 66, 32] })),
    leaders: [0, 1].map((event) => ({
      event,
      list: -1,
      breadth: 1,
      points: [
        [event * 100 + 20, 76],
        [event * 100 + 20, 20],
      ],
    })),
    marks: [0, 1].map((event) => ({ event, box: [event * 100 + 17, 76, event * 100 + 23, 82] })),
  };
}

/** Moves the label of the first event by so much. */
function moved(figure, [dx, dy]) {
  const shift = ([left, top, right, bottom]) => [left + dx, top + dy, right + dx, bottom + dy];
  figure.events[0].box = shift(figure.events[0].box);
  const text = figure.texts[0];
  Object.assign(text, { box: shift(text.box), left: text.left + dx, right: text.right + dx });
}

const BROKEN = {
  "event not drawn": (figure) => (figure.events[1].title = "2010: Other"),
  "events more than rows": (figure) => figure.events.push({ ...figure.events[0], dropped: true, box: null }),
  "mark or label missing": (figure) => figure.marks.pop(),
  "font not loaded": (figure) => (figure.loaded = 1),
  "width of text differs": (figure) => (figure.texts[0].natural = 41),
  "texts overlap": (figure) => moved(figure, [98, 0]),
  "label boxes overlap": (figure) => moved(figure, [98, 0]),
  "text leaves its label box": (figure) => (figure.texts[0].box[3] = 35),
  "out of the canvas": (figure) => moved(figure, [-40, 0]),
  "leader through text": (figure) => moved(figure, [70, 0]),
  "leader through label box": (figure) => moved(figure, [70, 0]),
  "mark over text": (figure) => (figure.marks[0].box = [40, 20, 46, 26]),
  "leaders cross": (figure) =>
    (figure.leaders[0].points = [
      [20, 76],
      [130, 50],
    ]),
};

test("a sound figure passes", () => assert.deepEqual(violations(sound(), NAMES), []));

for (const [kind, spoil] of Object.entries(BROKEN)) {
  test(`seen: ${kind}`, () => {
    const figure = sound();
    spoil(figure);
    const kinds = violations(figure, NAMES).map(([name]) => name);
    assert.ok(kinds.includes(kind), kinds.join(", "));
  });
}
