// Random tables by seed: one seed, one table, with the options that it is drawn with.

/** A generator of numbers in [0, 1) that is the same on every machine (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Draws of several kinds from one generator. */
export function dice(seed) {
  const next = random(seed);
  const whole = (low, high) => low + Math.floor(next() * (high - low + 1));
  const pick = (list) => list[whole(0, list.length - 1)];
  return { next, whole, pick, chance: (share) => next() < share };
}

const DAY = 86_400_000;
const two = (number) => String(number).padStart(2, "0");

/** The ISO date of a number of days after 1 January 1970. */
export function iso(day) {
  return new Date(Math.round(day) * DAY).toISOString().slice(0, 10);
}

const uniform = (d, n) => Array.from({ length: n }, () => d.next() * 12_000);

/** Days in a few bursts, each as wide as it is drawn. */
export function bursts(d, n) {
  const centres = Array.from({ length: d.whole(1, 6) }, () => [d.next() * 12_000, d.next() * 200]);
  return Array.from({ length: n }, () => {
    const [centre, breadth] = d.pick(centres);
    return centre + (d.next() - d.next()) * breadth;
  });
}

function sameDays(d, n) {
  const days = Array.from({ length: d.whole(1, 3) }, () => d.next() * 3_000);
  return Array.from({ length: n }, () => d.pick(days));
}

function edges(d, n) {
  const end = d.whole(100, 12_000);
  const place = () => (d.chance(0.5) ? d.next() * 0.03 : 1 - d.next() * 0.03) * end;
  return Array.from({ length: n }, () => (d.chance(0.8) ? place() : d.next() * end));
}

function heavyGaps(d, n) {
  let day = 0;
  return Array.from({ length: n }, () => (day += Math.min(2 / (d.next() + 0.0005), 4_000)));
}

const byDay = (days) => (d, n) => days(d, n).map(iso);

function mixedDates(d, n) {
  return uniform(d, n).map((day) => iso(day).slice(0, d.pick([4, 7, 10])));
}

function years(d, n) {
  const start = d.whole(-3_000, 1_900);
  const name = (year) => (year > 0 ? `${year}`.padStart(4, "0") : `${1 - year} BC`);
  const breadth = d.pick([10, 100, 2_000]);
  return Array.from({ length: n }, () => name(start + d.whole(0, breadth)));
}

function clocks(d, n) {
  const breadth = d.pick([600, 20_000, 86_400]);
  const clock = (at) => `${two(Math.floor(at / 3600))}:${two(Math.floor(at / 60) % 60)}:${two(at % 60)}`;
  return Array.from({ length: n }, () => `2003-04-05T${clock(d.whole(0, breadth - 1))}`);
}

function doubts(d, n) {
  const say = (year) =>
    d.pick([`c. ${year}`, `${year}?`, `before ${year}`, `${year}/..`, `${year}/${year + 3}`, `${year}`]);
  return Array.from({ length: n }, () => say(d.whole(1_400, 1_950)));
}

/** How the dates of a table lie, by name: each gives `n` date cells. */
const DATES = {
  uniform: byDay(uniform),
  bursts: byDay(bursts),
  sameDays: byDay(sameDays),
  edges: byDay(edges),
  heavyGaps: byDay(heavyGaps),
  mixedDates,
  years,
  clocks,
  doubts,
};

const SYLLABLES = "ka lo mi ren tor sa vel du pri gan hes wyl jo qui fay zeb my pol".split(" ");
const FOREIGN = "Ærø Łódź Žďár Ångström Ñandú İğdır Ὅμηρος Ἀθῆναι Київ Щёлково Йошкар ffi".split(" ");

/** A made-up word of so many syllables. */
function word(d, syllables) {
  const made = Array.from({ length: syllables }, () => d.pick(SYLLABLES)).join("");
  return d.chance(0.3) ? made[0].toUpperCase() + made.slice(1) : made;
}

/** Made-up words of at least so many letters in all. */
export function phrase(d, letters) {
  let text = word(d, 2);
  while (text.length < letters) text += ` ${word(d, d.whole(1, 4))}`;
  return text[0].toUpperCase() + text.slice(1);
}

const WORDS = {
  short: (d) => word(d, d.whole(1, 2)),
  plain: (d) => phrase(d, d.whole(12, 32)),
  long: (d) => phrase(d, d.whole(50, 200)),
  endless: (d) => `${word(d, 2)} ${word(d, d.whole(10, 50))}`,
  foreign: (d) => Array.from({ length: d.whole(1, 6) }, () => d.pick(FOREIGN)).join(" "),
  wide: (d) => d.pick(["WWWW", "MMM WWW MMM", "— … —", "1234567890", "f", "i", "'quoted'", "A/B & <C>"]),
};
WORDS.mixed = (d) => WORDS[d.pick(["short", "plain", "plain", "long", "endless", "wide"])](d);

/** From 1 to 300 events, few as often as many. */
const count = (d) => Math.round(300 ** d.next());

function row(d, date, kinds, place) {
  const name = `${WORDS[kinds.words](d)}${kinds.numbered ? ` ${place}` : ""}`;
  const description = d.chance(kinds.details) ? phrase(d, d.whole(5, 120)) : "";
  return {
    date,
    title: name,
    description,
    category: kinds.groups ? `Group ${d.whole(1, kinds.groups)}` : "",
  };
}

function options(d) {
  const args = ["--style", d.pick(["auto", "auto", "flags", "lists"])];
  const size = d.pick(["width", "width", "column", "report", "page", "slide", "social"]);
  args.push(...(size === "width" ? ["--width", `${d.whole(240, 1_600)}px`] : ["--size", size]));
  if (d.chance(0.4)) args.push("--title", phrase(d, d.whole(5, 120)));
  if (d.chance(0.3)) args.push("--subtitle", phrase(d, d.whole(5, 200)));
  if (d.chance(0.3)) args.push("--source", phrase(d, d.whole(5, 200)));
  if (d.chance(0.15)) args.push("--break", "auto");
  return args;
}

/** The table of a seed: its rows, the arguments it is drawn with, and what kind it is. */
export function table(seed) {
  const d = dice(seed * 7_919 + 17);
  const [dates, words] = [d.pick(Object.keys(DATES)), d.pick(Object.keys(WORDS))];
  const details = d.pick([0, 0, 0.5, 1]);
  const kinds = { words, details, groups: d.pick([0, 1, 3, 6, 9]), numbered: d.chance(0.5) };
  const cells = DATES[dates](d, count(d));
  const rows = cells.map((date, place) => row(d, date, kinds, place + 1));
  return { seed, kind: `${dates}/${words}`, rows, args: options(d) };
}

const cell = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The rows as CSV, without columns that are empty in every row. */
export function csv(rows) {
  const columns = ["date", "title", "description", "category"];
  const used = columns.filter((name, at) => at < 2 || rows.some((each) => each[name]));
  const lines = rows.map((each) => used.map((name) => cell(each[name])).join(","));
  return [used.join(","), ...lines, ""].join("\n");
}
