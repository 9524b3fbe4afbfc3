import type { MessageSpecs } from "../../message/compiled-templates.ts";
import { checkMessage } from "../check/check.ts";
import { editableStrings } from "../check/editable-strings.ts";
import type { Finding } from "../check/finding.ts";
import { partNames } from "../templates/message-sources.ts";
import { missingStrings } from "../templates/offered-locales.ts";
import { precompiled, specOf } from "../templates/precompiled.ts";
import { type Message, type Project, treeIn } from "../templates/project.ts";
import { type Edit, type EditedString, editedStrings } from "./edited-string.ts";
import { isBegun, listed, messageFindings, type PreviewState } from "./preview-state.ts";
import { projectWith } from "./project-with.ts";
import { type RenderedMessage, renderedMessage } from "./rendered-message.ts";
import { sampleOf, type View } from "./view.ts";

/** All that a page shows of a message in a language. */
export interface ShownMessage {
  readonly message: Message;
  readonly locale: string;
  readonly strings: readonly EditedString[];
  /** `undefined` while it has never been possible to compile it. */
  readonly rendered: RenderedMessage | undefined;
  /** Whether it cannot be compiled now, and this is how it was. */
  readonly isFormer: boolean;
  /** About this message, and about the files that it shares with others. */
  readonly findings: readonly Finding[];
  /** The strings that it requires and the language lacks; the source's text is printed in their places. */
  readonly missing: readonly string[];
  /** Whether the language offers the message, or somebody has begun to write it. */
  readonly isBegun: boolean;
}

interface Looked {
  readonly message: Message;
  readonly locale: string;
  readonly view: View;
  readonly edits: readonly Edit[];
}

/** Shows a message with what has been typed and is not saved yet. */
export async function shownMessage(
  state: PreviewState,
  { message, locale, view, edits }: Looked,
): Promise<ShownMessage> {
  const showable = state.showable(message.name, locale);
  const { project: read, message: structure, isFormer } = showable ?? { project: state.project, message };
  const strings = editedStrings(editableStrings(structure, locale, read), edits);
  const unsaved = strings.filter(({ isUnsaved }) => isUnsaved);
  const project = projectWith(unsaved, locale, state, read);
  const now = project.messages.find(({ name }) => name === message.name) ?? structure;
  return {
    message: now,
    locale,
    strings,
    rendered:
      showable &&
      (await renderedMessage(
        { project, schema: state.schema, locale, source: now.source, specs: specsOf(now, locale, project) },
        { sample: sampleOf(view, project, locale), brand: view.brand },
      )),
    isFormer: isFormer ?? false,
    findings:
      unsaved.length > 0 && !isFormer
        ? listed(checkMessage(project, now, locale))
        : messageFindings(state, message, locale),
    missing: missingStrings(now, locale, project),
    isBegun: isBegun(state, message, locale),
  };
}

/** A message's templates as the Lambda has them; the source's text fills the gaps of a translation. */
function specsOf({ parts }: Message, locale: string, project: Project): MessageSpecs {
  const specs = partNames.map((part) => {
    const tree = treeIn(locale, parts[part], project, { gaps: "source" });
    return [part, specOf(precompiled(tree, parts[part].suffix))] as const;
  });
  return Object.fromEntries(specs) as MessageSpecs;
}
