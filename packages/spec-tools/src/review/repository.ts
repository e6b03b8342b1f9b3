import { join } from "node:path";
import { lintConfig } from "../lint/lint-config.ts";
import { projectFolder } from "../project/project-folder.ts";
import { readApprovals } from "./approvals.ts";
import { baseOf } from "./git.ts";
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
export async function reviewRepository(ref: string | undefined, root = projectFolder()): Promise<Review> {
  const base = await baseOf(ref, root);
  const [pairs, approvals] = await Promise.all([
    pairsSince(base, root),
    readApprovals(join(root, "specs/review/approvals.yaml")),
  ]);
  const compared = `The working tree, compared with ${base.name} (${base.commit.slice(0, 7)})`;
  return reviewAll(compared, pairs, approvals, lintConfig(root));
}

/**
 * Reviews any two OpenAPI 3.1 files. Nothing is declared for them, so nothing can be too low.
 *
 * @throws {SpecError} if one of them cannot be compared.
 */
export async function reviewFiles(from: string, to: string): Promise<Review> {
  return reviewAll(`${to}, compared with ${from}`, [await pairOfFiles(from, to)], [], lintConfig());
}
