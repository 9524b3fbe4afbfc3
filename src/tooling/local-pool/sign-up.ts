import type { Attributes } from "../../trigger/pool-event.ts";
import { exceptions } from "./cognito-exception.ts";
import type { ClientMetadata, PoolContext } from "./pool-context.ts";
import { attributesOf, metadataAs, runTrigger } from "./run-trigger.ts";
import { sendMessage } from "./send-message.ts";
import { userNameRejection } from "./user-name-rejection.ts";
import { subOf } from "./users.ts";

export interface SignUp {
  readonly username: string;
  readonly password: string;
  readonly attributes?: Attributes | undefined;
  readonly clientMetadata?: ClientMetadata | undefined;
  readonly clientId?: string | undefined;
}

/** Implements SignUp: pre sign-up may reject it; user migration does not run. */
export async function signUp(pool: PoolContext, request: SignUp): Promise<void> {
  const { settings, users } = pool;
  const { username, password, clientMetadata, clientId } = request;
  if (users.find(username)) throw exceptions.exists();
  const rejection = userNameRejection(settings.signIn, username);
  if (rejection) throw exceptions.badUserName(rejection);
  const byContact = settings.signIn !== "username" && settings.signIn !== "alias";
  const contact = byContact && (username.includes("@") ? "email" : "phone_number");
  const attributes: Attributes = { ...request.attributes, ...(contact && { [contact]: username }) };
  const answer = await runTrigger(pool, {
    triggerSource: "PreSignUp_SignUp",
    userName: contact ? subOf(username) : username,
    request: {
      userAttributes: attributes,
      validationData: null,
      ...metadataAs("clientMetadata", clientMetadata),
    },
    response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
    clientId,
  });
  const isConfirmed = answer?.autoConfirmUser === true;
  const user = users.add({
    username,
    password,
    attributes: {
      ...attributes,
      ...(answer?.autoVerifyEmail === true && { email_verified: "true" }),
      ...(answer?.autoVerifyPhone === true && { phone_number_verified: "true" }),
    },
    status: isConfirmed ? "CONFIRMED" : "UNCONFIRMED",
  });
  if (!isConfirmed) {
    await sendMessage(pool, user, { source: "CustomMessage_SignUp", clientMetadata, clientId });
    return;
  }
  await runTrigger(pool, {
    triggerSource: "PostConfirmation_ConfirmSignUp",
    userName: user.userName,
    request: { userAttributes: attributesOf(user), ...metadataAs("clientMetadata", clientMetadata) },
    response: {},
    clientId,
  });
}
