import type { Project } from "../templates/project.ts";
import { queryOf, type View } from "./view.ts";

/** The addresses of the pages: behind a server, or as files beside each other. */
export interface Links {
  readonly home: (view?: Partial<View>) => string;
  /** `undefined` where there is no such page. */
  readonly language: (locale: string, view?: Partial<View>) => string | undefined;
  readonly message: (locale: string, message: string, view?: Partial<View>) => string;
}

/** The addresses of the server; each keeps how messages are looked at, but for what is given. */
export function servedLinks(project: Project | undefined, view: View): Links {
  const address = (path: string, changed: Partial<View> = {}) => {
    const query = queryOf({ ...view, state: undefined, strings: undefined, ...changed }, project).toString();
    return query === "" ? path : `${path}?${query}`;
  };
  return {
    home: (changed) => address("/", changed),
    language: (locale, changed) => address(`/language/${locale}`, changed),
    message: (locale, message, changed) => address(`/message/${message}/${locale}`, changed),
  };
}

/** The names of the files of a static export. */
export const fileLinks: Links = {
  home: () => "index.html",
  language: () => undefined,
  message: (locale, message) => `${message}.${locale}.html`,
};
