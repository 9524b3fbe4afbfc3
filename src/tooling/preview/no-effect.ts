import { localeServed } from "../../locale/locale-served.ts";
import { clean } from "../../message/clean.ts";
import type { CustomMessageSource } from "../../trigger/custom-message-event.ts";
import { languageName } from "../templates/language-tag.ts";
import { localeTable } from "../templates/locale-table.ts";
import { localesOf, type Project } from "../templates/project.ts";
import type { Sample } from "./picture.ts";

/** A message as it is shown: in a language, and perhaps for a brand, whoever it is for. */
interface Shown {
  readonly locale: string;
  readonly source: CustomMessageSource;
  readonly brand: string | undefined;
}

/** The values of a sample that change nothing on the page, each with the reason in a sentence, by their fields. */
export function withoutEffect(sample: Sample, shown: Shown, project: Project): ReadonlyMap<string, string> {
  return new Map([
    ...localeReasons(sample, shown, project),
    ...brandReasons(sample, shown),
    ...attributeReasons(sample),
  ]);
}

type Reason = readonly [field: string, why: string];

/** A page is in its own language; what the person's would choose is told where it is another. */
function localeReasons(sample: Sample, { locale, source }: Shown, project: Project): Reason[] {
  const wishes = [
    { by: "metadata", text: sample.clientMetadata?.locale, field: "metadata.locale" },
    { by: "attribute", text: sample.userAttributes?.locale, field: "attribute.locale" },
  ] as const;
  const message = project.messages.find((each) => each.source === source);
  const offered = message ? localesOf(message, project) : [];
  const served = localeServed(wishes, offered, localeTable(project.locales));
  return wishes.flatMap(({ by, text, field }): Reason[] => {
    if (text === undefined || text === "") return [];
    if (served?.by === by) {
      const { tag } = served.locale;
      if (tag === locale) return [];
      const here = `This page is in ${languageName(locale)} for everybody`;
      return [[field, `${here}: when it is sent, this chooses ${languageName(tag)}.`]];
    }
    const isBehind = served?.by === "metadata";
    return [[field, isBehind ? "metadata.locale is heard before it." : "No language offered is near it."]];
  });
}

function brandReasons({ clientId, clientMetadata }: Sample, { brand }: Shown): Reason[] {
  if (brand === undefined) return [];
  const why = `The page shows the brand “${brand}” for everybody, as chosen above.`;
  return [
    ...(clientId ? [["client", why] as const] : []),
    ...(clientMetadata?.brand ? [["metadata.brand", why] as const] : []),
  ];
}

/** What is read of the attributes: the name, the language, and what a link for a new password holds. */
const READ = new Set(["given_name", "name", "locale", "sub"]);

function attributeReasons({ userAttributes = {} }: Sample): Reason[] {
  const given = clean(userAttributes.given_name);
  return Object.entries(userAttributes).flatMap(([key, value]): Reason[] => {
    if (value === "") return [];
    if (!READ.has(key)) return [[`attribute.${key}`, "No message prints it."]];
    return key === "name" && given !== undefined && clean(value) !== undefined
      ? [["attribute.name", "given_name is printed in its place."]]
      : [];
  });
}
