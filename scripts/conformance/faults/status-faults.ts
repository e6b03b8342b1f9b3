import { setTimeout as sleep } from "node:timers/promises";
import { JSON_TYPE, page, refusal, reply } from "../server/exchange.ts";
import { head } from "../server/http1-exchange.ts";
import type { Http1Fault, ReplyFault } from "./fault.ts";
import { oversizedBody } from "./oversized-body.ts";

/** The error statuses. Those that prove nothing occur both with and without an effect. */
const STATUSES: readonly (readonly [status: number, commits: boolean, about: string])[] = [
  [400, false, "The request is malformed."],
  [401, false, "The credential is not accepted."],
  [403, false, "The credential does not allow this."],
  [404, false, "There is no such thing."],
  [405, false, "The method is not allowed."],
  [407, false, "A proxy needs its own credential."],
  [408, true, "The server says that it waited too long for the request, but the request took effect."],
  [409, false, "The request conflicts with the state."],
  [410, false, "The thing is gone."],
  [413, false, "The request is too large."],
  [421, false, "The request reached a server that does not serve it."],
  [422, false, "The request is well-formed but invalid."],
  [423, false, "The thing is locked."],
  [425, false, "The request came too early."],
  [451, false, "The law forbids it."],
  [500, true, "The server failed after the request took effect."],
  [501, true, "The server says that it cannot do this, after the request took effect."],
  [502, true, "A gateway got a bad response, after the request took effect."],
  [503, false, "The server is overloaded."],
  [504, true, "A gateway got no response, although the request took effect."],
  [505, true, "The server does not take this version of HTTP, although the request took effect."],
  [507, true, "The server has no space left, although the request took effect."],
  [511, true, "A network wants a login first, although the request took effect."],
  [520, true, "A status from outside the standard, after the request took effect."],
];

const ON_NODE: Readonly<Record<number, string>> = {
  407: "fetch hides this status and only reports a failure, so it proves nothing.",
  421: "fetch sends the request once more on its own, so one attempt is two requests; the first was not carried out.",
};

/** Answers whose status says no. */
export const statusFaults: readonly (ReplyFault | Http1Fault)[] = [
  ...STATUSES.map(
    ([status, commits, about]): ReplyFault => ({
      name: String(status),
      about,
      commits,
      ...(ON_NODE[status] ? { onNode: ON_NODE[status] } : {}),
      reply: (exchange) => refusal(exchange, status),
    }),
  ),
  {
    name: "500-empty",
    about: "The server failed, and says nothing more.",
    commits: true,
    reply: (exchange) => reply(exchange, 500, {}),
  },
  {
    name: "500-deep",
    about: "The server failed, and its JSON is nested 20,000 deep.",
    commits: true,
    reply: (exchange) => reply(exchange, 500, JSON_TYPE, "[".repeat(20_000) + "]".repeat(20_000)),
  },
  {
    name: "500-with-secret",
    about: "The server failed after it took effect, and its error holds what the response would have held.",
    commits: true,
    reply: (exchange) => reply(exchange, 500, JSON_TYPE, exchange.answer.body),
  },
  {
    name: "502-html",
    about: "A gateway's page of HTML.",
    commits: true,
    reply: (exchange) => reply(exchange, 502, { "content-type": "text/html" }, page(exchange)),
  },
  {
    name: "400-cut",
    about: "A refusal whose body is cut short.",
    commits: false,
    strike: ({ socket }) => void socket.end(`${head(400, { ...JSON_TYPE, "content-length": 100 })}{"message":`),
  },
  {
    name: "400-oversized",
    about: "A refusal with a body of 11 MiB.",
    commits: false,
    reply: (exchange) => reply(exchange, 400, JSON_TYPE, oversizedBody()),
  },
  {
    name: "400-stalled",
    about: "A refusal that stops inside its body.",
    commits: false,
    hangs: true,
    strike: ({ socket }) => void socket.write(`${head(400, { ...JSON_TYPE, "content-length": 100 })}{"message":`),
  },
  {
    name: "500-slow",
    about: "The server failed after the request took effect, and says so after a while.",
    commits: true,
    reply: async (exchange) => {
      await sleep(15);
      return refusal(exchange, 500);
    },
  },
];
