// Tables as rows of cells: from text and the clipboard, and back to CSV with the place of each cell.

/** The rows of a text with commas, semicolons or tabs; quotes may hold all of them. */
function rowsOf(text) {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const count = (mark) => first.split(mark).length;
  const mark = ["\t", ";", ","].reduce((best, one) => (count(one) > count(best) ? one : best));
  const rows = [[]];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const c = text[at];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[at + 1] === '"') cell += text[(at += 1)];
      else quoted = false;
    } else if (c === '"' && cell === "") quoted = true;
    else if (c === mark || c === "\n") {
      rows.at(-1).push(cell);
      if (c === "\n") rows.push([]);
      cell = "";
    } else if (c !== "\r") cell += c;
  }
  rows.at(-1).push(cell);
  return rows.filter((row) => row.some((one) => one.trim() !== ""));
}

/** The rows of the first table in a page's text; none if there is none. */
function rowsOfPage(html) {
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  const text = (cell) => cell.textContent.replace(/\s+/g, " ").trim();
  const rows = [...(table?.rows ?? [])].map((row) => [...row.cells].map(text));
  return rows.filter((row) => row.some((cell) => cell !== ""));
}

/** The rows that a clipboard holds; none if it is a word or a line without cells. */
function rowsOfClipboard(clipboard) {
  const text = clipboard.getData("text/plain").replace(/^\uFEFF/, "");
  if (text.includes("\t")) return rowsOf(text);
  const rows = rowsOfPage(clipboard.getData("text/html"));
  if (rows.length > 1) return rows;
  const isTable = /\n/.test(text.trim()) && /^[^\n]*[,;]/.test(text);
  return isTable ? rowsOf(text) : [];
}

/** Rows as CSV. `places` has, for each line of it, the row and where each cell begins. */
function csvOf(rows) {
  const places = [];
  const lines = [];
  rows.forEach((row, index) => {
    if (row.every((cell) => cell.trim() === "")) return;
    const starts = [];
    let line = "";
    row.forEach((cell, column) => {
      if (column > 0) line += ",";
      starts.push([...line].length + 1);
      const flat = cell.replace(/[\r\n]+/g, " ");
      line += /[",]/.test(flat) || flat !== flat.trim() ? `"${flat.replaceAll('"', '""')}"` : flat;
    });
    lines.push(line);
    places.push({ row: index, starts });
  });
  return { text: lines.join("\n") + "\n", places };
}

/** The row and the column of a fault's line and character. */
function placeOf(places, { line, column }) {
  const place = places[line - 1];
  if (!place) return null;
  if (!column) return { row: place.row, column: null };
  const after = place.starts.findIndex((start) => start > column);
  return { row: place.row, column: (after < 0 ? place.starts.length : after) - 1 };
}
