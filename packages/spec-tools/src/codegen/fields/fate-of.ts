import { describeText } from "../../description/describe-api.ts";
import { format } from "../../description/problem.ts";
import { generateSelection } from "../generate.ts";
import type { Fate } from "./fates.ts";

/** The code that is generated of what can be served, what is told, and how many operations are refused. */
async function outcomeOf(text: string) {
  const api = await describeText("fields.json", text);
  const served = api.operations.filter(({ refusals }) => refusals.length === 0);
  const files = await generateSelection({ api, operations: served, hash: "0" });
  return {
    code: [...files.values()].join("\n"),
    told: api.problems.map((problem) => format(problem).replace(/^fields\.json:\d+:\d+ /, "")),
    refused: api.operations.length - served.length,
  };
}

/** What becomes of the field that one document has and the other has not; `silent` where nothing does. */
export async function fateOf(withField: string, without: string): Promise<Fate | "silent"> {
  const [more, less] = [await outcomeOf(withField), await outcomeOf(without)];
  if (more.refused > less.refused) return "refused";
  if (more.code !== less.code) return "served";
  return more.told.some((line) => !less.told.includes(line)) ? "told" : "silent";
}
