import { fileURLToPath } from "node:url";
import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import { FAULTS, type Fault } from "./faults.ts";
import { fallsAt, type Result, type Stage } from "./result.ts";
import { startService } from "./service.ts";
import type { Form, Subject } from "./subject.ts";
import type { Target } from "./target.ts";
import type { Tool } from "./tool.ts";

/** A published file on which a tool is not right, and why. */
export interface Failure {
  readonly result: Result;
  readonly stage: Stage;
  readonly problems: readonly string[];
  /** The known fault of the tool that explains it, shown by its control; undefined where the reason may be in our file. */
  readonly fault: Fault | undefined;
}

/**
 * Explains what is not right. A fault of a tool counts only if its control, which has nothing of ours, fails at the same stage
 * and in the same way.
 *
 * @param folder An empty folder for each control.
 */
export async function explain(
  tool: Tool,
  results: readonly (readonly [form: Form, result: Result])[],
  folder: (control: string) => Promise<string>,
): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  for (const [form, result] of results) {
    const fall = fallsAt(result);
    if (fall === undefined) continue;
    const [stage, problems] = fall;
    const known = FAULTS.find(
      (fault) =>
        fault.tool === tool.name && fault.forms.includes(form) && problems.every((one) => fault.problem.test(one)),
    );
    const shown = known && (await isShown(tool, known, stage, await folder(known.control)));
    failures.push({ result, stage, problems, fault: shown ? known : undefined });
  }
  return failures;
}

async function isShown(tool: Tool, { control, problem }: Fault, stage: Stage, folder: string): Promise<boolean> {
  const subject = await controlOf(control);
  const service = await startService(subject);
  const target: Target = { subject, service };
  const results = await tool.attempt([target], folder).finally(() => service.close());
  return results.some((result) => {
    const fall = fallsAt(result);
    return fall?.[0] === stage && fall[1].some((one) => problem.test(one));
  });
}

/** A description that nobody publishes: one operation, and the construct that a tool reads wrong. */
async function controlOf(name: string): Promise<Subject> {
  const file = fileURLToPath(new URL(`controls/${name}.json`, import.meta.url));
  const api = await describeFile(file);
  const form = api.version.startsWith("3.0") ? "3.0.3" : "3.1";
  return { name: `control-${name}`, provider: "control", form, file, api, service: api };
}
