import type { Arrival, Script } from "./script.ts";

/** One request, whatever protocol it came by. */
export interface Exchange {
  readonly request: Arrival;
  readonly script: Script;
  /** The documented response to this request, as text; a body is absent where none is documented. */
  readonly answer: { readonly status: number; readonly body?: string };
  /** The origin of a server that no request may reach. */
  readonly elsewhere: string;
}

export type Headers = Readonly<Record<string, string | number>>;

/** A whole, well-formed response, whatever protocol it goes by. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

export const JSON_TYPE = { "content-type": "application/json" } as const;

/** A response with a request id, which repeats the request where the script has it so. */
export function reply(
  { request, script }: Exchange,
  status: number,
  headers: Headers,
  body: string | Buffer = "",
): Reply {
  const requestId = script.echo ? echoed(request).join(" ") : "fault-request";
  return { status, headers: { "x-request-id": requestId, ...headers }, body: Buffer.from(body) };
}

/** The documented response. */
export function documented(exchange: Exchange): Reply {
  const { status, body } = exchange.answer;
  return reply(exchange, status, body === undefined ? {} : JSON_TYPE, body);
}

/** A refusal with a JSON body. */
export function refusal(exchange: Exchange, status: number, headers: Headers = {}): Reply {
  const { request, script } = exchange;
  const body = { message: "the fault server refuses", ...(script.echo ? { request, echo: asKeys(request) } : {}) };
  return reply(exchange, status, { ...JSON_TYPE, ...headers }, JSON.stringify(body));
}

/** What the request carried, as keys and, deeper down, as values. */
const asKeys = (request: Arrival): object =>
  Object.fromEntries(echoed(request).map((text) => [text, { text, deep: [[text]] }]));

/** A page of HTML; what a proxy says in the server's name. */
export function page({ request, script }: Exchange): string {
  const echo = script.echo ? JSON.stringify(request) : "";
  return `<!doctype html><title>Gateway</title><p>Something went wrong.</p><pre>${echo}</pre>`;
}

/** The credential and the texts of the body: what a careless server repeats. */
export function echoed({ headers, body }: Arrival): readonly string[] {
  const [, credential = ""] = (headers.authorization ?? "").split(" ");
  const values: unknown[] = body === "" ? [] : Object.values(Object(JSON.parse(body)));
  return [credential, ...values.filter((value) => typeof value === "string")];
}

/** Half of the documented body. */
export const halfOf = ({ body = '{"half": "of a body"}' }: Exchange["answer"]): string =>
  body.slice(0, Math.ceil(body.length / 2));
