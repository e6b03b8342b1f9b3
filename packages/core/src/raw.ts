import type { CallOptions } from "./call-options.ts";
import { type Client, send } from "./client.ts";
import { ConfigError } from "./errors/config-error.ts";
import { isApiError } from "./errors/guards.ts";
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
    async (path: string, init: { params?: RequestParts; body?: unknown } & CallOptions = {}) => {
      const known = definitions.find((definition) => definition.method === method && definition.path === path);
      const effect = /GET|HEAD|OPTIONS/.test(method) ? "read" : "create";
      const definition = known ?? { name: `${method} ${path}`, method, path, effect, answer: ["any", "empty"] };
      if (!path.startsWith("/")) throw new ConfigError("path", "must begin with a slash", { definition });
      try {
        const end = await client[send](definition, { ...init.params, body: init.body }, init);
        const { data, status = 204, headers = new Headers(), redact } = end;
        const response = new Response(null, { status, headers: redactHeaders(headers, redact) });
        return { data, response };
      } catch (error) {
        if (!isApiError(error)) throw error;
        const { body, status, headers = {} } = error;
        return { error: body, response: new Response(null, { status, headers }) };
      }
    },
  ]);
  return Object.fromEntries(verbs);
}
