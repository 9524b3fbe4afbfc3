import { unreadableFindings, type Workbench } from "../workbench.ts";
import { anchor } from "./anchor.ts";
import { Findings } from "./findings.tsx";
import { type Assets, Page, UNREADABLE } from "./page.tsx";
import { SharedSource } from "./shared-source.tsx";

/** The way home, where nothing is known of how messages are looked at. */
const links = { home: () => "/" };

/** How often a page without a script asks again, in seconds. */
const RELOAD_SECONDS = 2;

/** What is shown in place of every message while the settings cannot be read, with the reasons. */
export function Unreadable({ bench, assets }: { bench: Workbench | undefined; assets: Assets }) {
  const findings = bench ? unreadableFindings(bench.checked) : [];
  return (
    <Page
      title="The messages cannot be shown"
      links={links}
      assets={{ ...assets, fault: undefined }}
      reload={RELOAD_SECONDS}
      summary={assets.fault ?? "The messages cannot be shown."}
      wrong={UNREADABLE}
    >
      <h1>The messages cannot be shown</h1>
      <section class="card" aria-labelledby="findings-heading" id="findings" data-swap>
        <h2 id="findings-heading">What to fix first</h2>
        {findings.length === 0 ? (
          <p class="refused">{assets.fault}</p>
        ) : (
          <Findings
            findings={findings}
            line={({ file, line }) =>
              bench?.checked.project.files.has(file) ? `#${anchor(file, line)}` : undefined
            }
          />
        )}
        <p class="quiet">As soon as it is saved, this page shows the messages by itself.</p>
      </section>
      {bench ? <SharedSource findings={findings} bench={bench} /> : null}
    </Page>
  );
}
