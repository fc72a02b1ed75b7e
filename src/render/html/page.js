// Cards, keys and toggles. Without this script the figure and the list of its events are complete.
"use strict";
(() => {
  const figure = document.querySelector("figure");
  const layouts = [...figure.querySelectorAll("svg")];
  const rows = document.querySelectorAll("ol > li");
  const card = figure.querySelector(".card");
  const off = new Set();
  let at = null;
  let timer = 0;

  // What can be visited, in the order of time; what is left out comes after the events before it.
  const order = item => +item.dataset.n + (item.classList.contains("more") ? 0.5 : 0);
  const items = new Map(layouts.map(svg =>
    [svg, [...svg.querySelectorAll("[data-n]")].sort((a, b) => order(a) - order(b))]));
  const told = item => (item.dataset.of || item.dataset.n).split(" ").map(n => rows[n - 1]);
  const open = svg => items.get(svg).filter(item => !item.classList.contains("off"));

  const hide = () => {
    clearTimeout(timer);
    if (at) {
      at.classList.remove("at");
      at.ownerSVGElement.classList.remove("busy");
    }
    at = null;
    card.hidden = true;
  };

  const boxOf = item =>
    (item.querySelector(".label-box") || item.querySelector(".marker") || item).getBoundingClientRect();
  const shared = (a, b) =>
    Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
    Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

  // Where the card is wholly seen: below the label, above it, beside it or beside the figure.
  const spots = (own, drawn) => {
    const [width, height] = [card.offsetWidth, card.offsetHeight];
    const [middle, level] = [(own.left + own.right - width) / 2, (own.top + own.bottom - height) / 2];
    const [wide, high] = [document.documentElement.clientWidth - width, innerHeight - height];
    return [
      [middle, own.bottom + 8], [middle, own.top - 8 - height],
      [own.right + 8, level], [own.left - 8 - width, level],
      [drawn.right + 8, level], [drawn.left - 8 - width, level],
    ].map(([x, y]) => {
      const [left, top] = [Math.max(0, Math.min(x, wide)), Math.max(0, Math.min(y, high))];
      return {left, top, right: left + width, bottom: top + height};
    });
  };

  // The spot that covers least of the labels, its own counting most, and is near.
  const place = item => {
    const own = boxOf(item);
    const others = items.get(item.ownerSVGElement).filter(other => other !== item).map(boxOf);
    const away = spot =>
      Math.hypot(spot.left + spot.right - own.left - own.right, spot.top + spot.bottom - own.top - own.bottom) / 2;
    const cost = spot => others.reduce((sum, box) => sum + shared(spot, box), 9 * shared(spot, own)) + away(spot) / 16;
    const all = spots(own, item.ownerSVGElement.getBoundingClientRect());
    const best = all.reduce((best, spot) => cost(spot) < cost(best) ? spot : best);
    const frame = figure.getBoundingClientRect();
    card.style.left = best.left - frame.left + "px";
    card.style.top = best.top - frame.top + "px";
  };

  const show = item => {
    clearTimeout(timer);
    if (item === at) return;
    hide();
    at = item;
    item.classList.add("at");
    item.ownerSVGElement.classList.add("busy");
    const events = told(item);
    card.replaceChildren(...events.map(row => row.firstElementChild.cloneNode(true)));
    card.className = events.length > 1 ? "card" : "card " + events[0].className;
    card.tabIndex = events.length > 1 ? 0 : -1;
    card.hidden = false;
    card.scrollTop = 0;
    place(item);
  };

  // Back to the item that has the focus, if any.
  const rest = () => {
    const item = document.activeElement.closest("[data-n]");
    if (item && item.matches(":focus-visible")) show(item);
    else if (!card.contains(document.activeElement)) hide();
  };

  const leave = () => {
    clearTimeout(timer);
    timer = setTimeout(rest, 200);
  };

  const go = (svg, item) => {
    if (!item) return;
    for (const other of items.get(svg)) other.tabIndex = -1;
    item.tabIndex = 0;
    item.focus();
  };

  const toggle = entry => {
    const key = entry.dataset.k;
    if (!off.delete(key)) off.add(key);
    for (const one of document.querySelectorAll(`[data-k="${key}"]`)) {
      if (one.hasAttribute("aria-pressed")) one.setAttribute("aria-pressed", !off.has(key));
      else one.classList.toggle("off", off.has(key));
    }
    for (const svg of layouts) {
      for (const item of items.get(svg)) {
        item.classList.toggle("off", told(item).every(row => row.classList.contains("off")));
      }
      first(svg);
    }
  };

  // One item of each layout is reached by the tabulator, the others by the arrows.
  const first = svg => {
    const list = open(svg);
    if (list.some(item => item.tabIndex === 0)) return;
    for (const item of items.get(svg)) item.tabIndex = -1;
    if (list[0]) list[0].tabIndex = 0;
  };

  const keys = event => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const svg = event.currentTarget;
    const item = event.target.closest("[data-n]");
    const entry = event.target.closest("[aria-pressed]");
    const list = open(svg);
    const place = list.indexOf(item);
    const to = {
      ArrowRight: place + 1, ArrowDown: place + 1, ArrowLeft: place - 1, ArrowUp: place - 1,
      Home: 0, End: list.length - 1,
    }[event.key];
    if (item && to !== undefined) go(svg, list[to]);
    else if (item && event.key === "Enter") {
      const link = card.querySelector("a");
      if (link && at === item) link.click();
    } else if (entry && (event.key === "Enter" || event.key === " ")) toggle(entry);
    else return;
    event.preventDefault();
  };

  for (const svg of layouts) {
    for (const title of svg.querySelectorAll("[data-n] > title")) {
      title.parentNode.setAttribute("aria-label", title.textContent);
      title.remove();
    }
    for (const link of svg.querySelectorAll("[data-n] a")) link.setAttribute("tabindex", -1);
    for (const entry of svg.querySelectorAll(".legend-entry")) {
      entry.setAttribute("role", "button");
      entry.setAttribute("aria-pressed", true);
      entry.setAttribute("aria-label", entry.textContent.trim());
      entry.setAttribute("tabindex", 0);
    }
    first(svg);
    svg.addEventListener("keydown", keys);
    svg.addEventListener("focusin", event => {
      const item = event.target.closest("[data-n]");
      if (item && item.matches(":focus-visible")) show(item);
    });
    svg.addEventListener("pointerover", event => {
      const item = event.target.closest("[data-n]");
      if (item && event.pointerType !== "touch") show(item);
    });
    svg.addEventListener("pointerout", leave);
    svg.addEventListener("click", event => {
      const item = event.target.closest("[data-n]");
      const entry = event.target.closest("[aria-pressed]");
      if (entry) toggle(entry);
      // A finger has no hover: the first touch shows the card, which has the link.
      if (item && item !== at) event.preventDefault();
      if (item) show(item);
      else hide();
    });
  }
  card.addEventListener("pointerenter", () => clearTimeout(timer));
  card.addEventListener("pointerleave", leave);
  figure.addEventListener("focusout", leave);
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !at) return;
    if (card.contains(document.activeElement)) at.focus();
    hide();
  });
  addEventListener("resize", hide);
})();
