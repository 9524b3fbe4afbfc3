/** Returns the command that installs a package, for the package manager that runs this process. */
export function installCommand(name: string, runBy = process.env.npm_config_user_agent ?? ""): string {
  const [, manager] = /^(pnpm|yarn|bun)\//.exec(runBy) ?? [];
  return manager ? `${manager} add ${name}` : `npm install ${name}`;
}
