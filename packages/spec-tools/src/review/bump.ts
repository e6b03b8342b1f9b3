import type { Severity } from "./finding.ts";

/** The part of a version that a release raises, from none to the first. */
export const BUMPS = ["none", "patch", "minor", "major"] as const;

export type Bump = (typeof BUMPS)[number];

/**
 * The bump that a change needs. From 1.0.0 on it is semver's: what breaks is major, what is new is minor, anything else
 * is a patch. Below 1.0.0 everything moves one place to the right, because `^0.2.0` takes every 0.2.x and no 0.3.0:
 * what breaks is minor, anything else is a patch.
 *
 * @param version The version that the package has now, such as `0.3.1`.
 */
export function requiredBump(severity: Severity | undefined, version: string): Bump {
  if (severity === undefined) return "none";
  const stable = !version.startsWith("0.");
  const bumps: Readonly<Record<Severity, Bump>> = stable
    ? { breaking: "major", warn: "minor", feature: "minor", patch: "patch" }
    : { breaking: "minor", warn: "patch", feature: "patch", patch: "patch" };
  return bumps[severity];
}

/** Whether a declared bump says enough. */
export const suffices = (declared: Bump, required: Bump): boolean => BUMPS.indexOf(declared) >= BUMPS.indexOf(required);

/** The higher of the two. */
export const higher = (one: Bump, other: Bump): Bump => (suffices(one, other) ? one : other);
