import { readFileSync } from "node:fs";
import type { Context } from "hono";
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { Message } from "../templates/project.ts";
import { delivered, frameCsp, framed } from "./delivered.ts";
import type { Watched } from "./follow.ts";
import { servedLinks } from "./links.ts";
import { Home } from "./pages/home.tsx";
import { MessagePage } from "./pages/message.tsx";
import { NotFound } from "./pages/not-found.tsx";
import type { Assets } from "./pages/page.tsx";
import { Unreadable } from "./pages/unready.tsx";
import { pictureOf } from "./picture.ts";
import { shownMessage } from "./shown-message.ts";
import { viewOf } from "./view.ts";
import type { Workbench } from "./workbench.ts";

/** What the routes of messages are given: one bench for the whole of an answer. */
interface Given {
  readonly Variables: { readonly bench: Workbench };
}

export const style = asset("style.css");
export const script = asset("script.js");

function asset(name: string): string {
  return readFileSync(new URL(`assets/${name}`, import.meta.url), "utf8");
}

/** All that a page may do: come from this server. */
const CSP = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The server's answers. It knows messages by their names; no path of a file is ever asked for. */
export function previewApp({ bench, fault, version, onChange }: Watched): Hono<Given> {
  const app = new Hono<Given>();
  const notFound = (c: Context<Given>) =>
    c.html(<NotFound links={servedLinks(c.get("bench"))} assets={assets()} />, 404);
  const assets = (): Assets => ({ style, script, isInline: false, version: version(), fault: fault() });
  app.use(async (c, next) => {
    if (!isFromHere(c)) return c.text("This page is for this machine alone.\n", 403);
    await next();
    c.header("Cache-Control", "no-store");
    c.header("X-Content-Type-Options", "nosniff");
    c.header("Referrer-Policy", "no-referrer");
    c.header("Cross-Origin-Resource-Policy", "same-origin");
    c.header("Cross-Origin-Opener-Policy", "same-origin");
    if (!c.res.headers.has("Content-Security-Policy")) c.header("Content-Security-Policy", CSP);
    return undefined;
  });
  app.get("/style.css", (c) => c.body(style, 200, { "Content-Type": "text/css; charset=utf-8" }));
  app.get("/script.js", (c) => c.body(script, 200, { "Content-Type": "text/javascript; charset=utf-8" }));
  app.get("/changes", (c) =>
    streamSSE(c, async (stream) => {
      const closed = new AbortController();
      const end = new Promise<void>((resolve) => {
        stream.onAbort(() => {
          closed.abort();
          resolve();
        });
      });
      onChange(() => {
        void stream.writeSSE({ event: "saved", data: version() });
      }, closed.signal);
      await stream.writeSSE({ event: "ready", data: version() });
      await end;
    }),
  );
  app.use(async (c, next) => {
    const now = bench();
    if (now && (now.messages.length > 0 || fault() === undefined)) {
      c.set("bench", now);
      return next();
    }
    return c.html(<Unreadable bench={now} assets={assets()} />, 503);
  });
  app.get("/", (c) =>
    c.html(
      <Home
        bench={c.get("bench")}
        view={viewOf(queryOf(c), c.get("bench"))}
        links={servedLinks(c.get("bench"))}
        assets={assets()}
      />,
    ),
  );
  app.get("/look", (c) => {
    const query = queryOf(c);
    const name = query.get("message") ?? "";
    const locale = query.get("locale") ?? "";
    if (!messageIn(c.get("bench"), locale, name)) return c.redirect("/", 303);
    return c.redirect(servedLinks(c.get("bench")).message(locale, name, viewOf(query, c.get("bench"))), 303);
  });
  app.get("/message/:message/:locale", async (c) => {
    const now = c.get("bench");
    const { locale } = c.req.param();
    const message = messageIn(now, locale, c.req.param("message"));
    if (!message) return notFound(c);
    const view = viewOf(queryOf(c), now);
    const { default: reference } = now.checked.project.settings;
    const isBeside = view.beside && locale !== reference;
    return c.html(
      <MessagePage
        bench={now}
        shown={await shownMessage(now, locale, message, view)}
        reference={isBeside ? await shownMessage(now, reference, message, view) : undefined}
        view={view}
        links={servedLinks(now)}
        assets={assets()}
      />,
    );
  });
  app.get("/mail/:message/:locale", async (c) => {
    const now = c.get("bench");
    const { locale } = c.req.param();
    const message = messageIn(now, locale, c.req.param("message"));
    const compiled = message && now.specs(locale, message);
    if (!compiled) return notFound(c);
    const { source } = message;
    const view = viewOf(queryOf(c), now);
    const { parts, refused } = await pictureOf(now, { locale, source, specs: compiled.specs }, view);
    c.header("Content-Security-Policy", frameCsp(view));
    return c.html(framed(delivered(parts.email ?? refused.email?.text ?? "", source), view));
  });
  app.notFound(notFound);
  app.onError((error, c) => {
    console.error(error);
    return c.text(
      "The preview broke while it made this page. The terminal in which it runs says where.\n",
      500,
    );
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

function queryOf(c: Context): URLSearchParams {
  return new URL(c.req.url).searchParams;
}

function messageIn({ locales, messages }: Workbench, locale: string, name: string): Message | undefined {
  return locales.includes(locale) ? messages.find((each) => each.name === name) : undefined;
}
