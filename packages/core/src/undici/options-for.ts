import type { Dispatcher } from "undici";
import type { PackedBody } from "./packed-body.ts";
import { SentOnce } from "./sent-once.ts";

/** A request as a dispatcher takes it. */
export function optionsFor(url: string, init: RequestInit, body: PackedBody | undefined): Dispatcher.DispatchOptions {
  const { origin, pathname, search } = new URL(url);
  const method = init.method ?? "GET";
  const options: Dispatcher.DispatchOptions = {
    origin,
    path: pathname + search,
    method,
    headers: headersFor(init, body),
    // The client has limits of its own, which hold for any time.
    headersTimeout: 0,
    bodyTimeout: 0,
  };
  // The types of undici have neither the limit of its interceptor for redirects, nor a body that is iterated.
  const redirects = { maxRedirections: 0 };
  if (!body && /^(GET|HEAD)$/.test(method)) return Object.assign(options, redirects);
  return Object.assign(options, redirects, { body: new SentOnce(body?.bytes) });
}

function headersFor({ headers, cache }: RequestInit, body: PackedBody | undefined): Record<string, string> {
  const isList = headers instanceof Headers || Array.isArray(headers);
  const given: Readonly<Record<string, string>> = isList ? Object.fromEntries(new Headers(headers)) : (headers ?? {});
  return {
    "accept-encoding": "gzip, deflate",
    ...(cache === "no-store" && { "cache-control": "no-store" }),
    ...(body?.contentType && { "content-type": body.contentType }),
    ...given,
    ...(body?.bytes.length && { "content-length": String(body.bytes.length) }),
  };
}
