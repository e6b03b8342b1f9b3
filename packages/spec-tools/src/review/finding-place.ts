import type { ApiDescription } from "../description/api-description.ts";
import type { FindingPlace } from "./finding.ts";

/** Where a part of a document is written, as a finding says it. */
export function placeIn(api: ApiDescription, side: FindingPlace["side"], pointer: string): FindingPlace {
  const plain = pointer.replace(/^#/, "").replace(/#.*$/, "");
  const { file, line } = api.placeOf(plain);
  return { side, file, line, pointer: plain };
}
