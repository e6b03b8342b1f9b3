import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, relative } from "node:path";
import { Document, isSeq, parseDocument } from "yaml";
import { projectFolder } from "../project/project-folder.ts";
import { UserError } from "../system/user-error.ts";
import type { Approval } from "./approvals.ts";
import type { Entry } from "./entries.ts";
import { approvalsFile, reviewRepository } from "./repository.ts";
import type { ProviderReview, Review } from "./review.ts";

/**
 * Lets one change of the repository's specs through: writes an approval for each break that it is, on either axis.
 *
 * @returns What was done, for people.
 * @throws {UserError} if the review has no such break, or it is approved already.
 */
export async function approve(
  key: string,
  reason: string,
  ref: string | undefined,
  root = projectFolder(),
): Promise<string> {
  if (reason.trim() === "") throw new UserError("--reason is empty; say why the break is accepted");
  const review = await reviewRepository(ref, root);
  const [provider, entry] = find(review, key);
  const open = [...entry.wire, ...entry.types].filter(
    ({ severity, approved }) => severity === "breaking" && approved === undefined,
  );
  if (open.length === 0) throw new UserError(`${key} breaks nothing that is not approved; there is nothing to approve`);
  const file = approvalsFile(root);
  await append(
    file,
    open.map((finding) => ({ provider: provider.provider, finding: finding.key, reason: reason.trim() })),
  );
  return [`${relative(process.cwd(), file)}: approved`, ...open.map((finding) => `  ${finding.key}`)].join("\n");
}

function find({ providers }: Review, key: string): readonly [ProviderReview, Entry] {
  for (const provider of providers) {
    const entry = provider.entries.find(({ wire, types }) =>
      [...wire, ...types].some((finding) => finding.key === key),
    );
    if (entry !== undefined) return [provider, entry];
  }
  const known = providers.flatMap(({ findings }) => findings.filter(({ severity }) => severity === "breaking"));
  const hint = known.length === 0 ? "it has no break at all" : `its first break is ${known[0]?.key}`;
  throw new UserError(`the review has no finding ${key}; ${hint}. \`spec-tools review\` prints all`);
}

/** Adds to the list and keeps what people wrote around it; a reader sees the old file or the new one, never half of it. */
async function append(file: string, approvals: readonly Approval[]): Promise<void> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw new UserError(`${file} cannot be read (${error.code})`);
  });
  const parsed = parseDocument(text);
  const document = isSeq(parsed.contents) ? parsed : new Document([]);
  for (const approval of approvals) document.add(document.createNode(approval));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, document.toString({ lineWidth: 0 }));
  await rename(`${file}.new`, file);
}
