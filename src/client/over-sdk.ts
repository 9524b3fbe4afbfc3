import type { ConfirmForgotPasswordInput, ForgotPasswordInput, Send } from "./operation.ts";
import { secretHash } from "./secret-hash.ts";

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

type Handler = (request: unknown) => Promise<unknown>;

/** Hides the error of an attempt in one that the SDK does not retry, whatever the settings of its client are. */
const once =
  (next: Handler): Handler =>
  (request) =>
    next(request).catch((hidden: unknown) => {
      throw Object.assign(new Error(), { hidden });
    });

/**
 * Calls Cognito through a `CognitoIdentityProviderClient` and its two commands, once: by itself, the SDK repeats
 * what may have been executed.
 */
export function overSdk(client: SdkClient, commands: SdkCommands): Send {
  return async (operation, input, { signal, clientSecret }) => {
    const { Username, ClientId } = input;
    const SecretHash = clientSecret && (await secretHash(clientSecret, Username, ClientId));
    const command = new commands[`${operation}Command`]({
      ...input,
      SecretHash,
    } as ConfirmForgotPasswordInput);
    command.middlewareStack.add(once as never, { step: "finalizeRequest" } as never);
    try {
      return await client.send(command as never, signal && { abortSignal: signal });
    } catch (error) {
      throw (error as { hidden?: unknown }).hidden ?? error;
    }
  };
}
