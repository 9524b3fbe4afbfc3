// The page without a new load: what is saved, or chosen in a form, is fetched, and only what differs is put in.

const live = document.getElementById("live");

/** What the server last sent of each part of the page: the page itself may have been changed by whoever looks at it. */
const sent = new Map();

/** The page that is wanted: the one in the address, or the one that was chosen and has not come yet. */
let wanted = location.href;

/** The parts that are swapped, by their ids; one that says "children" is only a frame around others. */
function parts(root) {
  return [...root.querySelectorAll("[data-swap]")].filter((each) => each.id !== "");
}

function remember(root) {
  sent.clear();
  for (const part of parts(root)) sent.set(part.id, part.outerHTML);
}

/** The ids of the parts within a frame, by which it is seen whether the frame itself has changed. */
function outline(part) {
  return parts(part)
    .map(({ id }) => id)
    .join(" ");
}

let isSwapping = false;

/** What the page last said of itself, in words: it belongs to no part that is swapped. */
let summary = { ...document.getElementById("main")?.dataset };

function swapIn(next) {
  const own = document.getElementById("main");
  const main = next.getElementById("main");
  if (!own || !main) return;
  const goOn = typing();
  isSwapping = true;
  if (outline(own) === outline(main)) {
    for (const part of parts(main)) {
      const isFrame = part.dataset.swap === "children";
      if (!isFrame && part.outerHTML !== sent.get(part.id)) replace(part);
    }
  } else {
    const fresh = document.importNode(main, true);
    own.replaceWith(fresh);
    fold();
    keepOpen(own, fresh);
  }
  isSwapping = false;
  summary = { ...main.dataset };
  remember(main);
  if (live) live.dataset.version = next.getElementById("live")?.dataset.version;
  document.title = next.title;
  const home = next.getElementById("home-link");
  if (home) document.getElementById("home-link").href = home.getAttribute("href");
  goOn();
  prepare();
}

/**
 * A way to find an element in the part that takes the place of its own: by its id; else by its kind and what it leads
 * to or says; else, as when a finding is gone, the one that stands there now.
 */
function finder(element) {
  if (element.id) return () => document.getElementById(element.id);
  const partId = element.closest("[data-swap]")?.id;
  const kind = element.localName;
  const like = () => [...(document.getElementById(partId)?.querySelectorAll(kind) ?? [])];
  const keyOf = (each) => each.getAttribute("href") ?? each.textContent;
  const key = keyOf(element);
  const sameBefore = like().filter((each) => keyOf(each) === key);
  const index = like().indexOf(element);
  const nth = sameBefore.indexOf(element);
  return () => {
    const all = like();
    const same = all.filter((each) => keyOf(each) === key);
    return same[nth] ?? same[0] ?? all[Math.min(index, all.length - 1)];
  };
}

/** Where somebody is, and what is typed there; called afterwards, it lets them go on. */
function typing() {
  const before = document.activeElement ?? document.body;
  const { value, selectionStart, selectionEnd } = before;
  const find = before === document.body ? () => undefined : finder(before);
  const isText = typeof selectionStart === "number";
  return () => {
    const now = find();
    if (!now || now === document.activeElement) return;
    if (isText) now.value = value;
    now.focus({ preventScroll: true });
    if (isText) now.setSelectionRange(selectionStart, selectionEnd);
  };
}

function replace(part) {
  const own = document.getElementById(part.id);
  if (!own) return;
  const fresh = document.importNode(part, true);
  own.replaceWith(fresh);
  keepOpen(own, fresh);
}

/** The folds, by their ids, that are as somebody, or this script, wants them. */
const touched = new Set(["folded-controls"]);

document.addEventListener("click", ({ target }) => {
  const details = target.closest?.("summary")?.parentElement;
  if (details?.id) touched.add(details.id);
});

/** Nothing closes by itself, under whoever reads it; what nobody has touched may open, for what is new in it. */
function keepOpen(own, fresh) {
  const folds = (part) => [...(part.matches("details") ? [part] : []), ...part.querySelectorAll("details")];
  const before = folds(own);
  for (const details of folds(fresh)) {
    const same = before.find(({ id }) => id === details.id);
    if (same) details.open = same.open || (details.open && !touched.has(details.id));
  }
}

/** What is answered with a page too: nothing is here, or it cannot be read. */
const ALSO_PAGES = [404, 503];

let latest = 0;

/** Fetches what is wanted and puts it in. An answer that came too late is dropped. */
async function show(history) {
  latest += 1;
  const own = latest;
  try {
    const response = await fetch(wanted, {
      headers: { Accept: "text/html" },
      signal: AbortSignal.timeout(60_000),
    });
    const html = await response.text();
    if (own !== latest) return false;
    if (!response.ok && !ALSO_PAGES.includes(response.status)) throw new Error(String(response.status));
    swapIn(new DOMParser().parseFromString(html, "text/html"));
    wanted = response.url;
    if (history === "push" && wanted !== location.href) window.history.pushState(null, "", wanted);
    if (history === "replace") window.history.replaceState(null, "", wanted);
    return true;
  } catch {
    if (own !== latest) return false;
    wanted = location.href;
    for (const form of document.querySelectorAll("form[data-live]")) form.reset();
    setWidths();
    tell(
      "lost",
      "Could not be shown: does the preview run?",
      "This could not be shown. If the preview has ended, start it again.",
    );
    return false;
  }
}

/**
 * In a line for those who see it, and at length for those who listen. Said once: to say the same again would have it
 * read aloud again.
 */
function tell(state, short, long = short) {
  if (!live) return;
  live.parentElement.dataset.state = state;
  document.getElementById("told").textContent = short;
  if (live.textContent !== long) live.textContent = long;
}

/** What has come of it, as the page says it: what is wrong with what is saved now, else what is on the page. */
function tellOutcome(what, atLength = what) {
  const wrong = document.querySelector("#fault .failing, #banner .failing")?.textContent;
  const now = wrong ?? summary.summary ?? document.title;
  const words = (...each) => each.filter(Boolean).join(" ");
  tell(
    summary.wrong ? "wrong" : "shown",
    words(what, summary.wrong) || "Shows what is saved",
    words(atLength, now),
  );
}

/** A choice in words: "Language: French." What is typed to find something shows in what is found. */
function choiceWords({ type, dataset, value, checked, selectedOptions }) {
  if (dataset.name === undefined) return "";
  const chosen =
    type === "checkbox" ? (checked ? "yes" : "no") : (selectedOptions?.[0]?.text ?? (value || "nothing"));
  return `${dataset.name}: ${chosen}.`;
}

/** All that the forms of the page say, as one query. Those of a person are another's when the sample changes. */
function queryOf(changed) {
  const query = new URLSearchParams();
  for (const form of document.querySelectorAll("form[data-live]")) {
    const isPerson = form.classList.contains("values");
    if (changed.name === "sample" && isPerson) continue;
    for (const control of form.elements) {
      const isOff = (control.type === "checkbox" || control.type === "radio") && !control.checked;
      const isAsBefore = isPerson && control.value === control.defaultValue && !control.dataset.changed;
      const isRepeated = control.type === "hidden" && isPerson;
      if (!control.name || isOff || isAsBefore || isRepeated || control.dataset.usual) continue;
      query.set(control.name, control.value);
    }
  }
  return query;
}

async function look(changed, history = "push") {
  wanted = new URL(`${changed.form.getAttribute("action")}?${queryOf(changed)}`, location.href).href;
  const words = choiceWords(changed);
  if (await show(history)) tellOutcome(words);
}

let soon;

/** The same once nobody has typed or dragged for a moment; such steps are no pages to go back to. */
function lookSoon(changed) {
  clearTimeout(soon);
  soon = setTimeout(() => look(document.getElementById(changed.id) ?? changed, "replace"), 200);
}

const widthRange = () => document.getElementById("control-width");

/** Makes the wide frames as wide as the slider says, and says so. */
function setWidths() {
  const range = widthRange();
  if (!range) return;
  if (range.dataset.usual) range.value = String(roomFor(range));
  range.setAttribute("aria-valuetext", `${range.value} pixels`);
  for (const frame of document.querySelectorAll(".resizable iframe")) frame.style.width = `${range.value}px`;
  for (const shown of document.querySelectorAll(".desktop .width, #control-width-shown")) {
    if (shown.textContent !== range.value) shown.textContent = range.value;
  }
}

/** As wide as usual, or as there is room for beside the edge: then the edge can be seen. */
function roomFor(range) {
  const usual = Number(range.defaultValue);
  const [frames] = document.querySelectorAll(".frames");
  const [resizable] = document.querySelectorAll(".resizable");
  if (!frames || !resizable) return usual;
  const around = resizable.offsetWidth - resizable.querySelector("iframe").offsetWidth;
  return Math.max(Number(range.min), Math.min(usual, frames.clientWidth - around));
}

/** A width that somebody has chosen, by the slider or the edge, is kept however much room there is. */
function chooseWidth(range) {
  delete range.dataset.usual;
  setWidths();
  lookSoon(range);
}

const observer = new ResizeObserver(setWidths);

/** The edge that is being dragged, and how far it was from the width that it makes. */
let dragged;

document.addEventListener("pointerdown", (event) => {
  const range = widthRange();
  if (!range || event.button !== 0 || !event.target.matches?.(".edge")) return;
  event.preventDefault();
  event.target.setPointerCapture(event.pointerId);
  const towards = getComputedStyle(event.target).direction === "rtl" ? -1 : 1;
  dragged = { from: event.clientX, width: Number(range.value), towards };
  document.documentElement.classList.add("is-dragged");
});
document.addEventListener("pointermove", ({ clientX }) => {
  const range = widthRange();
  if (!dragged || !range) return;
  range.value = String(Math.round(dragged.width + (clientX - dragged.from) * dragged.towards));
  chooseWidth(range);
});
document.addEventListener("lostpointercapture", () => {
  dragged = undefined;
  document.documentElement.classList.remove("is-dragged");
});

/** On a phone the message comes first: what is chosen is a line, until it is opened. */
const isNarrow = matchMedia("(max-width: 30.625rem)");
function fold() {
  const folded = document.getElementById("folded-controls");
  if (folded) folded.open = !isNarrow.matches;
}
isNarrow.addEventListener("change", fold);

/** What a fresh part of the page needs. */
function prepare() {
  observer.disconnect();
  for (const frames of document.querySelectorAll(".frames")) observer.observe(frames);
  setWidths();
}

const isTyped = (target) => target.matches?.("input:not([type=range], [type=radio], [type=checkbox])");
const isLive = (target) => !isSwapping && target.form?.matches("[data-live]");

document.addEventListener("change", ({ target }) => {
  if (isLive(target) && !isTyped(target) && target.type !== "range") look(target);
});
// Not "change": what was typed before a part was put in anew would be none.
document.addEventListener("focusout", ({ target }) => {
  if (isLive(target) && isTyped(target) && target.type !== "search" && target.value !== target.defaultValue) {
    look(target);
  }
});
document.addEventListener("input", ({ target }) => {
  if (!isLive(target)) return;
  if (target.id === "control-width") chooseWidth(target);
  else if (target.type === "search") lookSoon(target);
});
document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-live]")) return;
  event.preventDefault();
  const [first] = [...event.target.elements].filter(({ type }) => type !== "hidden");
  if (first) look(first);
});
addEventListener("popstate", async () => {
  const isSamePage = withoutHash(location.href) === withoutHash(wanted);
  wanted = location.href;
  if (isSamePage) return;
  if (await show()) tellOutcome("");
});

/** Another line of a page is no other page. */
function withoutHash(address) {
  return address.split("#")[0];
}

let changes;

/** A browser keeps six connections to a server: pages that nobody sees leave theirs to the others. */
function listen() {
  changes?.close();
  changes = undefined;
  if (document.hidden) return;
  changes = new EventSource("/changes");
  changes.addEventListener("ready", async ({ data }) => {
    // Something may have been saved before anybody listened, or while the preview was started again.
    if (data !== live?.dataset.version) {
      if (await show()) tellOutcome("");
    } else if (live?.parentElement.dataset.state === "lost") tellOutcome("");
  });
  changes.addEventListener("saved", async () => {
    // To the second where it is read aloud: the same words are not said twice.
    const at = (timeStyle) => `Saved at ${new Date().toLocaleTimeString([], { timeStyle })}.`;
    if (await show()) tellOutcome(at("short"), at("medium"));
  });
  changes.addEventListener("error", () => tell("lost", "The preview has ended: start it again"));
}

document.addEventListener("visibilitychange", listen);
addEventListener("pagehide", () => changes?.close());

document.documentElement.classList.add("with-script");
remember(document);
fold();
prepare();
listen();
