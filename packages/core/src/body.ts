import type { ResponseFault } from "./errors/response-error.ts";
import type { AnswerKind, OperationDefinition } from "./operation.ts";

/** A body read to its end, or why that was not possible. */
export type BodyText = { readonly text: string } | { readonly fault: "cut" | "too-large" };

/** Reads a body that is no larger than `limit` bytes. Never rejects. */
export async function readText(response: Response, limit: number): Promise<BodyText> {
  const { headers, body } = response;
  const length = Number(headers.get("content-length") ?? Number.NaN);
  try {
    if (length > limit) return await tooLarge(body);
    // A stated length holds only for what is not compressed.
    if (length >= 0 && !headers.get("content-encoding")) return { text: await response.text() };
    if (!body) return { text: "" };
    const reader = body.getReader();
    const decoder = new TextDecoder();
    let text = "";
    let size = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { text: text + decoder.decode() };
      size += value.byteLength;
      if (size > limit) return await tooLarge(reader);
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    return { fault: "cut" };
  }
}

async function tooLarge(rest: { cancel(): Promise<void> } | null): Promise<BodyText> {
  rest?.cancel().catch(() => {});
  return { fault: "too-large" };
}

/** The value of a success body, or what keeps it from being the documented one. */
export type BodyValue = { readonly data: unknown } | { readonly fault: ResponseFault };

/** Holds a success body against what its operation documents: JSON of that kind, with the secret it reveals. */
export function readValue({ answer = ["object"], reveals = [] }: OperationDefinition, text: string): BodyValue {
  const allows = (kind: AnswerKind): boolean => answer.includes(kind);
  if (text === "") return allows("empty") ? { data: undefined } : { fault: "empty" };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { fault: "not-json" };
  }
  // A body where none is documented says nothing more than its status did.
  if (answer.length === 1 && allows("empty")) return { data: undefined };
  const kind = Array.isArray(data) ? "array" : typeof data === "object" && data ? "object" : "any";
  if (!allows(kind) && !allows("any")) return { fault: "wrong-shape" };
  const revealed = reveals.every((name) => typeof Reflect.get(Object(data), name) === "string");
  return revealed ? { data } : { fault: "no-secret" };
}
