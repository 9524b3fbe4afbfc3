import { Query, type QueryConfig, type QueryResult } from "pg";
import { MOST_ROWS } from "./most-rows.ts";

/** What `pg` calls on a query, `pg-cursor` included, and on its connection; `@types/pg` leaves these out. */
interface Submitted {
  rows: number;
  submit(connection: Wire): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Wire): void;
  handlePortalSuspended(connection: Wire): void;
}
interface Wire {
  parse(message: { text: string }): void;
  bind(message: object): void;
  execute(message: object): void;
  flush(): void;
  sync(): void;
}
type Done = (error: Error | null | undefined, result: QueryResult) => void;
const Submitted = Query as unknown as new (config: QueryConfig & { rows: number }, done: Done) => Submitted;

/**
 * A statement with a time-out of its own, in two steps: at first only the time-out is sent, which the server
 * answers at once; then, with `run`, the statement. Both are one transaction (the extended query protocol's,
 * from one Sync to the next), so behind a pooler that shares connections they come to the same server, and
 * the time-out is nobody else's. The statement has no name, since such a pooler may know another by it.
 *
 * https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY
 */
export class TimedQuery extends Submitted {
  readonly #ready: PromiseWithResolvers<void>;
  readonly #result: PromiseWithResolvers<QueryResult>;
  readonly #timeout: number;
  #connection: Wire | undefined;
  #runs = false;

  /** @param timeout after which the server ends the statement, in ms */
  constructor(statement: { readonly text: string; readonly values: string[] }, timeout: number) {
    const ready = Promise.withResolvers<void>();
    const result = Promise.withResolvers<QueryResult>();
    // Nobody waits for a result before the server is ready.
    result.promise.catch(() => {});
    super({ ...statement, rows: MOST_ROWS }, (error, given) => {
      if (!error) return result.resolve(given);
      ready.reject(error);
      result.reject(error);
    });
    this.#ready = ready;
    this.#result = result;
    this.#timeout = timeout;
  }

  /** Resolves as soon as the server has answered. Nothing of the statement was sent until then. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** Runs the statement, once it is `ready`. */
  run(): Promise<QueryResult> {
    this.#runs = true;
    if (this.#connection) {
      super.submit(this.#connection);
      // Where rows are limited `pg` would send the Sync after the answer only. It is sent at once, so that what the
      // statement changes is kept although nobody may wait for its answer any more.
      this.rows = 0;
      this.#connection.sync();
    }
    return this.#result.promise;
  }

  override submit(connection: Wire): void {
    this.#connection = connection;
    connection.parse({ text: `select set_config('statement_timeout', '${this.#timeout}', true)` });
    connection.bind({});
    connection.execute({});
    connection.flush();
  }

  override handleDataRow(message: unknown): void {
    if (this.#runs) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Wire): void {
    if (this.#runs) super.handleCommandComplete(message, connection);
    else this.#ready.resolve();
  }

  /** There are more rows, which `pg` would go on to fetch. */
  override handlePortalSuspended(): void {}
}
