/**
 * The packages in Lambda's Node.js runtime, which are not bundled: the SDK's clients. A bundled one would load
 * faster by some 50 ms, but weigh more than all the rest of a trigger, and only a setting in a store needs it.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html (Runtime-included SDK versions)
 */
export const lambdaPackages = ["@aws-sdk/*"];
