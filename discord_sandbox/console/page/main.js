// Who, where, in which language and colours; everything else is in the modules.

import { Composer } from "/console/page/composer.js";
import { Log } from "/console/page/log.js";
import { Popup } from "/console/page/popup.js";
import { Server } from "/console/page/server.js";

const $ = (id) => document.getElementById(id);
const asked = new URLSearchParams(location.search);
const setup = await (await fetch("/console/setup")).json();
const keys = (list) => list.map((one) => one.key);
const among = (list, key, otherwise) => (keys(list).includes(key) ? key : otherwise);

const self = {
  who: among(setup.people, asked.get("who"), "member"),
  where: among(setup.places, asked.get("where"), "server"),
  locale: among(setup.languages, asked.get("locale"), "en-US"),
};
const look = { theme: asked.get("theme") === "light" ? "light" : "dark", phone: asked.get("phone") === "1" };

const server = new Server(self);
const popup = new Popup($("popup"), $("popup-heading"), $("popup-list"));
const composer = new Composer({ bar: $("bar"), text: $("text"), popup, server, complain });
const log = new Log({
  box: $("log"),
  context: $("context"),
  form: $("form-dialog"),
  raw: $("raw-dialog"),
  server,
  composer,
  complain,
});

let quiet;
function complain(text) {
  $("toast").textContent = text;
  $("toast").hidden = false;
  clearTimeout(quiet);
  quiet = setTimeout(() => ($("toast").hidden = true), 6000);
}

function receive(change) {
  if (change.kind === "presence") {
    $("presence").classList.toggle("on", change.connected);
    $("presence").textContent = change.connected ? `${setup.bot} is online` : `${setup.bot} is not connected`;
    composer.known = [];
  } else log.receive(change);
}

function drawPlaces() {
  const groups = new Map();
  for (const place of setup.places) {
    if (!place.seen_by.includes(self.who)) continue;
    if (!groups.has(place.server)) groups.set(place.server, []);
    groups.get(place.server).push(place);
  }
  $("places").replaceChildren(
    ...[...groups].map(([name, places]) => {
      const group = document.createElement("section");
      const title = document.createElement("h2");
      title.textContent = name;
      group.append(title, ...places.map(placeButton));
      return group;
    }),
  );
}

function placeButton(place) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = place.guild ? "place channel" : "place person";
  button.textContent = place.channel;
  button.title = place.hint;
  if (place.key === self.where) button.setAttribute("aria-current", "page");
  button.addEventListener("click", () => change({ where: place.key }));
  return button;
}

function drawPeople() {
  for (const person of setup.people) {
    const label = document.createElement("label");
    const input = document.createElement("input");
    input.type = "radio";
    input.name = "who";
    input.value = person.key;
    input.checked = person.key === self.who;
    input.addEventListener("change", () => change({ who: person.key }));
    const name = document.createElement("span");
    name.textContent = person.name;
    const role = document.createElement("small");
    role.textContent = person.role;
    label.append(input, name, role);
    $("people").append(label);
  }
}

function drawLanguages() {
  $("locale").append(...setup.languages.map(({ key, name }) => new Option(name, key, false, key === self.locale)));
  $("locale").addEventListener("change", () => change({ locale: $("locale").value }));
}

function change(to) {
  Object.assign(self, to);
  const place = setup.places.find((one) => one.key === self.where);
  if (!place.seen_by.includes(self.who)) return change({ where: "server" });
  arrive(place);
}

function arrive(place) {
  const name = place.guild ? `#${place.channel}` : `@${place.channel}`;
  $("channel").textContent = place.channel;
  $("channel").className = place.guild ? "channel" : "person";
  $("hint").textContent = place.hint;
  document.title = `${name} · Sandbox`;
  composer.known = [];
  composer.setPlace(name);
  drawPlaces();
  showSide(false);
  remember();
  server.listen(receive);
}

function remember() {
  const kept = { ...self, theme: look.theme, ...(look.phone ? { phone: "1" } : {}) };
  history.replaceState(null, "", `?${new URLSearchParams(kept)}`);
}

function dress() {
  document.documentElement.dataset.theme = look.theme;
  document.body.classList.toggle("phone", look.phone);
  $("theme").setAttribute("aria-pressed", String(look.theme === "light"));
  $("phone").setAttribute("aria-pressed", String(look.phone));
  remember();
}

function showSide(open) {
  $("app").classList.toggle("side-open", open);
  $("burger").setAttribute("aria-expanded", String(open));
}

$("log").dataset.about = setup.about;
$("theme").addEventListener("click", () => {
  look.theme = look.theme === "light" ? "dark" : "light";
  dress();
});
$("phone").addEventListener("click", () => {
  look.phone = !look.phone;
  dress();
});
$("burger").addEventListener("click", () => showSide(!$("app").classList.contains("side-open")));
$("log").addEventListener("click", () => showSide(false));
$("raw-close").addEventListener("click", () => $("raw-dialog").close());
document.addEventListener("keydown", (event) => {
  // As on Discord: typing anywhere goes into the bar.
  const free = !document.activeElement?.closest("input, textarea, select, button, a, dialog, [role=button]");
  if (free && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
    (composer.form?.querySelector("input") ?? $("text")).focus();
  }
});

drawPeople();
drawLanguages();
dress();
change({});
