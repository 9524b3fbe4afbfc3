import type { Context } from "hono";
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import * as v from "valibot";
import { SetupError } from "../../error/setup-error.ts";
import { canonicalTag, tagNamed } from "../templates/is-language-tag.ts";
import { recordUpToDate, saveStrings } from "../templates/save-strings.ts";
import { startLanguage } from "../templates/start-language.ts";
import { idiomorph, script, style } from "./assets.ts";
import { editsSchema, type PageEdits } from "./edited-string.ts";
import type { Followed } from "./followed.ts";
import { servedLinks } from "./links.ts";
import { Home } from "./pages/home.tsx";
import { LanguagePage } from "./pages/language-page.tsx";
import { MessagePage } from "./pages/message-page.tsx";
import { NotFound } from "./pages/not-found.tsx";
import type { PageContext } from "./pages/page.tsx";
import { Unreadable } from "./pages/unreadable.tsx";
import type { PreviewState } from "./preview-state.ts";
import { shownLanguage } from "./shown-language.ts";
import { shownMessage } from "./shown-message.ts";
import { viewOf } from "./view.ts";

interface Bindings {
  readonly Variables: { readonly state: PreviewState };
}

const assets = [
  ["/style.css", "text/css; charset=utf-8", style],
  ["/script.js", "text/javascript; charset=utf-8", script],
  ["/idiomorph.js", "text/javascript; charset=utf-8", idiomorph],
] as const;

/** Pages load from this server alone. Emails are in frames that inherit the policy, and style themselves. */
const CSP = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "script-src 'self'",
  "img-src data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

const TAGS = "Choose one of it, or write a tag such as it or pt-BR.";

/** The header in which a page sends the token that it was served with. */
const TOKEN = "X-Preview-Token";

export interface PreviewAppOptions {
  readonly root: string;
  readonly project: Followed;
  /** What a page must know to send texts; `undefined` where nothing can be edited. */
  readonly token: string | undefined;
}

/** The server's answers. Messages, languages and strings are found by their names; no path of a file is accepted. */
export function previewApp({ root, project, token }: PreviewAppOptions): Hono<Bindings> {
  const app = new Hono<Bindings>();
  const page = (c: Context<Bindings>, state: PreviewState | undefined): PageContext => {
    const view = viewOf(queryOf(c), state?.project);
    return {
      view,
      links: servedLinks(state?.project, view),
      live: { version: project.version(), fault: project.fault(), token },
    };
  };
  const notFound = (c: Context<Bindings>) => c.html(<NotFound page={page(c, project.state())} />, 404);
  app.use(async (c, next) => {
    const isAllowed = isFromHere(c) && (c.req.method === "GET" || isFromPage(c, token));
    if (!isAllowed) return c.text("Only the preview's own pages on this machine are answered.\n", 403);
    await next();
    c.header("Cache-Control", "no-store");
    c.header("X-Content-Type-Options", "nosniff");
    c.header("Referrer-Policy", "no-referrer");
    c.header("Cross-Origin-Resource-Policy", "same-origin");
    c.header("Cross-Origin-Opener-Policy", "same-origin");
    c.header("Content-Security-Policy", CSP);
    return undefined;
  });
  for (const [path, type, text] of assets) {
    app.get(path, (c) => c.body(text, 200, { "Content-Type": type }));
  }
  app.get("/changes", (c) =>
    streamSSE(c, async (stream) => {
      const closed = new AbortController();
      const end = new Promise<void>((resolve) => {
        stream.onAbort(() => {
          closed.abort();
          resolve();
        });
      });
      const send = () => stream.writeSSE({ event: "version", data: project.version() });
      project.onChange(() => void send(), closed.signal);
      await send();
      await end;
    }),
  );
  app.post("/languages", async (c) => {
    const { language } = v.parse(v.object({ language: v.string() }), await c.req.json());
    const tag = tagNamed(language) ?? canonicalTag(language);
    if (tag === undefined) throw new SetupError(`“${language}” is not in the list of languages. ${TAGS}`);
    if (!project.state()?.locales.includes(tag)) {
      startLanguage(root, tag);
      await project.readAgain();
    }
    return c.json({ address: `/language/${tag}` });
  });
  app.post("/save/:locale", async (c) => {
    const tag = c.req.param("locale");
    const result = saveStrings(root, { tag, edits: (await editsOf(c)).edits });
    await project.readAgain();
    return c.json({ ...result, fault: project.fault() }, "conflicts" in result ? 409 : 200);
  });
  app.post("/up-to-date/:locale", async (c) => {
    const tag = c.req.param("locale");
    const { ids } = v.parse(v.object({ ids: v.array(v.string()) }), await c.req.json());
    const saved = recordUpToDate(root, { tag, ids });
    await project.readAgain();
    return c.json({ saved });
  });
  app.use(async (c, next) => {
    const state = project.state();
    if (state && (state.messages.length > 0 || project.fault() === undefined)) {
      c.set("state", state);
      return next();
    }
    return c.html(<Unreadable state={state} page={page(c, undefined)} />, 503);
  });
  app.on(["GET", "POST"], "/", (c) => c.html(<Home state={c.get("state")} page={page(c, c.get("state"))} />));
  app.on(["GET", "POST"], "/language/:locale", async (c) => {
    const state = c.get("state");
    const { locale } = c.req.param();
    if (!state.locales.includes(locale)) return notFound(c);
    const { edits, shown } = await editsOf(c);
    const language = shownLanguage(state, locale, edits);
    return c.html(<LanguagePage state={state} shown={language} kept={shown} page={page(c, state)} />);
  });
  app.on(["GET", "POST"], "/message/:message/:locale", async (c) => {
    const state = c.get("state");
    const { locale } = c.req.param();
    const message = state.messages.find(({ name }) => name === c.req.param("message"));
    if (!message || !state.locales.includes(locale)) return notFound(c);
    const context = page(c, state);
    const { view } = context;
    const { source } = state.project.settings;
    const { edits } = await editsOf(c);
    const isBeside = view.beside && locale !== source;
    return c.html(
      <MessagePage
        state={state}
        shown={await shownMessage(state, { message, locale, view, edits })}
        reference={
          isBeside ? await shownMessage(state, { message, locale: source, view, edits: [] }) : undefined
        }
        page={context}
      />,
    );
  });
  app.notFound(notFound);
  app.onError((error, c) => {
    if (error instanceof SetupError) return c.json({ reason: error.message }, 409);
    if (error instanceof v.ValiError || error instanceof SyntaxError)
      return c.json({ reason: "This request is not one that a page of the preview sends." }, 400);
    console.error(error);
    return c.json({ reason: "The preview failed. The terminal in which it runs says where." }, 500);
  });
  return app;
}

/** Whether a request names this machine, and was made by a page of it or by none. */
function isFromHere(c: Context): boolean {
  const host = c.req.header("Host") ?? "";
  const origin = c.req.header("Origin");
  const isHere = LOOPBACK.has(host.replace(/:\d+$/, "").toLowerCase());
  return isHere && (origin === undefined || origin === `http://${host}`);
}

/** Whether a request was made by a page that this process has served: no other knows the token. */
function isFromPage(c: Context, token: string | undefined): boolean {
  return c.req.method === "POST" && token !== undefined && c.req.header(TOKEN) === token;
}

async function editsOf(c: Context): Promise<PageEdits> {
  return c.req.method === "POST" ? v.parse(editsSchema, await c.req.json()) : { edits: [], shown: [] };
}

function queryOf(c: Context): URLSearchParams {
  return new URL(c.req.url).searchParams;
}
