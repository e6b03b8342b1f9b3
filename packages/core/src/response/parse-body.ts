import type { ResponseFault } from "../errors/response-error.ts";
import type { OperationDefinition } from "../operation-definition.ts";

/** Checks a success body against what its operation documents: JSON of that kind, with the secret it reveals. */
export function parseBody(
  { answer = ["object"], reveals = [] }: OperationDefinition,
  text: string,
): [data?: unknown, fault?: ResponseFault | undefined] {
  if (!text) return answer.includes("empty") ? [] : [text, "empty"];
  try {
    const data: unknown = JSON.parse(text);
    // A body where none is documented says nothing more than its status did.
    if (answer[0] === "empty") return [];
    const kind = Array.isArray(data) ? "array" : Object(data) === data ? "object" : "any";
    if (answer[0] !== "any" && !answer.includes(kind)) return [data, "wrong-shape"];
    const isThere = reveals.every((name) => typeof Object(data)[name] === "string" && Object(data)[name] !== "");
    return [data, isThere ? undefined : "no-secret"];
  } catch {
    return [text, "not-json"];
  }
}

/**
 * The value of a body that explains a refusal: JSON, text, or undefined if there is none. What is larger than 1 MiB
 * stays a text, since to take it apart could take longer than the call may.
 */
export function parseErrorBody(text: string): unknown {
  if (text.length > 2 ** 20) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text || undefined;
  }
}
