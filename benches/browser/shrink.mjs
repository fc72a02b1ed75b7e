// Makes a table that shows a fault smaller while it still shows it.

const TRIALS = 400;

/** Removes runs of rows, long runs first. */
async function fewerRows(table, shows) {
  let rows = table.rows;
  for (let run = rows.length >> 1; run >= 1; run >>= 1) {
    for (let at = 0; at < rows.length && rows.length > run; ) {
      const less = [...rows.slice(0, at), ...rows.slice(at + run)];
      if (await shows({ ...table, rows: less })) rows = less;
      else at += run;
    }
  }
  return { ...table, rows };
}

/** Leaves out options, each a flag and its value. */
async function fewerOptions(table, shows) {
  let args = table.args;
  for (let at = args.length - 2; at >= 0; at -= 2) {
    const less = [...args.slice(0, at), ...args.slice(at + 2)];
    if (await shows({ ...table, args: less })) args = less;
  }
  return { ...table, args };
}

const shorter = (text) => text.slice(0, text.length >> 1).trim();

/** Empties cells, or halves names, row by row. */
async function lessText(table, shows) {
  let rows = table.rows;
  for (const name of ["description", "category", "title"]) {
    for (let at = 0; at < rows.length; at += 1) {
      for (const make of name === "title" ? [shorter, shorter, shorter] : [() => ""]) {
        const text = make(rows[at][name]);
        if (text === rows[at][name] || (name === "title" && !text)) break;
        const less = rows.map((row, place) => (place === at ? { ...row, [name]: text } : row));
        if (!(await shows({ ...table, rows: less }))) break;
        rows = less;
      }
    }
  }
  return { ...table, rows };
}

/** The smallest table found in a number of trials; `has` tells whether one still has the fault. */
export async function shrink(table, has) {
  let trials = TRIALS;
  const shows = async (less) => trials-- > 0 && Boolean(await has(less));
  let least = table;
  for (let round = 0; round < 2; round += 1) {
    for (const step of [fewerRows, fewerOptions, lessText]) least = await step(least, shows);
  }
  return least;
}
