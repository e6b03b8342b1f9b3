import { stringify } from "yaml";

/** A value as YAML; a short list in one line. */
export function showValue(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "string") return value;
  const short = Array.isArray(value) ? stringify(value, { collectionStyle: "flow", lineWidth: 0 }).trimEnd() : "";
  return short !== "" && short.length <= 60 ? short : stringify(value, { lineWidth: 0 }).trimEnd();
}
