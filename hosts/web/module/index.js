// annals for Node and browsers: a table of dated events becomes a timeline figure.

import { Annals } from "./instance.js";

/** Thrown where there is no figure: `faults` has every one of them, with its row and column. */
export class AnnalsError extends Error {
  constructor(faults) {
    super(faults.map(({ place, message }) => (place ? `${place}: ${message}` : message)).join("\n"));
    this.name = "AnnalsError";
    this.faults = faults;
  }
}

let loading = null;

/** Loads the module; `draw` does so by itself. `source` is for places where no file can be fetched. */
export function load(source) {
  loading ??= compiled(source).then((module) => new Annals(module));
  return loading;
}

/**
 * Draws a table: text or bytes in any format that annals reads, or a list of objects.
 * Every option of an options file can be given, as `laneBy` or as `"lane-by"`.
 */
export async function draw(table, options = {}) {
  const { formats = ["svg"], name, optionsFile = "", house = "", fonts = [], ...rest } = options;
  const annals = await load();
  const request = { name: name ?? "", toml: optionsFile, house, formats, options: kebab(rest) };
  const { files, notes, faults, figure } = annals.draw(request, bytes(table), fonts);
  if (faults.length > 0) throw new AnnalsError(faults);
  const drawn = { notes, ...figure };
  for (const file of files) {
    drawn[file.format] = isText(file.media) ? new TextDecoder().decode(file.bytes) : file.bytes;
  }
  return drawn;
}

async function compiled(source) {
  const place = new URL("annals.wasm", import.meta.url);
  if (source === undefined && place.protocol === "file:" && globalThis.process?.versions?.node) {
    const { readFile } = await import("node:fs/promises");
    source = await readFile(place);
  }
  if (source instanceof WebAssembly.Module) return source;
  if (ArrayBuffer.isView(source) || source instanceof ArrayBuffer) return WebAssembly.compile(source);
  const response = source ?? (await fetch(place));
  return WebAssembly.compile(await response.arrayBuffer());
}

function bytes(table) {
  if (table instanceof Uint8Array) return table;
  const text = typeof table === "string" ? table : JSON.stringify(table);
  return new TextEncoder().encode(text);
}

function kebab(options) {
  const key = (name) => name.replace(/[A-Z]/g, (letter) => "-" + letter.toLowerCase());
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [key(name), value]));
}

function isText(media) {
  return media.startsWith("text/") || media === "image/svg+xml";
}
