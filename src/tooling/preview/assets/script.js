// The page without a new load: what is saved, or chosen in a form, is fetched, and only what differs is put in.

const live = document.getElementById("live");

/** What the server last sent of each part of the page: the page itself may have been changed by whoever looks at it. */
const sent = new Map();

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

function swapIn(next) {
  const focused = document.activeElement?.id;
  const own = document.getElementById("main");
  const main = next.getElementById("main");
  if (!own || !main) return;
  const isSamePage = outline(own) === outline(main);
  if (isSamePage) {
    for (const part of parts(main)) {
      const isFrame = part.dataset.swap === "children";
      if (!isFrame && part.outerHTML !== sent.get(part.id)) replace(part);
    }
  } else own.replaceWith(document.importNode(main, true));
  remember(main);
  if (live) live.dataset.version = next.getElementById("live")?.dataset.version;
  document.title = next.title;
  prepare();
  if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus();
}

function replace(part) {
  const own = document.getElementById(part.id);
  if (!own) return;
  const opened = [...own.querySelectorAll("details")].map(({ open }) => open);
  const fresh = document.importNode(part, true);
  [...fresh.querySelectorAll("details")].forEach((details, index) => {
    if (opened.length > 0 && opened[index] !== undefined) details.open = opened[index];
  });
  own.replaceWith(fresh);
}

let latest = 0;

/** Fetches a page and puts it in; `true` when it is there. An answer that came too late is dropped. */
async function show(address) {
  latest += 1;
  const own = latest;
  const response = await fetch(address, { headers: { Accept: "text/html" } });
  const html = await response.text();
  if (own !== latest) return undefined;
  swapIn(new DOMParser().parseFromString(html, "text/html"));
  return response.url;
}

function tell(state, text) {
  if (!live) return;
  live.dataset.state = state;
  live.textContent = text;
}

/** All that the forms of the page say, as one query. Those of a person are another's when the sample changes. */
function queryOf(changed) {
  const query = new URLSearchParams();
  for (const form of document.querySelectorAll("form[data-live]")) {
    if (changed?.name === "sample" && form.classList.contains("values")) continue;
    for (const control of form.elements) {
      const isOff = (control.type === "checkbox" || control.type === "radio") && !control.checked;
      if (!control.name || control.type === "hidden" || isOff) continue;
      query.set(control.name, control.value);
    }
  }
  return query;
}

async function look(changed) {
  const action = changed.form.getAttribute("action");
  try {
    const url = await show(`${action}?${queryOf(changed)}`);
    if (url) history.pushState(null, "", url);
  } catch {
    tell("lost", "The preview has ended: start it again");
  }
}

function widthOf(resizable) {
  return Math.round(resizable.getBoundingClientRect().width);
}

function setWidths(width) {
  for (const resizable of document.querySelectorAll(".resizable")) resizable.style.width = `${width}px`;
  showWidths();
}

function showWidths() {
  for (const resizable of document.querySelectorAll(".resizable")) {
    const output = resizable.closest("figure")?.querySelector(".width");
    if (output) output.textContent = String(widthOf(resizable));
  }
}

let dragged;

// An edge that is dragged sets the style, as the browser does it: a width like any other, it stays in the address.
const observer = new ResizeObserver((entries) => {
  showWidths();
  const range = document.getElementById("control-width");
  const other = entries.find(
    ({ target }) => Number.parseInt(target.style.width, 10) !== Number(range?.value),
  );
  if (!range || !other) return;
  range.value = String(Number.parseInt(other.target.style.width, 10));
  clearTimeout(dragged);
  dragged = setTimeout(() => {
    setWidths(range.value);
    look(range);
  }, 200);
});

/** What a fresh part of the page needs. */
function prepare() {
  const range = document.getElementById("control-width");
  for (const resizable of document.querySelectorAll(".resizable")) {
    if (resizable.dataset.observed) continue;
    resizable.dataset.observed = "yes";
    observer.observe(resizable);
  }
  if (range) setWidths(range.value);
}

document.addEventListener("change", (event) => {
  if (event.target.form?.matches("[data-live]")) look(event.target);
});
document.addEventListener("input", (event) => {
  if (event.target.id === "control-width") setWidths(event.target.value);
  if (event.target.type === "search") look(event.target);
});
document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-live]")) return;
  event.preventDefault();
  const [first] = event.target.elements;
  if (first) look(first);
});
addEventListener("popstate", () => show(location.href));

const changes = new EventSource("/changes");
changes.addEventListener("ready", ({ data }) => {
  // Something may have been saved before anybody listened, or while the preview was started again.
  if (data !== live?.dataset.version) show(location.href);
  tell("waiting", "Shows what is saved");
});
changes.addEventListener("saved", async () => {
  await show(location.href);
  tell("saved", `Saved at ${new Date().toLocaleTimeString()}`);
});
changes.addEventListener("error", () => tell("lost", "The preview has ended: start it again"));

document.documentElement.classList.add("with-script");
remember(document);
prepare();
