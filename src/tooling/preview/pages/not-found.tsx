import type { Links } from "../links.ts";
import { type Assets, Page } from "./page.tsx";

/** The answer to an address that leads nowhere. */
export function NotFound({ links, assets }: { links: Links; assets: Assets }) {
  return (
    <Page title="Nothing here" links={links} assets={assets}>
      <h1>There is nothing here</h1>
      <p class="empty card">
        This message is not in templates/, or not in this language. <a href={links.home()}>All messages</a>
      </p>
    </Page>
  );
}
