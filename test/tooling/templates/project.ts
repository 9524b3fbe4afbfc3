import { type Project, projectOf } from "../../../src/tooling/templates/project.ts";
import { shippedText } from "../check/shipped.ts";

export interface SmallProject {
  readonly settings?: object;
  /** Catalogs by tag: the strings of forgot-password, and a group `shared`. */
  readonly catalogs?: Readonly<
    Record<string, Readonly<Record<string, string | Readonly<Record<string, string>>>>>
  >;
  readonly records?: Readonly<Record<string, object>>;
  /** The text of the email's structure. */
  readonly email?: string;
  readonly files?: Readonly<Record<string, string>>;
}

/** Returns a project of one message, forgot-password. */
export function smallProject({
  settings = {},
  catalogs = {},
  records = {},
  email = "",
  files = {},
}: SmallProject): Project {
  const texts = Object.entries(catalogs).map(([tag, { shared, ...own }]): [string, string] => [
    `templates/locales/${tag}.json`,
    JSON.stringify({ ...(shared !== undefined && { shared }), "forgot-password": own }),
  ]);
  const recorded = Object.entries(records).map(([tag, each]): [string, string] => [
    `templates/sources/${tag}.json`,
    JSON.stringify(each),
  ]);
  return projectOf({
    files: new Map([
      ["templates/settings.json", JSON.stringify(settings)],
      ["templates/brands.json", shippedText("templates/brands.json")],
      ["templates/messages/forgot-password.html.hbs", email],
      ...texts,
      ...recorded,
      ...Object.entries(files),
    ]),
  });
}
