import { createLogger } from "@stoplight/prism-core";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { validateSecurity } from "@stoplight/prism-http/dist/validator/index.js";
import { createServer } from "@stoplight/prism-http-server";
import type { Spec } from "../description/read-spec.ts";
import { UserError } from "../system/user-error.ts";
import { acceptedCredentials } from "./accepted-credentials.ts";

/** A running mock server. */
export interface MockServer {
  /** `http://127.0.0.1:<port>`, without a slash at its end. */
  readonly url: string;
  /** Stops listening and ends every open connection; a second call waits for the first. */
  close(): Promise<void>;
}

export interface MockOptions {
  /** The port to listen on; a free one by default. */
  readonly port?: number;
  /** The credentials that are let in, without their prefix; any by default. */
  readonly credentials?: readonly string[];
}

/**
 * Starts a Prism server for one spec on the loopback interface. It answers with the spec's examples, validates requests,
 * and turns a response that breaks the spec into a 500.
 *
 * @throws {UserError} where the port cannot be listened on.
 */
export async function startMock(spec: Spec, { port = 0, credentials }: MockOptions = {}): Promise<MockServer> {
  // A copy, because Prism works on the object it is given.
  const operations = await getHttpOperationsFromSpec(structuredClone(spec.document));
  const accepts = acceptedCredentials(spec.document, credentials);
  const server = createServer(operations, {
    cors: true,
    config: {
      isProxy: false,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      errors: true,
      mock: { dynamic: false },
      upstreamProxy: undefined,
    },
    components: {
      logger: createLogger("prism", { level: "silent" }),
      // A credential that is not accepted counts as none at all: Prism then answers the 401 that the spec documents.
      validateSecurity: ({ element, resource }) => {
        const verdict = validateSecurity({
          element: accepts(element) ? element : { ...element, headers: {} },
          resource,
        });
        return "right" in verdict ? { ...verdict, right: element } : verdict;
      },
    },
  });
  try {
    const url = await server.listen(port, "127.0.0.1");
    let closed: Promise<void> | undefined;
    return {
      url,
      close: () => {
        closed ??= server.close();
        return closed;
      },
    };
  } catch (reason) {
    // Prism hands over the message alone.
    const why = Object.entries(REASONS).find(([code]) => String(reason).includes(code));
    if (why === undefined) throw reason;
    throw new UserError(
      `port ${port} of 127.0.0.1 ${why[1]}; choose another one with --port, or leave it to the system with --port 0`,
    );
  }
}

const REASONS = {
  EADDRINUSE: "is taken",
  EACCES: "may not be listened on by this user",
  ERR_SOCKET_BAD_PORT: "does not exist",
} as const;
