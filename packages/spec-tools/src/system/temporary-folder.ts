import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface TemporaryFolder {
  readonly path: string;
  /** Removes it with all that was put there; what is still being written there is waited for. */
  readonly remove: () => Promise<void>;
}

/** Makes an empty folder among the temporary files of the machine. Its name begins with `name`. */
export async function temporaryFolder(name: string): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), `git-tokens-${name}-`));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 10 }) };
}
