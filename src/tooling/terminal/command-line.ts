/** The commands that package.json of this repository also has as scripts. */
const scripts: Readonly<Record<string, string>> = {
  build: "build",
  check: "check:templates",
  compile: "compile",
  preview: "preview",
  replay: "replay",
  synth: "synth",
};

/** Whether this runs from TypeScript source, which only a clone has. */
const IS_CLONE = import.meta.url.endsWith(".ts");

/**
 * Returns a command as the reader can type it: `npx cognito-recovery build` where the package is installed,
 * `npm run build` in a clone of this repository, where npx does not find it.
 *
 * @param command a command of the CLI, with its options: `detach --record file`
 */
export function commandLine(command: string, isClone = IS_CLONE): string {
  if (!isClone) return `npx cognito-recovery ${command}`;
  const script = scripts[command];
  return script ? `npm run ${script}` : `npm run --silent cognito-recovery -- ${command}`;
}

/** Returns a text in which each command starting with `cognito-recovery` is as the reader can type it. */
export function withCommandLines(text: string, isClone = IS_CLONE): string {
  return text.replace(/(?<![\S])cognito-recovery ([a-z].*)/g, (_, command: string) =>
    commandLine(command, isClone),
  );
}
