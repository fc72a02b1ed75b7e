// The module and the package: exports, faults with their places, a trap, types of tables, options.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { AnnalsError, draw } from "../dist/npm/index.js";
import { Annals } from "../module/instance.js";

/** Bytes that a browser loads at most, where the server compresses with brotli. */
const LIMIT = 3_000_000;

const bytes = readFileSync(new URL("../dist/annals.wasm", import.meta.url));
const wasm = new WebAssembly.Module(bytes);

const loaded = brotliCompressSync(bytes).length;
assert.ok(loaded <= LIMIT, `${loaded} bytes compressed, and the limit is ${LIMIT}`);

assert.deepEqual(WebAssembly.Module.imports(wasm), [], "no foreign imports");
const functions = WebAssembly.Module.exports(wasm).filter(({ kind }) => kind === "function");
assert.deepEqual(functions.map(({ name }) => name).sort(), ["alloc", "draw", "free", "length", "pointer"]);

const table = "date,title\n1957-10-04,Sputnik 1\n1961-04-12,Vostok 1\n";
const figure = await draw(table, { title: "Into space", formats: ["svg", "png", "pdf"], weekStart: "sunday" });
assert.match(figure.svg, /^<\?xml/);
assert.deepEqual([...figure.png.subarray(1, 4)], [80, 78, 71]);
assert.equal(new TextDecoder().decode(figure.pdf.subarray(0, 5)), "%PDF-");
const more = await draw(table, { title: "Into space", formats: ["html", "pptx"] });
assert.match(more.html, /^<!doctype html>/i);
assert.deepEqual([...more.pptx.subarray(0, 2)], [80, 75]);
assert.equal(figure.events, 2);
assert.match(figure.alt, /2 events/);

const objects = [{ date: "1957-10-04", title: "Sputnik 1" }, { date: "1961-04-12", title: "Vostok 1" }];
assert.equal((await draw(objects, { title: "Into space" })).events, 2);

const broken = draw("date,title\n1957-10-04,Sputnik 1\n1961-04-31,Vostok 1\n", { name: "a.csv" });
await assert.rejects(broken, (error) => {
  assert.ok(error instanceof AnnalsError);
  const [{ kind, line, column, value, place }] = error.faults;
  assert.deepEqual([kind, line, column, value, place], ["date", 3, 9, "1961-04-31", "a.csv:3:9"]);
  return true;
});
await assert.rejects(draw(table, { titel: "T", widht: 1 }), (error) => error.faults.length === 2);
await assert.rejects(draw(table, { width: "wide" }), /`width`: a length is/);
await assert.rejects(draw(table, { fontFamily: ["Carlito"] }), /the typeface cannot be replaced here/);
await assert.rejects(draw(table, { formats: ["jpeg"] }), /there is no format jpeg; choose svg/);
await assert.rejects(draw(table, { strict: true, optionsFile: "[column]\ndate = 'When'" }), AnnalsError);

// After a trap the next call has a new instance.
const annals = new Annals(wasm);
const rows = new TextEncoder().encode(table);
const original = WebAssembly.Instance;
WebAssembly.Instance = class {
  exports = { alloc() { throw new WebAssembly.RuntimeError("unreachable"); }, memory: null };
};
assert.equal(annals.draw({ formats: ["svg"] }, rows).faults[0].kind, "internal");
WebAssembly.Instance = original;
assert.equal(annals.draw({ formats: ["svg"] }, rows).faults.length, 0);

const large = readFileSync(new URL("../../../data/gallery/releases.csv", import.meta.url));
const times = Array.from({ length: 9 }, () => {
  const begun = performance.now();
  annals.draw({ formats: ["svg"] }, large);
  return performance.now() - begun;
});
console.log(`module: as promised; 52 events to SVG in ${times.sort((a, b) => a - b)[4].toFixed(0)} ms (median of 9)`);
