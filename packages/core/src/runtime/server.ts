/** The facts about Node, Bun, Deno and workerd. A bundle for browsers has `browser.ts` instead. */
import { notConnected } from "../delivery/not-connected.ts";
import { timedOut } from "../delivery/timed-out.ts";
import { isRepeatable } from "../effect.ts";
import { configError } from "../errors/config-error.ts";
import { mergeHeaders } from "../request/headers.ts";
import { trace } from "./trace.ts";
import type { InitFacts, Verdict } from "./verdict.ts";

/**
 * What a runtime throws while it connects and never later. Deno has no code, and Node none for a proxy that refuses to
 * connect, but both name the stage; where all addresses of a host fail, Node throws an `AggregateError`. A TLS alert and a
 * record of a wrong version are not among them: over HTTP/2, and where a server asks for a certificate, they come after
 * the request as well.
 */
const CONNECTING =
  /^(ECONNREFUSED|ConnectionRefused|FailedToOpenSocket|UND_ERR_CONNECT_TIMEOUT)\|undefined|\|(connect|getaddrinfo)\||\|AggregateError: |: Client network socket disconnected before secure TLS|: Proxy response \(\d+\) !== 200|client error \(Connect\)/m;

/** A certificate that the runtime does not accept, which it finds out before the request leaves. */
const CERTIFICATE = /^(?!ERR_SSL)\w*(CERT[_|]|LEAF_SIG)|invalid peer certificate/m;

/**
 * What a rejected `fetch` proves. Only what is known to come up before a request leaves counts as not sent.
 *
 * @param time Milliseconds that have passed.
 */
export function failedFetch(cause: unknown, time: number): Verdict {
  const text = trace(cause);
  const final = CERTIFICATE.test(text);
  const evidence = final || CONNECTING.test(text) ? "not-sent" : "unknown";
  if (/^UND_ERR_(HEADERS|BODY)_TIMEOUT/m.test(text)) return { evidence, failure: timedOut("fetch", time, cause) };
  const [what, advice] = /: Proxy response/.test(text)
    ? ["the proxy refused", "the proxy"]
    : ["no response", final ? "the certificate" : "baseUrl and the network"];
  return { evidence, failure: notConnected(`${what} (${rootOf(text)}); check ${advice}`, cause, final) };
}

/** The innermost cause names the address and the system's error; the outer ones only say that fetch failed. */
function rootOf(text: string): string {
  const [, code, message = ""] = /(.*?)\|.*?: (.*)$/.exec(text) ?? [];
  // OpenSSL puts its place in the code around the one thing that it has to say.
  return message.replace(/^\w+:error:\w+:[^:]*:[^:]*:([^:]*).*/, "$1") || String(code);
}

/** What more a request needs here than its method, headers and body. */
export function initFor({ definition, request, settings, fetch }: InitFacts): object {
  const isOnce = !isRepeatable(definition.effect);
  const hasBody = request.body || /GET|HEAD/.test(request.method);
  const isLong = Math.min(settings.timeout, settings.totalTimeout) > 300_000;
  return {
    // The default, save on Bun: it would send a PUT again by itself where a connection that was used before breaks.
    ...(isOnce && { keepalive: false }),
    // A delete as well: the second one finds nothing, and its 404 would pass for a refusal.
    ...(!hasBody && resendsWithoutBody() && { body: new Uint8Array() }),
    ...(isLong && fetch === globalThis.fetch && WITHOUT_LIMIT),
  };
}

/**
 * Whether this is a Node whose undici, 8 or later, sends a request without a body again by itself over HTTP/2, where the
 * server refuses it or goes away. A body of no bytes prevents that. An undici before 8 does not do so, and never ends a
 * request with such a body.
 */
function resendsWithoutBody(): boolean {
  const { versions } = Object(Reflect.get(globalThis, "process"));
  return Number.parseInt(Object(versions).undici, 10) > 7;
}

/** Node gives up after 300 s unless its dispatcher is told otherwise, and Bun unless it is told so. */
const WITHOUT_LIMIT = {
  timeout: false,
  dispatcher: {
    dispatch: (options: object, handler: unknown): unknown => {
      // Set by the `fetch` that calls this, if not before.
      const dispatcher = Reflect.get(globalThis, Symbol.for("undici.globalDispatcher.1"));
      return dispatcher.dispatch({ ...options, headersTimeout: 0, bodyTimeout: 0 }, handler);
    },
  },
};

/**
 * Refuses an address on this machine that Node would send to a proxy in the clear.
 *
 * @param option Where the address is from.
 * @param runtime Its `process`, where it has one.
 * @throws {ConfigError}
 */
export function checkProxy(
  option: string,
  address: string,
  options: { readonly fetch?: unknown; readonly allowInsecure?: boolean | undefined },
  runtime: unknown = Reflect.get(globalThis, "process"),
): void {
  const { hostname, protocol } = new URL(address);
  const { env = {}, execArgv } = Object(runtime);
  const uses = env.NODE_USE_ENV_PROXY || /--use-env-proxy/.test(`${execArgv} ${env.NODE_OPTIONS}`);
  const direct = String(env.no_proxy || env.NO_PROXY).split(/[\s,]+/);
  const isProxied = protocol === "http:" && uses && (env.http_proxy || env.HTTP_PROXY);
  if (!isProxied || options.fetch || options.allowInsecure || direct.includes("*") || direct.includes(hostname)) return;
  throw configError(option, `would be sent to a proxy in the clear; add ${hostname} to NO_PROXY`);
}

/** The header that says who is calling; none where something passes for a browser, which has its own. */
export const userAgent = (provider: string, app: string | undefined): Readonly<Record<string, string>> =>
  /^Mozilla/.test(globalThis.navigator?.userAgent)
    ? {}
    : mergeHeaders({}, { "user-agent": `${app ? `${app} ` : ""}git-tokens-${provider}` });
