import { createHash } from "node:crypto";
import { lengths, type Part } from "../../../message/accepted.ts";
import type { CustomMessageSource } from "../../../trigger/custom-message-event.ts";
import { characterName } from "../../check/character-name.ts";
import { counted } from "../../check/report/findings-text.ts";
import { languageName } from "../../templates/language-tag.ts";
import { direction } from "../../templates/locale-table.ts";
import { delivered, framed } from "../delivered.ts";
import type { Links } from "../links.ts";
import type { Picture } from "../picture.ts";
import { previewText, readAloud } from "../plain-text.ts";
import type { ShownMessage } from "../shown-message.ts";
import { smsPicture } from "../sms.ts";
import { type View, WIDTHS } from "../view.ts";
import { partWords } from "./names.ts";
import { Visible } from "./visible.tsx";

interface LetterProps {
  readonly shown: ShownMessage;
  readonly view: View;
  readonly links: Links;
  readonly side: "own" | "reference";
  /** Over it, where another stands beside it. */
  readonly title?: string | undefined;
}

/** A message in one language, as a person meets it. */
export function Letter({ shown, view, links, side, title }: LetterProps) {
  const { locale, source, picture, isFormer } = shown;
  const name = languageName(locale);
  if (!picture) {
    return (
      <div class="letter" id={`letter-${side}`} data-swap>
        {title === undefined ? null : (
          <div class="side">
            <h2>{title}</h2>
          </div>
        )}
        <p class="empty card">There is nothing to see in {name} yet.</p>
      </div>
    );
  }
  const [subject, email, sms] = (["subject", "email", "sms"] as const).map((part) => {
    const text = picture.parts[part];
    return text === undefined ? undefined : delivered(text, source);
  });
  // One that is left to Cognito is shown as it was meant: so one sees what to fix.
  const shownEmail = email ?? deliveredIf(picture.refused.email?.text, source);
  const own = { lang: locale, dir: direction(locale) };
  return (
    <div class="letter" id={`letter-${side}`} dir={own.dir} data-swap="children">
      {title === undefined ? null : (
        <div class="side" id={`side-${side}`} data-swap>
          <h2>{title}</h2>
          {isFormer && side === "reference" ? (
            <p class="banner failing" dir="ltr">
              <strong>This is how it looked before:</strong> it does not compile any more.
            </p>
          ) : null}
        </div>
      )}
      <section class="card" aria-label={`Inbox in ${name}`} id={`inbox-card-${side}`} data-swap>
        <h2>In the inbox</h2>
        {subject === undefined ? (
          <LeftToCognito source={source} picture={picture} part="subject" own={own} />
        ) : (
          <InboxRow brand={picture.brand.name} subject={subject} email={email} own={own} />
        )}
      </section>
      <section class="card" aria-label={`SMS in ${name}`} id={`sms-card-${side}`} data-swap>
        <h2>SMS</h2>
        {sms === undefined ? (
          <LeftToCognito source={source} picture={picture} part="sms" own={own} />
        ) : (
          <Sms text={sms} own={own} />
        )}
      </section>
      <section class="card" aria-label={`Email in ${name}`} id={`email-card-${side}`} data-swap="children">
        <h2>Email</h2>
        {email === undefined ? (
          <LeftToCognito source={source} picture={picture} part="email" own={own} />
        ) : null}
        {shownEmail === undefined ? null : (
          <>
            <Frames email={shownEmail} shown={shown} view={view} links={links} side={side} />
            <NotFetched email={shownEmail} view={view} />
          </>
        )}
      </section>
      {shownEmail === undefined ? null : (
        <section class="card" aria-label={`Read aloud in ${name}`} id={`aloud-card-${side}`} data-swap>
          <h2>Read aloud</h2>
          <Aloud email={shownEmail} own={own} />
        </section>
      )}
    </div>
  );
}

type Own = { readonly lang: string; readonly dir: "ltr" | "rtl" };

function deliveredIf(text: string | undefined, source: CustomMessageSource): string | undefined {
  return text ? delivered(text, source) : undefined;
}

interface LeftToCognitoProps {
  readonly source: CustomMessageSource;
  readonly picture: Picture;
  readonly part: Part;
  readonly own: Own;
}

/** What Cognito would reject, so that it can be fixed, and what people get instead. */
function LeftToCognito({ source, picture: { refused }, part, own }: LeftToCognitoProps) {
  const text = part === "email" ? undefined : deliveredIf(refused[part]?.text, source);
  return (
    <>
      <p class="banner failing" dir="ltr">
        <strong>The {partWords[part]} is left to Cognito: people get its own text.</strong>{" "}
        {whyLeft(part, refused)}
      </p>
      {text === undefined ? null : (
        <p class="refused" {...own}>
          <Visible text={text} />
        </p>
      )}
    </>
  );
}

/** Subject and email go together, or neither does. */
function whyLeft(part: Part, refused: Picture["refused"]): string {
  const reasons = refused[part]?.reasons;
  if (reasons) return `This one would be refused: ${reasons.join("; ")}.`;
  const other = part === "subject" ? "email" : "subject";
  if (part === "sms" || !refused[other]) return "";
  return `Subject and email go together: as the ${other} is refused, so is the ${part}.`;
}

interface InboxRowProps {
  readonly brand: string;
  readonly subject: string;
  readonly email: string | undefined;
  readonly own: Own;
}

function InboxRow({ brand, subject, email, own }: InboxRowProps) {
  const [initial = ""] = brand;
  return (
    <div class="inbox" {...own}>
      <span class="avatar" aria-hidden="true">
        {initial.toUpperCase()}
      </span>
      <p class="sender">
        <Visible text={brand} />
      </p>
      <p class="subject">
        <Visible text={subject} />
      </p>
      <p class="preheader">{email === undefined ? "" : <Visible text={previewText(email)} />}</p>
    </div>
  );
}

interface FramesProps extends LetterProps {
  readonly email: string;
}

/** Phone and desktop beside each other. */
function Frames({ email, shown, view, links, side }: FramesProps) {
  const { locale } = shown;
  // A frame is loaded anew when its email is another one, and at no other time.
  const src = links.mail && `${links.mail(locale, shown.name, view)}#${hashOf(email)}`;
  const name = languageName(locale);
  const frame = (kind: string, id: string) => {
    const given = src === undefined ? { srcdoc: framed(email, view) } : { src };
    return (
      <iframe
        id={id}
        class={view.scheme}
        title={`The email in ${name} ${kind}`}
        sandbox=""
        loading="lazy"
        data-swap
        {...given}
      />
    );
  };
  return (
    <div class="frames" id={`frames-${side}`} data-swap="children">
      <figure class="phone" tabindex={0}>
        <figcaption dir="ltr">Phone, 390 px wide at most</figcaption>
        {frame("on a phone", `phone-${side}`)}
      </figure>
      <figure class="desktop" id={`desktop-figure-${side}`} tabindex={0} data-swap="children">
        <figcaption dir="ltr">
          Desktop, <span class="width">{view.width ?? WIDTHS.usual}</span> px wide
          {links.mail ? <span class="by-script">: drag its edge</span> : " at most"}
        </figcaption>
        <div class="resizable">
          {frame("at any width", `desktop-${side}`)}
          {links.mail ? <div class="edge by-script" /> : null}
        </div>
      </figure>
    </div>
  );
}

const FROM_THE_WEB = /<img\b[^>]*\bsrc\s*=\s*["']?https?:/gi;

/** Why there is another picture in a frame than in the mail, where there is one. */
function NotFetched({ email, view }: { email: string; view: View }) {
  const count = email.match(FROM_THE_WEB)?.length ?? 0;
  if (count === 0 || !view.images) return null;
  return (
    <p class="quiet" dir="ltr">
      Nothing is fetched from the web here: {counted(count, "picture")} {count === 1 ? "is" : "are"} shown by
      {count === 1 ? " its" : " their"} alt text.
    </p>
  );
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

function Sms({ text, own }: { text: string; own: Own }) {
  const { runs, encoding, segments, characters, left, foreign } = smsPicture(text);
  const most = lengths.sms.most;
  // Cognito takes no more, whatever a segment would.
  const room = Math.max(0, Math.min(left, most - characters));
  return (
    <>
      <div class="phone-screen">
        <p class="bubble" {...own}>
          {runs.map(({ text: run, isForeign }) =>
            isForeign ? (
              <mark title="This character is not in the alphabet of SMS.">
                <Visible text={run} />
              </mark>
            ) : (
              <Visible text={run} />
            ),
          )}
        </p>
      </div>
      <dl class="facts" dir="ltr">
        <div>
          <dt>Encoding</dt>
          <dd>{encoding}</dd>
        </div>
        <div>
          <dt>Sent as</dt>
          <dd>
            {counted(segments, "segment")}, room for {room} more
          </dd>
        </div>
        {foreign.length === 0 ? null : (
          <div>
            <dt>Not in its alphabet</dt>
            <dd>{foreign.map(quoted).join(", ")}</dd>
          </div>
        )}
        <div>
          <dt>Length</dt>
          <dd>
            {characters} of {most} characters
          </dd>
        </div>
      </dl>
    </>
  );
}

/** A character in quotes, where it can be seen; otherwise in words. */
function quoted(character: string): string {
  return /^[\p{L}\p{N}\p{P}\p{S}\p{M}]+$/u.test(character) ? `"${character}"` : characterName(character);
}

function Aloud({ email, own }: { email: string; own: Own }) {
  return (
    <ul class="aloud" {...own}>
      {readAloud(email).map(({ as, text }) => (
        <li>
          {as === undefined ? null : (
            <span class="as" lang="en" dir="ltr">
              {as}
            </span>
          )}{" "}
          <Visible text={text} />
        </li>
      ))}
    </ul>
  );
}
