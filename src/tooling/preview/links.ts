import { queryOf, type View } from "./view.ts";
import type { Workbench } from "./workbench.ts";

/** Where the pages are: behind a server, or files beside each other. */
export interface Links {
  readonly home: (view?: View) => string;
  readonly message: (locale: string, message: string, view?: View) => string;
  /** Where a frame has its email from; `undefined` where the page has it in itself. */
  readonly mail: ((locale: string, message: string, view: View) => string) | undefined;
}

/** The addresses of the server. */
export function servedLinks(bench: Workbench): Links {
  const address = (path: string, view?: View) => {
    const query = view ? queryOf(view, bench).toString() : "";
    return query === "" ? path : `${path}?${query}`;
  };
  return {
    home: (view) => address("/", view),
    message: (locale, message, view) => address(`/message/${message}/${locale}`, view),
    // Only what it is made of: a frame is not loaded anew for anything else.
    mail: (locale, message, view) =>
      address(`/mail/${message}/${locale}`, {
        ...view,
        width: undefined,
        beside: false,
        filter: { find: "" },
      }),
  };
}

/** The names of the files of a static export. */
export const fileLinks: Links = {
  home: () => "index.html",
  message: (locale, message) => `${message}.${locale}.html`,
  mail: undefined,
};
