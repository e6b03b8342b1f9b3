import type { Arrival, Script } from "./script.ts";

/** One request, over any protocol. */
export interface Exchange {
  readonly request: Arrival;
  readonly script: Script;
  /** The documented response to this request, as text; a body is absent where none is documented. */
  readonly answer: { readonly status: number; readonly body?: string };
  /** The origin of a server that no request may reach. */
  readonly elsewhere: string;
}

export type Headers = Readonly<Record<string, string | number>>;

/** A complete, well-formed response, over any protocol. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

export const JSON_TYPE = { "content-type": "application/json" } as const;

/** A response with a request id. It repeats the request if the script says so. */
export function reply(
  { request, script }: Exchange,
  status: number,
  headers: Headers,
  body: string | Buffer = "",
): Reply {
  const requestId = script.echo ? inHeader(echoed(request).join(" ")) : "fault-request";
  return {
    status,
    headers: { "x-request-id": requestId, ...headers },
    body: typeof body === "string" ? Buffer.from(body) : body,
  };
}

/** Text as its bytes in UTF-8, which is how servers write what a header has no letters for. */
const inHeader = (text: string): string => Buffer.from(text).toString("latin1");

/** The documented response. */
export function documented(exchange: Exchange): Reply {
  const { status, body } = exchange.answer;
  return reply(exchange, status, body === undefined ? {} : JSON_TYPE, body);
}

/** A rejection with a JSON body. */
export function refusal(exchange: Exchange, status: number, headers: Headers = {}): Reply {
  const { request, script } = exchange;
  const body = { message: "the fault server refuses", ...(script.echo ? { request, echo: asKeys(request) } : {}) };
  return reply(exchange, status, { ...JSON_TYPE, ...headers }, JSON.stringify(body));
}

/** The contents of the request, as keys and, nested, as values. */
const asKeys = (request: Arrival): object =>
  Object.fromEntries(echoed(request).map((text) => [text, { text, deep: [[text]] }]));

/** An HTML page, as a proxy sends it instead of the server. */
export function page({ request, script }: Exchange): string {
  const echo = script.echo ? JSON.stringify(request) : "";
  return `<!doctype html><title>Gateway</title><p>Something went wrong.</p><pre>${echo}</pre>`;
}

/** The credential and the texts of the body, which a careless server repeats. */
export function echoed({ headers, body }: Arrival): readonly string[] {
  const [, credential = ""] = (headers.authorization ?? "").split(" ");
  const values: unknown[] = body === "" ? [] : Object.values(Object(JSON.parse(body)));
  return [credential, ...values.filter((value) => typeof value === "string")];
}

/** Half of the documented body. */
export const halfOf = ({ body = '{"half": "of a body"}' }: Exchange["answer"]): string =>
  body.slice(0, Math.ceil(body.length / 2));
