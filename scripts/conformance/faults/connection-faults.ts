import { setTimeout as sleep } from "node:timers/promises";
import { documented, halfOf, JSON_TYPE } from "../server/exchange.ts";
import { chunk, closing, endAnswer, type Http1Exchange, head, sendHttp1 } from "../server/http1-exchange.ts";
import type { Http1Fault } from "./fault.ts";

/** Faults of a connection on which the request has arrived. */
export const connectionFaults: readonly Http1Fault[] = [
  {
    name: "reset-before-commit",
    about: "The request is read, and the connection is reset.",
    commits: false,
    strike: ({ socket }) => reset(socket),
  },
  {
    name: "reset-after-commit",
    about: "The request takes effect, and the connection is reset.",
    commits: true,
    strike: ({ socket }) => reset(socket),
  },
  {
    name: "close-after-commit",
    about: "The request takes effect, and the connection is closed without a response.",
    commits: true,
    strike: ({ socket }) => void socket.end(),
  },
  {
    name: "stall-before-headers",
    about: "The request takes effect, and no response ever starts.",
    commits: true,
    hangs: true,
    strike: () => {},
  },
  {
    name: "stall-before-commit",
    about: "The request is read, and nothing ever happens.",
    commits: false,
    hangs: true,
    strike: () => {},
  },
  {
    name: "stall-inside-headers",
    about: "The response stops inside its headers.",
    commits: true,
    hangs: true,
    strike: ({ socket }) => void socket.write("HTTP/1.1 200 \r\ncontent-type: applic"),
  },
  {
    name: "stall-inside-body",
    about: "The response stops inside its body, and the connection stays open.",
    commits: true,
    hangs: true,
    strike: (exchange) => sendHalf(exchange),
  },
  {
    name: "trickle-forever",
    about: "The response comes a byte at a time and never ends.",
    commits: true,
    hangs: true,
    strike: async ({ socket }) => {
      socket.write(head(200, { ...JSON_TYPE, "transfer-encoding": "chunked" }));
      while (!socket.destroyed) {
        socket.write(chunk(" "));
        await sleep(20);
      }
    },
  },
  {
    name: "trickle",
    about: "The whole response comes slowly, but within the timeout.",
    commits: true,
    strike: async (exchange) => {
      const { socket, answer } = exchange;
      const { status, body } = answer;
      const bytes = Buffer.from(body ?? "");
      const length = status === 204 ? {} : { ...JSON_TYPE, "content-length": bytes.length };
      socket.write(head(status, { ...closing(exchange), ...length }));
      const step = Math.ceil(bytes.length / 5) || 1;
      for (let at = 0; at < bytes.length && !socket.destroyed; at += step) {
        await sleep(5);
        socket.write(bytes.subarray(at, at + step));
      }
      endAnswer(exchange);
    },
  },
  {
    name: "cut-with-length",
    about: "The connection closes before all bytes of Content-Length have arrived.",
    commits: true,
    strike: (exchange) => {
      sendHalf(exchange);
      exchange.socket.end();
    },
  },
  {
    name: "cut-chunked",
    about: "The connection closes before the last chunk.",
    commits: true,
    strike: ({ socket, answer }) => {
      socket.write(head(200, { ...JSON_TYPE, "transfer-encoding": "chunked" }));
      socket.end(chunk(halfOf(answer)));
    },
  },
  {
    name: "cut-without-length",
    about: "The body ends with the connection, and it ends too early.",
    commits: true,
    strike: ({ socket, answer }) => {
      socket.end(head(200, { ...JSON_TYPE, connection: "close" }) + halfOf(answer));
    },
  },
  {
    name: "cut-headers",
    about: "The connection closes inside the headers.",
    commits: true,
    strike: ({ socket }) => void socket.end("HTTP/1.1 200 \r\ncontent-ty"),
  },
  {
    name: "garbage",
    about: "The response is not HTTP.",
    commits: true,
    strike: ({ socket }) => void socket.end("\u0000\u0001 this is no HTTP \r\n\r\n"),
  },
  {
    name: "headers-too-large",
    about: "The headers are larger than the runtime accepts.",
    commits: true,
    strike: ({ socket }) => void socket.end(head(200, { ...JSON_TYPE, "x-filler": "x".repeat(300_000) })),
  },
  {
    name: "early-hints",
    about: "A 103 arrives before the healthy response.",
    commits: true,
    strike: (exchange) => {
      exchange.socket.write(head(103, { link: "</style.css>; rel=preload" }));
      sendHttp1(exchange, documented(exchange));
    },
  },
];

/** A reset, not an orderly close: the other side sees ECONNRESET. */
const reset = (socket: Http1Exchange["socket"]): void => {
  socket.resetAndDestroy();
};

/** The headers of the whole response and half of its body. */
function sendHalf({ socket, answer }: Http1Exchange): void {
  const { body = '{"half": "of a body"}' } = answer;
  socket.write(head(200, { ...JSON_TYPE, "content-length": Buffer.byteLength(body) }) + halfOf(answer));
}
