import type { Rule } from "../rule.ts";

/** Not `{{username}}`, which is as it should be. */
const TYPED = /(?<!\{)\{(?:####|username|##[^#{}]+##)\}(?!\})/g;

const mendings: Readonly<Record<string, string>> = {
  "{####}": "Write {{code}}.",
  "{username}": "Write {{username}}, in an invitation.",
};

export const typedPlaceholder: Rule = {
  name: "typed-placeholder",
  severity: "error",
  protects:
    "Cognito puts the code in where its placeholder stands, and it names the placeholder with each message: one that is typed by hand may be another, and a link has no place here at all.",
  mending: "Write {{code}}.",
  example: { file: "templates/en/forgot-password/sms.txt.hbs", to: "{{code}}, and again {####}" },
  check: ({ parts, partials }) =>
    [...parts, ...partials.html.values(), ...partials.txt.values()].flatMap((source) =>
      [...source.text.matchAll(TYPED)].map(({ 0: typed, index }) => ({
        file: source.file,
        index,
        part: "part" in source ? source : undefined,
        message: `${typed} is typed by hand.`,
        mending: mendings[typed] ?? "Remove it: a link of Cognito's is for other messages.",
      })),
    ),
};
