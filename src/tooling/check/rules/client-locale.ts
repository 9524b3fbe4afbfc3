import { BRANDS, indexOfKey } from "../../templates/settings.ts";
import type { Rule } from "../rule.ts";

export const clientLocale: Rule = {
  name: "client-locale",
  severity: "warning",
  protects:
    "The language that brand.json states for an app client is for people who state none: one that no message is offered in is passed over.",
  mending: "Offer it in templates/messages.json, or state another.",
  example: { file: BRANDS, from: '"locale": "de"', to: '"locale": "it"' },
  check: ({ files, brands, settings, unread }) =>
    Object.entries(unread.length > 0 ? {} : brands.clients).flatMap(([client, { locale }]) =>
      locale === undefined || settings.locales.includes(locale)
        ? []
        : [
            {
              file: BRANDS,
              index: indexOfKey(files.get(BRANDS) ?? "", ["clients", client, "locale"]),
              message: `The app client "${client}" states ${locale}, which is not among \`locales\`.`,
            },
          ],
    ),
};
