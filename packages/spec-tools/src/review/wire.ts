import { describeText } from "../description/describe-api.ts";
import type { Spec } from "../description/read-spec.ts";
import type { Finding } from "./finding.ts";
import { compareApis } from "./wire/compare-apis.ts";

/** What changed for the service and whoever talks to it. */
export async function wireFindings(before: Spec, after: Spec): Promise<readonly Finding[]> {
  if (before.text === after.text) return [];
  const [old, now] = await Promise.all([before, after].map(({ file, text }) => describeText(file, text)));
  return old === undefined || now === undefined ? [] : compareApis(old, now);
}
