import type { CustomMessageSource } from "../../trigger/custom-message-event.ts";
import { folderOf } from "../templates/sources.ts";
import { queryOf, type View } from "./view.ts";
import type { Workbench } from "./workbench.ts";

/** Where the pages are: behind a server, or files beside each other. */
export interface Links {
  readonly home: (view?: View) => string;
  readonly message: (locale: string, source: CustomMessageSource, view?: View) => string;
  /** Where a frame has its email from; `undefined` where the page has it in itself. */
  readonly mail: ((locale: string, source: CustomMessageSource, view: View) => string) | undefined;
}

/** The addresses of the server. */
export function servedLinks(bench: Workbench): Links {
  const address = (path: string, view?: View) => {
    const query = view ? queryOf(view, bench).toString() : "";
    return query === "" ? path : `${path}?${query}`;
  };
  return {
    home: (view) => address("/", view),
    message: (locale, source, view) => address(`/message/${folderOf(source)}/${locale}`, view),
    // Only what it is made of: a frame is not loaded anew for anything else.
    mail: (locale, source, view) =>
      address(`/mail/${folderOf(source)}/${locale}`, {
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
  message: (locale, source) => `${folderOf(source)}.${locale}.html`,
  mail: undefined,
};
