// Opens pages that annals wrote in Chromium and tries them as readers do: keys, pointer, phone,
// print, dark mode, no script; and asks axe-core for faults of accessibility. No request may leave.
//
// Needs node, npm (which installs two packages into a temporary folder) and Chromium.
// Usage: node tests/by_hand/html/check.mjs target/debug/annals [--keep FOLDER] [--only PAGE]
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { install, launch, scratch } from "../../../benches/browser/chromium.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: "string" }, only: { type: "string", multiple: true } },
});
const [annals] = positionals;
if (!annals) throw new Error("usage: node check.mjs ANNALS [--keep FOLDER] [--only PAGE]");
const folder = values.keep ?? scratch();
mkdirSync(folder, { recursive: true });
const root = new URL("../../../", import.meta.url).pathname;

/** The tables that are drawn, and how. */
const ALL = [
  ["seed", "data/pakistan-russia.csv"],
  ["auto", "data/gallery/speeches.csv", "--theme", "auto"],
  ["dark", "data/gallery/biography.csv", "--theme", "dark"],
  ["lanes", "data/gallery/composer.csv"],
  ["lists", "data/gallery/releases.csv", "--height", "3in"],
  ["counts", "data/gallery/nobel.csv", "--no-config", "--style", "density"],
  ["named", "data/gallery/nobel.csv", "--no-config", "--style", "density", "--label", "category=Peace", "--top", "9"],
  ["slide", "data/gallery/launch.csv", "--no-config", "--size", "slide"],
  ["column", "data/gallery/launch.csv", "--no-config", "--size", "column"],
  ["linked", "linked.csv", "--legend", "always"],
  ["arabic", "arabic.csv", "--locale", "ar"],
];
const PAGES = ALL.filter(([name]) => !values.only || values.only.includes(name));
const TABLES = {
  "linked.csv":
    "date,title,description,category,url\n" +
    "1957-10-04,Sputnik 1,The first satellite,Probe,https://example.org/sputnik\n" +
    "1961-04-12,Vostok 1,The first human being,Crew,https://example.org/vostok\n" +
    "1969-07-20,\"Apollo 11</script><img src=x onerror=alert(1)>\",On the Moon,Crew,\n" +
    "1977-09-05,Voyager 1,Still on its way,Probe,https://example.org/voyager\n",
  "arabic.csv":
    "date,title,category\n1945-03-22,تأسيس جامعة الدول العربية,سياسة\n" +
    "1956-07-26,تأميم قناة السويس,اقتصاد\n1971-12-02,قيام دولة الإمارات,سياسة\n",
};
for (const [name, text] of Object.entries(TABLES)) writeFileSync(join(folder, name), text);

/** Draws a page; its path. */
function drawn([name, table, ...options]) {
  const path = join(folder, `${name}.html`);
  const input = TABLES[table] ? join(folder, table) : join(root, table);
  const arabic = name === "arabic" ? ["--system-fonts"] : [];
  const all = [input, "-o", path, ...options, ...arabic];
  const { status, stderr } = spawnSync(annals, all, { encoding: "utf8" });
  assert.equal(status, 0, `${name}: ${stderr}`);
  return path;
}

const paths = Object.fromEntries(PAGES.map((page) => [page[0], drawn(page)]));

// Pages come from a server, so that whatever they ask for is seen.
const asked = [];
const server = createServer((request, response) => {
  const name = new URL(request.url, "http://localhost").pathname.slice(1).replace(".html", "");
  if (!paths[name]) asked.push(request.url);
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.end(paths[name] ? readFileSync(paths[name]) : "");
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const address = (name) => `http://127.0.0.1:${server.address().port}/${name}.html`;

const find = install("axe-core@4.11.0");
const axe = readFileSync(find("axe-core", "axe.min.js"), "utf8");
const browser = await launch();
let count = 0;

/** A page in a window of its own; what it asks for and what fails in it is kept. */
async function opened(name, width = 1280, more = {}) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, ...more });
  const page = await context.newPage();
  page.wrong = [];
  page.on("request", (request) => {
    const url = request.url();
    if (url !== address(name) && !url.startsWith("data:")) page.wrong.push(`asks for ${url}`);
  });
  page.on("console", (message) => page.wrong.push(message.text()));
  page.on("pageerror", (error) => page.wrong.push(error.message));
  await page.goto(address(name));
  await page.evaluate(() => document.fonts.ready);
  return page;
}

async function check(what, name, run, width, more) {
  if (!paths[name]) return;
  const page = await opened(name, width, more);
  try {
    await run(page);
    assert.deepEqual(page.wrong, []);
  } catch (error) {
    process.exitCode = 1;
    console.error(`${name}, ${what}: ${error.message}`);
  }
  await page.context().close();
  count += 1;
}

const shown = (page) =>
  page.evaluate(() => [...document.querySelectorAll("svg")].filter((svg) => svg.getClientRects().length)
    .map((svg) => ({ own: svg.matches(".own"), width: svg.getBoundingClientRect().width })));
const card = (page) => page.locator(".card").evaluate((card) => (card.hidden ? null : card.innerText));
const focus = (page) =>
  page.evaluate(() => document.activeElement.getAttribute("data-n") ?? document.activeElement.tagName);

for (const [name] of PAGES) {
  for (const width of [380, 760, 1280]) {
    await check(`one layout that fits at ${width} px`, name, async (page) => {
      const layouts = await shown(page);
      assert.equal(layouts.length, 1, JSON.stringify(layouts));
      assert.ok(layouts[0].width <= width);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${wide} px of content`);
      await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
    }, width);
    await check(`axe-core at ${width} px`, name, async (page) => {
      // The policy of the page lets no other script in, but from here.
      await page.evaluate(axe);
      await page.evaluate(() => document.querySelector("details")?.setAttribute("open", ""));
      const { violations } = await page.evaluate(() => window.axe.run());
      const named = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((n) => n.html)}`);
      assert.deepEqual(named, []);
    }, width);
  }
  await check("keys", name, async (page) => {
    const many = await page.locator("svg:visible [data-n]").count();
    // A figure of counts alone has nothing to visit.
    if (many === 0) return;
    for (let step = 0; step < 12 && !/^\d+$/.test(await focus(page)); step += 1) {
      await page.keyboard.press("Tab");
    }
    const first = await focus(page);
    assert.match(first, /^\d+$/);
    assert.ok(await card(page));
    if (many > 1) {
      await page.keyboard.press("ArrowRight");
      assert.notEqual(await card(page), null);
      await page.keyboard.press("End");
      const last = await focus(page);
      await page.keyboard.press("ArrowRight");
      assert.equal(await focus(page), last);
      await page.keyboard.press("Home");
      assert.equal(await focus(page), first);
    }
    await page.keyboard.press("Escape");
    assert.equal(await card(page), null);
    assert.equal(await focus(page), first, "the focus stays");
  });
  await check("pointer", name, async (page) => {
    if ((await page.locator("svg:visible [data-n]").count()) === 0) return;
    await page.locator("svg:visible [data-n] .label-box").first().hover({ force: true });
    assert.ok(await card(page));
    await page.screenshot({ path: join(folder, `${name}-card.png`) });
    await page.mouse.move(2, 2);
    await page.waitForTimeout(400);
    assert.equal(await card(page), null);
  });
  await check("print", name, async (page) => {
    await page.emulateMedia({ media: "print" });
    const [layout, more] = await shown(page);
    assert.ok(layout.own && !more);
    assert.equal(await page.locator("details:visible").count(), 0);
    await page.pdf({ path: join(folder, `${name}.pdf`), preferCSSPageSize: true });
    const pdf = readFileSync(join(folder, `${name}.pdf`), "latin1");
    assert.equal(pdf.match(/\/Type ?\/Page\b/g).length, 1, "pages");
  });
  await check("without script", name, async (page) => {
    assert.equal((await shown(page)).length, 1);
    assert.equal(await card(page), null);
    await page.click("summary");
    assert.ok((await page.locator("ol > li:visible").count()) > 0);
    await page.screenshot({ path: join(folder, `${name}-list.png`), fullPage: true });
  }, 900, { javaScriptEnabled: false });
  await check("in the dark", name, async (page) => {
    await page.screenshot({ path: join(folder, `${name}-dark.png`), fullPage: true });
  }, 900, { colorScheme: "dark" });
}

await check("cards leave the labels free where there is room", "dark", async (page) => {
  for (const box of await page.locator("svg:visible [data-n] .label-box").all()) {
    await box.hover({ force: true });
    const covered = await page.evaluate(() => {
      const card = document.querySelector(".card").getBoundingClientRect();
      const boxes = [...document.querySelectorAll("[data-n] .label-box")].map((box) => box.getBoundingClientRect());
      const meets = (box) => box.width && Math.min(card.right, box.right) - Math.max(card.left, box.left) > 2
        && Math.min(card.bottom, box.bottom) - Math.max(card.top, box.top) > 2;
      return boxes.filter(meets).length;
    });
    assert.equal(covered, 0);
  }
});
await check("toggles", "linked", async (page) => {
  const entry = page.locator("svg:visible .legend-entry").first();
  await entry.click();
  assert.equal(await entry.getAttribute("aria-pressed"), "false");
  assert.ok((await page.locator("svg:visible [data-n].off").count()) > 0);
  await page.screenshot({ path: join(folder, "linked-toggle.png") });
  await entry.focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("[data-n].off").count(), 0);
});
await check("Enter opens the link", "linked", async (page) => {
  await page.route("https://example.org/**", (route) => route.fulfill({ body: "there" }));
  await page.locator("svg:visible [data-n='1']").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL("https://example.org/sputnik");
  page.wrong = page.wrong.filter((wrong) => !wrong.includes("example.org"));
});
await check("what is left out unfolds", "lists", async (page) => {
  const more = page.locator("svg:visible .more");
  assert.ok((await more.count()) > 0);
  await more.first().hover({ force: true });
  const told = await page.locator(".card .event-words").count();
  const [words] = (await more.first().getAttribute("data-of")).split(" ").slice(-1);
  assert.ok(told >= 1 && words, `${told} events`);
  await page.screenshot({ path: join(folder, "lists-more.png") });
}, 760);
await check("a finger", "linked", async (page) => {
  await page.locator("svg:visible [data-n='1'] .label-box").tap({ force: true });
  assert.ok(await card(page));
}, 380, { hasTouch: true, isMobile: true });

assert.deepEqual(asked.filter((url) => url !== "/favicon.ico"), []);
await browser.close();
server.close();
console.log(`${count} checks of ${PAGES.length} pages${process.exitCode ? "" : ", no fault"}; pictures in ${folder}`);
