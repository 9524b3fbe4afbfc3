import { lengths, type Part } from "../../../message/rejections.ts";
import { characterName } from "../../check/character-name.ts";
import { counted } from "../../check/report/findings-text.ts";
import { languageName } from "../../templates/is-language-tag.ts";
import { direction } from "../../templates/locale-table.ts";
import { delivered, framed } from "../delivered.ts";
import { previewText, readAloud } from "../read-aloud.ts";
import type { RenderedMessage } from "../rendered-message.ts";
import type { ShownMessage } from "../shown-message.ts";
import { type SmsAnatomy, smsAnatomy } from "../sms-anatomy.ts";
import type { View } from "../view.ts";
import { partWords } from "./message-titles.ts";
import { titleOf } from "./text-field.tsx";
import { Visible } from "./visible.tsx";

interface ResultProps {
  readonly shown: ShownMessage;
  readonly view: View;
  /** The name of the language, where another one is beside it. */
  readonly title?: string | undefined;
}

/** A message in one language, as a person receives it. */
export function Result({ shown, view, title }: ResultProps) {
  const { locale, message, rendered } = shown;
  const id = title === undefined ? "own" : locale;
  const name = languageName(locale);
  if (!rendered) return <p class="card">There is nothing to see in {name} yet.</p>;
  const { parts, rejected } = rendered;
  const text = (part: Part) => {
    const written = parts[part] ?? rejected[part]?.text;
    return written === undefined ? undefined : delivered(written, message.source);
  };
  const [subject, email, sms] = [text("subject"), text("email"), text("sms")];
  const own = { lang: locale, dir: direction(locale) };
  return (
    <div class="letter" data-width={view.width}>
      {title === undefined ? null : <h2>{title}</h2>}
      <section class="email" aria-label={`Email in ${name}`}>
        <Rejected part="email" rendered={rendered} />
        {email === undefined ? null : (
          <>
            <iframe
              id={`email-${id}`}
              title={`The email in ${name}`}
              sandbox="allow-same-origin"
              srcdoc={framed(email, view)}
            />
            <NotFetched email={email} view={view} />
          </>
        )}
      </section>
      <div class="short">
        <section aria-label={`Inbox in ${name}`}>
          <h2>Inbox</h2>
          <Rejected part="subject" rendered={rendered} />
          {subject === undefined ? null : (
            <div class="inbox" {...own}>
              <p class="sender">
                <Visible text={rendered.brand.name} />
              </p>
              <p class="subject">
                <Visible text={subject} />
              </p>
              <p class="preheader">{email === undefined ? "" : <Visible text={previewText(email)} />}</p>
            </div>
          )}
        </section>
        <section aria-label={`SMS in ${name}`}>
          <h2>SMS</h2>
          <Rejected part="sms" rendered={rendered} />
          {sms === undefined ? null : <Sms text={sms} own={own} />}
        </section>
      </div>
      <div class="more">
        {email === undefined ? null : (
          <details id={`aloud-${id}`}>
            <summary>As a screen reader reads it</summary>
            <ul class="aloud" {...own}>
              {readAloud(email).map(({ as, text: line }) => (
                <li>
                  {as === undefined ? null : (
                    <span class="tag" lang="en" dir="ltr">
                      {as}
                    </span>
                  )}{" "}
                  <Visible text={line} />
                </li>
              ))}
            </ul>
          </details>
        )}
        <details id={`answer-${id}`}>
          <summary>As it is sent to Amazon Cognito</summary>
          <p class="quiet">Cognito fills in the placeholders.</p>
          {(["subject", "sms", "email"] as const).map((part) => (
            <>
              <h3>{titleOf(part)}</h3>
              <pre tabindex={0} dir="auto">
                {parts[part] === undefined ? "null" : <Visible text={parts[part]} />}
              </pre>
            </>
          ))}
        </details>
      </div>
    </div>
  );
}

interface RejectedProps {
  readonly part: Part;
  readonly rendered: RenderedMessage;
}

/** Why people get Cognito's own text in place of a part, which is shown below as it would be. */
function Rejected({ part, rendered: { parts, rejected } }: RejectedProps) {
  if (parts[part] !== undefined) return null;
  const reasons = rejected[part]?.reasons ?? [];
  const other = part === "subject" ? "email" : "subject";
  const why =
    reasons.length > 0
      ? `Cognito would reject this ${partWords[part]}: ${reasons.join("; ")}.`
      : `This ${partWords[part]} is not sent, for Cognito would reject the ${other} that belongs to it.`;
  return <p class="banner error">{why}</p>;
}

const FROM_THE_WEB = /<img\b[^>]*\bsrc\s*=\s*["']?https?:/gi;

/** Why a frame shows an alternative text where the email has a picture. */
function NotFetched({ email, view }: { email: string; view: View }) {
  const count = email.match(FROM_THE_WEB)?.length ?? 0;
  if (count === 0 || !view.images) return null;
  return (
    <p class="quiet">
      Nothing is fetched from the web here: {counted(count, "picture")} {count === 1 ? "is" : "are"} shown by
      alternative text.
    </p>
  );
}

function Sms({ text, own }: { text: string; own: { readonly lang: string; readonly dir: "ltr" | "rtl" } }) {
  return (
    <>
      <p class="bubble" {...own}>
        {smsAnatomy(text).runs.map(({ text: run, isForeign }) =>
          isForeign ? (
            <mark title="This character is not in the alphabet of SMS.">
              <Visible text={run} />
            </mark>
          ) : (
            <Visible text={run} />
          ),
        )}
      </p>
      <p class="quiet">{smsWords(text)}</p>
    </>
  );
}

/** What an SMS costs, and which character makes it cost more. */
export function smsWords(text: string): string {
  const { encoding, segments, foreign }: SmsAnatomy = smsAnatomy(text);
  const why = foreign.length === 0 ? "" : ` because of ${foreign.map(quoted).join(", ")}`;
  return [
    `${text.length} of ${lengths.sms.most} characters`,
    `${encoding}${why}`,
    counted(segments, "segment"),
  ].join("\u00a0· ");
}

/** A character in quotes where it can be seen, otherwise its name. */
function quoted(character: string): string {
  return /^[\p{L}\p{N}\p{P}\p{S}\p{M}]+$/u.test(character) ? `“${character}”` : characterName(character);
}
