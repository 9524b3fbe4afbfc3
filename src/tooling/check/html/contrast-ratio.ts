/** The named colours of HTML 4, and a few more that emails use. */
const NAMES = `black 000000 silver c0c0c0 gray 808080 grey 808080 white ffffff maroon 800000 red ff0000
  purple 800080 fuchsia ff00ff green 008000 lime 00ff00 olive 808000 yellow ffff00 navy 000080 blue 0000ff
  teal 008080 aqua 00ffff orange ffa500 whitesmoke f5f5f5 lightgray d3d3d3 lightgrey d3d3d3 darkgray a9a9a9`;
const NAMED = new Map([...NAMES.matchAll(/(\w+) (\w{6})/g)].map(([, name, hex]) => [name, `#${hex}`]));

/** Returns an opaque colour as `#rrggbb`; `undefined` for a transparent colour or any other text. */
export function opaqueColor(written: string): string | undefined {
  const word = written.trim().toLowerCase();
  const [, short] = /^#([0-9a-f]{3})$/.exec(word) ?? [];
  if (short) return `#${short.replace(/./g, "$&$&")}`;
  if (/^#[0-9a-f]{6}$/.test(word)) return word;
  const [, r, g, b, alpha = "1"] =
    /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*(?:[,/]\s*([\d.]+%?)\s*)?\)$/.exec(word) ?? [];
  if (r === undefined) return NAMED.get(word);
  const hex = (channel = "0") => Math.min(255, Number(channel)).toString(16).padStart(2, "0");
  return alpha === "1" || alpha === "100%" || alpha === "1.0" ? `#${hex(r)}${hex(g)}${hex(b)}` : undefined;
}

/** Returns the contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastRatio(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
