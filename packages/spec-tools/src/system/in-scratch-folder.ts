import { temporaryFolder } from "./temporary-folder.ts";
import { UserError } from "./user-error.ts";

/** The signals that stop a command, with the exit code that each is told by. */
const SIGNALS = [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const;

/**
 * Does the work of a command in a folder of its own, which is gone afterwards with all that was put there: when the work is
 * done, when it fails, and when the user stops it. What the command starts has its temporary files there as well.
 *
 * @param name What the name of the folder begins with.
 * @param work Takes the folder, and a signal that ends it: it then puts away what it started and rejects with the signal's
 *   reason, a {@link UserError}. The exit code is set.
 */
export async function inScratchFolder<Result>(
  name: string,
  work: (folder: string, signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const stop = new AbortController();
  const listeners = SIGNALS.map(([signal, code]) => {
    const listener = (): void => {
      // Whoever says it twice does not want to wait for what is still to be put away.
      if (stop.signal.aborted) process.exit(code);
      process.exitCode = code;
      stop.abort(new UserError("stopped"));
    };
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });
  const before = process.env.TMPDIR;
  const folder = await temporaryFolder(name);
  process.env.TMPDIR = folder.path;
  try {
    return await work(folder.path, stop.signal);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    await folder.remove();
    for (const remove of listeners) remove();
  }
}
