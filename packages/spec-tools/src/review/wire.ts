import type { ApiDescription } from "../description/api-description.ts";
import type { Finding } from "./finding.ts";
import { compareApis } from "./wire-changes/compare-apis.ts";

/** What changed for the service and whoever talks to it. */
export const wireFindings = (before: ApiDescription, after: ApiDescription): readonly Finding[] =>
  before.text === after.text ? [] : compareApis(before, after);
