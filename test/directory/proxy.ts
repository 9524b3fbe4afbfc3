import { connect, createServer, type Socket } from "node:net";

/** A proxy that can lose connections as networks do. */
export interface TcpProxy {
  readonly port: number;
  /** Returns the number of connections so far. */
  connections(): number;
  /** Stops forwarding on the present connections, without closing them. */
  freeze(): void;
  /** Forwards on those connections whatever has arrived since. */
  thaw(): void;
  /** Resets the present connections. */
  cut(): void;
  stop(): void;
}

/** Starts a proxy to a port of this machine; without a port, a server that accepts connections and never answers. */
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
