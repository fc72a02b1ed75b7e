// What a drawn SVG holds, measured by the browser that shows it.

/**
 * Runs inside the page: boxes are [left, top, right, bottom] in px, lines lists of [x, y].
 * A text's box holds its ink and the advance of its letters, `left` and `right` bound the advance
 * alone, and `natural` is the width that the face gives without the file's own `textLength`.
 */
async function inPage() {
  const svg = document.documentElement;
  const faces = [...document.fonts];
  await Promise.all(faces.map((face) => face.load()));
  await document.fonts.ready;
  const html = "http://www.w3.org/1999/xhtml";
  const pen = document.createElementNS(html, "canvas").getContext("2d");
  const bounds = ({ x, y, width, height }) => [x, y, x + width, y + height];

  const events = [...svg.querySelectorAll("g.event")];
  const lists = [...svg.querySelectorAll("g.list")];
  const eventOf = (node) => events.indexOf(node.closest("g.event"));
  const listOf = (node) => lists.indexOf(node.closest("g.list"));

  // Ink is measured in large letters, as the browser rounds it to whole px.
  const LARGE = 64;
  const measureText = (node) => {
    const { fontWeight, fontSize, fontFamily } = getComputedStyle(node);
    pen.font = `${fontWeight} ${parseFloat(fontSize) * LARGE}px ${fontFamily}`;
    const ink = pen.measureText(node.textContent);
    const [start, end] = [
      node.getStartPositionOfChar(0),
      node.getEndPositionOfChar(node.getNumberOfChars() - 1),
    ];
    const box = [
      Math.min(start.x, start.x - ink.actualBoundingBoxLeft / LARGE),
      start.y - ink.actualBoundingBoxAscent / LARGE,
      Math.max(end.x, start.x + ink.actualBoundingBoxRight / LARGE),
      start.y + ink.actualBoundingBoxDescent / LARGE,
    ];
    const group = node.closest("g[class]")?.getAttribute("class") ?? "";
    const [left, right] = [start.x, end.x];
    return { text: node.textContent, box, left, right, event: eventOf(node), group };
  };
  const nodes = [...svg.querySelectorAll("text")];
  const texts = nodes.map(measureText);
  nodes.forEach((node) => node.removeAttribute("textLength"));
  nodes.forEach((node, at) => (texts[at].natural = node.getComputedTextLength()));

  const leaders = [...svg.querySelectorAll(".leader")].map((node) => ({
    points: node
      .getAttribute("points")
      .trim()
      .split(/\s+/)
      .map((pair) => pair.split(",").map(Number)),
    breadth: Number(node.getAttribute("stroke-width")),
    event: eventOf(node),
    list: listOf(node),
  }));
  const marks = [...svg.querySelectorAll(".marker")].map((node) => ({
    box: bounds(node.getBBox()),
    event: eventOf(node),
  }));
  const drawn = events.map((node) => {
    const label = node.querySelector("rect.label-box");
    return {
      title: node.querySelector("title")?.textContent ?? "",
      dropped: node.dataset.dropped === "true",
      x: Number(node.dataset.x ?? NaN),
      box: label && bounds(label.getBBox()),
      list: listOf(node),
    };
  });
  const axis = svg.querySelector("g.axis").dataset;
  const ruler = [axis.y, axis.y2].map(Number);
  const { width, height } = svg.viewBox.baseVal;
  const loaded = faces.filter((face) => face.status === "loaded").length;
  // Columns count the events that have no name.
  const counts = svg.querySelector(".column") !== null;
  return { width, height, ruler, counts, faces: faces.length, loaded, texts, leaders, marks, events: drawn };
}

/** Loads an SVG file and measures it. */
export async function measure(page, path) {
  await page.goto(`file://${path}`);
  return page.evaluate(inPage);
}
