// The table on the page: an input for each cell, faults under their rows.

const SHOWN = 300;

class Grid {
  constructor(table, changed) {
    this.table = table;
    this.changed = changed;
    this.rows = [[]];
    table.addEventListener("input", ({ target }) => this.#typed(target));
    table.addEventListener("keydown", (event) => this.#moved(event));
  }

  show(rows) {
    const width = Math.max(2, ...rows.map((row) => row.length));
    this.rows = rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ""));
    this.#grow();
    this.#draw();
  }

  addColumn() {
    this.rows.forEach((row) => row.push(""));
    this.#draw();
    this.input(0, this.rows[0].length - 1)?.focus();
  }

  /** Puts rows in from a cell on. */
  fill(rows, [top, left]) {
    rows.forEach((cells, down) => {
      const row = (this.rows[top + down] ??= Array.from({ length: this.rows[0].length }, () => ""));
      cells.forEach((cell, right) => {
        if (left + right < row.length) row[left + right] = cell;
      });
    });
    this.show(this.rows);
  }

  input(row, column) {
    return this.table.querySelector(`[data-row="${row}"][data-column="${column}"]`);
  }

  /** Marks cells at fault and puts the messages under their rows; gives those with no row here. */
  mark(faults) {
    this.table.querySelectorAll("tr.fault").forEach((row) => row.remove());
    this.table.querySelectorAll("[aria-invalid]").forEach((input) => {
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-describedby");
    });
    return faults.filter((fault, index) => !this.#place(fault, `fault-${index}`));
  }

  #place({ at, words }, id) {
    const input = at && this.input(at.row, at.column ?? 0);
    if (!input) return false;
    if (at.column !== null) {
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", id);
    }
    const row = element("tr", { className: "fault" });
    const cell = element("td", { id, colSpan: this.rows[0].length });
    cell.append(words);
    row.append(element("td"), cell);
    let last = input.closest("tr");
    while (last.nextElementSibling?.className === "fault") last = last.nextElementSibling;
    last.after(row);
    return true;
  }

  #typed(input) {
    const [row, column] = [Number(input.dataset.row), Number(input.dataset.column)];
    this.rows[row][column] = input.value;
    if (row === this.rows.length - 1) {
      this.#grow();
      this.table.tBodies[0].append(this.#line(this.rows.length - 1));
    }
    this.changed();
  }

  #moved(event) {
    const { row, column } = event.target.dataset;
    const step = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key];
    if (row === undefined || step === undefined || event.isComposing) return;
    const next = this.input(Number(row) + step, column);
    if (next) {
      next.focus();
      next.select();
      event.preventDefault();
    }
  }

  /** An empty row at the end, to type in. */
  #grow() {
    const last = this.rows.at(-1);
    if (this.rows.length < 2 || last.some((cell) => cell !== "")) this.rows.push(last.map(() => ""));
  }

  #draw() {
    const head = element("thead");
    const body = element("tbody");
    head.append(this.#line(0));
    for (let row = 1; row < Math.min(this.rows.length, SHOWN + 1); row += 1) body.append(this.#line(row));
    this.table.replaceChildren(head, body);
  }

  #line(row) {
    const line = element("tr");
    line.append(row === 0 ? element("td") : element("th", { scope: "row", textContent: row }));
    this.rows[row].forEach((cell, column) => {
      const label = row === 0 ? `name of column ${column + 1}` : `${this.rows[0][column] || "column"}, row ${row}`;
      const input = element("input", { value: cell, autocomplete: "off", spellcheck: false });
      input.setAttribute("aria-label", label);
      Object.assign(input.dataset, { row, column });
      const isLong = row > 0 && cell.length > 14;
      const box = row === 0 ? element("th", { scope: "col" }) : element("td", { className: isLong ? "long" : "" });
      box.append(input);
      line.append(box);
    });
    return line;
  }
}

function element(name, properties = {}) {
  return Object.assign(document.createElement(name), properties);
}
