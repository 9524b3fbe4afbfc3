import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createAdaptorServer } from "@hono/node-server";
import { SetupError } from "../../error/setup-error.ts";
import { followed } from "./followed.ts";
import { previewApp } from "./preview-app.tsx";

/** A preview that runs. */
export interface Preview {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export interface PreviewOptions {
  readonly root: string;
  /** Left out, one that is free. */
  readonly port?: number | undefined;
  /** Whether nothing can be edited. */
  readonly isReadOnly?: boolean | undefined;
}

/** The port without `--port`, if it is free: an address that can be kept. */
const USUAL_PORT = 4400;

/**
 * Serves the preview of a project to this machine, until it is closed.
 *
 * @throws SetupError when the port that was asked for is taken
 */
export async function servePreview({ root, port, isReadOnly = false }: PreviewOptions): Promise<Preview> {
  const project = await followed(root);
  const token = isReadOnly ? undefined : randomUUID();
  const server = createAdaptorServer({ fetch: previewApp({ root, project, token }).fetch });
  const listening = await listen(server, port).catch(async (error: unknown) => {
    await project.close();
    throw error;
  });
  return {
    url: `http://127.0.0.1:${listening}/`,
    close: async () => {
      await project.close();
      server.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
    },
  };
}

type Server = ReturnType<typeof createAdaptorServer>;

async function listen(server: Server, port: number | undefined): Promise<number> {
  const taken = await tryToListen(server, port ?? USUAL_PORT);
  if (taken && port !== undefined) {
    throw new SetupError(
      `Port ${port} is taken: leave out --port, and a free one is found; or name another.`,
    );
  }
  if (taken) await tryToListen(server, 0);
  const address = server.address();
  return typeof address === "object" && address ? address.port : USUAL_PORT;
}

/** Whether the port was taken. */
async function tryToListen(server: Server, port: number): Promise<boolean> {
  const failed = once(server, "error").then(([error]) => error as NodeJS.ErrnoException);
  server.listen(port, "127.0.0.1");
  const error = await Promise.race([failed, once(server, "listening").then(() => undefined)]);
  if (error && error.code !== "EADDRINUSE") {
    throw new SetupError(`The preview cannot listen on port ${port}: ${error.message}`, { cause: error });
  }
  return error !== undefined;
}
