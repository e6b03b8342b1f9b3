import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { startFaultServer } from "../server/fault-server.ts";
import type { SoakOrder, SoakReport } from "./client.ts";
import { soakOperations } from "./operations.ts";
import { SOAK_SECRET, type SoakSettings, soakPlan } from "./plan.ts";

/** The result of a soak. */
export interface SoakResult extends SoakReport {
  /** The calls that took effect more than once although they must not, or that denied an effect they had. */
  readonly untrue: readonly string[];
  /** Requests that followed a redirect. */
  readonly redirected: number;
  /** The exit code of the calling process; null if it did not exit and was killed. */
  readonly exitCode: number | null;
  /** Milliseconds from start to end. */
  readonly duration: number;
}

/** The milliseconds after which a running process counts as hanging. */
const PATIENCE = 300_000;

/** Serves in this process and calls from another one, so that the heap, timers and sockets there belong only to the client. */
export async function soak(settings: SoakSettings): Promise<SoakResult> {
  const server = await startFaultServer();
  const started = performance.now();
  try {
    const plan = soakPlan(settings, await soakOperations(settings));
    const baseUrls = plan.map(({ operation, wire, faults }) => {
      const { effect, reveals } = operation.definition;
      const answer = operation.answer(SOAK_SECRET);
      return server.play({ faults, effect, answer, wire, ...(reveals ? { reveals } : {}) });
    });
    const [, first] = baseUrls[0]?.match(/(\d+)$/) ?? [];
    const order: SoakOrder = { ...settings, origins: server.origins, first: Number(first) };
    const file = fileURLToPath(new URL("client.ts", import.meta.url));
    // Otherwise V8 would drop unused code in the second half, and hide what a leak adds.
    const flags = ["--expose-gc", "--no-flush-bytecode", "--conditions=@git-tokens/source"];
    const child = spawn(process.execPath, [...flags, file, JSON.stringify(order)], {
      stdio: ["ignore", "pipe", "inherit"],
      timeout: PATIENCE,
    });
    const [output, [exitCode]] = await Promise.all([text(child.stdout), once(child, "exit")]);
    if (output === "") throw new Error(`the calling process said nothing and ended with ${exitCode}`);
    const report: SoakReport = JSON.parse(output);
    const untrue = plan.flatMap(({ operation, faults }, index) => {
      const { committed } = server.serverLog(baseUrls[index] ?? "");
      const { name, effect } = operation.definition;
      const twice = ["create", "rotate"].includes(effect) && committed > 1;
      const hopeful = committed > 0 && "nr".includes(report.outcomes[index] ?? "");
      return twice || hopeful ? [`${name} under ${faults.join(", ")}: ${committed} effects`] : [];
    });
    return { ...report, untrue, redirected: server.redirected.length, exitCode, duration: performance.now() - started };
  } finally {
    await server.close();
  }
}
