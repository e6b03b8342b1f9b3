import type { ApiCallback } from "../api-description.ts";
import type {
  CheckedCallback,
  CheckedOperation,
  CheckedPathItem,
  CheckedReference,
} from "../check/checked-document.ts";
import { pathOperations } from "./path-operations.ts";
import { requestBodyOf, responsesOf } from "./responses.ts";
import { pointerTo, resolve, type Scope, type Spot, spotsIn } from "./scope.ts";

/** What the service calls on its own, of the whole document. */
export const webhooksOf = (scope: Scope): readonly ApiCallback[] =>
  spotsIn(scope.document.webhooks, ["webhooks"]).flatMap(([name, item]) => callsOf(scope, name, undefined, item));

/** What the service calls back because of an operation. */
export function callbacksOf(scope: Scope, { value, tokens }: Spot<CheckedOperation>): readonly ApiCallback[] {
  return spotsIn<CheckedCallback | CheckedReference>(value.callbacks, [...tokens, "callbacks"]).flatMap(
    ([name, spot]) => {
      const callback = resolve<CheckedCallback>(scope.document, spot);
      return spotsIn(callback.value, callback.tokens)
        .filter(([expression]) => !expression.startsWith("x-"))
        .flatMap(([expression, item]) => callsOf(scope, name, expression, item));
    },
  );
}

function callsOf(
  scope: Scope,
  name: string,
  expression: string | undefined,
  item: Spot<CheckedPathItem>,
): readonly ApiCallback[] {
  return pathOperations(item).map(({ method, spot }) => {
    const { value: operation } = spot;
    return {
      name,
      expression,
      method,
      originalId: operation.operationId,
      summary: operation.summary,
      description: operation.description,
      deprecated: operation.deprecated ?? false,
      // The service sends, and the reader of the description receives.
      requestBody: requestBodyOf(
        scope,
        { value: operation.requestBody, tokens: [...spot.tokens, "requestBody"] },
        "response",
      ),
      responses: responsesOf(scope, { value: operation.responses, tokens: [...spot.tokens, "responses"] }, "request"),
      pointer: pointerTo(spot),
    };
  });
}
