import type { CustomMessageSource } from "../../trigger/custom-message-event.ts";
import { sourceOf } from "../templates/sources.ts";
import {
  type Begun,
  beginning,
  type Checked,
  casesOf,
  checkedWith,
  type Told,
  writingRules,
} from "./check.ts";
import type { Copy } from "./copy.ts";
import type { Case } from "./rule.ts";
import { rules } from "./rules/table.ts";

/** The messages that one thread looks at. */
export type Share = ReadonlySet<CustomMessageSource>;

/** A case as one thread tells it to another: nothing in it that cannot be sent. */
export interface SentCase extends Omit<Case, "part"> {
  readonly rule: string;
  readonly severity: Told["severity"];
  readonly part: SentPart | undefined;
}

type SentPart = NonNullable<Case["part"]> & { readonly file: string };

/** What one thread needs to know of a copy: all of it but the other messages, and nothing that cannot be sent. */
export function copyForShare({ files, others, metadata }: Copy, share: Share): Copy {
  const isOfAnother = (file: string) => {
    const source = messageOf(file);
    return source !== undefined && !share.has(source);
  };
  return {
    files: new Map([...files].filter(([file]) => !isOfAnother(file))),
    ...(others && { others }),
    metadata: metadata && "schema" in metadata ? { schema: metadata.schema } : metadata,
  };
}

/** The message that a file is of, by where it stands. */
export function messageOf(file: string): CustomMessageSource | undefined {
  const [, , message = ""] = file.split("/");
  return sourceOf(message);
}

/** All that is said of what is written in the messages of a copy made by {@link copyForShare}. */
export function casesOfShare(copy: Copy): SentCase[] {
  const sent = new Map<Case["part"], SentPart>();
  return casesOf(writingRules, beginning(copy).sound).map(({ rule, part, ...told }) => ({
    ...told,
    rule: rule.name,
    part: part && sentPart(part as SentPart, sent),
  }));
}

/** The same of the messages of a share, in the thread that has looked at all. */
export function casesInShare({ sound }: Begun, share: Share): Told[] {
  return casesOf(writingRules, { ...sound, parts: sound.parts.filter(({ source }) => share.has(source)) });
}

/** One for each part: what is told of one part is of the same part there too. */
function sentPart(part: SentPart, sent: Map<Case["part"], SentPart>): SentPart {
  const { locale, source, isOffered, file } = part;
  const known = sent.get(part) ?? { locale, source, isOffered, file };
  sent.set(part, known);
  return known;
}

/** What all shares together say of a copy: what `check` says of it. */
export function together(begun: Begun, own: readonly Told[], sent: readonly SentCase[]): Checked {
  const byName = new Map(rules.map((rule) => [rule.name, rule]));
  const sound = new Set(begun.sound.parts.map(({ file }) => file));
  const others = sent
    // What stops another message from being written stops this one too, where they share it.
    .filter(({ part }) => !part || sound.has(part.file))
    .flatMap(({ rule: name, ...told }) => {
      const rule = byName.get(name);
      return rule ? [{ ...told, rule }] : [];
    });
  const all = [...own, ...others];
  if (!all.some(({ rule }) => rule.isAcrossMessages)) return checkedWith(begun, all);
  const alone = all.filter(({ rule }) => !rule.isAcrossMessages);
  const across = writingRules.filter(({ isAcrossMessages }) => isAcrossMessages);
  return checkedWith(begun, [...alone, ...casesOf(across, begun.sound)]);
}
