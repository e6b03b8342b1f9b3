import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { serialize } from "@stoplight/prism-http-server/dist/serialize.js";
import type { ApiDescription } from "../description/api-description.ts";
import { UserError } from "../system/user-error.ts";
import { answerRequests, type MockAnswer } from "./answer-request.ts";
import { allowEveryOrigin, answerPreflight, isPreflight } from "./cross-origin.ts";
import { readRequest, UnreadableRequest } from "./read-request.ts";
import type { Violation } from "./violation.ts";

/** A running mock server. */
export interface MockServer {
  /** `http://127.0.0.1:<port>`, without a slash at its end. */
  readonly url: string;
  /** Answers for another description from now on. */
  replaceApi(api: ApiDescription): Promise<void>;
  /** Stops listening and ends every open connection; a second call waits for the first. */
  close(): Promise<void>;
}

export interface MockOptions {
  /** The port to listen on; a free one by default. */
  readonly port?: number;
  /** The credentials that are let in, without their prefix; any by default. */
  readonly credentials?: readonly string[];
  /** Is told of every response. */
  readonly onAnswer?: (answered: Answered) => void;
}

/** A request that was answered. */
export interface Answered {
  readonly method: string;
  readonly path: string;
  /** Undefined where no operation has this method and path. */
  readonly operation: string | undefined;
  readonly status: number;
  readonly violations: readonly Violation[];
}

/**
 * Starts a server for one API on the loopback interface. Prism chooses the responses, from the spec's examples; it validates
 * requests, and turns a response that breaks the spec into a 500. Whatever a request is, it is answered, and the server goes
 * on.
 *
 * @throws {UserError} if the port cannot be listened on.
 */
export async function startMock(
  api: ApiDescription,
  { port = 0, credentials, onAnswer }: MockOptions = {},
): Promise<MockServer> {
  let answer = await answerRequests(api, credentials);
  const server = createServer(async (request, response) => {
    const { method = "", url = "" } = request;
    allowEveryOrigin(request, response);
    if (isPreflight(request)) return answerPreflight(request, response);
    const given = await readRequest(request).then(answer).catch(failed);
    const { operation, status, violations } = send(given, response);
    // A path alone: a query may hold a secret.
    onAnswer?.({ method, path: url.replace(/[?#].*$/s, ""), operation, status, violations });
  });
  // Node ends such a connection without a word where nobody listens.
  server.on("connect", (_, socket) => socket.end("HTTP/1.1 405 Method Not Allowed\r\nconnection: close\r\n\r\n"));
  const url = await listen(server, port);
  let closed: Promise<void> | undefined;
  return {
    url,
    replaceApi: async (other) => {
      answer = await answerRequests(other, credentials);
    },
    close: () => {
      closed ??= close(server);
      return closed;
    },
  };
}

/** What is answered where there was nothing to look up, or where Prism itself failed. */
function failed(error: unknown): MockAnswer {
  const message = error instanceof Error ? error.message : String(error);
  const unreadable = error instanceof UnreadableRequest;
  const status = unreadable ? error.status : 500;
  return {
    operation: undefined,
    status,
    headers: { "content-type": "application/problem+json", ...(status === 413 && { connection: "close" }) },
    body: { title: unreadable ? "The request cannot be read" : "The mock server failed", status, detail: message },
    violations: [{ field: "request", message }],
  };
}

/** Sends a response, or a 500 in its place where its body has no form in its media type; gives what was sent. */
function send(answer: MockAnswer, response: ServerResponse): MockAnswer {
  try {
    const type = Object.entries(answer.headers).find(([name]) => name.toLowerCase() === "content-type")?.[1];
    const body = serialize(answer.body, type);
    for (const [name, value] of Object.entries(answer.headers)) if (value != null) response.setHeader(name, value);
    // Without writeHead, Node knows the length when it writes the headers: one write, and no chunks.
    response.statusCode = answer.status;
    response.end(typeof body === "string" ? body : undefined);
    return answer;
  } catch (error) {
    const instead = failed(error);
    if (!response.headersSent) response.writeHead(500, { ...instead.headers });
    response.end(JSON.stringify(instead.body));
    return instead;
  }
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException): void => {
      const why = Object.entries(REASONS).find(([code]) => error.code === code);
      reject(why ? new UserError(`port ${port} of 127.0.0.1 ${why[1]}; ${ADVICE}`) : error);
    };
    server.once("error", refuse);
    try {
      server.listen(port, "127.0.0.1", () => resolve(`http://127.0.0.1:${portOf(server)}`));
    } catch (error) {
      // A port that no port can have is thrown at once.
      refuse(error as NodeJS.ErrnoException);
    }
  });
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}

const ADVICE = "choose another one with --port, or leave it to the system with --port 0";

const REASONS = {
  EADDRINUSE: "is taken",
  EACCES: "may not be listened on by this user",
  ERR_SOCKET_BAD_PORT: "does not exist",
} as const;
