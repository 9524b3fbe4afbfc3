import { arnIn } from "../aws/arn.ts";

/** Whether a pool's id is masked, so that it can be shown in public: `eu-west-1_XXXXXXXXX`, `<redacted>`. */
export function isMaskedId(userPoolId: string): boolean {
  return !/^[a-z]{2}(?:-[a-z]+)+-\d_[0-9A-Za-z]+$/.test(userPoolId) || /_(\w)\1+$/.test(userPoolId);
}

/** Whether the Region, the account or the id of an ARN is masked. */
export function isMaskedArn(arn: string): boolean {
  const { region, account, resource } = arnIn(arn);
  const [, id] = /^userpool\/(.*)$/s.exec(resource) ?? [];
  return region === "" || !isAccount(account) || (id !== undefined && isMaskedId(id));
}

/** Whether two ARNs are the same in all parts that neither masks. */
export function mayBeSameArn(one: string, other: string): boolean {
  if (one === other) return true;
  const [left, right] = [arnIn(one), arnIn(other)];
  return (
    left.resource === right.resource &&
    (left.region === right.region || left.region === "" || right.region === "") &&
    (left.account === right.account || !isAccount(left.account) || !isAccount(right.account))
  );
}

/** Whether a text is twelve digits that are not all the same. */
function isAccount(text: string): boolean {
  return /^(?!(\d)\1+$)\d{12}$/.test(text);
}
