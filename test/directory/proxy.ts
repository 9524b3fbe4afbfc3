import { connect, createServer, type Socket } from "node:net";

/** Something between us and a server: it can lose connections as networks do. */
export interface TcpProxy {
  readonly port: number;
  /** How many connections have come through it. */
  connections(): number;
  /** Passes on nothing more on the connections that are there, and closes none of them. */
  freeze(): void;
  /** Passes on, on those connections, what has come since. */
  thaw(): void;
  /** Resets the connections that are there. */
  cut(): void;
  stop(): void;
}

/** A proxy to a port of this machine; without one, a server that takes connections and never answers. */
export async function proxyTo(port: number | undefined): Promise<TcpProxy> {
  let count = 0;
  const sockets: Socket[] = [];
  const pairs: (readonly [Socket, Socket])[] = [];
  const server = createServer((near) => {
    count++;
    near.on("error", () => {});
    sockets.push(near);
    if (port === undefined) return;
    const far = connect(port, "localhost");
    far.on("error", () => near.destroy());
    near.pipe(far).pipe(near);
    near.on("close", () => far.destroy());
    sockets.push(far);
    pairs.push([near, far]);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const cut = () => {
    for (const socket of sockets.splice(0)) socket.resetAndDestroy();
  };
  return {
    port: (server.address() as { port: number }).port,
    connections: () => count,
    freeze() {
      for (const socket of pairs.flat()) socket.unpipe().pause();
    },
    thaw() {
      for (const [near, far] of pairs) near.pipe(far).pipe(near);
    },
    cut,
    stop() {
      cut();
      server.close();
      server.unref();
    },
  };
}
