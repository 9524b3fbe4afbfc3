import * as v from "valibot";

/**
 * The client metadata that the app sends and all triggers read: one schema for both.
 *
 * Add a key by adding a line. Bound its length, and let it be optional: anyone can send anything, and what
 * does not fit is dropped rather than breaking a recovery. Templates see it as `metadata.<key>`. The
 * sentence is what the preview says of a value that is refused:
 *
 *   shop: v.optional(v.pipe(v.string(), v.maxLength(20, "20 characters at most."))),
 */
export const clientMetadata = v.object({
  /** The language that the person sees the app in: a language tag such as "de-CH". */
  locale: v.optional(v.pipe(v.string(), v.maxLength(35, "35 characters at most."))),
  /** One of the brands that templates/brands.json lists for the app client. */
  brand: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(32, "32 characters at most."),
      v.regex(/^[a-z0-9-]+$/, "Small letters, digits and hyphens."),
    ),
  ),
});
