import { Page, type PageContext } from "./page.tsx";

/** The answer to an address of no page. */
export function NotFound({ page }: { page: PageContext }) {
  return (
    <Page title="Nothing here" page={page}>
      <h1>There is nothing here</h1>
      <p class="card">
        This message is not in templates/, or not in this language.{" "}
        <a href={page.links.home()}>All messages</a>
      </p>
    </Page>
  );
}
