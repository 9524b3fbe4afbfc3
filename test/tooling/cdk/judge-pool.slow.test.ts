import {
  AccountRecovery,
  CfnUserPool,
  ClientAttributes,
  Mfa,
  type SignInAliases,
  UserPool,
  UserPoolEmail,
  type UserPoolProps,
} from "aws-cdk-lib/aws-cognito";
import { Aspects, CfnParameter, Fn, type IAspect, NestedStack, Stack } from "aws-cdk-lib/core";
import { RecoveryTriggers, type RecoveryTriggersProps } from "cognito-recovery/cdk";
import { describe, expect, test } from "vitest";
import { sampleBundles } from "./sample-bundles.ts";
import { app, environment, ofType, synthesized } from "./synthesized.ts";

const email = UserPoolEmail.withSES({ fromEmail: "no-reply@example.com", sesRegion: "eu-central-1" });
/** A pool without findings. */
const sound: UserPoolProps = {
  email,
  signInAliases: { email: true },
  signInCaseSensitive: false,
  selfSignUpEnabled: true,
  accountRecovery: AccountRecovery.EMAIL_ONLY,
};

type PoolIn = (stack: Stack) => RecoveryTriggersProps["userPool"];

const pool =
  (change: UserPoolProps = {}): PoolIn =>
  (stack) =>
    new UserPool(stack, "Pool", { ...sound, ...change });
const resource =
  (props: ConstructorParameters<typeof CfnUserPool>[2]): PoolIn =>
  (stack) =>
    new CfnUserPool(stack, "Pool", props);

/** Returns CDK's resources, and its annotations as `error rule`, `warning rule` or `info rule`. */
function made(
  poolIn: PoolIn,
  { before = () => {}, ...props }: Partial<RecoveryTriggersProps> & { before?: (stack: Stack) => void } = {},
) {
  const root = app();
  const stack = new Stack(root, "Auth");
  const userPool = poolIn(stack);
  const recovery = new RecoveryTriggers(stack, "Recovery", {
    environment,
    bundles: sampleBundles(),
    ...props,
    userPool,
  });
  before(stack);
  const { Auth: resources = {} } = synthesized(root);
  const found = recovery.node.metadata.flatMap(({ type, data }) => {
    const [, rule] = /cognito-recovery:([\w-]+)/.exec(String(data)) ?? [];
    return rule === undefined ? [] : [`${type.replace("aws:cdk:", "")} ${rule}`];
  });
  const variables = Object.fromEntries(
    ofType(resources, "AWS::Lambda::Function").map(({ Properties }) => [
      String(Properties.Description).replace("cognito-recovery: ", ""),
      Properties.Environment?.Variables ?? {},
    ]),
  );
  return { stack, recovery, found, variables };
}

const signIn = (variables: Record<string, Record<string, unknown>>) =>
  ["user-migration", "pre-sign-up", "post-confirmation"].map((trigger) => variables[trigger]?.SIGN_IN);

describe("SIGN_IN is set from a pool of the same app:", () => {
  const aliases = (signInAliases: SignInAliases) => pool({ signInAliases });
  test.each<[string, PoolIn, string]>([
    ["email", aliases({ email: true }), "email"],
    ["phone", aliases({ phone: true }), "phone"],
    ["email and phone", aliases({ email: true, phone: true }), "email-or-phone"],
    ["user name", aliases({ username: true }), "username"],
    ["user name and email", aliases({ username: true, email: true }), "alias"],
    ["preferred user name", aliases({ username: true, preferredUsername: true }), "alias"],
    ["CDK's default", pool({ signInAliases: undefined } as unknown as UserPoolProps), "username"],
    ["a resource", resource({ usernameAttributes: ["phone_number"] }), "phone"],
    ["a resource with neither list", resource({}), "username"],
    [
      "an override",
      (stack) => {
        const own = new CfnUserPool(stack, "Pool");
        own.addPropertyOverride("AliasAttributes", ["email"]);
        return own;
      },
      "alias",
    ],
  ])("%s", (_, poolIn, form) => {
    const { variables, found } = made(poolIn);
    expect(signIn(variables)).toEqual([form, form, form]);
    expect(variables["custom-message"]).not.toHaveProperty("SIGN_IN");
    expect(found.filter((each) => /sign-in|SIGN_IN/.test(each))).toEqual([]);
  });
});

describe("EMAIL_SENDING_ACCOUNT is set from a pool of the same app:", () => {
  test.each<[string, PoolIn, string]>([
    ["SES", pool(), "DEVELOPER"],
    ["Cognito", pool({ email: UserPoolEmail.withCognito() }), "COGNITO_DEFAULT"],
    ["not set", resource({ usernameAttributes: ["email"] }), "COGNITO_DEFAULT"],
    [
      "a resource",
      resource({
        emailConfiguration: {
          emailSendingAccount: "DEVELOPER",
          sourceArn: "arn:aws:ses:eu-central-1:123456789012:identity/example.com",
        },
      }),
      "DEVELOPER",
    ],
  ])("%s", (_, poolIn, account) => {
    const { variables, found } = made(poolIn);
    expect(variables["custom-message"]?.EMAIL_SENDING_ACCOUNT).toBe(account);
    expect(variables["user-migration"]).not.toHaveProperty("EMAIL_SENDING_ACCOUNT");
    expect(found).not.toContain("error email-rejected-by-pool");
  });
});

describe("what is set from the pool", () => {
  test("is the pool's final value, after later changes and aspects", () => {
    const { variables } = made(resource({}), {
      before: (stack) => {
        const own = stack.node.findChild("Pool") as CfnUserPool;
        own.usernameAttributes = ["email"];
        const visit: IAspect["visit"] = (node) => {
          if (node === own) own.addPropertyOverride("EmailConfiguration.EmailSendingAccount", "DEVELOPER");
        };
        Aspects.of(stack).add({ visit });
      },
    });
    expect(signIn(variables)).toEqual(["email", "email", "email"]);
    expect(variables["custom-message"]?.EMAIL_SENDING_ACCOUNT).toBe("DEVELOPER");
  });

  test("is replaced by a value for all or for one; `undefined` is not a value", () => {
    const { variables, found } = made(pool(), {
      environment: { ...environment, SIGN_IN: "alias", EMAIL_SENDING_ACCOUNT: undefined },
      only: { "pre-sign-up": { environment: { SIGN_IN: "phone" } } },
    });
    expect(signIn(variables)).toEqual(["alias", "phone", "alias"]);
    expect(variables["custom-message"]?.EMAIL_SENDING_ACCOUNT).toBe("DEVELOPER");
    expect(found).toContain("error sign-in-does-not-fit");
  });

  test("reaches functions in another stack, and in a nested one, as text", () => {
    for (const stackOf of [
      (outer: Stack) => new Stack(outer.node.root as ReturnType<typeof app>, "Functions"),
      (outer: Stack) => new NestedStack(outer, "Functions"),
    ]) {
      const root = app();
      const auth = new Stack(root, "Auth");
      const userPool = new UserPool(auth, "Pool", sound);
      const functions = stackOf(auth);
      const { "user-migration": fn } = new RecoveryTriggers(functions, "Recovery", {
        userPool,
        environment,
        bundles: sampleBundles(),
      }).functions;
      root.synth({ skipValidation: true });
      const variables = functions.resolve((fn?.node.defaultChild as { environment?: unknown }).environment);
      expect(variables).toMatchObject({ variables: { SIGN_IN: "email" } });
    }
  });

  test("is omitted with a warning where the pool's value is known only at deployment", () => {
    const later: PoolIn = (stack) => {
      const parameter = new CfnParameter(stack, "Account");
      return new CfnUserPool(stack, "Pool", {
        usernameAttributes: Fn.split(",", parameter.valueAsString),
        emailConfiguration: { emailSendingAccount: parameter.valueAsString },
      });
    };
    const { variables, found } = made(later);
    expect(signIn(variables)).toEqual([undefined, undefined, undefined]);
    expect(variables["custom-message"]).not.toHaveProperty("EMAIL_SENDING_ACCOUNT");
    expect(found).toEqual([
      "warning unset-EMAIL_SENDING_ACCOUNT",
      "warning unset-SIGN_IN",
      "warning pool-not-checked",
    ]);
    const set = { ...environment, SIGN_IN: "alias", EMAIL_SENDING_ACCOUNT: "DEVELOPER" };
    expect(made(later, { environment: set }).found).toEqual(["warning pool-not-checked"]);
  });
});

describe("doctor's rules are applied to a pool of the same app when it is synthesized:", () => {
  test.each<[string, PoolIn, Partial<RecoveryTriggersProps>, readonly string[]]>([
    ["a sound pool", pool(), {}, []],
    [
      "Cognito sends, but the setting is DEVELOPER",
      pool({ email: UserPoolEmail.withCognito() }),
      { environment: { ...environment, EMAIL_SENDING_ACCOUNT: "DEVELOPER" } },
      ["error email-rejected-by-pool"],
    ],
    ["Cognito's sender", pool({ email: UserPoolEmail.withCognito() }), {}, ["info email-by-cognito"]],
    [
      "SES sends, but the setting is COGNITO_DEFAULT",
      pool(),
      { environment: { ...environment, EMAIL_SENDING_ACCOUNT: "COGNITO_DEFAULT" } },
      ["warning email-not-ours"],
    ],
    [
      "recovery by administrators alone",
      pool({ accountRecovery: AccountRecovery.NONE }),
      {},
      ["error recovery-by-admin-only"],
    ],
    [
      "recovery by phone, and no SMS",
      pool({ accountRecovery: AccountRecovery.PHONE_WITHOUT_MFA_AND_EMAIL }),
      {},
      ["error sms-not-set-up"],
    ],
    [
      "another form of sign-in",
      pool(),
      { environment: { ...environment, SIGN_IN: "username" }, triggers: ["user-migration"] },
      ["error sign-in-does-not-fit"],
    ],
    [
      "another form of sign-in in a store",
      pool({ signInAliases: { username: true, email: true } }),
      { environment: { ...environment, SIGN_IN: "ssm:/sign-in" }, triggers: ["user-migration"] },
      ["warning sign-in-may-not-fit"],
    ],
    [
      "recovery by phone, with a role for SMS that CDK makes",
      pool({
        signInAliases: { email: true, phone: true },
        accountRecovery: AccountRecovery.PHONE_WITHOUT_MFA_AND_EMAIL,
      }),
      {},
      [],
    ],
    [
      "MFA by the only contact that recovers",
      pool({
        signInAliases: { phone: true },
        accountRecovery: AccountRecovery.PHONE_ONLY_WITHOUT_MFA,
        mfa: Mfa.REQUIRED,
        mfaSecondFactor: { sms: true, otp: false },
      }),
      {},
      ["error mfa-takes-the-contact"],
    ],
    ["little memory", pool(), { memorySize: 128, triggers: ["pre-sign-up"] }, ["warning memory-small"]],
    ["settings that no trigger reads", pool(), { environment: {}, unread: ["LEGACY_DATABASE"] }, []],
  ])("%s", (_, poolIn, props, findings) => {
    expect(made(poolIn, props).found).toEqual(findings);
  });

  test("its app clients too, and no other pool's", () => {
    const { found } = made((stack) => {
      const userPool = new UserPool(stack, "Pool", sound);
      const options = { preventUserExistenceErrors: true, authFlows: { userPassword: true } };
      userPool.addClient("Sound", {
        ...options,
        writeAttributes: new ClientAttributes().withStandardAttributes({ email: true }),
      });
      userPool.addClient("Open", options);
      new UserPool(stack, "Other").addClient("Other");
      return userPool;
    });
    expect(found).toEqual(["warning client-writes-by-default"]);
  });

  test("a warning can be acknowledged, as any of CDK's", () => {
    const { recovery, found } = made(pool(), { memorySize: 128, triggers: ["pre-sign-up"] });
    expect(found).toEqual(["warning memory-small"]);
    expect(JSON.stringify(recovery.node.metadata)).toContain("[ack: cognito-recovery:memory-small]");
  });
});

describe("of a pool from elsewhere", () => {
  const elsewhere: PoolIn = (stack) => UserPool.fromUserPoolId(stack, "Pool", "eu-central-1_AbCdEf123");

  test("settings that have to match the pool should be set", () => {
    const { found, variables } = made(elsewhere);
    expect(found).toEqual(["warning unset-EMAIL_SENDING_ACCOUNT", "warning unset-SIGN_IN"]);
    expect(signIn(variables)).toEqual([undefined, undefined, undefined]);
    expect(made(elsewhere, { triggers: ["custom-message"] }).found).toEqual([
      "warning unset-EMAIL_SENDING_ACCOUNT",
    ]);
  });

  test("there is no warning about settings that are set", () => {
    const set = { ...environment, SIGN_IN: "email", EMAIL_SENDING_ACCOUNT: "DEVELOPER" };
    expect(made(elsewhere, { environment: set }).found).toEqual([]);
  });
});
