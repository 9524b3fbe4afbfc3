import { type PreviewState, unreadableFindings } from "../preview-state.ts";
import { Findings } from "./findings.tsx";
import { Page, type PageContext } from "./page.tsx";

/** What is shown in place of every message while the settings cannot be read. */
export function Unreadable({ state, page }: { state: PreviewState | undefined; page: PageContext }) {
  const findings = state ? unreadableFindings(state) : [];
  const { live } = page;
  return (
    <Page
      title="The messages cannot be shown"
      page={{ ...page, ...(live && { live: { ...live, fault: undefined } }) }}
      wrong="The files cannot be read."
    >
      <h1>The messages cannot be shown</h1>
      <section class="card" aria-labelledby="findings-heading">
        <h2 id="findings-heading">What to fix first</h2>
        {findings.length === 0 || !state ? (
          <p class="rejected">{live?.fault}</p>
        ) : (
          <Findings findings={findings} files={state.project.files} />
        )}
        <p class="quiet">As soon as it is saved, this page shows the messages.</p>
      </section>
    </Page>
  );
}
