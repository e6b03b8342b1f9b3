/** Spans for OpenTelemetry. Needs `@opentelemetry/api`, which is an optional peer. */
import { context, type Span, SpanKind, SpanStatusCode, type Tracer, trace } from "@opentelemetry/api";
import type { AttemptEvent, ClientEvent, OutcomeEvent } from "./delivery/events.ts";

/** A call that is under way, and the request that it waits for. */
interface Spans {
  readonly call: Span;
  request?: Span | undefined;
}

/**
 * Gives every call a span, named after its operation, and every request that it sends a child span by the semantic
 * conventions of HTTP clients: method, address, template, status, and how often it was sent before.
 *
 * @example
 * ```ts
 * createClient(provider, { auth, onEvent: spansOf(trace.getTracer("git-tokens")) })
 * ```
 *
 * @returns A listener for `onEvent`. Spans begin where a call does, so they are children of what is active there.
 */
export function spansOf(tracer: Tracer): (event: ClientEvent) => void {
  const open = new Map<number, Spans>();
  return (event) => {
    const { call, operation } = event;
    const spans = open.get(call) ?? { call: tracer.startSpan(operation) };
    open.set(call, spans);
    if (event.type === "attempt") spans.request = requestSpan(tracer, spans.call, event);
    if (event.type === "response") {
      const { status, requestId } = event;
      spans.request?.setAttribute("http.response.status_code", status);
      if (requestId !== undefined) spans.request?.setAttribute("http.response.header.x-request-id", [requestId]);
    }
    if (event.type === "retry") {
      const { attempt, reason, proves, wait } = event;
      endRequest(spans, reason);
      spans.call.addEvent("retry", { attempt, reason, proves, "wait.ms": wait });
    }
    if (event.type === "outcome") {
      endRequest(spans, event.error);
      endCall(spans.call, event);
      open.delete(call);
    }
  };
}

function requestSpan(tracer: Tracer, call: Span, { attempt, method, url, template }: AttemptEvent): Span {
  const { hostname, port, protocol } = new URL(url);
  const attributes = {
    "http.request.method": method,
    "url.full": url,
    "url.template": template,
    "server.address": hostname,
    "server.port": Number(port) || (protocol === "https:" ? 443 : 80),
    ...(attempt > 1 && { "http.request.resend_count": attempt - 1 }),
  };
  const parent = trace.setSpan(context.active(), call);
  return tracer.startSpan(`${method} ${template}`, { kind: SpanKind.CLIENT, attributes }, parent);
}

function endRequest(spans: Spans, error: string | undefined): void {
  if (error !== undefined) fail(spans.request, error);
  spans.request?.end();
  spans.request = undefined;
}

function endCall(span: Span, { attempt, outcome, error, status }: OutcomeEvent): void {
  span.setAttributes({ "git_tokens.attempts": attempt, "git_tokens.outcome": outcome });
  if (status !== undefined) span.setAttribute("http.response.status_code", status);
  if (error !== undefined) fail(span, error);
  span.end();
}

function fail(span: Span | undefined, error: string): void {
  span?.setAttribute("error.type", error);
  span?.setStatus({ code: SpanStatusCode.ERROR, message: error });
}
