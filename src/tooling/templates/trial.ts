import { offeredLocale } from "../../locale/table.ts";
import type { CompiledTemplates, MessageSpecs } from "../../message/compiled.ts";
import { fitted } from "../../message/fitted.ts";
import { messageModel } from "../../message/model.ts";
import { renderer } from "../../message/renderer.ts";
import type { CustomMessageEvent } from "../../trigger/custom-message-event.ts";
import type { Finding } from "./finding.ts";
import type { PartSource } from "./sources.ts";

type Trial = Pick<CompiledTemplates, "brands" | "locales" | "metadataKeys">;

/**
 * Writes each message once for each brand, as it is for a person of whom nothing is known, through the code
 * that runs in the Lambda: the step that a message falls back to has to be one that Cognito accepts.
 */
export function tried(
  parts: readonly PartSource[],
  specs: (part: PartSource) => MessageSpecs,
  compiled: Trial,
): Finding[] {
  return parts.flatMap((source) => {
    const render = renderer(specs(source));
    const { event, placeholders } = sample(source);
    return Object.entries(compiled.brands.brands).flatMap(([key, brand]): Finding[] => {
      const { dir } = offeredLocale(source.locale, compiled.locales) ?? { dir: "ltr" };
      const context = { brand, metadataKeys: compiled.metadataKeys, locale: source.locale, dir };
      const call = { signal: new AbortController().signal, metadata: {}, clientId: undefined };
      const finding = (message: string, mending: string): Finding => ({
        rule: "refused-by-cognito",
        severity: "error",
        file: source.file,
        line: 1,
        column: 1,
        message: `For the brand "${key}": ${message}`,
        mending,
      });
      try {
        const written = render(source.part, messageModel(event, call, context));
        return fitted(source.part, written, placeholders).refused.map(({ reason }) =>
          finding(`${reason}.`, "Cognito would refuse this, so nobody could get the message."),
        );
      } catch (error) {
        return [
          finding(`The template fails: ${(error as Error).message.split("\n")[0]}.`, "Mend the template."),
        ];
      }
    });
  });
}

function sample({ source }: PartSource) {
  const code = "{####}";
  const username = source === "CustomMessage_AdminCreateUser" ? "{username}" : undefined;
  const event = {
    version: "1",
    triggerSource: source,
    region: "eu-central-1",
    userPoolId: "eu-central-1_example",
    userName: "sample",
    callerContext: { awsSdkVersion: "sample", clientId: null },
    request: {
      userAttributes: { sub: "00000000-0000-4000-8000-000000000000" },
      codeParameter: code,
      usernameParameter: username ?? null,
    },
    response: { smsMessage: null, emailMessage: null, emailSubject: null },
  } as CustomMessageEvent;
  return { event, placeholders: { code, username } };
}
