import { join } from "node:path";
import { lintConfig } from "../lint/lint-config.ts";
import { projectFolder } from "../project/project-folder.ts";
import { readApprovals } from "./approvals.ts";
import { baseOf } from "./git.ts";
import { readLevels } from "./levels.ts";
import { pairOfFiles, pairsSince } from "./pairs.ts";
import { type Review, reviewAll } from "./review.ts";

/**
 * Reviews the specs of a working tree against those of a commit.
 *
 * @param ref The commit; by default the merge base with main.
 * @param root The repository's folder.
 * @throws {UserError} if there is no such commit, or where an approval or a changeset cannot be read.
 * @throws {SpecError} if a spec of either side cannot be compared.
 */
export async function reviewRepository(
  ref: string | undefined,
  root = projectFolder(),
  levelsFile?: string,
): Promise<Review> {
  // First, since what is wrong with a file that the caller names is so whatever the repository has.
  const levels = await readLevels(levelsFile ?? join(root, "specs/review/levels.yaml"), levelsFile !== undefined);
  const base = await baseOf(ref, root);
  const [pairs, approvals] = await Promise.all([pairsSince(base, root), readApprovals(approvalsFile(root))]);
  const compared = `The working tree, compared with ${base.name} (${base.commit.slice(0, 7)})`;
  return reviewAll(compared, pairs, { approvals, levels, lintConfig: lintConfig(root) });
}

/** Where a repository keeps what it lets through. */
export const approvalsFile = (root: string): string => join(root, "specs/review/approvals.yaml");

/**
 * Reviews any two API descriptions. Nothing is declared for them, so nothing can be too low, and they keep a style of
 * their own, so nothing is linted.
 *
 * @throws {SpecError} if one of them cannot be compared.
 */
export async function reviewFiles(from: string, to: string, levelsFile?: string): Promise<Review> {
  const [pair, levels] = await Promise.all([
    pairOfFiles(from, to),
    levelsFile === undefined ? [] : readLevels(levelsFile, true),
  ]);
  return reviewAll(`${to}, compared with ${from}`, [pair], { approvals: [], levels, lintConfig: undefined });
}
