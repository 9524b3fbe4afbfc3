/**
 * What mail programs drop or break, as far as it changes what a person reads: facts, and what to write instead.
 *
 * Taken from caniemail.com, as of June 2026: `page` names the page, https://www.caniemail.com/features/<page>/.
 * Scripts, frames and plug-ins have no page there; Outlook's list is Microsoft's "Word 2007 HTML and CSS
 * rendering capabilities" (MSDN aa338201), and all programs take scripts out.
 *
 * What is only prettier where it works (rounded corners, shadows, media queries, `max-width`, `color-scheme`)
 * is left out on purpose: nobody misses it.
 */
export interface Loss {
  /** An error for what makes a message unusable or dangerous; a warning for what gets lost. */
  readonly severity: "error" | "warning";
  /** What goes on from its name: "… is removed by Gmail". */
  readonly happens: string;
  readonly instead: string;
  readonly page: string | undefined;
  /** Only with such a value. */
  readonly value?: RegExp;
  /** Not where this property stands beside it: there is something to fall back to. */
  readonly unless?: string;
  /** A piece of HTML that has it. */
  readonly sample: string;
}

const lost = (
  page: string,
  sample: string,
  happens: string,
  instead: string,
  more: Pick<Loss, "value" | "unless"> = {},
): Loss => ({ severity: "warning", page, sample, happens, instead, ...more });

const dangerous = (
  page: string | undefined,
  sample: string,
  happens: string,
  instead: string,
  more: Pick<Loss, "value"> = {},
): Loss => ({ severity: "error", page, sample, happens, instead, ...more });

const field = (page: string, sample: string) =>
  dangerous(
    page,
    sample,
    "asks for an answer in the email itself: many mail programs remove it or warn of it, and it looks like a message that steals passwords",
    "Link to a page of yours where people type.",
  );

const plugIn = (page: string | undefined, sample: string) =>
  dangerous(
    page,
    sample,
    "is removed by Gmail, Outlook and Yahoo: what is in it is not there for most people",
    "Write what it would show as text, or link to a page that shows it.",
  );

/** By the element's name; those about one of its attributes only name it too: `link[rel]`. */
export const elements: Readonly<Record<string, Loss>> = {
  script: dangerous(
    undefined,
    "<script>1</script>",
    "is a program: mail programs remove it, and filters take the message for an attack",
    "Remove it: an email can only be read.",
  ),
  form: field("html-form", "<form></form>"),
  input: field("html-input-text", "<input>"),
  textarea: field("html-textarea", "<textarea></textarea>"),
  select: field("html-select", "<select></select>"),
  button: dangerous(
    "html-button-submit",
    "<button>Go</button>",
    "does nothing in an email, and is not shown as a button by Outlook",
    "Use {{> button}}, or a link.",
  ),
  iframe: plugIn(undefined, "<iframe></iframe>"),
  object: plugIn("html-object", "<object></object>"),
  embed: plugIn(undefined, "<embed>"),
  applet: plugIn(undefined, "<applet></applet>"),
  base: dangerous(
    "html-base",
    '<base href="https://example.com/">',
    "changes where all links lead, and each mail program does it differently",
    "Remove it, and write each link as a whole address.",
  ),
  "link[rel]": dangerous(
    "html-link",
    '<link rel="stylesheet" href="https://example.com/a.css">',
    "is removed by Gmail, Outlook.com and Yahoo: a style sheet in a file of its own is not read, and the email looks unfinished",
    "Put the CSS into <style> in the layout, and into style attributes.",
    { value: /stylesheet/i },
  ),
  "meta[http-equiv]": dangerous(
    undefined,
    '<meta http-equiv="refresh" content="0;url=https://example.com/">',
    "would lead people away from the message without asking: mail programs remove it, and filters take it for an attack",
    "Remove it; a link lets people choose.",
    { value: /^\s*refresh/i },
  ),
  video: lost(
    "html-video",
    "<video></video>",
    "does not play in Gmail, Outlook and Yahoo",
    "Link to the page that shows it.",
  ),
  audio: lost(
    "html-audio",
    "<audio></audio>",
    "does not play in Gmail, Outlook and Yahoo",
    "Link to the page that plays it.",
  ),
  svg: lost(
    "html-svg",
    "<svg></svg>",
    "is removed by Gmail, Outlook and Yahoo: there is a gap where the drawing should be",
    "Use <img> with a PNG file.",
  ),
  picture: lost(
    "html-picture",
    "<picture></picture>",
    "is passed over by Gmail, Outlook and Yahoo, which show the <img> in it alone",
    "Use <img> by itself.",
  ),
  dialog: lost(
    "html-dialog",
    "<dialog>Hello</dialog>",
    "is not known to Gmail and Outlook: they show always what should be shown at times",
    "Write it as plain text.",
  ),
  marquee: lost(
    "html-marquee",
    "<marquee>Hello</marquee>",
    "moves in some mail programs only, and what moves is hard to read",
    "Write it as plain text.",
  ),
  meter: lost(
    "html-meter",
    "<meter></meter>",
    "is not shown by Gmail, Outlook for Windows and Yahoo",
    "Write the number as text.",
  ),
  progress: lost(
    "html-progress",
    "<progress></progress>",
    "is not shown by Gmail, Outlook for Windows and Yahoo",
    "Write the number as text.",
  ),
  rt: lost(
    "html-rt",
    "<ruby>x<rt>y</rt></ruby>",
    "is not set above the word by Gmail and Outlook for Windows: the reading runs into the text",
    "Write the reading in brackets after the word.",
  ),
};

/** A `<style>` that stands in the body. */
export const styleInBody = lost(
  "html-style",
  "<style>p{color:red}</style>",
  "is read by Gmail in the <head> alone: here it changes nothing",
  "Move it into the <head> of the layout, or write style attributes.",
);

/** By the attribute's name; `on*` for all that begin so. */
export const attributes: Readonly<Record<string, Loss>> = {
  "on*": dangerous(
    undefined,
    '<p onclick="1">x</p>',
    "holds a program: mail programs remove it, and filters take the message for an attack",
    "Remove it: an email can only be read.",
  ),
  hidden: lost(
    "html-hidden",
    "<p hidden>x</p>",
    "hides nothing in Gmail, Outlook and Yahoo: people read what should be hidden",
    'Write style="display:none", or leave the text out.',
  ),
  srcset: lost(
    "html-srcset",
    '<img alt="" srcset="https://example.com/a.png">',
    "is passed over by Gmail, Outlook and Yahoo, which show the picture of src alone",
    "Write src with a picture that is good enough for all.",
  ),
  popover: lost(
    "html-popover",
    "<p popover>x</p>",
    "is not known to Gmail, Outlook and Yahoo: they show always what should be shown at times",
    "Write it as plain text.",
  ),
  required: lost(
    "html-required",
    "<p required>x</p>",
    "is passed over by Gmail, Outlook and Yahoo",
    "Remove it: nothing is filled in here.",
  ),
};

/** By what the address of a picture ends with, or begins with: `data:`. */
export const pictures: Readonly<Record<string, Loss>> = {
  "data:": lost(
    "image-base64",
    '<img alt="" src="data:image/png;base64,AAAA">',
    "is a picture written into the email, which Gmail does not show",
    "Put the picture on your site, and write its https:// address.",
  ),
  ".svg": lost(
    "image-svg",
    '<img alt="" src="https://example.com/a.svg">',
    "is a kind of picture that Gmail does not show",
    "Use a PNG file.",
  ),
  ".webp": lost(
    "image-webp",
    '<img alt="" src="https://example.com/a.webp">',
    "is a kind of picture that Outlook for Windows does not show",
    "Use a PNG or JPEG file.",
  ),
  ".avif": lost(
    "image-avif",
    '<img alt="" src="https://example.com/a.avif">',
    "is a kind of picture that Outlook for Windows does not show",
    "Use a PNG or JPEG file.",
  ),
  ".heic": lost(
    "image-heif",
    '<img alt="" src="https://example.com/a.heic">',
    "is a kind of picture that Outlook does not show",
    "Use a PNG or JPEG file.",
  ),
  ".tiff": lost(
    "image-tiff",
    '<img alt="" src="https://example.com/a.tiff">',
    "is a kind of picture that Outlook and Yahoo do not show",
    "Use a PNG or JPEG file.",
  ),
};

const styled = (declarations: string) => `<p style="${declarations}">x</p>`;
const ruled = (css: string) => `<style>${css}</style>`;

const ofEveryOne = "is passed over by Gmail, Outlook and Yahoo";

/** Margins and paddings that turn with the direction of writing. */
const logical = (name: string, page: string): Loss =>
  lost(
    page,
    styled(`${name}:8px`),
    `${ofEveryOne}: the distance is missing`,
    "Give both sides the same distance, with margin or padding: it is then right in either direction of writing.",
  );

/** By the property's name. */
export const properties: Readonly<Record<string, Loss>> = {
  position: lost(
    "css-position",
    styled("position:absolute"),
    "is passed over by Gmail and Outlook: what it should move stays in its place, perhaps over other text",
    "Arrange it with a table.",
    { value: /^(?!static)/ },
  ),
  inset: lost("css-inset", styled("inset:0"), `${ofEveryOne}: nothing is moved`, "Arrange it with a table."),
  "z-index": lost(
    "css-z-index",
    styled("z-index:1"),
    "is passed over by Gmail and Outlook for Windows: what should lie above may lie below",
    "Let nothing lie over anything else.",
  ),
  float: lost(
    "css-float",
    styled("float:left"),
    "is passed over by Outlook for Windows: what should stand side by side stands one below the other",
    'Write align="left" or align="right" on a <table> or <img>, or use the cells of a table.',
    { value: /^(?!none)/ },
  ),
  display: lost(
    "css-display-flex",
    styled("display:flex"),
    "with flex or grid is passed over by Outlook for Windows: what should stand side by side stands one below the other",
    "Arrange it with the cells of a table.",
    { value: /\b(?:flex|grid)$/ },
  ),
  gap: lost(
    "css-gap",
    styled("gap:8px"),
    "is passed over by Outlook for Windows and Yahoo, and in part by Gmail: the distance is missing",
    "Use padding on the cells of a table.",
  ),
  "flex-direction": lost(
    "css-flex-direction",
    styled("flex-direction:column"),
    "is passed over by Gmail, Outlook for Windows and Yahoo",
    "Arrange it with a table.",
  ),
  "flex-wrap": lost(
    "css-flex-wrap",
    styled("flex-wrap:wrap"),
    "is passed over by Gmail, Outlook for Windows and Yahoo",
    "Arrange it with a table.",
  ),
  "justify-content": lost(
    "css-justify-content",
    styled("justify-content:center"),
    "is passed over by Gmail, Outlook for Windows and Yahoo",
    "Write align on the cell of a table.",
  ),
  "align-items": lost(
    "css-align-items",
    styled("align-items:center"),
    "is passed over by Gmail, Outlook for Windows and Yahoo",
    "Write valign on the cell of a table.",
  ),
  "grid-template": gridTemplate("grid-template", "none"),
  "grid-template-columns": gridTemplate("grid-template-columns", "1fr"),
  "grid-template-rows": gridTemplate("grid-template-rows", "1fr"),
  "grid-template-areas": gridTemplate("grid-template-areas", "none"),
  "column-count": lost(
    "css-column-count",
    styled("column-count:2"),
    "is passed over by Outlook for Windows and Yahoo: the text stands in one column",
    "Use the cells of a table.",
  ),
  "margin-inline": logical("margin-inline", "css-margin-inline-block"),
  "margin-inline-start": logical("margin-inline-start", "css-margin-inline-start-end"),
  "margin-inline-end": logical("margin-inline-end", "css-margin-inline-start-end"),
  "margin-block": logical("margin-block", "css-margin-inline-block"),
  "margin-block-start": logical("margin-block-start", "css-margin-block-start-end"),
  "margin-block-end": logical("margin-block-end", "css-margin-block-start-end"),
  "padding-inline": logical("padding-inline", "css-padding-inline-block"),
  "padding-inline-start": logical("padding-inline-start", "css-padding-inline-start-end"),
  "padding-inline-end": logical("padding-inline-end", "css-padding-inline-start-end"),
  "padding-block": logical("padding-block", "css-padding-inline-block"),
  "padding-block-start": logical("padding-block-start", "css-padding-block-start-end"),
  "padding-block-end": logical("padding-block-end", "css-padding-block-start-end"),
  "inline-size": lost(
    "css-inline-size",
    styled("inline-size:8px"),
    `${ofEveryOne}: the width is another`,
    "Write width.",
  ),
  "block-size": lost(
    "css-block-inline-size",
    styled("block-size:8px"),
    `${ofEveryOne}: the height is another`,
    "Write height.",
  ),
  "min-height": lost(
    "css-min-height",
    styled("min-height:8px"),
    "is passed over by Outlook for Windows: it is lower than it should be",
    "Write height on the cell of a table.",
  ),
  "min-width": lost(
    "css-min-width",
    styled("min-width:8px"),
    "is passed over by Outlook for Windows: it is narrower than it should be",
    "Write width on the cell of a table.",
  ),
  "box-sizing": lost(
    "css-box-sizing",
    styled("box-sizing:border-box"),
    "is passed over by Outlook for Windows and Yahoo: there it gets wider than it should, by its padding",
    "Choose a width without the padding.",
  ),
  "aspect-ratio": lost(
    "css-aspect-ratio",
    styled("aspect-ratio:1"),
    "is passed over by Gmail and Outlook for Windows: the proportions are others",
    "Write width and height.",
  ),
  "object-fit": lost(
    "css-object-fit",
    styled("object-fit:cover"),
    "is passed over by Outlook for Windows and Yahoo: the picture is stretched",
    "Use a picture of the right proportions.",
  ),
  "background-image": lost(
    "css-background-image",
    styled("background-image:url(https://example.com/a.png)"),
    "is not shown by Outlook for Windows: text that needs it behind cannot be read there",
    "Write background-color too, in a colour on which the text can be read.",
    { unless: "background-color", value: /^(?!none)/ },
  ),
  visibility: lost(
    "css-visibility",
    styled("visibility:hidden"),
    "is passed over by Gmail and Outlook for Windows: people read what should be hidden",
    "Write display:none, or leave the text out.",
    { value: /^(?!visible)/ },
  ),
  opacity: lost(
    "css-opacity",
    styled("opacity:0.5"),
    "is passed over by Outlook for Windows: what should be pale or hidden is shown in full",
    "Choose a paler colour, or leave the text out.",
  ),
  "clip-path": lost(
    "css-clip-path",
    styled("clip-path:none"),
    `${ofEveryOne}: nothing is cut off`,
    "Use a picture that is cut already.",
  ),
  "mask-image": lost(
    "css-mask-image",
    styled("mask-image:none"),
    `${ofEveryOne}: nothing is cut off`,
    "Use a picture that is cut already.",
  ),
  filter: lost(
    "css-filter",
    styled("filter:blur(1px)"),
    `${ofEveryOne}: the picture stays as it is`,
    "Use a picture that looks right already.",
  ),
  transform: lost(
    "css-transform",
    styled("transform:scale(2)"),
    `${ofEveryOne}: nothing is turned or moved`,
    "Arrange it with a table.",
  ),
  animation: lost(
    "css-animation",
    styled("animation:a 1s"),
    `${ofEveryOne}: people see the first moment only`,
    "Write what must be read so that it stands still.",
  ),
  "writing-mode": lost(
    "css-writing-mode",
    styled("writing-mode:vertical-rl"),
    "is passed over by Outlook for Windows and Yahoo: the lines run as usual",
    "Write the text for lines that run as usual.",
  ),
  "white-space": lost(
    "css-white-space",
    styled("white-space:pre"),
    "is passed over by Outlook for Windows: lines break, and spaces run together, as usual there",
    "Write <br> where a line ends, and &nbsp; where none must end.",
  ),
  "overflow-wrap": lost(
    "css-overflow-wrap",
    styled("overflow-wrap:anywhere"),
    `${ofEveryOne}: a long word makes the email wider than the screen`,
    "Write word-break:break-word.",
  ),
  hyphens: lost(
    "css-hyphens",
    styled("hyphens:auto"),
    `${ofEveryOne}: words are not divided`,
    "Write &shy; in long words.",
  ),
  "list-style-image": lost(
    "css-list-style-image",
    styled("list-style-image:none"),
    `${ofEveryOne}: the usual dots are shown`,
    "Use the usual dots.",
  ),
  "border-image": lost(
    "css-border-image",
    styled("border-image:none"),
    `${ofEveryOne}: the border is missing`,
    "Write border with a colour.",
  ),
  margin: lost(
    "css-margin",
    styled("margin:-8px"),
    "with a minus is passed over by Gmail, Outlook and Yahoo: nothing moves closer",
    "Make the distance beside it smaller.",
    { value: /(?:^|\s)-[\d.]/ },
  ),
  "--*": lost(
    "css-variables",
    ruled(":root{--a:red}"),
    "is not kept by Gmail, Outlook and Yahoo: whatever uses it loses its colour or size",
    "Write the value itself in each place.",
  ),
};

function gridTemplate(name: string, value: string): Loss {
  return lost(
    "css-grid-template",
    styled(`${name}:${value}`),
    `${ofEveryOne}: what should stand side by side stands one below the other`,
    "Arrange it with the cells of a table.",
  );
}

const newColor = (sample: string): Loss =>
  lost(
    "css-modern-color",
    styled(`color:${sample}`),
    "is a kind of colour that Outlook and Yahoo do not know, and for which Gmail drops all styles around it",
    'Write the colour as "#rrggbb".',
  );

const worked = (page: string, sample: string): Loss =>
  lost(
    page,
    styled(sample),
    "is not worked out by Outlook and Yahoo: the size or colour is missing",
    "Write the value itself.",
  );

const gradient = (page: string, sample: string): Loss =>
  lost(
    page,
    styled(`background-image:${sample}`),
    "is not shown by Outlook and Yahoo: text that needs it behind cannot be read there",
    "Write background-color too, in a colour on which the text can be read.",
    { unless: "background-color" },
  );

/** By the function's name, in the value of a property. */
export const functions: Readonly<Record<string, Loss>> = {
  "var()": worked("css-variables", "color:var(--a)"),
  "calc()": worked("css-unit-calc", "width:calc(1px + 1px)"),
  "min()": worked("css-function-min", "width:min(1px, 2px)"),
  "max()": worked("css-function-max", "width:max(1px, 2px)"),
  "clamp()": worked("css-function-clamp", "width:clamp(1px, 2px, 3px)"),
  "light-dark()": lost(
    "css-function-light-dark",
    styled("color:light-dark(#000000, #ffffff)"),
    `${ofEveryOne}: the colour is missing`,
    "Write the light colour, and the dark one in @media (prefers-color-scheme: dark).",
  ),
  "linear-gradient()": gradient("css-linear-gradient", "linear-gradient(red, blue)"),
  "radial-gradient()": gradient("css-radial-gradient", "radial-gradient(red, blue)"),
  "conic-gradient()": gradient("css-conic-gradient", "conic-gradient(red, blue)"),
  "rgba()": lost(
    "css-rgba",
    styled("color:rgba(0, 0, 0, 0.5)"),
    "is a kind of colour that Outlook for Windows does not know: the colour is missing",
    'Write the colour as "#rrggbb".',
  ),
  "rgb() without commas": lost(
    "css-rgb",
    styled("color:rgb(0 0 0)"),
    "is a way to write a colour for which Gmail drops all styles around it",
    'Write the colour as "#rrggbb".',
  ),
  "lab()": newColor("lab(50% 0 0)"),
  "lch()": newColor("lch(50% 0 0)"),
  "oklab()": newColor("oklab(50% 0 0)"),
  "oklch()": newColor("oklch(50% 0 0)"),
};

const ofTheWindow = (unit: string): Loss =>
  lost(
    `css-unit-${unit}`,
    styled(`width:5${unit}`),
    "is a unit that Outlook for Windows does not know: the size is another there",
    "Write the size in px or %.",
  );

/** By the unit of a number. */
export const units: Readonly<Record<string, Loss>> = {
  vw: ofTheWindow("vw"),
  vh: ofTheWindow("vh"),
  vmin: ofTheWindow("vmin"),
  vmax: ofTheWindow("vmax"),
  rem: ofTheWindow("rem"),
  ch: ofTheWindow("ch"),
};

/** By the name of a rule with an @, or what a selector has. */
export const cssRules: Readonly<Record<string, Loss>> = {
  "@import": dangerous(
    "css-at-import",
    ruled('@import "https://example.com/a.css";'),
    "is not followed by Gmail and Outlook.com: a style sheet in a file of its own is not read, and who wrote that file later changes what your email looks like",
    "Put the CSS into <style> in the layout.",
  ),
  "@font-face": lost(
    "css-at-font-face",
    ruled("@font-face{font-family:x}"),
    "is passed over by Gmail, Outlook and Yahoo: the text is shown in another font",
    "Name fonts that people have, as the layout does.",
  ),
  "@keyframes": lost(
    "css-at-keyframes",
    ruled("@keyframes a{from{color:red}}"),
    "is passed over by Gmail and Outlook: people see the first moment only",
    "Write what must be read so that it stands still.",
  ),
  "::before": lost(
    "css-pseudo-element-before",
    ruled("p::before{color:red}"),
    `${ofEveryOne}: a text that stands in the CSS is not read`,
    "Write the text in the HTML.",
  ),
  "::after": lost(
    "css-pseudo-element-after",
    ruled("p::after{color:red}"),
    `${ofEveryOne}: a text that stands in the CSS is not read`,
    "Write the text in the HTML.",
  ),
  "a rule inside a rule": lost(
    "css-nesting",
    ruled("p{& b{color:red}}"),
    "is not understood by Gmail, Outlook and Yahoo: its styles are lost, or get where they should not",
    "Write the inner rule by itself.",
  ),
};
