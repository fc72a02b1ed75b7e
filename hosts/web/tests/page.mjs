// The page from disk in a browser without network: paste, error, mend, download, link, keyboard, axe.
// node tests/page.mjs [FOLDER] leaves screenshots in FOLDER.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const require = createRequire(new URL("../dist/tools/", import.meta.url));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const address = new URL("../dist/annals.html", import.meta.url).href;
const pictures = process.argv[2];
const folder = mkdtempSync(join(tmpdir(), "annals-page-"));

const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args });
const messages = [];

async function opened(options = {}, hash = "") {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, offline: true, ...options });
  const page = await context.newPage();
  page.on("console", (message) => messages.push(message.text()));
  page.on("pageerror", (error) => messages.push(error.message));
  page.on("request", (request) => {
    if (!/^(file|blob|data):/.test(request.url())) messages.push(`request: ${request.url()}`);
  });
  await page.goto(address + hash);
  await drawn(page, /events?$/);
  return page;
}

const drawn = (page, words) => page.locator("#status").filter({ hasText: words }).waitFor({ timeout: 60_000 });
const settled = (page) => page.waitForTimeout(900);

async function shot(page, name) {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`) });
}

async function paste(page, text, html = "") {
  await page.evaluate(([plain, rich]) => {
    const data = new DataTransfer();
    data.setData("text/plain", plain);
    data.setData("text/html", rich);
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, [text, html]);
}

async function findings(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setBypassCSP", { enabled: true });
  await session.send("Runtime.evaluate", { expression: axe });
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 90)).join(" | ")}`);
}

async function downloaded(page, button) {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: button, exact: true }).click();
  const download = await waiting;
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return [download.suggestedFilename(), readFileSync(path)];
}

// It begins with the example, without a finding.
let page = await opened();
await drawn(page, /^5 events$/);
assert.match(await page.locator("#picture").getAttribute("alt"), /5 events/);
await settled(page);
await shot(page, "desktop");
assert.deepEqual(await findings(page), []);

// Pasted from a spreadsheet: tabs, quotes, an ambiguous date; mended by the button beside the row.
await page.locator("body").click({ position: { x: 5, y: 5 } });
await paste(page, "Datum\tEreignis\n1957-10-04\tSputnik 1\n1961-04-31\tVostok 1\n1969-07-20\t\"Apollo \"\"11\"\"\"\n");
await drawn(page, /^1 error/);
const cell = page.locator("[aria-invalid]");
assert.equal(await cell.inputValue(), "1961-04-31");
const told = page.locator(`#${await cell.getAttribute("aria-describedby")}`);
assert.match(await told.textContent(), /April|30/);
await settled(page);
await shot(page, "error");
assert.deepEqual(await findings(page), []);
await cell.fill("1961-04-12");
await drawn(page, /^3 events$/);
assert.equal(await page.locator("[aria-invalid]").count(), 0);
assert.equal(await page.locator('[data-row="3"][data-column="1"]').inputValue(), 'Apollo "11"');

// Choices, and what is downloaded is what the command draws.
await page.getByLabel("Title", { exact: true }).fill("Into space");
await page.getByLabel("Form").selectOption("chronicle");
await settled(page);
const [csvName, csv] = await downloaded(page, "Table");
const [tomlName, toml] = await downloaded(page, "Options file");
assert.deepEqual([csvName, tomlName], ["into-space.csv", "into-space.toml"]);
assert.equal(toml.toString(), 'title = "Into space"\nstyle = "chronicle"\n');
writeFileSync(join(folder, csvName), csv);
for (const format of ["SVG", "PNG", "PDF", "HTML", "PowerPoint"]) {
  const [name, bytes] = await downloaded(page, `Download ${format}`);
  execFileSync(process.env.ANNALS, [join(folder, csvName), "-o", join(folder, `command-${name}`)], { stdio: "ignore" });
  assert.ok(readFileSync(join(folder, `command-${name}`)).equals(bytes), `${name} is that of the command`);
}

// The link carries the table.
await page.getByRole("button", { name: "Copy a link" }).click();
await page.waitForFunction(() => location.hash.startsWith("#table="));
const copy = await opened({}, new URL(page.url()).hash);
await drawn(copy, /^3 events$/);
assert.equal(await copy.getByLabel("Title", { exact: true }).inputValue(), "Into space");
await copy.context().close();

// A table of a web page or a word processor; keys move between rows.
await page.evaluate(() => document.activeElement.blur());
await paste(page, "x", "<table><tr><th>date<th>title<tr><td>1990<td>First<tr><td>1991<td>Second</table>");
await drawn(page, /^2 events$/);
await page.locator('[data-row="1"][data-column="0"]').focus();
await page.keyboard.press("ArrowDown");
await page.keyboard.press("Enter");
await page.keyboard.type("1995");
await page.keyboard.press("Tab");
await page.keyboard.type("Third");
await drawn(page, /^3 events$/);

// An ambiguous column has a button that decides.
await page.getByRole("button", { name: "Empty table" }).click();
await page.locator('[data-row="0"][data-column="0"]').focus();
await paste(page, "date\ttitle\n03/04/2010\tOne\n05/06/2011\tTwo\n");
await drawn(page, /^1 error\./);
await page.getByRole("button", { name: "Set date-order to dmy" }).first().click();
await drawn(page, /^2 events$/);
assert.match(await page.locator("#options-file").textContent(), /date-order: dmy/);

// A workbook is read as it is; so is a file that is dropped.
const workbook = execFileSync(process.env.ANNALS, ["--example", "workbook"]);
await page.locator("#file").setInputFiles({ name: "plan.xlsx", mimeType: "application/octet-stream", buffer: workbook });
await page.getByText("plan.xlsx.").waitFor();
assert.ok(await page.locator("#options-file").isHidden(), "what was decided for one table is not so for the next");
await drawn(page, /events$/);
await page.evaluate(() => {
  const data = new DataTransfer();
  data.items.add(new File(["date,title\n2001,One\n2002,Two\n2003,Three\n2004,Four\n"], "years.csv"));
  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
});
await drawn(page, /^4 events$/);

// Fifty events, as one types.
const many = Array.from({ length: 50 }, (_, n) => `${1950 + n}-0${1 + (n % 9)}-12\tEvent number ${n}`);
await page.evaluate(() => document.activeElement.blur());
await paste(page, ["date\ttitle", ...many].join("\n"));
await drawn(page, /^50 events$/);
const times = [];
for (let n = 0; n < 9; n += 1) {
  await page.locator('[data-row="1"][data-column="1"]').fill(`First, for the ${n}th time`);
  await settled(page);
  times.push(Number(await page.locator("#figure").getAttribute("data-milliseconds")));
}
await shot(page, "fifty");
await page.context().close();

// On a phone, and in the dark.
page = await opened({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
await settled(page);
const width = await page.evaluate(() => document.documentElement.scrollWidth);
assert.ok(width <= 390, `${width} px on a phone of 390`);
assert.deepEqual(await findings(page), []);
if (pictures) await page.screenshot({ path: join(pictures, "phone.png"), fullPage: true });
await page.context().close();
page = await opened({ colorScheme: "dark" });
await page.getByLabel("Colours").selectOption("dark");
await settled(page);
await shot(page, "dark");
assert.deepEqual(await findings(page), []);

assert.deepEqual(messages, [], "nothing in the console, no request");
await browser.close();
rmSync(folder, { recursive: true });
times.sort((a, b) => a - b);
console.log(`page: pasted, mended, downloaded, linked; axe finds nothing; 50 events in ${times[4].toFixed(0)} ms (median of 9)`);
