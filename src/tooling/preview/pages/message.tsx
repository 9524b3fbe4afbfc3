import { lengths } from "../../../message/accepted.ts";
import type { Finding } from "../../check/finding.ts";
import { counted } from "../../check/report-text.ts";
import { languageName } from "../../templates/language-tag.ts";
import { direction } from "../../templates/locale-table.ts";
import { delivered, framed } from "../delivered.ts";
import type { Links } from "../links.ts";
import type { Picture } from "../picture.ts";
import { previewText, readAloud } from "../plain-text.ts";
import type { ShownMessage } from "../shown-message.ts";
import { smsPicture } from "../sms.ts";
import type { View } from "../view.ts";
import type { Bench } from "../workbench.ts";
import { Controls, Values } from "./controls.tsx";
import { Findings } from "./findings.tsx";
import { messageNames } from "./names.ts";
import { type Assets, Page } from "./page.tsx";
import { anchor, Source } from "./source.tsx";

interface MessagePageProps {
  readonly bench: Bench;
  readonly shown: ShownMessage;
  /** The same in the default language, to stand beside it. */
  readonly reference: ShownMessage | undefined;
  readonly view: View;
  readonly links: Links;
  readonly assets: Assets;
}

/** A message in a language: everything at once. */
export function MessagePage({ bench, shown, reference, view, links, assets }: MessagePageProps) {
  const { locale, source, findings, files, picture } = shown;
  const line = ({ file, line: at }: Finding) =>
    files.some((each) => each.file === file) ? `#${anchor(file, at)}` : undefined;
  const title = `${messageNames[source]} in ${languageName(locale)}`;
  // What is wrong comes first; that nothing is can wait.
  const said = (
    <section class="card" aria-labelledby="findings-heading" id="findings" data-swap>
      <h2 id="findings-heading">Findings</h2>
      <Findings findings={findings} line={line} />
    </section>
  );
  return (
    <Page title={title} links={links} assets={assets}>
      <h1 id="heading" data-swap>
        {messageNames[source]} <span class="in">in {languageName(locale)}</span>{" "}
        <span class="tag">{locale}</span>
      </h1>
      <Controls
        bench={bench}
        shown={shown}
        view={view}
        links={links}
        isServed={assets.script !== undefined}
      />
      <Banner shown={shown} />
      {findings.length > 0 ? said : null}
      <div class={reference ? "columns two" : "columns"} id="columns" data-swap="children">
        <Letter
          shown={shown}
          view={view}
          links={links}
          side="own"
          title={reference && languageName(locale)}
        />
        {reference ? (
          <Letter
            shown={reference}
            view={view}
            links={links}
            side="reference"
            title={`${languageName(reference.locale)}, to compare with`}
          />
        ) : null}
      </div>
      {findings.length > 0 ? null : said}
      {assets.script === undefined ? null : <Values bench={bench} shown={shown} view={view} />}
      <section class="card" aria-labelledby="source-heading" id="source" data-swap>
        <h2 id="source-heading">Source</h2>
        {files.map((file) => (
          <Source file={file} findings={findings.filter((each) => each.file === file.file)} />
        ))}
      </section>
      {picture ? <Answer picture={picture} /> : null}
    </Page>
  );
}

/** Why the picture is not that of what is saved, in the words of the rule that says so. */
function Banner({ shown: { isFormer, picture, findings } }: { shown: ShownMessage }) {
  const error = findings.find(({ severity }) => severity === "error");
  const isBroken = isFormer || picture === undefined;
  return (
    <div id="banner" data-swap role="status">
      {isBroken ? (
        <p class="banner failing">
          <strong>
            {picture ? "This is how it looked before." : "There is no picture of this message yet."}
          </strong>{" "}
          {error
            ? `${error.file}, line ${error.line}: ${error.message} ${error.mending}`
            : "A part of it is missing."}
        </p>
      ) : null}
      {picture && picture.warnings.length > 0 ? (
        <p class="banner warned">
          <strong>People would not get it as it is meant.</strong> {picture.warnings.join("; ")}.
        </p>
      ) : null}
    </div>
  );
}

interface LetterProps {
  readonly shown: ShownMessage;
  readonly view: View;
  readonly links: Links;
  readonly side: "own" | "reference";
  /** Over it, where another stands beside it. */
  readonly title?: string | undefined;
}

/** A message in one language, as a person meets it. */
function Letter({ shown, view, links, side, title }: LetterProps) {
  const { locale, picture } = shown;
  const name = languageName(locale);
  if (!picture) {
    return (
      <div class="letter" id={`letter-${side}`} data-swap>
        <p class="empty card">There is nothing to see in {name} yet.</p>
      </div>
    );
  }
  const { subject, email, sms } = picture.parts;
  const own = { lang: locale, dir: direction(locale) };
  return (
    <div class="letter" id={`letter-${side}`} dir={own.dir} data-swap="children">
      {title === undefined ? null : (
        <h2 class="side" id={`side-${side}`} data-swap>
          {title}
        </h2>
      )}
      <section class="card" aria-label={`Inbox in ${name}`} id={`inbox-card-${side}`} data-swap>
        <h2>In the inbox</h2>
        {subject === undefined ? (
          <LeftToCognito what="The subject" />
        ) : (
          <InboxRow picture={picture} subject={subject} own={own} />
        )}
      </section>
      <section class="card" aria-label={`SMS in ${name}`} id={`sms-card-${side}`} data-swap>
        <h2>SMS</h2>
        {sms === undefined ? <LeftToCognito what="The SMS" /> : <Sms text={sms} own={own} />}
      </section>
      <section class="card" aria-label={`Email in ${name}`} id={`email-card-${side}`} data-swap="children">
        <h2>Email</h2>
        {email === undefined ? (
          <LeftToCognito what="The email" />
        ) : (
          <Frames email={email} shown={shown} view={view} links={links} side={side} />
        )}
      </section>
      {email === undefined ? null : (
        <section class="card" aria-label={`Read aloud in ${name}`} id={`aloud-card-${side}`} data-swap>
          <h2>Read aloud</h2>
          <Aloud email={email} own={own} />
        </section>
      )}
    </div>
  );
}

type Own = { readonly lang: string; readonly dir: "ltr" | "rtl" };

function LeftToCognito({ what }: { what: string }) {
  return <p class="empty">{what} is left to Cognito: people get its own text.</p>;
}

function InboxRow({ picture, subject, own }: { picture: Picture; subject: string; own: Own }) {
  const { brand, parts } = picture;
  const [initial = ""] = brand.name;
  return (
    <div class="inbox" {...own}>
      <span class="avatar" aria-hidden="true">
        {initial.toUpperCase()}
      </span>
      <p class="sender">{brand.name}</p>
      <p class="subject">{delivered(subject)}</p>
      <p class="preheader">
        {parts.email === undefined ? "" : previewText(delivered(parts.email)).slice(0, 140)}
      </p>
    </div>
  );
}

interface FramesProps extends LetterProps {
  readonly email: string;
}

/** Phone and desktop beside each other. */
function Frames({ email, shown, view, links, side }: FramesProps) {
  const { locale, source } = shown;
  const html = delivered(email);
  // A frame is loaded anew when its email is another one, and at no other time.
  const src = links.mail && `${links.mail(locale, source, view)}#${hashOf(html)}`;
  const name = languageName(locale);
  const frame = (kind: string, id: string) => {
    const given = src === undefined ? { srcdoc: framed(html, view) } : { src };
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
      <figure class="phone">
        <figcaption>Phone, 390 px wide</figcaption>
        {frame("on a phone", `phone-${side}`)}
      </figure>
      <figure class="desktop" id={`desktop-figure-${side}`} data-swap="children">
        <figcaption>
          Desktop, <output class="width">{view.width}</output> px wide: drag its edge
        </figcaption>
        <div class="resizable">{frame("at any width", `desktop-${side}`)}</div>
      </figure>
    </div>
  );
}

function hashOf(text: string): string {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1)
    hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return (hash >>> 0).toString(36);
}

function Sms({ text, own }: { text: string; own: Own }) {
  const { runs, encoding, segments, characters, left } = smsPicture(delivered(text));
  const most = lengths.sms.most;
  return (
    <>
      <div class="phone-screen">
        <p class="bubble" {...own}>
          {runs.map(({ text: run, isForeign }) =>
            isForeign ? <mark title="This character is not in the alphabet of SMS.">{run}</mark> : run,
          )}
        </p>
      </div>
      <dl class="facts">
        <div>
          <dt>Encoding</dt>
          <dd>{encoding}</dd>
        </div>
        <div>
          <dt>Sent as</dt>
          <dd>
            {counted(segments, "segment")}, {left} characters left
          </dd>
        </div>
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

function Aloud({ email, own }: { email: string; own: Own }) {
  return (
    <ul class="aloud" {...own}>
      {readAloud(delivered(email)).map(({ as, text }) => (
        <li>
          {as === undefined ? null : (
            <span class="as" lang="en" dir="ltr">
              {as}
            </span>
          )}{" "}
          {text}
        </li>
      ))}
    </ul>
  );
}

/** The trigger's answer as it goes to Cognito. */
function Answer({ picture: { parts } }: { picture: Picture }) {
  const rows = [
    ["emailSubject", parts.subject],
    ["smsMessage", parts.sms],
    ["emailMessage", parts.email],
  ] as const;
  return (
    <section class="card" aria-labelledby="answer-heading" id="answer" data-swap>
      <details>
        <summary>
          <h2 id="answer-heading">What Cognito is given</h2>
        </summary>
        <p>The placeholders are filled in when it is sent.</p>
        {rows.map(([name, text]) => (
          <>
            <h3>{name}</h3>
            <pre class="answer" tabindex={0} dir="auto">
              {text ?? "null"}
            </pre>
          </>
        ))}
      </details>
    </section>
  );
}
