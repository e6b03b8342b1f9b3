import { once } from "node:events";
import { gzipSync } from "node:zlib";
import {
  chunk,
  closing,
  type Exchange,
  endAnswer,
  head,
  JSON_TYPE,
  page,
  send,
  sendHealthy,
} from "../server/exchange.ts";
import type { ServerFault } from "./fault.ts";

const MEBIBYTE = 2 ** 20;
/** Above the 10 MiB that a client reads by default. */
const OVERSIZED = 11;
const HTML = { "content-type": "text/html; charset=utf-8" } as const;

/** Answers that say success and cannot be used. The request took effect all the same. */
export const answerFaults: readonly ServerFault[] = [
  {
    name: "html-200",
    about: "A page of HTML with status 200.",
    commits: true,
    strike: (exchange) => send(exchange, 200, HTML, page(exchange)),
  },
  {
    name: "html-200-as-json",
    about: "A page of HTML that calls itself JSON.",
    commits: true,
    strike: (exchange) => send(exchange, 200, JSON_TYPE, page(exchange)),
  },
  {
    name: "echoing-type-200",
    about: "A body that is no JSON, under a content type that repeats the request.",
    commits: true,
    strike: (exchange) => {
      const type = exchange.script.echo ? exchange.request.headers.authorization : "nonsense";
      send(exchange, 200, { "content-type": `text/plain; name="${type}"` }, page(exchange));
    },
  },
  {
    name: "empty-200",
    about: "Status 200 without a body.",
    commits: true,
    strike: (exchange) => send(exchange, 200, JSON_TYPE),
  },
  {
    name: "no-content",
    about: "Status 204, whether or not a body is documented.",
    commits: true,
    strike: (exchange) => send(exchange, 204, {}),
  },
  {
    name: "wrong-kind",
    about: "JSON of another kind than the documented one.",
    commits: true,
    strike: (exchange) => send(exchange, 200, JSON_TYPE, isArray(exchange) ? "{}" : "[]"),
  },
  {
    name: "json-null",
    about: "The JSON value null.",
    commits: true,
    strike: (exchange) => send(exchange, 200, JSON_TYPE, "null"),
  },
  {
    name: "two-values",
    about: "Two JSON values one after the other.",
    commits: true,
    strike: (exchange) => send(exchange, 200, JSON_TYPE, "{}{}"),
  },
  {
    name: "secret-missing",
    about: "The documented answer without the secrets it should reveal.",
    commits: true,
    strike: (exchange) => sendWithSecrets(exchange, undefined),
  },
  {
    name: "secret-empty",
    about: "The documented answer with empty texts in place of its secrets.",
    commits: true,
    strike: (exchange) => sendWithSecrets(exchange, ""),
  },
  {
    name: "secret-null",
    about: "The documented answer with null in place of its secrets.",
    commits: true,
    strike: (exchange) => sendWithSecrets(exchange, null),
  },
  {
    name: "invalid-utf8",
    about: "The documented answer with a byte in it that is no UTF-8.",
    commits: true,
    strike: (exchange) => {
      const { socket, answer } = exchange;
      const { body = '{"half": "of a body"}' } = answer;
      const bytes = Buffer.from(body);
      const quote = bytes.lastIndexOf('"');
      bytes[quote < 0 ? 0 : quote - 1] = 0xff;
      socket.write(head(200, { ...JSON_TYPE, ...closing(exchange), "content-length": bytes.length }));
      socket.write(bytes);
      endAnswer(exchange);
    },
  },
  {
    name: "oversized-with-length",
    about: "A body of 11 MiB that says so in Content-Length.",
    commits: true,
    strike: async (exchange) => {
      const { socket } = exchange;
      socket.write(head(200, { ...JSON_TYPE, ...closing(exchange), "content-length": OVERSIZED * MEBIBYTE }));
      await pour(socket, (mebibyte) => mebibyte);
      endAnswer(exchange);
    },
  },
  {
    name: "oversized-chunked",
    about: "A body of 11 MiB whose length is not known before.",
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
    about: "A body of a few kilobytes that unpacks to 11 MiB.",
    commits: true,
    strike: (exchange) => {
      const { socket } = exchange;
      bomb ??= gzipSync(Buffer.alloc(OVERSIZED * MEBIBYTE, " "));
      const headers = { ...JSON_TYPE, ...closing(exchange), "content-encoding": "gzip" };
      socket.write(head(200, { ...headers, "content-length": bomb.length }));
      socket.write(bomb);
      endAnswer(exchange);
    },
  },
  {
    name: "broken-gzip",
    about: "A body that calls itself gzip and is not.",
    commits: true,
    strike: (exchange) => send(exchange, 200, { ...JSON_TYPE, "content-encoding": "gzip" }, "this is no gzip"),
  },
  {
    name: "cut-gzip",
    about: "A gzip body of which the second half is missing, though Content-Length fits.",
    commits: true,
    strike: (exchange) => {
      const { socket, answer } = exchange;
      const packed = gzipSync(answer.body ?? "{}");
      const cut = packed.subarray(0, packed.length / 2);
      const headers = { ...JSON_TYPE, ...closing(exchange), "content-encoding": "gzip" };
      socket.write(head(200, { ...headers, "content-length": cut.length }));
      socket.write(cut);
      endAnswer(exchange);
    },
  },
];

let bomb: Buffer | undefined;

const isArray = ({ answer: { body } }: Exchange): boolean => body?.startsWith("[") ?? false;

/** The documented answer with other secrets in it; for an operation that reveals none, the answer itself. */
function sendWithSecrets(exchange: Exchange, secret: string | null | undefined): void {
  const { script, answer } = exchange;
  const secrets = Object.fromEntries((script.reveals ?? []).map((name) => [name, secret]));
  const body: unknown = answer.body && JSON.parse(answer.body);
  if (typeof body !== "object" || Array.isArray(body)) sendHealthy(exchange);
  else send(exchange, answer.status, JSON_TYPE, JSON.stringify({ ...body, ...secrets }));
}

/** Writes until all is written or the other side has had enough. */
async function pour(socket: Exchange["socket"], code: (text: string) => string): Promise<void> {
  const piece = code(" ".repeat(MEBIBYTE));
  for (let sent = 0; sent < OVERSIZED && !socket.destroyed; sent += 1) {
    if (!socket.write(piece)) await Promise.race([once(socket, "drain"), once(socket, "close")]).catch(() => {});
  }
}
