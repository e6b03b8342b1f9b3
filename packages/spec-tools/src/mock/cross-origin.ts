import type { IncomingMessage, ServerResponse } from "node:http";

/** Lets the pages of every origin read the responses, as Prism's own server does. */
export function allowEveryOrigin({ headers }: IncomingMessage, response: ServerResponse): void {
  response.setHeader("access-control-allow-origin", headers.origin ?? "*");
  response.setHeader("access-control-allow-headers", headers["access-control-request-headers"] ?? "*");
  response.setHeader("access-control-allow-credentials", "true");
  response.setHeader("access-control-expose-headers", "*");
}

/** Whether a browser asks if a page may send a request, before it sends it. */
export const isPreflight = ({ method, headers }: IncomingMessage): boolean =>
  method === "OPTIONS" && headers.origin !== undefined && headers["access-control-request-method"] !== undefined;

export function answerPreflight({ headers }: IncomingMessage, response: ServerResponse): void {
  response.setHeader("access-control-allow-methods", headers["access-control-request-method"] ?? "*");
  response.setHeader("vary", "origin");
  response.writeHead(204).end();
}
