import { type Checked, ownerOf } from "../check/check-document.ts";
import type { Finding } from "../check/finding.ts";
import { pointerOf, tokensOf } from "../pointer.ts";

/** Findings, each with the operations that it touches. */
export interface Attributed {
  readonly finding: Finding;
  /** The pointers of the operations that an error refuses. */
  readonly operations: readonly string[];
}

/**
 * Says which operations cannot be served because of an error: the one that it is in, all of a path, or all that reach the
 * component. An error that touches none, as in a component that nobody uses, becomes a warning.
 *
 * @param operations The pointers of all operations.
 */
export function attribute(
  findings: readonly Finding[],
  edges: Checked["edges"],
  operations: readonly string[],
): readonly Attributed[] {
  const errors = findings.filter(({ level }) => level === "error");
  const users = errors.some(({ tokens }) => tokens[0] === "components") ? usersOf(edges) : new Map<string, string[]>();
  return distinct(findings).map((finding) => {
    if (finding.level !== "error") return { finding, operations: [] };
    const owner = ownerOf(finding.tokens);
    const touched = operations.filter((pointer) => pointer === owner || pointer.startsWith(`${owner}/`));
    if (owner === "") return { finding, operations: [] };
    if (finding.tokens[0] === "webhooks") return { finding: asWarning(finding), operations: [] };
    if (finding.tokens[0] !== "components") return { finding, operations: touched };
    const reached = reachedFrom(owner, users, operations);
    return { finding: reached.length === 0 ? asWarning(finding) : finding, operations: reached };
  });
}

const asWarning = (finding: Finding): Finding => ({ ...finding, level: "warning" });

/** What is shared is described once per operation; it is told once. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ tokens, message }) => {
    const key = `${pointerOf(tokens)} ${message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Who names a component: the edges turned around. */
function usersOf(edges: Checked["edges"]): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const [owner, targets] of edges) {
    for (const target of targets) {
      const all = users.get(target);
      if (all === undefined) users.set(target, [owner]);
      else all.push(owner);
    }
  }
  return users;
}

function reachedFrom(
  component: string,
  users: ReadonlyMap<string, readonly string[]>,
  operations: readonly string[],
): readonly string[] {
  const seen = new Set([component]);
  const waiting = [component];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const user of users.get(at) ?? []) {
      if (seen.has(user)) continue;
      seen.add(user);
      waiting.push(user);
    }
  }
  return operations.filter((pointer) => seen.has(pointer) || seen.has(pointerOf(tokensOf(pointer).slice(0, 2))));
}
