import { once } from "node:events";
import { gzipSync } from "node:zlib";
import { documented, type Exchange, JSON_TYPE, page, type Reply, reply } from "../server/exchange.ts";
import { chunk, closing, endAnswer, type Http1Exchange, head } from "../server/http1-exchange.ts";
import type { Http1Fault, ReplyFault } from "./fault.ts";
import { MEBIBYTE, OVERSIZED, oversizedBody } from "./oversized-body.ts";

const HTML = { "content-type": "text/html; charset=utf-8" } as const;

const GZIP = { ...JSON_TYPE, "content-encoding": "gzip" } as const;

/** Success responses that are unusable, although the request took effect. */
export const responseFaults: readonly (ReplyFault | Http1Fault)[] = [
  {
    name: "html-200",
    about: "An HTML page with status 200.",
    commits: true,
    reply: (exchange) => reply(exchange, 200, HTML, page(exchange)),
  },
  {
    name: "html-200-as-json",
    about: "An HTML page with a JSON content type.",
    commits: true,
    reply: (exchange) => reply(exchange, 200, JSON_TYPE, page(exchange)),
  },
  {
    name: "echoing-type-200",
    about: "A body that is not JSON, with a content type that repeats the request.",
    commits: true,
    reply: (exchange) => {
      const type = exchange.script.echo ? exchange.request.headers.authorization : "nonsense";
      return reply(exchange, 200, { "content-type": `text/plain; name="${type}"` }, page(exchange));
    },
  },
  {
    name: "empty-200",
    about: "Status 200 without a body.",
    commits: true,
    reply: (exchange) => reply(exchange, 200, JSON_TYPE),
  },
  {
    name: "no-content",
    about: "Status 204, whether or not a body is documented.",
    commits: true,
    reply: (exchange) => reply(exchange, 204, {}),
  },
  {
    name: "wrong-kind",
    about: "JSON of another type than the documented one.",
    commits: true,
    reply: (exchange) => reply(exchange, 200, JSON_TYPE, isArray(exchange) ? "{}" : "[]"),
  },
  {
    name: "json-null",
    about: "The JSON value null.",
    commits: true,
    reply: (exchange) => reply(exchange, 200, JSON_TYPE, "null"),
  },
  {
    name: "two-values",
    about: "Two JSON values one after the other.",
    commits: true,
    reply: (exchange) => reply(exchange, 200, JSON_TYPE, "{}{}"),
  },
  {
    name: "secret-missing",
    about: "The documented response without the secrets it should reveal.",
    commits: true,
    reply: (exchange) => withSecrets(exchange, undefined),
  },
  {
    name: "secret-empty",
    about: "The documented response with empty texts in place of its secrets.",
    commits: true,
    reply: (exchange) => withSecrets(exchange, ""),
  },
  {
    name: "secret-null",
    about: "The documented response with null in place of its secrets.",
    commits: true,
    reply: (exchange) => withSecrets(exchange, null),
  },
  {
    name: "invalid-utf8",
    about: "The documented response with a byte that is not UTF-8.",
    commits: true,
    reply: (exchange) => {
      const { body = '{"half": "of a body"}' } = exchange.answer;
      const bytes = Buffer.from(body);
      const quote = bytes.lastIndexOf('"');
      bytes[quote < 0 ? 0 : quote - 1] = 0xff;
      return reply(exchange, 200, JSON_TYPE, bytes);
    },
  },
  {
    name: "oversized-with-length",
    about: "A body of 11 MiB with a Content-Length.",
    commits: true,
    reply: (exchange) => reply(exchange, 200, JSON_TYPE, oversizedBody()),
  },
  {
    name: "oversized-chunked",
    about: "A body of 11 MiB without a Content-Length.",
    commits: true,
    strike: async (exchange) => {
      const { socket } = exchange;
      socket.write(head(200, { ...JSON_TYPE, ...closing(exchange), "transfer-encoding": "chunked" }));
      await pour(socket, chunk);
      if (!socket.destroyed) socket.write(chunk(""));
      endAnswer(exchange);
    },
  },
  {
    name: "gzip-bomb",
    about: "A compressed body of a few kilobytes that unpacks to 11 MiB.",
    commits: true,
    reply: (exchange) => {
      bomb ??= gzipSync(oversizedBody());
      return reply(exchange, 200, GZIP, bomb);
    },
  },
  {
    name: "broken-gzip",
    about: "A body that is marked as gzip, but is not gzip.",
    commits: true,
    reply: (exchange) => reply(exchange, 200, GZIP, "this is no gzip"),
  },
  {
    name: "cut-gzip",
    about: "A gzip body without its second half, with a matching Content-Length.",
    commits: true,
    reply: (exchange) => {
      const packed = gzipSync(exchange.answer.body ?? "{}");
      return reply(exchange, 200, GZIP, packed.subarray(0, packed.length / 2));
    },
  },
];

let bomb: Buffer | undefined;

const isArray = ({ answer: { body } }: Exchange): boolean => body?.startsWith("[") ?? false;

/** The documented response with other secrets in it; for an operation that reveals none, the response itself. */
function withSecrets(exchange: Exchange, secret: string | null | undefined): Reply {
  const { script, answer } = exchange;
  const secrets = Object.fromEntries((script.reveals ?? []).map((name) => [name, secret]));
  const body: unknown = answer.body && JSON.parse(answer.body);
  if (typeof body !== "object" || Array.isArray(body)) return documented(exchange);
  return reply(exchange, answer.status, JSON_TYPE, JSON.stringify({ ...body, ...secrets }));
}

/** Writes until everything is written or the other side closes. */
async function pour(socket: Http1Exchange["socket"], code: (text: string) => string): Promise<void> {
  const piece = Buffer.from(code(" ".repeat(MEBIBYTE)));
  for (let sent = 0; sent < OVERSIZED && !socket.destroyed; sent += 1) {
    if (!socket.write(piece)) await Promise.race([once(socket, "drain"), once(socket, "close")]).catch(() => {});
  }
}
