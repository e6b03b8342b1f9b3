import type { CallOptions } from "./call-options.ts";
import { type Client, send } from "./client.ts";
import { redactorOf } from "./delivery/redactor-of.ts";
import type { ApiError } from "./errors/api-error.ts";
import type { OperationDefinition } from "./operation-definition.ts";
import type { RawVerbs } from "./raw-verbs.ts";
import type { RequestParts } from "./request/request-parts.ts";
import { redactHeaders } from "./response/redact-headers.ts";

const VERBS = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH"] as const;

/**
 * The raw verbs over a client's delivery. A request that is one of the known operations is repeated as that operation
 * would be; any other only where its verb promises to change nothing. A status that says no is a value here; every other
 * failure is thrown.
 */
export function rawVerbs<Paths extends object>(
  client: Client,
  definitions: readonly OperationDefinition[],
): RawVerbs<Paths> {
  const verbs = VERBS.map((method) => [
    method,
    async (path: string, given: { params?: RequestParts; body?: unknown } & CallOptions = {}) => {
      const { params, body, ...options } = given;
      const known = definitions.find((definition) => definition.method === method && definition.path === path);
      const effect = /GET|HEAD|OPTIONS/.test(method) ? "read" : "create";
      const definition = known ?? { name: `${method} ${path}`, method, path, effect, answer: ["any", "empty"] };
      try {
        const { data, text, head, call } = await client[send](definition, { ...params, body }, options);
        const headers = head && redactHeaders(head.headers, redactorOf(call));
        return { data, response: responseOf(text, { ...head, url: call.request.url, headers }) };
      } catch (error) {
        if (!isApiError(error)) throw error;
        const { body: refusal } = error;
        const text = typeof refusal === "object" ? JSON.stringify(refusal) : refusal;
        return { error: refusal, response: responseOf(text, error) };
      }
    },
  ]);
  return Object.fromEntries(verbs);
}

// Not the exported guard, which knows the errors of other copies of this package as well, and is larger.
const isApiError = (error: unknown): error is ApiError =>
  Object(error).name === "ApiError" && "attempts" in Object(error);

interface Given {
  readonly status?: number;
  readonly statusText?: string;
  readonly url: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A response of the runtime's own class, which alone cannot be told its address. */
function responseOf(text: unknown, { status = 204, statusText = "", url, headers = {} }: Given): Response {
  const body = text ? String(text) : null;
  return Object.defineProperty(new Response(body, { status, statusText, headers }), "url", { value: url });
}
