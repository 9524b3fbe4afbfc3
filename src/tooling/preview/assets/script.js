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

const parsed = async (response) => new DOMParser().parseFromString(await response.text(), "text/html");

async function post(path, body) {
  const send = () => {
    const headers = { "Content-Type": "application/json", "X-Preview-Token": page.token };
    return fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
  };
  const response = await send();
  if (response.status !== 403) return response;
  // The preview was started again: its token is another one.
  const { token } = (await parsed(await fetch(location.href))).body.dataset;
  if (!token || token === page.token) throw new Error("The preview edits nothing now.");
  page.token = token;
  return send();
}

let work = Promise.resolve();

/** Does one thing after another: each begins with the page as the one before has left it. */
function afterwards(task) {
  work = work.then(task).catch(lost);
}

let isStale = false;

/** Brings the page up to date, once for all that has changed since the last time. */
function refresh() {
  if (!isStale) afterwards(bringUpToDate);
  isStale = true;
}

/** The address of the page that is here. */
let shown = new URL(location.href);

const NO_PLACE =
  "The files, as they are now, have no place for a text that you have typed: save it, or undo it.";

async function bringUpToDate() {
  isStale = false;
  const address = new URL(location.href);
  // What has been typed does not belong to another page.
  const isNew = address.pathname !== shown.pathname;
  const controls = document.querySelectorAll("textarea[id], input[id], select[id]");
  const sent = new Map(isNew ? [] : [...controls].map(({ id, value }) => [id, value]));
  // By another filter other texts are shown.
  const kept = address.href === shown.href ? fields().map(({ name }) => name) : [];
  const response = await (page.token
    ? post(address, { edits: isNew ? [] : edits(), shown: kept })
    : fetch(address));
  const next = await parsed(response);
  const hasNoPlace = !isNew && edits().some(({ id }) => next.getElementsByName(id).length === 0);
  if (hasNoPlace) return show(NO_PLACE);
  if (isNew || notice.textContent === NO_PLACE) show("");
  put(next, sent, isNew);
  shown = address;
}

function put(next, sent, isNew) {
  const options = {
    ignoreActiveValue: !isNew,
    callbacks: {
      beforeNodeMorphed: (old, made) => {
        if (old.nodeName === "IFRAME") return putFrame(old, made);
        // It has been typed into since.
        if (sent.has(old.id) && sent.get(old.id) !== old.value) return false;
        // Where the cursor is too, a text that nobody has typed is the file's.
        const isTyped = old.nodeName !== "TEXTAREA" || old.value !== old.dataset.base;
        if (!isTyped && old.value !== made.value) old.value = made.value;
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
  // Disabled, it would lose the focus.
  const button = document.getElementById("save");
  if (button) button.ariaDisabled = String(edits().length === 0);
  if (isNew) for (const scrolled of [document.getElementById("result"), window]) scrolled?.scrollTo(0, 0);
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
  const response = await post(`/save/${page.locale}`, { edits: unsaved });
  const { reason, conflicts, fault } = await response.json();
  if (conflicts) show("Not saved: somebody has saved other texts meanwhile. Both are shown at the fields.");
  else if (reason) show(`Not saved. ${reason}`);
  // What is typed meanwhile is made from what is saved now, unless the page goes on showing what was before.
  else if (!fault)
    for (const { id, value } of unsaved) document.getElementsByName(id)[0].dataset.base = value;
  await bringUpToDate();
  if (conflicts) document.querySelector(".conflict")?.scrollIntoView({ block: "center" });
}

async function markUpToDate(ids) {
  show("");
  const { reason } = await (await post(`/up-to-date/${page.locale}`, { ids })).json();
  if (reason) show(reason);
  await bringUpToDate();
  // The button is gone.
  if (document.activeElement === document.body) document.getElementsByName(ids[0])[0].focus();
}

async function startLanguage(language) {
  show("");
  const { reason, address } = await (await post("/languages", { language })).json();
  if (reason) show(reason);
  else location.assign(address);
}

/** Puts a text where the cursor is, so that the browser can undo it. */
function insert(field, text) {
  field.focus();
  document.execCommand("insertText", false, text);
}

/** Whether the page of another address may come in place of this one. */
function mayLeave(pathname) {
  const isAnother = pathname !== shown.pathname;
  return !isAnother || edits().length === 0 || confirm("Leave this page without saving what you have typed?");
}

/** Shows another message or language in place of this one. */
function go(select) {
  const { pathname, href } = new URL(select.value, location.href);
  if (mayLeave(pathname)) {
    history.pushState(null, "", href);
    refresh();
  } else select.value = [...select.options].find((each) => each.defaultSelected).value;
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
  if (button.id === "save") afterwards(save);
  else if (button.matches(".value")) insert(field, button.dataset.insert);
  else if (button.matches(".up-to-date")) afterwards(() => markUpToDate(button.dataset.id.split(" ")));
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
  const { id, elements } = event.target;
  if (id === "new-language") afterwards(() => startLanguage(elements.language.value.trim()));
});

function openTab(chosen) {
  document.documentElement.dataset.tab = chosen.getAttribute("aria-controls");
  for (const tab of document.querySelectorAll("[role=tab]")) {
    tab.setAttribute("aria-selected", String(tab === chosen));
  }
}

document.addEventListener("keydown", (event) => {
  const { id, dataset } = event.target;
  if (event.key === "Escape" && event.target.matches(".insert")) {
    document.getElementById(dataset.field).focus();
  }
  if (!(event.ctrlKey || event.metaKey)) return;
  if (event.key.toLowerCase() === "s") {
    event.preventDefault();
    afterwards(save);
  } else if (event.key.toLowerCase() === "i" && event.target.matches("textarea[data-base]")) {
    event.preventDefault();
    document.getElementById(`${id}-insert`).focus();
  } else if (event.key === "Enter" && event.target.matches("textarea[data-base]")) {
    event.preventDefault();
    // To the next text field, of the last one to the first.
    const all = fields();
    all[(all.indexOf(event.target) + 1) % all.length].focus();
  }
});

addEventListener("beforeunload", (event) => {
  if (edits().length > 0) event.preventDefault();
});

addEventListener("popstate", () => {
  if (mayLeave(location.pathname)) refresh();
  else history.pushState(null, "", shown);
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
