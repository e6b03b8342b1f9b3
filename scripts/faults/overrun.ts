/**
 * Runs work and measures by how many milliseconds it outlived a plain timer of its budget that was set when it began:
 * what this machine can hold at the moment, and not what a clock says.
 */
export async function overrunOf<Result>(
  budget: number,
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly overrun: number }> {
  let due = Infinity;
  const timer = setTimeout(() => {
    due = performance.now();
  }, budget);
  const result = await work();
  const overrun = Math.max(0, performance.now() - due);
  clearTimeout(timer);
  return { result, overrun };
}
