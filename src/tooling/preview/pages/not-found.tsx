import { Page, type PageContext } from "./page.tsx";

/** The answer to an address of no page. */
export function NotFound({ page }: { page: PageContext }) {
  return (
    <Page title="Nothing here" page={page}>
      <h1>There is nothing here</h1>
      <p class="card">
        No message and no language in templates/ has this address.{" "}
        <a href={page.links.home()}>All messages</a>
      </p>
    </Page>
  );
}
