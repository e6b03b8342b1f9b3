const TICK = 10;

/**
 * Runs work and measures by how many milliseconds it outlived its budget, in ticks of a plain timer: what this machine can
 * hold at the moment, and not what a clock says. A process that gets no time does not tick.
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
