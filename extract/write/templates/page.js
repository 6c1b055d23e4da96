"use strict";
// The page works without this script (marks are links to their entries); it adds the ties on hover and focus, the
// filters, and the articles of an overview, which are kept packed until they are asked for.
const card = document.getElementById("card");
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const words = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);

// Which entries and stretches of text belong together.
class Ties {
  constructor(page) {
    this.page = page;
    this.entries = new Map(all(".fact", page).map((entry) => [entry.dataset.id, entry]));
    this.marks = all(".text [data-r]", page).map((mark) => [mark, mark.dataset.r.split(" ")]);
  }
  // tokens: ids of records, or id:part for words that only play a part in one
  show(tokens) {
    const hot = new Set(tokens.filter((token) => !token.includes(":")));
    const tied = new Set();
    for (const token of tokens) if (token.includes(":")) tied.add(token.split(":")[0]);
    for (const id of hot) for (const other of this.related(id)) tied.add(other);
    for (const [mark, own] of this.marks) {
      mark.classList.toggle("hot", own.some((token) => hot.has(token)));
      mark.classList.toggle("role", own.some((token) => token.includes(":") && hot.has(token.split(":")[0])));
      mark.classList.toggle("tied", own.some((token) => tied.has(token)));
    }
    for (const [id, entry] of this.entries) {
      entry.classList.toggle("hot", hot.has(id));
      entry.classList.toggle("tied", tied.has(id));
    }
    this.tell([...new Set(tokens.map((token) => token.split(":")[0]))]);
  }
  related(id) {
    return (this.entries.get(id)?.dataset.rel ?? "").split(" ").filter(Boolean);
  }
  clear() {
    this.show([]);
    card.hidden = true;
  }
  tell(ids) {
    const lines = ids.filter((id) => this.entries.has(id)).map((id) => {
      const line = document.createElement("p");
      const label = document.createElement("b");
      label.textContent = id.split("-")[0];
      const link = document.createElement("a");
      const entry = this.entries.get(id);
      link.href = "#" + entry.id;
      link.textContent = entry.querySelector(".told").textContent;
      line.append(label, " ", link, " ", entry.querySelector("small").cloneNode(true));
      return line;
    });
    card.replaceChildren(...lines);
    card.hidden = lines.length === 0;
  }
}

function tokensAt(target) {
  const mark = target.closest?.(".text [data-r]");
  if (mark) return mark.dataset.r.split(" ");
  const entry = target.closest?.(".fact");
  if (entry) return [entry.dataset.id];
  const link = target.closest?.(".wide a[href^='#']"); // in the diagram and the timeline
  return link ? [link.getAttribute("href").replace(/^#(\d+\.)?(in-)?/, "")] : null;
}

// One article: ties, a roving tab stop through its marks, filters.
function enliven(page) {
  const ties = new Ties(page);
  const marks = ties.marks.map(([mark]) => mark).filter((mark) => mark.href);
  marks.forEach((mark, number) => { mark.tabIndex = number ? -1 : 0; });
  const rove = (mark) => {
    marks.forEach((other) => { other.tabIndex = -1; });
    mark.tabIndex = 0;
    mark.focus();
  };
  let pinned = null;
  const touch = (target) => {
    const tokens = tokensAt(target) ?? pinned;
    if (tokens) ties.show(tokens); else ties.clear();
  };
  page.addEventListener("pointerover", (event) => { if (event.pointerType !== "touch") touch(event.target); });
  page.addEventListener("pointerleave", () => { if (pinned) ties.show(pinned); else ties.clear(); });
  page.addEventListener("focusin", (event) => touch(event.target));
  page.addEventListener("click", (event) => {
    const mark = event.target.closest(".text [data-r]");
    if (!mark) return;
    event.preventDefault();
    pinned = mark.dataset.r.split(" ");
    if (mark.href) rove(mark);
    ties.show(pinned);
    const entry = ties.entries.get(pinned[0].split(":")[0]);
    if (getComputedStyle(page.querySelector(".facts")).position === "sticky") entry?.scrollIntoView({ block: "nearest" });
  });
  page.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { pinned = null; ties.clear(); }
    const here = marks.indexOf(event.target);
    const step = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: marks.length - 1 }[event.key];
    if (here >= 0 && marks[step]) { event.preventDefault(); rove(marks[step]); }
  });
  filters(page);
}

function filters(page) {
  const form = page.querySelector(".filters");
  const entries = all(".fact", page).map((entry) => [entry, entry.textContent.toLowerCase()]);
  const apply = () => {
    const wanted = words(form.querySelector("input[type=search]").value);
    const off = all("fieldset input:not(:checked)", form).map((box) => box.value);
    page.dataset.off = off.join(" ");
    for (const [entry, text] of entries) entry.hidden = !wanted.every((word) => text.includes(word));
    let shown = 0;
    for (const group of all(".group", page)) {
      const left = all(".fact:not([hidden])", group).length;
      group.hidden = left === 0 || off.includes(group.dataset.kind);
      if (!group.hidden) shown += left;
    }
    form.querySelector(".shown").textContent = shown === entries.length ? "" : `${shown} of ${entries.length} facts`;
  };
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
}

// The overview: a search over all its lists, and each article unpacked when its address is asked for.
async function unpacked(number) {
  const packed = document.getElementById("packed-" + number);
  if (!packed) return null;
  const bytes = Uint8Array.from(atob(packed.textContent), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const shelf = document.createElement("template");
  shelf.innerHTML = await new Response(stream).text();
  return shelf.content;
}

async function route(overview, reader) {
  const number = /^#(\d+)\./.exec(location.hash)?.[1];
  if (!number) {
    reader.hidden = true;
    overview.hidden = false;
    card.hidden = true;
  } else {
    if (reader.dataset.number !== number) {
      const content = await unpacked(number);
      if (!content) return;
      reader.replaceChildren(content);
      reader.dataset.number = number;
      enliven(reader.querySelector(".page"));
    }
    overview.hidden = true;
    reader.hidden = false;
  }
  if (location.hash) location.replace(location.hash); // the target has only now come into being
}

function search(overview) {
  const field = overview.querySelector("input[type=search]");
  let rows = null;
  const apply = () => {
    rows ??= all("[data-row]", overview).map((row) => [row, `${row.textContent} ${row.dataset.row}`.toLowerCase()]);
    const wanted = words(field.value);
    let shown = 0;
    for (const [row, text] of rows) {
      row.hidden = !wanted.every((word) => text.includes(word));
      if (!row.hidden) shown += 1;
    }
    overview.classList.toggle("searched", wanted.length > 0);
    overview.querySelector(".shown").textContent = wanted.length ? `${shown} of ${rows.length} lines` : "";
  };
  field.addEventListener("input", apply);
  overview.querySelector(".filters").addEventListener("submit", (event) => event.preventDefault());
  overview.addEventListener("click", (event) => {
    const moment = event.target.closest("[data-when]");
    if (!moment) return;
    field.value = moment.dataset.when;
    apply();
  });
}

const overview = document.getElementById("overview");
if (overview) {
  const reader = document.getElementById("reader");
  search(overview);
  addEventListener("hashchange", () => route(overview, reader));
  route(overview, reader);
} else {
  enliven(document.querySelector(".page"));
}
document.documentElement.classList.add("ready");
