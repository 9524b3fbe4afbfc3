/** Returns why a version of Node.js is too old, or `undefined`. package.json's `engines` says the same. */
export function nodeVersionFault(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 22 || (major === 22 && minor >= 18)
    ? undefined
    : `cognito-recovery needs Node.js 22.18 or newer, and this is ${version}.`;
}
