/**
 * What Lambda's Node.js runtime brings along, so that no bundle has to: the SDK's clients. The one that a
 * bundle would carry loads faster by some 50 ms, and weighs more than all the rest of a trigger; it is needed
 * only where a setting names a store.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html (Runtime-included SDK versions)
 */
export const broughtByLambda = ["@aws-sdk/*"];
