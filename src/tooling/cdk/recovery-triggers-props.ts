import type { CfnUserPool, IUserPool } from "aws-cdk-lib/aws-cognito";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Code } from "aws-cdk-lib/aws-lambda";
import type { SettingName } from "../../parameter/settings.ts";
import type { TriggerName } from "../aws/pool-triggers.ts";
import type { BuiltBundle } from "./built-bundles.ts";
import type { FunctionSettings } from "./function-settings.ts";
import type { AlarmOptions } from "./recovery-alarms.ts";

/** The props of RecoveryTriggers. Settings of functions apply to each of them. */
export interface RecoveryTriggersProps extends FunctionSettings {
  /**
   * A pool of this app (a `UserPool`, Amplify's, or a `CfnUserPool`) gets the triggers and is checked by doctor's
   * rules; it sets `SIGN_IN` and `EMAIL_SENDING_ACCOUNT` unless `environment` does. For any other pool, an output
   * contains the command that attaches the triggers.
   */
  readonly userPool: IUserPool | CfnUserPool;
  /** The folder that `npm run build` writes: `dist`. */
  readonly bundles: string;
  /** All built triggers by default. */
  readonly triggers?: readonly TriggerName[];
  /** Settings of single triggers: their variables are added, and all else replaces the settings of all. */
  readonly only?: Readonly<Partial<Record<TriggerName, FunctionSettings>>>;
  /** Your own keys that encrypt the parameters and secrets. IAM does not accept their aliases. */
  readonly decryptWith?: readonly IKey[];
  /** Alarms are created by default, without an action: they show only in the console. */
  readonly alarms?: AlarmOptions | false;
  /** Settings that your own triggers do not read, and that are therefore not required. */
  readonly unread?: readonly SettingName[];
  /** Whether the sample brand of templates/brands.json may be deployed. */
  readonly allowSampleBrand?: boolean;
  /** Returns where Lambda gets a zip from; an asset of the app by default. */
  readonly code?: (bundle: BuiltBundle) => Code;
}
