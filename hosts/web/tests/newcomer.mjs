// Somebody with a workbook, the page and no word of help: how many steps and how long until there is a picture of it.
// node tests/newcomer.mjs [FOLDER] leaves screenshots in FOLDER.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(new URL("../dist/tools/", import.meta.url));
const { chromium } = require("playwright-core");
const address = new URL("../dist/annals.html", import.meta.url).href;
const workbook = new URL("../../../tests/read/workbooks/merged.xlsx", import.meta.url).pathname;
const pictures = process.argv[2];

/** Seconds for a person to look, find and press one thing, far more than somebody practised needs. */
const STEP = 8;
const MINUTE = 60;

const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args });
const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, offline: true });
const page = await context.newPage();
let begun = performance.now();
const steps = [];

async function step(name, work) {
  await work();
  if (pictures) await page.screenshot({ path: join(pictures, `newcomer-${steps.length + 1}.png`) });
  steps.push(`${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  begun = performance.now();
}

const events = page.locator("#status").filter({ hasText: /events?$/ });

await step("open the page", async () => {
  await page.goto(address);
  await events.waitFor();
});
const example = await page.locator("#picture").getAttribute("alt");
await step("choose the workbook", async () => {
  const waiting = page.waitForEvent("filechooser");
  await page.getByText("Open a file").click();
  await (await waiting).setFiles(workbook);
  await page.getByText("merged.xlsx.").waitFor();
  await events.waitFor();
});
const alt = await page.locator("#picture").getAttribute("alt");
assert.notEqual(alt, example);
await step("press PNG", async () => {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download PNG" }).click();
  const download = await waiting;
  const path = await download.path();
  assert.deepEqual([...readFileSync(path).subarray(1, 4)], [80, 78, 71]);
});
const whole = await page.evaluate(() => performance.now() / 1000);
await browser.close();

assert.match(alt, /^Timeline of \d+ events/);
assert.ok(whole + STEP * steps.length < MINUTE, `${whole} s and ${steps.length} steps`);
console.log(`newcomer: ${steps.join(", ")}; ${whole.toFixed(1)} s and ${steps.length} steps from a workbook to a PNG`);
