// The list above the input: commands, choices, options. The input stays focused; the list is moved through by keys.

export class Popup {
  constructor(box, heading, list) {
    this.box = box;
    this.heading = heading;
    this.list = list;
    this.items = [];
    this.at = -1;
    this.input = null;
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const row = event.target.closest("[role=option]");
      if (row) this.pick(Number(row.dataset.at));
    });
  }

  get open() {
    return !this.box.hidden;
  }

  // An item has `label`, and may have `before`, `description` and `side`; `pick(item)` is called with the chosen one.
  show(input, { heading = "", items = [], empty = "", pick = null, first = 0 }) {
    this.release();
    this.input = input;
    this.items = items;
    this.chosen = pick;
    this.heading.replaceChildren();
    const [title, rest] = [].concat(heading);
    const strong = document.createElement("b");
    strong.textContent = title;
    this.heading.append(strong, rest ? ` ${rest}` : "");
    this.heading.hidden = !title;
    this.list.replaceChildren(...items.map((item, at) => row(item, at)));
    if (!items.length && empty) {
      const none = document.createElement("li");
      none.className = "empty";
      none.textContent = empty;
      this.list.append(none);
    }
    this.box.hidden = !title && !this.list.childElementCount;
    input.setAttribute("aria-expanded", String(this.open));
    this.move(items.length ? first : -1, true);
    if (this.ready() && this.items.length) this.pick();
  }

  // Ends the waiting; whether a key was kept meanwhile.
  ready() {
    const { kept } = this;
    this.busy = this.kept = false;
    this.box.classList.remove("busy");
    return kept;
  }

  // While new items are on their way, a key that picks is kept until they are here.
  wait() {
    if (this.open) this.box.classList.add("busy");
    this.busy = true;
    this.kept = false;
  }

  hide() {
    this.release();
    this.ready();
    this.box.hidden = true;
    this.items = [];
    this.at = -1;
  }

  release() {
    this.input?.setAttribute("aria-expanded", "false");
    this.input?.removeAttribute("aria-activedescendant");
  }

  move(step, absolute = false) {
    const count = this.items.length;
    if (!count) return;
    this.at = absolute ? step : (this.at + step + count) % count;
    for (const [at, child] of [...this.list.children].entries()) {
      child.setAttribute("aria-selected", String(at === this.at));
    }
    const current = this.list.children[this.at];
    if (!current) return;
    current.scrollIntoView({ block: "nearest" });
    this.input?.setAttribute("aria-activedescendant", current.id);
  }

  pick(at = this.at) {
    const item = this.items[at];
    if (!item || !this.chosen) return false;
    const chosen = this.chosen;
    this.hide();
    chosen(item);
    return true;
  }

  // Whether the key was the list's.
  key(event) {
    if (event.isComposing) return false;
    if (this.busy && (event.key === "Enter" || event.key === "Tab")) {
      this.kept = true;
      return true;
    }
    if (!this.open) return false;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      this.move(event.key === "ArrowDown" ? 1 : -1);
      return true;
    }
    if ((event.key === "Enter" || event.key === "Tab") && this.at >= 0 && !event.shiftKey) return this.pick();
    if (event.key === "Escape") {
      this.hide();
      return true;
    }
    return false;
  }
}

function row(item, at) {
  const line = document.createElement("li");
  line.id = `popup-${at}`;
  line.dataset.at = at;
  line.setAttribute("role", "option");
  const words = document.createElement("span");
  words.className = "words";
  words.append(span("label", item.label));
  if (item.description) words.append(span("description", item.description));
  if (item.before) line.append(span("before", item.before));
  line.append(words);
  if (item.side) line.append(span("side", item.side));
  return line;
}

function span(kind, text) {
  const part = document.createElement("span");
  part.className = kind;
  part.textContent = text;
  return part;
}

// Best first: a name that begins so, has it inside, has its letters in order; then descriptions.
export function ranked(items, typed) {
  const wanted = typed.toLowerCase();
  const score = (item) => {
    const name = item.shown.toLowerCase();
    if (name.startsWith(wanted)) return 0;
    if (name.includes(wanted)) return 1;
    if (inOrder(name, wanted)) return 2;
    return item.description.toLowerCase().includes(wanted) ? 3 : 9;
  };
  return items
    .map((item, at) => ({ item, at, score: score(item) }))
    .filter((one) => one.score < 9)
    .sort((a, b) => a.score - b.score || a.at - b.at)
    .map((one) => one.item);
}

function inOrder(name, letters) {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (!at) return false;
  }
  return true;
}
