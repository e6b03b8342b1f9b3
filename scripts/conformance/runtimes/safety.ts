import type { CaseSetup } from "../cases/case.ts";
import type { Played, Trial } from "./run-cases.ts";
import { summaryOf } from "./summary.ts";

/**
 * What must have wherever a cause is hidden: a client may then know less than it could, and never more. A sentence for
 * each thing that does not.
 *
 * @param proven The outcome that the call comes to on Node, "none" where it never begins; undefined if Node is the one
 * that hides something.
 */
export function unsafe(trial: Trial<Played>, setup: CaseSetup, proven?: string): readonly string[] {
  const { outcome, committed, end } = summaryOf(trial);
  const effect = setup.operations[trial.testCase.operation]?.effect;
  const rules: readonly (readonly [holds: boolean, sentence: string])[] = [
    [committed === 0 || !["not-sent", "rejected"].includes(outcome), `says "${outcome}" of a request that took effect`],
    [outcome !== "not-sent" || trial.serverLog.arrivals.length === 0, 'says "not-sent" of a request that arrived'],
    [
      proven === undefined || outcome === proven || ["unknown", "committed"].includes(outcome),
      `says "${outcome}" where no more than "${proven}" can be proven`,
    ],
    [
      outcome === proven || outcome !== "committed" || committed > 0 || effect === "read" || effect === "delete",
      'says "committed" of a request that took no effect',
    ],
    [committed <= 1 || (effect !== "create" && effect !== "rotate"), `took effect ${committed} times`],
    [end !== "late" && end !== "other", "ended with what is no error of the client"],
  ];
  return rules.filter(([holds]) => !holds).map(([, sentence]) => sentence);
}
