import { catalogFile, SHARED, valuesIn } from "../../templates/catalog.ts";
import { didYouMean } from "../../templates/did-you-mean.ts";
import { type Project, placeInText, placeOf } from "../../templates/project.ts";
import { isPersonal, type Scope, unavailableReason } from "../../templates/scope.ts";
import type { Piece, Structure } from "../../templates/structure.ts";
import { stringId } from "../../templates/used-strings.ts";
import type { Violation } from "../../templates/violation.ts";
import type { Rule } from "../rule.ts";
import {
  isRead,
  stringUses,
  structuresOf,
  textPieces,
  textsIn,
  type Use,
  usedStringsOf,
} from "../string-uses.ts";

/** Rules about the values and texts that structures print, and where. */
export const structureRules: readonly Rule[] = [
  {
    name: "unknown-value",
    severity: "error",
    protects: "An unknown value prints nothing: people would read half a sentence.",
    suggestion: "docs/templates.md lists the values.",
    example: { file: "templates/locales/de.json", from: "{{brand.name}}", to: "{{brand.nam}}" },
    check: (project) => [
      ...structuresOf(project).flatMap((structure) =>
        structure.pieces.flatMap((piece) => {
          if (piece.is !== "value" && piece.is !== "value condition") return [];
          const wrong = whyUnknown(piece.name, structure, piece.is === "value", project);
          const node = piece.is === "value" ? piece.node : (piece.node.params[0] as hbs.AST.Expression);
          return wrong ? [{ ...placeOf(node, project), ...wrong }] : [];
        }),
      ),
      ...perValue(project, ({ structure }, name) => whyUnknown(name, structure, true, project)),
    ],
  },
  {
    name: "optional-value",
    severity: "error",
    protects:
      "Not every person has a name, and not every brand has a help page: without {{#if}} people would see a gap.",
    suggestion: "Print it inside an {{#if}} for it.",
    example: {
      file: "templates/messages/sign-up.html.hbs",
      from: '{{#if name}}{{t "greeting"}}{{else}}{{t "greeting-without-name"}}{{/if}}',
      to: '{{t "greeting"}}',
    },
    check: (project) => [
      ...structuresOf(project).flatMap(({ scope, pieces }) =>
        pieces.flatMap((piece) => {
          const needed = piece.is === "value" ? missingCondition(piece.name, piece, scope) : undefined;
          if (piece.is !== "value" || needed === undefined) return [];
          const message = `{{${piece.name}}} is optional, and is printed outside of {{#if}}.`;
          const suggestion = `Write {{#if ${needed}}}…{{/if}} around it.`;
          return [{ ...placeOf(piece.node, project), message, suggestion }];
        }),
      ),
      ...perPlace(project, ({ structure, piece }, name) => {
        const needed = missingCondition(name, piece, structure.scope);
        return needed === undefined
          ? undefined
          : {
              message: `{{${name}}} is optional, and "${piece.key}" is printed outside of {{#if}}.`,
              suggestion: `Write {{#if ${needed}}}{{t "${piece.key}"}}{{/if}} in the structure, or leave the value out.`,
            };
      }),
    ],
  },
  {
    name: "personal-value",
    severity: "error",
    protects:
      "Names and metadata may come from a stranger. In an attribute, a style, an address, a title or a comment they can do harm.",
    suggestion: "Print it in the text of the email.",
    example: {
      file: "templates/partials/layout.html.hbs",
      from: '<title>{{t "title"}}</title>',
      to: "<title>{{#if name}}{{name}}{{/if}}</title>",
    },
    check: (project) => [
      ...structuresOf(project).flatMap(({ pieces }) =>
        pieces.flatMap((piece) =>
          piece.is === "value" && isPersonal(piece.name) && piece.context.in !== "text"
            ? [{ ...placeOf(piece.node, project), message: personalIn(piece.name, piece) }]
            : [],
        ),
      ),
      ...perPlace(project, ({ piece }, name) =>
        isPersonal(name) && piece.context.in !== "text" ? { message: personalIn(name, piece) } : undefined,
      ),
    ],
  },
  {
    name: "text-place",
    severity: "error",
    protects: "A translation in an address or a style would break the email in that language only.",
    suggestion:
      'Write {{t "key"}} in text, alt, title or aria-label; {locale} in brands.json\'s supportUrl leads to a page per language.',
    example: {
      file: "templates/partials/button.html.hbs",
      from: 'href="{{href}}"',
      to: 'href="{{label}}"',
    },
    check: (project) =>
      structuresOf(project).flatMap(({ pieces }) =>
        pieces.flatMap((piece) =>
          piece.is === "string" && !isRead(piece.context)
            ? [
                {
                  ...placeOf(piece.node, project),
                  message: `{{t "${piece.key}"}} is printed ${where(piece)}.`,
                },
              ]
            : [],
        ),
      ),
  },
  {
    name: "unknown-string",
    severity: "error",
    protects: "A key that is in no catalog prints nothing, in any language.",
    suggestion: "Write it in the source language's catalog, or correct the key.",
    example: {
      file: "templates/messages/sign-up.html.hbs",
      from: '{{t "intro"}}',
      to: '{{t "intor"}}',
    },
    check: (project) => structuresOf(project).flatMap((structure) => unknownStrings(structure, project)),
  },
  {
    name: "untranslatable-text",
    severity: "warning",
    protects:
      "Text in a structure is the same in every language: people would see two languages in one message.",
    suggestion: 'Move it to the catalogs, and print it with {{t "key"}}.',
    example: { file: "templates/partials/not-you.html.hbs", to: '<p>{{t "not-you"}} Thank you.</p>' },
    check: (project) => {
      if (project.locales.length < 2) return [];
      return textPieces(project).flatMap(({ structure, piece }) =>
        textsIn(piece, structure).flatMap(({ node, at, text, context }) => {
          const read = text.replace(/&(?:[a-z]\w*|#\w+);/gi, (entity) => " ".repeat(entity.length));
          const index = read.search(/\p{L}/u);
          if (index < 0 || !isRead(context)) return [];
          const words = text
            .slice(index, index + 40)
            .trim()
            .replace(/\s+/g, " ");
          const message = `No catalog translates "${words}${text.trim().length > 40 ? "…" : ""}".`;
          return [{ ...placeInText(node, at + index, project), message }];
        }),
      );
    },
  },
  {
    name: "html-comment",
    severity: "warning",
    protects: "An HTML comment is sent with the email: everybody can read it in the source.",
    suggestion: "Write {{!-- … --}}, which is not sent.",
    example: { file: "templates/partials/not-you.html.hbs", to: '<!-- ask legal --><p>{{t "not-you"}}</p>' },
    check: (project) =>
      textPieces(project).flatMap(({ structure, piece }) =>
        structure.suffix === "html" && piece.context.in !== "raw"
          ? [...piece.node.value.matchAll(COMMENT)].map(({ index }) => ({
              ...placeInText(piece.node, index, project),
              message: "This comment is sent.",
            }))
          : [],
      ),
  },
];

/** Comments, without the conditions for Outlook. */
const COMMENT = /<!--(?!\s*\[if\b|\s*<!\[endif|\s*-{0,2}>)/gi;

type Problem = Pick<Violation, "message" | "suggestion">;

type Judge = (use: Use, name: string) => Problem | undefined;

/** Judges the values in strings by where they are printed, each value once. */
function perValue(project: Project, judge: Judge): Violation[] {
  return usedStringsOf(project).flatMap(({ string, locale, uses }) =>
    string.segments.flatMap((segment) => {
      if (!("name" in segment)) return [];
      const [wrong] = uses.flatMap((use) => judge(use, segment.name) ?? []);
      return wrong
        ? [{ file: string.file, index: string.index(segment.at), key: string.id, locale, ...wrong }]
        : [];
    }),
  );
}

/** Judges values that are valid elsewhere. If the source prints one too, it is one violation, at the structure. */
function perPlace(project: Project, judge: Judge): Violation[] {
  const source = project.catalogs.get(project.settings.source)?.strings;
  const inAll = [...stringUses(project)].flatMap(([id, uses]) =>
    uses.flatMap((use) =>
      valuesIn(source?.get(id) ?? { segments: [] }).flatMap((name) => {
        const wrong = judge(use, name);
        return wrong ? [{ ...placeOf(use.piece.node, project), key: id, ...wrong }] : [];
      }),
    ),
  );
  const inSome = perValue(project, (use, name) => {
    const original = source?.get(stringId(use.structure.message, use.piece.key, project));
    return original && valuesIn(original).includes(name) ? undefined : judge(use, name);
  });
  return [...inAll, ...inSome];
}

function whyUnknown(
  name: string,
  { scope, part, source, message }: Structure,
  isPrinted: boolean,
  project: Project,
): Problem | undefined {
  const known = scope.get(name);
  if (known && (known.isPrintable || !isPrinted)) return undefined;
  if (known)
    return { message: `{{${name}}} cannot be printed.`, suggestion: `Print {{${name}.url}} and its size.` };
  const why = unavailableReason(name, part);
  const word = part === "sms" ? "an SMS" : part === "email" ? "an email" : "a subject";
  if (why) return { message: `{{${name}}} is not available in ${word}.`, suggestion: why };
  const isString = project.catalogs
    .get(project.settings.source)
    ?.strings.has(stringId(message, name, project));
  const nearest = isString ? `t "${name}"` : didYouMean(name, scope.keys());
  const isReset = name === "resetLink" && source !== "CustomMessage_ForgotPassword";
  return {
    message: `Unknown value {{${name}}}.`,
    suggestion: nearest && !isReset ? `Did you mean {{${nearest}}}?` : undefined,
  };
}

/** Returns the outermost condition that is missing around a value. */
function missingCondition(
  name: string,
  { testedValues }: Pick<Piece, "testedValues">,
  scope: Scope,
): string | undefined {
  return scope.get(name)?.needs.find((each) => !testedValues.includes(each));
}

function personalIn(name: string, piece: Piece): string {
  return `{{${name}}} comes from a person and is printed ${where(piece)}.`;
}

function where({ context }: Piece): string {
  switch (context.in) {
    case "attribute":
      return `in the attribute ${context.name}`;
    case "raw":
      return `in <${context.element}>`;
    case "comment":
      return "in a comment";
    default:
      return context.in === "tag" ? "inside a tag" : "in the text";
  }
}

function unknownStrings({ pieces, message, file }: Structure, project: Project): Violation[] {
  const { catalogs, settings, files } = project;
  const all = [...catalogs.values()];
  // For a subject or an SMS without a file, the string is missing in the catalog: another rule.
  if (!files.has(file)) return [];
  return pieces.flatMap((piece) => {
    if (piece.is !== "string" && piece.is !== "string condition") return [];
    const { key, node } = piece;
    const id = stringId(message, key, project);
    if (all.some(({ strings }) => strings.has(id))) return [];
    // It is reported at the condition around it.
    if (piece.is === "string" && piece.testedKeys.includes(key)) return [];
    const known = [...(catalogs.get(settings.source)?.strings.values() ?? [])]
      .filter(({ section }) => section === message || section === SHARED)
      .map((each) => each.key);
    const sourceFile = catalogFile(settings.source);
    const misplaced = all.find(({ strings }) => strings.has(`${SHARED}.${key}`));
    if (misplaced) {
      const suggestion = `Write "${key}" in "${message}" of ${misplaced.file}, or add it to "${SHARED}" of ${sourceFile}, where it may be empty.`;
      return [{ ...placeOf(node, project), message: `No catalog has "${key}" in "${message}".`, suggestion }];
    }
    const nearest = didYouMean(key, known);
    return [
      {
        ...placeOf(node, project),
        message: `No catalog has "${key}".`,
        suggestion: nearest
          ? `Did you mean "${nearest}"?`
          : `Write it in "${message}" or "${SHARED}" of ${sourceFile}.`,
      },
    ];
  });
}
