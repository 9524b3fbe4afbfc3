import type { Attributes } from "../../trigger/pool-event.ts";
import { exceptions } from "./cognito-exception.ts";
import { sendMessage } from "./send-message.ts";
import { userNameRejection } from "./user-name-rejection.ts";
import { subOf } from "./users.ts";
import { asked, attributesOf, type ClientMetadata, sentAs, type World } from "./world.ts";

export interface SignUp {
  readonly username: string;
  readonly password: string;
  readonly attributes?: Attributes | undefined;
  readonly clientMetadata?: ClientMetadata | undefined;
  readonly clientId?: string | undefined;
}

/** SignUp: pre sign-up may refuse; migration is never asked. */
export async function signUp(world: World, request: SignUp): Promise<void> {
  const { settings, users } = world;
  const { username, password, clientMetadata, clientId } = request;
  if (users.find(username)) throw exceptions.exists();
  const rejection = userNameRejection(settings.signIn, username);
  if (rejection) throw exceptions.badUserName(rejection);
  const byContact = settings.signIn !== "username" && settings.signIn !== "alias";
  const contact = byContact && (username.includes("@") ? "email" : "phone_number");
  const attributes: Attributes = { ...request.attributes, ...(contact && { [contact]: username }) };
  const answer = await asked(world, {
    triggerSource: "PreSignUp_SignUp",
    userName: contact ? subOf(username) : username,
    request: {
      userAttributes: attributes,
      validationData: null,
      ...sentAs("clientMetadata", clientMetadata),
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
    await sendMessage(world, user, { source: "CustomMessage_SignUp", clientMetadata, clientId });
    return;
  }
  await asked(world, {
    triggerSource: "PostConfirmation_ConfirmSignUp",
    userName: user.userName,
    request: { userAttributes: attributesOf(user), ...sentAs("clientMetadata", clientMetadata) },
    response: {},
    clientId,
  });
}
