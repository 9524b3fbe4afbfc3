/** An error: recovery fails for people. A warning: it may fail, or fails for some. A note: worth knowing. */
export const severities = ["error", "warning", "note"] as const;

export type Severity = (typeof severities)[number];
