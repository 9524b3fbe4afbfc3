import type { Call, ConfirmForgotPasswordInput, ForgotPasswordInput } from "./operation.ts";

/** The part of the SDK's `CognitoIdentityProviderClient` that is needed. */
export interface SdkClient {
  send(command: never, options?: { abortSignal?: AbortSignal }): Promise<unknown>;
}

/** A command of the SDK. */
interface SdkCommand {
  readonly middlewareStack: { add(middleware: never, options: never): void };
}

/** The constructors of the SDK's two commands, by their names in its package. */
export interface SdkCommands {
  readonly ForgotPasswordCommand: new (input: ForgotPasswordInput) => SdkCommand;
  readonly ConfirmForgotPasswordCommand: new (input: ConfirmForgotPasswordInput) => SdkCommand;
}

/** An error that the SDK does not retry, whatever its client's settings are: it recognizes none of its names. */
class Final extends Error {
  readonly error: unknown;
  constructor(error: unknown) {
    super();
    this.error = error;
  }
}

type Handler = (request: unknown) => Promise<unknown>;

/** Runs within each attempt of the SDK. */
const finalErrors =
  (next: Handler): Handler =>
  (request) =>
    next(request).catch((error: unknown) => {
      throw new Final(error);
    });

/** Calls Cognito through a client of the SDK, once: by itself the SDK repeats what may have been executed. */
export function overSdk(client: SdkClient, commands: SdkCommands): Call {
  return async (operation, input, signal) => {
    const command = new commands[`${operation}Command`](input as ConfirmForgotPasswordInput);
    command.middlewareStack.add(
      finalErrors as never,
      { step: "finalizeRequest", name: "finalErrors" } as never,
    );
    try {
      return await client.send(command as never, signal && { abortSignal: signal });
    } catch (error) {
      throw error instanceof Final ? error.error : error;
    }
  };
}
