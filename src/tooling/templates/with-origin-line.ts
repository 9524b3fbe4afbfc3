import Handlebars from "handlebars";
import { BRANDS, type BrandsSettings } from "./brands.ts";

const LINE = "{{#if brand.origin}}\n@{{brand.origin}} #{{code}}{{/if}}";

/**
 * Adds the last line that binds an SMS's code to the brand's site, so that authors need not write it. Returns the SMS
 * unchanged if no brand has an `origin`.
 *
 * @see https://wicg.github.io/sms-one-time-codes/
 */
export function withOriginLine(sms: hbs.AST.Program, { brands }: BrandsSettings): hbs.AST.Program {
  if (Object.values(brands).every(({ origin }) => origin === undefined)) return sms;
  const { body } = Handlebars.parse(LINE, { srcName: BRANDS, ignoreStandalone: true });
  return { ...sms, body: [...sms.body, ...body] };
}
