import * as v from "valibot";

/**
 * The schema of the client metadata, which the app sends and all triggers read.
 *
 * To add a key, add a line. Limit its length and make it optional: anyone can send anything, and an invalid value is
 * dropped. Templates use it as `metadata.<key>`. The preview shows the sentence for an invalid value:
 *
 *   shop: v.optional(v.pipe(v.string(), v.maxLength(20, "20 characters at most."))),
 */
export const clientMetadata = v.object({
  /** The language of the app, as a language tag such as "de-CH". */
  locale: v.optional(v.pipe(v.string(), v.maxLength(35, "35 characters at most."))),
  /** A brand that templates/brands.json lists for the app client. */
  brand: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(32, "32 characters at most."),
      v.regex(/^[a-z0-9-]+$/, "Small letters, digits and hyphens."),
    ),
  ),
});
