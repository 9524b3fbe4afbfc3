import type { clientSupport } from "./client-support.ts";

/** A feature of HTML or CSS that some mail clients do not support, which a reader would notice. */
export interface ClientFeature {
  /** The name at caniemail.com; `undefined` for a feature that no mail client supports. */
  readonly slug?: keyof typeof clientSupport;
  /** A more exact suggestion than the rule's. */
  readonly instead?: string;
}

type Features = Readonly<Record<string, ClientFeature>>;

const LINK = "Link to a page of the app instead.";

export const elements: Features = {
  script: { instead: "Remove it." },
  iframe: { instead: LINK },
  form: { slug: "html-form", instead: LINK },
  input: { slug: "html-input-text", instead: LINK },
  select: { slug: "html-select", instead: LINK },
  textarea: { slug: "html-textarea", instead: LINK },
  button: { slug: "html-button-submit", instead: "Use a link that looks like a button." },
  video: { slug: "html-video", instead: "Use a picture that links to it." },
  audio: { slug: "html-audio", instead: LINK },
  object: { slug: "html-object" },
  dialog: { slug: "html-dialog" },
  progress: { slug: "html-progress" },
  meter: { slug: "html-meter" },
  base: { slug: "html-base", instead: "Write whole addresses." },
  map: { slug: "html-image-maps", instead: "Use a link around each picture." },
  svg: { slug: "html-svg", instead: "Use a PNG." },
};

export const attributes: Features = {
  hidden: { slug: "html-hidden", instead: 'Write style="display:none".' },
  popover: { slug: "html-popover" },
};

/** Pictures, by the end or the beginning of their address. */
export const pictures: readonly (readonly [RegExp, ClientFeature & { readonly name: string }])[] = [
  [/^data:/i, { name: "A picture in the email itself (data:)", slug: "image-base64" }],
  [/\.svg(?:[?#]|$)/i, { name: "An SVG", slug: "image-svg", instead: "Use a PNG." }],
  [/\.webp(?:[?#]|$)/i, { name: "A WebP", slug: "image-webp", instead: "Use a PNG or JPEG." }],
  [/\.avif(?:[?#]|$)/i, { name: "An AVIF", slug: "image-avif", instead: "Use a PNG or JPEG." }],
];

/** Features by property; a pattern limits one to matching values. */
export const properties: Readonly<Record<string, ClientFeature & { readonly value?: RegExp }>> = {
  display: { slug: "css-display-flex", value: /^(?:inline-)?flex$/i, instead: "Use a table." },
  "grid-template-columns": { slug: "css-grid-template", instead: "Use a table." },
  "grid-template-areas": { slug: "css-grid-template", instead: "Use a table." },
  gap: { slug: "css-gap", instead: "Use padding." },
  position: { slug: "css-position", value: /^(?:absolute|fixed|sticky)$/i },
  inset: { slug: "css-inset" },
  "aspect-ratio": { slug: "css-aspect-ratio", instead: "Write width and height." },
  "object-fit": { slug: "css-object-fit" },
  "clip-path": { slug: "css-clip-path" },
  "mask-image": { slug: "css-mask-image" },
  "mix-blend-mode": { slug: "css-mix-blend-mode" },
  transform: { slug: "css-transform" },
  "writing-mode": { slug: "css-writing-mode" },
  columns: { slug: "css-column-layout-properties", instead: "Use a table." },
  "column-count": { slug: "css-column-count", instead: "Use a table." },
  "background-image": {
    slug: "css-background-image",
    value: /url\(/i,
    instead: "Set background-color, too.",
  },
  "margin-inline": { slug: "css-margin-inline-block" },
  "margin-inline-start": { slug: "css-margin-inline-start-end" },
  "margin-inline-end": { slug: "css-margin-inline-start-end" },
  "padding-inline": { slug: "css-padding-inline-block" },
  "padding-inline-start": { slug: "css-padding-inline-start-end" },
  "padding-inline-end": { slug: "css-padding-inline-start-end" },
  "inline-size": { slug: "css-block-inline-size", instead: "Write width." },
  "max-inline-size": { slug: "css-max-inline-size", instead: "Write max-width." },
};

/** Features by a pattern for the value. */
export const values: readonly (readonly [RegExp, ClientFeature & { readonly name: string }])[] = [
  [/\bvar\(/i, { name: "var()", slug: "css-variables", instead: "Write the value itself." }],
  [/\bcalc\(/i, { name: "calc()", slug: "css-unit-calc" }],
  [/\bclamp\(/i, { name: "clamp()", slug: "css-function-clamp" }],
  [/(?<![-\w])min\(/i, { name: "min()", slug: "css-function-min" }],
  [/(?<![-\w])max\(/i, { name: "max()", slug: "css-function-max" }],
  [/\blight-dark\(/i, { name: "light-dark()", slug: "css-function-light-dark" }],
  [/\b(?:oklch|oklab|lch|lab|color-mix)\(/i, { name: "A colour such as oklch()", slug: "css-modern-color" }],
  [/\blinear-gradient\(/i, { name: "linear-gradient()", slug: "css-linear-gradient" }],
  [/\bradial-gradient\(/i, { name: "radial-gradient()", slug: "css-radial-gradient" }],
  [/\bconic-gradient\(/i, { name: "conic-gradient()", slug: "css-conic-gradient" }],
  [/\b(?:fit|min|max)-content\b/i, { name: "fit-content", slug: "css-intrinsic-size" }],
  [/(?<![-\w#.])\d*\.?\d+rem\b/i, { name: "The unit rem", slug: "css-unit-rem", instead: "Write px." }],
  [/(?<![-\w#.])\d*\.?\d+vw\b/i, { name: "The unit vw", slug: "css-unit-vw", instead: "Write px or %." }],
  [/(?<![-\w#.])\d*\.?\d+vh\b/i, { name: "The unit vh", slug: "css-unit-vh", instead: "Write px or %." }],
];

export const rules = {
  nestedMedia: {
    slug: "css-at-media-nested",
    instead: "Write both conditions in one, @media (…) and (…); or look for a missing } before it.",
  },
  nested: { slug: "css-nesting", instead: "Write the whole selector." },
  import: { slug: "css-at-import", instead: "Write the CSS in a <style> of the email." },
  stylesheet: { slug: "html-link", instead: "Write the CSS in a <style> of the email." },
  before: { slug: "css-pseudo-element-before", instead: "Write the text in the HTML." },
  after: { slug: "css-pseudo-element-after", instead: "Write the text in the HTML." },
  has: { slug: "css-pseudo-class-has", instead: "Use a class." },
} satisfies Features;
