import { raw } from "hono/html";
import type { Child } from "hono/jsx";
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
  /** Said from the start; left out, that it shows what is saved. */
  readonly live?: { readonly state: "checking" | "wrong"; readonly text: string };
  /** What goes along when somebody goes on to another page. */
  readonly view?: View;
  readonly children?: Child;
}

/** A whole page. */
export function Page({ title, links, assets, reload, summary, live, view, children }: PageProps) {
  const { state, text } = live ?? { state: "waiting", text: "Shows what is saved" };
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
              <p class="live" data-state={state}>
                <span id="live" role="status" data-version={assets.version}>
                  {text}
                </span>{" "}
                <span id="how-far" aria-hidden="true" />
              </p>
            )}
          </header>
          <main
            id="main"
            data-summary={summary ?? live?.text}
            data-wrong={state === "wrong" ? "yes" : undefined}
          >
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
