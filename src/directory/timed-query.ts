import { Query, type QueryConfig, type QueryResult } from "pg";
import { MOST_ROWS } from "./most-rows.ts";

/** The methods that `pg` calls on a query (as on one of `pg-cursor`) and on its connection, which `@types/pg` omits. */
interface Submitted {
  rows: number;
  submit(connection: Wire): void;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Wire): void;
  handlePortalSuspended(connection: Wire): void;
}
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  parse(message: { text: string }): void;
  bind(message: object): void;
  execute(message: object): void;
  flush(): void;
  sync(): void;
}
type Done = (error: Error | null | undefined, result: QueryResult) => void;
const Submitted = Query as unknown as new (config: QueryConfig & { rows: number }, done: Done) => Submitted;

/**
 * A statement with a time-out of its own. Submitted, it first sets the time-out, which the server answers at once;
 * `run` then sends the statement. Run before it is submitted, it sends both in one round trip.
 *
 * Both are one transaction (in the extended query protocol, from one Sync to the next), so a pooler that shares
 * connections sends them to the same server, and the time-out applies to nothing else. The statement has no name,
 * since such a pooler may have another statement of that name.
 *
 * https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY
 */
export class TimedQuery extends Submitted {
  readonly #ready: PromiseWithResolvers<void>;
  readonly #result: PromiseWithResolvers<QueryResult>;
  readonly #timeout: number;
  #connection: Wire | undefined;
  #runs = false;
  #isReady = false;
  #hasBegun = false;

  /** @param timeout after which the server ends the statement, in ms */
  constructor(statement: { readonly text: string; readonly values: string[] }, timeout: number) {
    const ready = Promise.withResolvers<void>();
    const result = Promise.withResolvers<QueryResult>();
    // They may reject before anything waits for them.
    ready.promise.catch(() => {});
    result.promise.catch(() => {});
    super({ ...statement, rows: MOST_ROWS }, (error, answer) => {
      if (!error) return result.resolve(answer);
      ready.reject(error);
      result.reject(error);
    });
    this.#ready = ready;
    this.#result = result;
    this.#timeout = timeout;
  }

  /** Resolves as soon as the server has answered. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** Whether the server has accepted the statement and its values, so that an error is one of its execution. */
  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  /** Runs the statement. */
  run(): Promise<QueryResult> {
    this.#runs = true;
    if (this.#connection) this.#send(this.#connection);
    return this.#result.promise;
  }

  override submit(connection: Wire): void {
    this.#connection = connection;
    connection.stream.cork();
    connection.parse({ text: `select set_config('statement_timeout', '${this.#timeout}', true)` });
    connection.bind({});
    connection.execute({});
    if (this.#runs) this.#send(connection);
    else connection.flush();
    connection.stream.uncork();
  }

  #send(connection: Wire): void {
    super.submit(connection);
    // With a limit of rows `pg` would send the Sync only after the answer. It is sent at once, so that the changes of
    // the statement are committed even if the caller no longer waits for its answer.
    this.rows = 0;
    connection.sync();
  }

  override handleRowDescription(message: unknown): void {
    this.#hasBegun = true;
    super.handleRowDescription(message);
  }

  override handleDataRow(message: unknown): void {
    if (this.#isReady) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Wire): void {
    if (this.#isReady) super.handleCommandComplete(message, connection);
    this.#isReady = true;
    this.#ready.resolve();
  }

  /** There are more rows, which `pg` would fetch. */
  override handlePortalSuspended(): void {}
}
