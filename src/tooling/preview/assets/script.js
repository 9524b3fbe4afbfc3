// Sends what is typed, and changes the page into the server's answer: the server alone knows what a message looks like.
import { Idiomorph } from "/idiomorph.js";

const status = document.getElementById("status");
const notice = document.getElementById("notice");
const page = document.body.dataset;
const fields = () => [...document.querySelectorAll("textarea[data-base]")];

/** The texts that differ from what they were made from. */
function edits() {
  return fields()
    .filter(({ value, dataset }) => value !== dataset.base)
    .map(({ name, value, dataset }) => ({ id: name, value, base: dataset.base }));
}

function post(path, body) {
  const headers = { "Content-Type": "application/json", "X-Preview-Token": page.token };
  return fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
}

const parsed = async (response) => new DOMParser().parseFromString(await response.text(), "text/html");

let running;
let isStale = false;
/** Whether another page comes in place of this one: what has been typed does not belong to it. */
let isAnother = false;

/** Brings the page up to date; resolves when it is. */
function refresh() {
  isStale = true;
  running ??= bringUpToDate().finally(() => {
    running = undefined;
  });
  return running;
}

/** Once more where something has changed meanwhile: never two requests at a time. */
async function bringUpToDate() {
  while (isStale) {
    const isNew = isAnother;
    isStale = isAnother = false;
    const sent = isNew ? new Map() : new Map(fields().map(({ name, value }) => [name, value]));
    try {
      const address = location.pathname + location.search;
      const response = page.token
        ? await post(address, { edits: isNew ? [] : edits() })
        : await fetch(address);
      if (response.status === 403) await meetAgain(address);
      // Where there is nothing to show now, what has been typed stays.
      else if (response.ok || isNew || edits().length === 0) put(await parsed(response), sent);
    } catch {
      lost();
    }
  }
}

/** The preview was started again: its token is another one. */
async function meetAgain(address) {
  const { token } = (await parsed(await fetch(address))).body.dataset;
  if (token === page.token) return lost();
  page.token = token;
  isStale = true;
}

function put(next, sent) {
  const options = {
    ignoreActiveValue: true,
    callbacks: {
      beforeNodeMorphed: (old, made) => {
        if (old.nodeName === "IFRAME") return putFrame(old, made);
        if (old.nodeName !== "TEXTAREA") return true;
        // It has been typed into since.
        if (sent.has(old.name) && sent.get(old.name) !== old.value) return false;
        // Where the cursor is too, a text that nobody has typed is the file's.
        if (old.value === old.dataset.base && old.value !== made.value) old.value = made.value;
        return true;
      },
      // What the reader has opened or chosen stays so.
      beforeAttributeUpdated: (name, element) =>
        !((name === "open" && element.nodeName === "DETAILS") || name === "aria-selected"),
    },
  };
  for (const id of ["main", "status"]) {
    Idiomorph.morph(document.getElementById(id), next.getElementById(id), options);
  }
  const save = document.getElementById("save");
  if (save) save.disabled = edits().length === 0;
  document.title = next.title;
  page.version = next.body.dataset.version;
  page.locale = next.body.dataset.locale;
}

/** An email changes in its frame, which so keeps its place and does not flicker. */
function putFrame(frame, next) {
  if (next.nodeName !== "IFRAME" || !frame.contentDocument?.body) return true;
  if (frame.srcdoc !== next.srcdoc) {
    const email = new DOMParser().parseFromString(next.srcdoc, "text/html");
    Idiomorph.morph(frame.contentDocument.documentElement, email.documentElement, {
      head: { style: "morph" },
    });
  }
  frame.title = next.title;
  return false;
}

/** What somebody must know, until the next attempt. */
function show(words) {
  if (notice.textContent !== words) notice.textContent = words;
}

function lost() {
  status.dataset.state = "error";
  status.textContent = "The preview has ended: start it again.";
}

async function save() {
  const unsaved = edits();
  if (!page.token || unsaved.length === 0) return;
  show("");
  try {
    const response = await post(`/save/${page.locale}`, { edits: unsaved });
    const { reason, conflicts } = await response.json();
    if (conflicts) show("Not saved: somebody has saved other texts meanwhile. Both are shown at the fields.");
    else if (reason) show(`Not saved. ${reason}`);
    await refresh();
    const conflict = document.querySelector(".conflict");
    if (conflicts && conflict) conflict.scrollIntoView({ block: "center" });
  } catch {
    lost();
  }
}

async function markUpToDate(ids) {
  show("");
  try {
    const { reason } = await (await post(`/up-to-date/${page.locale}`, { ids })).json();
    if (reason) show(reason);
    await refresh();
  } catch {
    lost();
  }
}

async function startLanguage(language) {
  show("");
  try {
    const { reason, address } = await (await post("/languages", { language })).json();
    if (reason) show(reason);
    else location.assign(address);
  } catch {
    lost();
  }
}

/** Puts a text where the cursor is, so that the browser can undo it. */
function insert(field, text) {
  field.focus();
  document.execCommand("insertText", false, text);
}

/** Goes to the next text field. */
function next(field) {
  const all = fields();
  all[(all.indexOf(field) + 1) % all.length].focus();
}

/** Shows another message or language in place of this one. */
function go(select) {
  if (edits().length > 0 && !confirm("Leave this page without saving what you have typed?")) {
    select.value = [...select.options].find((each) => each.defaultSelected).value;
    return;
  }
  history.pushState(null, "", select.value);
  shown = location.pathname;
  isAnother = true;
  refresh();
}

/** Puts what is chosen into the address, without what is the default. */
function choose(changed) {
  const query = new URLSearchParams();
  for (const control of document.getElementById("view").elements) {
    const isPerson = control.nodeName === "INPUT" && control.type === "text";
    const isOff = control.type === "checkbox" && !control.checked;
    // The values of a person are another's when another person is chosen.
    if (!control.name || isOff || (isPerson && changed.name === "sample")) continue;
    if (control.value !== (control.dataset.usual ?? "")) query.set(control.name, control.value);
  }
  const search = query.toString();
  history.replaceState(null, "", search === "" ? location.pathname : `?${search}`);
  refresh();
}

document.addEventListener("input", ({ target }) => {
  if (target.matches("textarea[data-base]")) refresh();
  else if (target.form?.id === "view") choose(target);
});

document.addEventListener("change", ({ target }) => {
  if (target.matches("[data-go]")) go(target);
  if (!target.matches(".insert") || target.value === "") return;
  const text = target.value;
  target.value = "";
  insert(document.getElementById(target.dataset.field), text);
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-live]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    history.pushState(null, "", link.href);
    refresh();
  }
  const button = event.target.closest("button");
  if (!button) return;
  const field = document.getElementById(button.dataset.field);
  if (button.id === "save") save();
  else if (button.matches(".value")) insert(field, button.dataset.insert);
  else if (button.matches(".up-to-date")) markUpToDate(button.dataset.id.split(" "));
  else if (button.matches(".use-theirs, .keep-mine")) {
    const theirs = button.parentElement.querySelector("[data-text]").dataset.text;
    field.dataset.base = theirs;
    if (button.matches(".use-theirs")) {
      field.select();
      insert(field, theirs);
    }
    field.focus();
    show("");
    refresh();
  } else if (button.matches("[role=tab]")) openTab(button);
});

document.addEventListener("submit", (event) => {
  event.preventDefault();
  if (event.target.id === "new-language") startLanguage(event.target.elements.language.value.trim());
});

function openTab(chosen) {
  document.documentElement.dataset.tab = chosen.getAttribute("aria-controls");
  for (const tab of document.querySelectorAll("[role=tab]")) {
    tab.setAttribute("aria-selected", String(tab === chosen));
  }
}

document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey)) return;
  if (event.key === "s") {
    event.preventDefault();
    save();
  } else if (event.key === "Enter" && event.target.matches("textarea[data-base]")) {
    event.preventDefault();
    next(event.target);
  }
});

addEventListener("beforeunload", (event) => {
  if (edits().length > 0) event.preventDefault();
});

let shown = location.pathname;
addEventListener("popstate", () => {
  // Another line of a page is no other page.
  if (location.pathname !== shown) isAnother = true;
  shown = location.pathname;
  refresh();
});

let changes;

/** A browser keeps six connections to a server: pages that nobody sees leave theirs to the others. */
function listen() {
  changes?.close();
  changes = undefined;
  if (document.hidden) return;
  changes = new EventSource("/changes");
  changes.addEventListener("version", ({ data }) => {
    if (data !== page.version || status.dataset.state === "error") refresh();
  });
  changes.addEventListener("error", lost);
}

document.addEventListener("visibilitychange", listen);
addEventListener("pagehide", () => changes?.close());
listen();
