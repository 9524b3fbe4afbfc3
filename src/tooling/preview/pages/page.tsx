import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { type Finding, isError } from "../../check/finding.ts";
import { counted } from "../../check/report/findings-text.ts";
import type { Links } from "../links.ts";
import type { View } from "../view.ts";

/** How the pages come by their style and script: from the server, or within themselves. */
export interface Assets {
  readonly style: string;
  /** Left out of a static page. */
  readonly script?: string;
  readonly isInline: boolean;
  /** Which save it shows, where there is a script to ask for the next. */
  readonly version?: string;
  /** Why the project cannot be read at all. */
  readonly fault?: string | undefined;
}

/** By which a page that was written into a file is known. */
export const GENERATOR = "cognito-recovery preview";

interface PageProps {
  readonly title: string;
  readonly links: Pick<Links, "home">;
  readonly assets: Assets;
  /** After how many seconds it is asked for again, where there is no script to do so. */
  readonly reload?: number;
  /** In a sentence, what is to be known of it: said to those who cannot see what has changed. */
  readonly summary?: string;
  /** In a word or two, what is wrong with what it shows; absent where nothing is. */
  readonly wrong?: string | undefined;
  /** What goes along when somebody goes on to another page. */
  readonly view?: View;
  readonly children?: Child;
}

/** What is said of a page that shows how it was before, or nothing, for the settings cannot be read. */
export const UNREADABLE = "Cannot be read.";

/** How many errors there are; `undefined` where there is none. */
export function errorWords(findings: readonly Finding[]): string | undefined {
  const errors = findings.filter(isError).length;
  return errors === 0 ? undefined : `${counted(errors, "error")}.`;
}

interface LiveProps {
  readonly state: "waiting" | "wrong";
  readonly short: string;
  /** Left out, it is the short one. */
  readonly long: string | undefined;
  readonly version: string | undefined;
}

/** What the page does, and what has come of it: a line for those who see it, and all of it for those who listen. */
function Live({ state, short, long = short, version }: LiveProps) {
  return (
    <p class="live" data-state={state}>
      <span id="told" aria-hidden="true">
        {short}
      </span>{" "}
      <span id="live" class="unseen" role="status" data-version={version}>
        {long}
      </span>
    </p>
  );
}

/** A whole page. */
export function Page(props: PageProps) {
  const { title, links, assets, reload, summary, view, children } = props;
  const wrong = assets.fault === undefined ? props.wrong : UNREADABLE;
  return (
    <>
      {raw("<!doctype html>")}
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          {assets.isInline ? (
            <meta
              http-equiv="Content-Security-Policy"
              content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"
            />
          ) : null}
          {assets.isInline ? <meta name="generator" content={GENERATOR} /> : null}
          <title>{title}</title>
          {reload === undefined ? null : (
            <noscript>
              <meta http-equiv="refresh" content={String(reload)} />
            </noscript>
          )}
          <link rel="icon" href="data:," />
          {assets.isInline ? <style>{raw(assets.style)}</style> : <link rel="stylesheet" href="/style.css" />}
          {assets.script === undefined ? null : <script src="/script.js" defer />}
        </head>
        <body>
          <a class="skip" href="#main">
            Skip to the content
          </a>
          <header class="top">
            <a class="home" id="home-link" href={links.home(view)}>
              Messages
            </a>
            {assets.script === undefined ? null : (
              <Live
                state={wrong ? "wrong" : "waiting"}
                short={wrong ?? "Shows what is saved"}
                long={wrong && (assets.fault ?? summary)}
                version={assets.version}
              />
            )}
          </header>
          <main id="main" data-summary={summary} data-wrong={wrong}>
            <div id="fault" data-swap>
              {assets.fault === undefined ? null : (
                <p class="banner failing">
                  <strong>This is how it looked before.</strong> {assets.fault}
                </p>
              )}
            </div>
            {children}
          </main>
        </body>
      </html>
    </>
  );
}
