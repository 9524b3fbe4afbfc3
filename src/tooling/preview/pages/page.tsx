import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { style } from "../assets.ts";
import type { Links } from "../links.ts";
import type { View } from "../view.ts";

/** What every page needs besides what it shows. */
export interface PageContext {
  readonly view: View;
  readonly links: Links;
  /** Left out in a static page, which has no script and edits nothing. */
  readonly live?: LivePage;
}

/** A page that is served. */
export interface LivePage {
  /** Another one is asked for when the server's is not this. */
  readonly version: string;
  /** Why the project cannot be read now. */
  readonly fault: string | undefined;
  /** What texts are sent with; `undefined` where nothing can be edited. */
  readonly token: string | undefined;
}

/** The mark of a page that was written into a file. */
export const GENERATOR = "cognito-recovery preview";

interface PageProps {
  readonly title: string;
  readonly page: PageContext;
  /** What is wrong with what the page shows, in a few words; left out where nothing is. */
  readonly wrong?: string | undefined;
  /** How many texts are not saved. */
  readonly unsaved?: number;
  /** The language whose texts the page edits. */
  readonly locale?: string;
  readonly wide?: boolean;
  readonly children?: Child;
}

export function Page({ title, page, wrong, unsaved = 0, locale, wide = false, children }: PageProps) {
  const { live, links } = page;
  const state = live?.fault ? "The files cannot be read." : wrong;
  const marks = [unsaved > 0 ? `(${unsaved} not saved)` : "", state ? "✕" : ""].filter(Boolean).join(" ");
  return (
    <>
      {raw("<!doctype html>")}
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          {live ? null : (
            <>
              <meta
                http-equiv="Content-Security-Policy"
                content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"
              />
              <meta name="generator" content={GENERATOR} />
            </>
          )}
          <title>{marks === "" ? title : `${marks} ${title}`}</title>
          <link rel="icon" href="data:," />
          {live ? <link rel="stylesheet" href="/style.css" /> : <style>{raw(style)}</style>}
          {live ? <script type="module" src="/script.js" /> : null}
        </head>
        <body
          class={wide ? "wide" : undefined}
          data-version={live?.version}
          data-token={live?.token}
          data-locale={locale}
        >
          <a class="skip" href="#main">
            Skip to the content
          </a>
          <header class="top">
            <a class="home" href={links.home()}>
              Messages
            </a>
            {live ? (
              <Status
                state={state}
                unsaved={unsaved}
                saved={
                  live.token === undefined ? "Read only." : locale === undefined ? "" : "Everything is saved."
                }
              />
            ) : null}
            {live?.token === undefined || locale === undefined ? null : (
              <button type="button" id="save" class="primary" aria-disabled={unsaved === 0} title="Ctrl+S">
                Save
              </button>
            )}
          </header>
          {/* Filled in by the script, and kept when the page changes. */}
          <div id="notice" role="alert" />
          <main id="main" tabindex={-1}>
            {live?.fault ? (
              <p class="banner error" id="fault">
                <strong>This is how it was before.</strong> {live.fault}
              </p>
            ) : null}
            {children}
          </main>
        </body>
      </html>
    </>
  );
}

interface StatusProps {
  readonly state: string | undefined;
  readonly unsaved: number;
  /** What is said where nothing is unsaved. */
  readonly saved: string;
}

/** One line that stays in view: what is not saved, and whether something is wrong. */
function Status({ state, unsaved, saved }: StatusProps) {
  const saving = unsaved > 0 ? `${textsWords(unsaved)} not saved.` : saved;
  return (
    <p class="status" id="status" role="status" data-state={state ? "error" : unsaved > 0 ? "unsaved" : "ok"}>
      {[saving, state].filter(Boolean).join(" ")}
    </p>
  );
}

function textsWords(count: number): string {
  return count === 1 ? "1 text is" : `${count} texts are`;
}
