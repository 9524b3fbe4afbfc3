import { SetupError } from "../../error/setup-error.ts";

/** The options that take an ARN, each with its form. */
const forms = {
  "--key": {
    form: /^arn:aws[\w-]*:kms:[a-z\d-]+:\d{12}:key\/[\w-]+$/,
    sentence:
      "the ARN of a key, as in arn:aws:kms:eu-central-1:111122223333:key/…; IAM does not accept an alias here",
  },
  "--alarm-topic": {
    form: /^arn:aws[\w-]*:sns:[a-z\d-]+:\d{12}:[\w-]+(?:\.fifo)?$/,
    sentence: "the ARN of an SNS topic, as in arn:aws:sns:eu-central-1:111122223333:pager",
  },
} as const;

/**
 * Checks ARNs that CDK would accept unchecked, or reject with a stack trace.
 *
 * @throws SetupError that names the option
 */
export function checkArns(option: keyof typeof forms, arns: readonly string[]): void {
  const { form, sentence } = forms[option];
  if (!arns.every((arn) => form.test(arn))) throw new SetupError(`${option} should be ${sentence}.`);
}
