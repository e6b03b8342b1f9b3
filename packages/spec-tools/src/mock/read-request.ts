import type { IncomingMessage } from "node:http";
import type { IHttpRequest } from "@stoplight/prism-http";

/** The longest body that is read, in bytes. */
const LIMIT = 10 * 1024 * 1024;

/** A request in Prism's form, and what is wrong with its body where it is not JSON, though it says so. */
export interface MockRequest {
  readonly input: IHttpRequest;
  readonly malformed: string | undefined;
}

/** A request that no operation can be looked up for. */
export class UnreadableRequest extends Error {
  override readonly name = "UnreadableRequest";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * Reads a request with its whole body.
 *
 * @throws {UnreadableRequest} if its address is malformed or its body too long.
 */
export async function readRequest(request: IncomingMessage): Promise<MockRequest> {
  const url = readUrl(request.url ?? "/");
  const text = await readText(request);
  const json = /^application\/(?:[^;\s]+\+)?json\s*(?:;|$)/i.test(request.headers["content-type"] ?? "");
  const { body, malformed } = json && text !== undefined ? parseJson(text) : { body: text ?? null };
  const query = [...new Set(url.searchParams.keys())].map((name) => {
    const [first = "", ...more] = url.searchParams.getAll(name);
    return [name, more.length > 0 ? [first, ...more] : first] as const;
  });
  const server = url.searchParams.get("__server");
  return {
    malformed,
    input: {
      method: methodOf(request),
      url: { path: url.pathname, query: Object.fromEntries(query), ...(server && { baseUrl: server }) },
      headers: headersOf(request),
      body,
    },
  };
}

function readUrl(target: string): URL {
  // A path that begins with two slashes is no host.
  const whole = target.startsWith("/") ? `http://mock${target}` : target;
  const url = URL.parse(whole);
  try {
    if (url) decodeURIComponent(url.pathname);
  } catch {
    throw new UnreadableRequest(
      400,
      `the path ${url?.pathname} has a percent sign that begins no escape; write it as %25`,
    );
  }
  if (url) return url;
  throw new UnreadableRequest(400, `the target ${target} is no path; begin it with a slash`);
}

async function readText(request: IncomingMessage): Promise<string | undefined> {
  const { "content-length": length, "transfer-encoding": encoding } = request.headers;
  // Most requests have no body, and waiting for its end would take longer than all else that is read of them.
  if ((length ?? "0") === "0" && encoding === undefined) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  // Each is a buffer, because no encoding is set.
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LIMIT) throw new UnreadableRequest(413, `the body has more than ${LIMIT} bytes`);
    chunks.push(chunk);
  }
  return size === 0 ? undefined : Buffer.concat(chunks).toString("utf8");
}

/** A body that is not JSON stays a text, which breaks the schema of any object. */
function parseJson(text: string): { readonly body: unknown; readonly malformed?: string } {
  try {
    return { body: JSON.parse(text) };
  } catch (error) {
    return { body: text, malformed: error instanceof Error ? error.message : String(error) };
  }
}

/** Prism looks for the operation by it, so a method that Prism does not know finds none. */
const methodOf = ({ method = "GET" }: IncomingMessage): IHttpRequest["method"] =>
  method.toLowerCase() as IHttpRequest["method"];

const headersOf = ({ headers }: IncomingMessage): NonNullable<IHttpRequest["headers"]> =>
  Object.fromEntries(Object.entries(headers).map(([name, value = ""]) => [name, [value].flat().join(", ")]));
