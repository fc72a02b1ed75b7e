// Draws a list of objects, and mends a date that cannot be read: node example/draw.mjs

import { writeFile } from "node:fs/promises";
import { AnnalsError, draw } from "../dist/npm/index.js";

const events = [
  { date: "1957-10-04", title: "Sputnik 1", category: "Probe" },
  { date: "1961-04-31", title: "Vostok 1", category: "Crew" },
  { date: "1969-07-20", title: "Apollo 11", category: "Crew" },
];

const options = { title: "Into space", width: "165mm", formats: ["svg", "png"] };

try {
  await draw(events, options);
} catch (error) {
  if (!(error instanceof AnnalsError)) throw error;
  for (const { message, value } of error.faults) console.log(`refused: ${value}: ${message}`);
}

events[1].date = "1961-04-12";
const figure = await draw(events, options);

await writeFile("space.svg", figure.svg);
await writeFile("space.png", figure.png);
console.log(`${figure.events} events, ${figure.width} by ${figure.height} px: space.svg, space.png`);
console.log(figure.alt);
for (const note of figure.notes) console.log("note:", note.message);
