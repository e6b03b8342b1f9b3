const TICK = 10;

/**
 * Runs work and measures by how many milliseconds it exceeded its budget, in ticks of a plain timer instead of a clock. A
 * process that gets no processor time does not tick, so a busy machine does not matter.
 *
 * @param budget In milliseconds.
 */
export async function overrunOf<Result>(
  budget: number,
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly overrun: number }> {
  let overrun = 0;
  let timer = setTimeout(tick, budget);
  function tick(): void {
    timer = setTimeout(() => {
      overrun += TICK;
      tick();
    }, TICK);
  }
  const result = await work().finally(() => clearTimeout(timer));
  return { result, overrun };
}
