import { lambdaFunction } from "../../../../src/tooling/doctor/lambda-function.ts";
import { account, policyOf, poolArn } from "../sample.ts";
import { custom, known, lambda, type Row, variables, without } from "./change.ts";

export const functionRows: readonly Row[] = [
  ["no user migration", without("UserMigration"), "error no-user-migration"],
  ["no custom message", without("CustomMessage"), "warning no-custom-message"],
  ["no pre sign-up", without("PreSignUp"), "warning no-pre-sign-up"],
  ["no post confirmation", without("PostConfirmation"), "warning no-post-confirmation"],
  [
    "a trigger that the project does not have",
    { ...without("PreSignUp"), expectedTriggers: ["custom-message", "user-migration", "post-confirmation"] },
  ],
  ["a missing function", known({ configuration: "missing" }), "error function-missing"],
  [
    "failed functions",
    lambda({ State: "Failed", StateReason: "No subnet" }),
    ...Array(4).fill("error function-not-active"),
  ],
  ["idle functions", lambda({ State: "Inactive" }), ...Array(4).fill("warning function-not-active")],
  ["a function without a policy", known({ policy: "none" }), "error invocation-denied"],
  [
    "another pool's permission",
    known({ policy: policyOf(custom, { ArnLike: { "AWS:SourceArn": `${poolArn}4` } }) }),
    "error invocation-denied",
  ],
  ["a permission for any pool", known({ policy: policyOf(custom, {}) }), "warning invocation-too-wide"],
  ...[
    ["for any pool, by a pattern", { ArnLike: { "AWS:SourceArn": "arn:aws:cognito-idp:*:*:userpool/*" } }],
    ["for any pool of Cognito's", { StringLike: { "aws:SourceArn": "arn:aws:cognito-idp:*" } }],
    ["for this pool or any", { ArnLike: { "AWS:SourceArn": [poolArn, "arn:aws:cognito-idp:*:*:*/*"] } }],
  ].map(
    ([title, condition]): Row => [
      `a permission ${title}`,
      known({ policy: policyOf(custom, condition as object) }),
      "warning invocation-too-wide",
    ],
  ),
  ...[
    ["the account alone", { StringEquals: { "AWS:SourceAccount": account } }],
    [
      "every pool of the account, by a pattern",
      { ArnLike: { "AWS:SourceArn": `arn:aws:cognito-idp:eu-central-1:${account}:userpool/*` } },
    ],
    [
      "any pool, and the account",
      {
        ArnLike: { "AWS:SourceArn": "arn:aws:cognito-idp:*:*:userpool/*" },
        StringEquals: { "AWS:SourceAccount": account },
      },
    ],
  ].map(
    ([title, condition]): Row => [
      `a permission for ${title}`,
      known({ policy: policyOf(custom, condition as object) }),
      "note invocation-too-wide",
    ],
  ),
  ...[
    ["ArnLike", poolArn],
    ["ArnEquals", poolArn],
    ["StringEquals", poolArn],
    ["ArnLike", [poolArn, `${poolArn}4`]],
  ].map(
    ([operator, arn]): Row => [
      `a permission for exactly this pool by ${operator} ${arn}, without the account`,
      known({ policy: policyOf(custom, { [operator as string]: { "AWS:SourceArn": arn } }) }),
    ],
  ),
  [
    "an unknown condition",
    known({ policy: policyOf(custom, { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } }) }),
    "warning invocation-unclear",
  ],
  ["Lambda's default timeout", lambda({ Timeout: 3 }), ...Array(4).fill("warning timeout-short")],
  ["a longer timeout than Cognito waits", lambda({ Timeout: 30 }), ...Array(4).fill("note timeout-useless")],
  ["Lambda's default memory", lambda({ MemorySize: 128 }), ...Array(4).fill("warning memory-small")],
  ["a deprecated runtime", lambda({ Runtime: "nodejs20.x" }), ...Array(4).fill("warning runtime-deprecated")],
  ["an old runtime", lambda({ Runtime: "nodejs8.10" }), ...Array(4).fill("warning runtime-deprecated")],
  ["current runtimes", lambda({ Runtime: "nodejs22.x" })],
  ["another handler", lambda({ Handler: "dist/index.main" }), ...Array(4).fill("warning handler-other")],
  ["an image, which has no handler", lambda({ PackageType: "Image", Handler: undefined })],
  [
    "functions without variables",
    lambda({ Environment: undefined }),
    ...Array(3).fill("error setting-required"),
  ],
  ["an invalid setting", lambda(variables({ WHEN_UNAVAILABLE: "hunter2" })), "warning setting-invalid"],
  [
    "a misspelt setting",
    lambda(variables({ WHEN_UNAVAILABEL: "hunter2" })),
    ...Array(4).fill("warning setting-misspelt"),
  ],
  [
    "a misspelt required setting",
    known({
      configuration: lambdaFunction({ Environment: { Variables: { LEGACY_DATABSE: "x" } } }, [
        "user-migration",
      ]),
    }),
    "error setting-required",
    "warning setting-misspelt",
  ],
  [
    "a missing function, whose policy is missing too",
    known({ configuration: "missing", policy: "none" }),
    "error function-missing",
  ],
  ["an image with a handler", lambda({ PackageType: "Image", Handler: "other.main" })],
];
