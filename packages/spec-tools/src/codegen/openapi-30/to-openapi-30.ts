import { Converter } from "@apiture/openapi-down-convert";
import type { ApiDescription } from "../../description/api-description.ts";
import { publishedJson } from "../../description/published-json.ts";
import { bareReferences } from "./bare-references.ts";
import { flattenUnions } from "./flatten-unions.ts";
import { inlineNullable } from "./inline-nullable.ts";
import type { JsonObject } from "./json.ts";
import { oneSchemePerHeader } from "./one-scheme-per-header.ts";
import { parameterExamples } from "./parameter-examples.ts";

/**
 * A spec as OpenAPI 3.0.3, in the forms that most generators read right; specs/README.md has the measurements. The
 * converter leaves behind, without a word, what 3.0 does not know, so its result must be validated.
 */
export function toOpenApi30(api: ApiDescription): object {
  // Also a copy, because the converter works on the object it is given.
  const copy: JsonObject = JSON.parse(publishedJson(api));
  const plain = [inlineNullable, flattenUnions, bareReferences, parameterExamples].reduce(
    (before, step) => step(before),
    copy,
  );
  const whole: object = oneSchemePerHeader(plain, api);
  return new Converter(whole).convert();
}
