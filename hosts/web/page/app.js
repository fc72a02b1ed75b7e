// The page: what the table and the choices say is drawn in the background as they change.

const byId = (id) => document.getElementById(id);
const state = { workbook: null, toml: "", extra: {}, places: [], stem: "timeline", isExample: false };
const form = byId("options");
const grid = new Grid(byId("grid"), changed);
const worker = new Worker(URL.createObjectURL(new Blob([byId("worker").textContent], { type: "text/javascript" })));
const waiting = new Map();
let asked = 0;

worker.postMessage({ module: byId("module").textContent });
worker.onmessage = ({ data }) => {
  waiting.get(data.id)?.(data);
  waiting.delete(data.id);
};

/** Asks for the figure in some formats. */
function draw(formats) {
  const table = state.workbook?.bytes ?? tableBytes();
  const request = { name: state.workbook?.name ?? "table.csv", formats, toml: state.toml, options: options() };
  asked += 1;
  worker.postMessage({ id: asked, request, table });
  return new Promise((resolve) => waiting.set(asked, resolve));
}

function tableBytes() {
  const { text, places } = csvOf(grid.rows);
  state.places = places;
  return new TextEncoder().encode(text);
}

function options() {
  const typed = [...new FormData(form)].filter(([, value]) => value.trim() !== "");
  return { ...state.extra, ...Object.fromEntries(typed) };
}

let timer = 0;
let isBusy = false;
let isStale = false;

function changed() {
  setText(byId("done"), "");
  clearTimeout(timer);
  timer = setTimeout(redraw, 60);
}

/** Draws what there is now; what changes meanwhile is drawn after it, once. */
async function redraw() {
  if (isBusy) {
    isStale = true;
    return;
  }
  if (isEmpty()) {
    grid.mark([]);
    [byId("faults"), byId("notes")].forEach((place) => list(place, []));
    byId("status").classList.remove("bad");
    setText(byId("status"), "No events yet. Paste some, or type the first one.");
    return;
  }
  isBusy = true;
  const { reply, milliseconds } = await draw(["svg"]);
  isBusy = false;
  show(reply, milliseconds);
  if (isStale) {
    isStale = false;
    redraw();
  }
}

function isEmpty() {
  return !state.workbook && grid.rows.slice(1).every((row) => row.every((cell) => cell.trim() === ""));
}

let patience = 0;

function show(reply, milliseconds) {
  clearTimeout(patience);
  byId("figure").dataset.milliseconds = milliseconds.toFixed(1);
  // A row that is being typed is not yet wrong.
  const isTyping = byId("grid").contains(document.activeElement);
  if (reply.figure || !isTyping) settle(reply);
  else patience = setTimeout(() => settle(reply), 700);
}

function settle({ files, notes, faults, figure, formats }) {
  const frame = byId("figure");
  frame.setAttribute("aria-busy", "false");
  frame.classList.toggle("stale", faults.length > 0);
  frame.dataset.theme = form.elements.theme.value;
  if (figure) picture(files[0].bytes, figure);
  offer(formats ?? [], faults.length > 0);
  tell(faults, figure);
  list(byId("notes"), notes.map((note) => words(note.message, note.fix ?? [])));
}

function picture(bytes, figure) {
  const image = byId("picture");
  const before = image.src;
  image.src = URL.createObjectURL(new Blob([bytes], { type: "image/svg+xml" }));
  image.alt = figure.alt;
  [image.width, image.height] = [figure.width, figure.height];
  if (before) URL.revokeObjectURL(before);
}

/** Says how it went: beside the rows where they are here, else in a list. */
function tell(faults, figure) {
  const one = (fault) => ({
    at: state.workbook ? null : placeOf(state.places, fault),
    words: words(state.workbook && fault.place ? `${fault.place}: ${fault.message}` : fault.message, fault.fix ?? []),
  });
  const rest = grid.mark(faults.map(one));
  list(byId("faults"), rest.map((fault) => fault.words));
  const status = byId("status");
  status.classList.toggle("bad", faults.length > 0);
  const count = faults.length === 1 ? "1 error" : `${faults.length} errors`;
  const events = figure && (figure.events === 1 ? "1 event" : `${figure.events} events`);
  setText(status, figure ? events : `${count}. The figure shows the table as it was before.`);
}

/** Words that are set only when they change, so that they are read out once. */
function setText(place, text) {
  if (place.textContent !== text) place.textContent = text;
}

function list(place, items) {
  place.replaceChildren(...items.map((words) => {
    const item = element("li");
    item.append(words);
    return item;
  }));
  place.hidden = items.length === 0;
}

/** A message, with a button for each option that mends it. */
function words(message, fixes) {
  const all = element("span");
  // Names of options stand in backticks.
  const parts = `${message[0].toUpperCase()}${message.slice(1)}. `.split(/`([a-z-]+)`/);
  all.append(...parts.map((part, index) => (index % 2 ? element("b", { textContent: part }) : part)));
  for (const { option, value } of fixes.filter((fix) => fix.value !== undefined)) {
    const button = element("button", { type: "button", textContent: `Set ${option} to ${value}` });
    button.onclick = () => {
      state.extra[option] = value;
      chip();
      redraw();
    };
    all.append(button);
  }
  return all;
}

const FORMAT_NAMES = { pptx: "PowerPoint" };

/** A button for each format, made once. */
function offer(formats, isOff) {
  const place = byId("formats");
  if (place.children.length === 0) {
    place.append(...formats.map((format) => {
      const called = FORMAT_NAMES[format] ?? format.toUpperCase();
      const button = element("button", { type: "button", textContent: called });
      button.setAttribute("aria-label", `Download ${called}`);
      button.onclick = () => download(format);
      return button;
    }));
  }
  for (const button of place.children) button.disabled = isOff;
}

async function download(format) {
  const { reply } = await draw([format]);
  const [file] = reply.files;
  if (file) save(file.bytes, file.media, format);
}

function save(content, media, ending) {
  const link = element("a", { download: `${name()}.${ending}` });
  link.href = URL.createObjectURL(new Blob([content], { type: media }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  setText(byId("done"), `${link.download} is in your downloads.`);
}

/** A name for files: the title's words, or the file's. */
function name() {
  const title = form.elements.title.value.normalize("NFKD").toLowerCase();
  return title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60) || state.stem;
}

function toml() {
  const own = Object.entries(options()).map(([key, value]) => `${key} = ${JSON.stringify(value)}\n`);
  const rest = state.toml.split("\n").filter((line) => !Object.keys(options()).includes(line.split("=")[0].trim()));
  return own.join("") + rest.join("\n");
}

/** What is set and has no control here. */
function chip() {
  const place = byId("options-file");
  const extra = Object.entries(state.extra).map(([key, value]) => `${key}: ${value}`);
  place.hidden = extra.length === 0 && state.toml === "";
  const remove = element("button", { type: "button", textContent: "Remove" });
  remove.onclick = () => {
    [state.extra, state.toml] = [{}, ""];
    chip();
    redraw();
  };
  place.replaceChildren((state.toml ? ["options file", ...extra] : extra).join(", "), remove);
}

function setOptions(given) {
  form.reset();
  state.extra = {};
  for (const [key, value] of Object.entries(given)) {
    const control = form.elements[key];
    if (control) control.value = value;
    else state.extra[key] = value;
  }
  chip();
}

function setRows(rows) {
  state.workbook = null;
  byId("grid").hidden = byId("add-column").hidden = false;
  byId("workbook").hidden = true;
  grid.show(rows);
  const more = rows.length - 1 - SHOWN;
  byId("more-rows").hidden = more <= 0;
  byId("more-rows").textContent = `${more} more rows are drawn, but not shown here.`;
  changed();
}

/** A file that is shown by its name: it is read by the module as it is. */
function setWorkbook(file, bytes) {
  state.workbook = { name: file.name, bytes };
  grid.mark([]);
  byId("grid").hidden = byId("add-column").hidden = byId("more-rows").hidden = true;
  byId("workbook").hidden = false;
  byId("workbook").textContent = `${file.name}. To change a cell, change it in the file and open it here again.`;
  changed();
}

async function openFile(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  state.stem = file.name.replace(/\.[^.]*$/, "");
  if (file.name.toLowerCase().endsWith(".toml")) {
    state.toml = new TextDecoder().decode(bytes);
    chip();
    changed();
    return;
  }
  begin();
  const text = decoded(bytes);
  if (/\.(csv|tsv|txt)$/i.test(file.name) && text !== null) setRows(rowsOf(text));
  else setWorkbook(file, bytes);
}

function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The table and the choices, in the part of an address that no server sees. */
async function packed() {
  const text = JSON.stringify({ table: csvOf(grid.rows).text, options: options(), toml: state.toml });
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return "#table=" + letters.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

async function unpacked(hash) {
  const letters = hash.slice("#table=".length).replaceAll("-", "+").replaceAll("_", "/");
  const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const { table, options: given, toml: file } = JSON.parse(await new Response(stream).text());
  state.toml = file;
  setOptions(given);
  setRows(rowsOf(table));
}

async function copyLink() {
  if (state.workbook) {
    setText(byId("done"), "A link carries a table that is on the page; paste its cells instead of the file.");
    return;
  }
  history.replaceState(null, "", await packed());
  const isCopied = await navigator.clipboard?.writeText(location.href).then(() => true, () => false);
  setText(byId("done"), isCopied ? "The link is copied; it holds the table itself." : "The link is in the address bar; it holds the table itself.");
}

/** A new table begins without what buttons decided for the one before, and the first one without the words
 * of the example. Until it is drawn, the figure is that of another table. */
function begin() {
  setText(byId("status"), "Drawing …");
  byId("status").classList.remove("bad");
  byId("figure").classList.add("stale");
  if (state.isExample) setOptions({});
  state.isExample = false;
  state.extra = {};
  chip();
}

function example() {
  const { table, options: given } = JSON.parse('{{example}}');
  state.stem = "timeline";
  state.isExample = true;
  setOptions(given);
  setRows(rowsOf(table));
}

function pasted(event) {
  const rows = rowsOfClipboard(event.clipboardData);
  if (rows.length === 0 || (rows.length === 1 && rows[0].length === 1)) return;
  const cell = event.target.dataset ?? {};
  if (cell.row === undefined && event.target.closest?.("form")) return;
  event.preventDefault();
  const isPart = Number(cell.row) > 0 && (rows.length < 2 || !isHeader(rows[0]));
  if (isPart) {
    grid.fill(rows, [Number(cell.row), Number(cell.column)]);
    changed();
  } else {
    begin();
    setRows(rows);
  }
}

/** Whether a row names columns: no cell of it begins with a digit. */
function isHeader(row) {
  return row.filter((cell) => cell !== "").every((cell) => !/^\s*\d/.test(cell));
}

form.addEventListener("input", changed);
form.addEventListener("submit", (event) => event.preventDefault());
byId("example").onclick = example;
byId("empty").onclick = () => {
  begin();
  setRows([["date", "title", "description", "category"]]);
  grid.input(1, 0)?.focus();
};
byId("add-column").onclick = () => grid.addColumn();
byId("save-options").onclick = () => save(toml(), "application/toml", "toml");
byId("save-table").onclick = () => {
  const book = state.workbook;
  if (book) save(book.bytes, "application/octet-stream", book.name.split(".").at(-1));
  else save(csvOf(grid.rows).text, "text/csv", "csv");
};
byId("link").onclick = copyLink;
byId("file").onchange = ({ target }) => {
  if (target.files[0]) openFile(target.files[0]);
  target.value = "";
};
document.addEventListener("paste", pasted);
for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    event.preventDefault();
    document.body.classList.toggle("drop", kind === "dragenter" || kind === "dragover");
    if (kind === "drop" && event.dataTransfer.files[0]) openFile(event.dataTransfer.files[0]);
  });
}

if (location.hash.startsWith("#table=")) unpacked(location.hash).catch(example);
else example();
