import type { ApiExample } from "../api-message.ts";
import type { ApiSchema } from "../api-schema.ts";
import type { CheckedExample, CheckedReference } from "../check/checked-document.ts";
import { resolve, type Scope, type Spot, spotsIn } from "./scope.ts";

/** What may carry examples: a parameter, a header or a media type. */
interface Exemplified {
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, CheckedExample | CheckedReference>>;
  readonly schema?: ApiSchema;
}

/** The examples of a parameter or body; those of its schema where it has none of its own. */
export function examplesOf(scope: Scope, { value, tokens }: Spot<Exemplified>): readonly ApiExample[] {
  if (value.example !== undefined) return [{ name: "example", named: false, summary: undefined, value: value.example }];
  const named = spotsIn(value.examples, [...tokens, "examples"]).flatMap(([name, spot]) => {
    const example = resolve<CheckedExample>(scope.document, spot);
    const { value = example.value.dataValue } = example.value;
    if (example.value.externalValue !== undefined && value === undefined) {
      const message = `the example "${name}" is kept elsewhere; it is ignored, so write its value into the document`;
      scope.report({ tokens: example.tokens, level: "warning", rule: "example", message });
      return [];
    }
    return [{ name, named: true, summary: example.value.summary, value }];
  });
  if (named.length > 0 || value.schema === undefined) return named;
  return (value.schema.examples ?? []).map((example, index) => ({
    name: index === 0 ? "example" : `example${index + 1}`,
    named: false,
    summary: undefined,
    value: example,
  }));
}
