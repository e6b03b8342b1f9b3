import type { ClientEvent } from "@git-tokens/core";
import { type Span, SpanKind, SpanStatusCode, type Tracer } from "@opentelemetry/api";

/**
 * Gives every call a span, and every wait between its attempts an event on it.
 *
 *     createClient(provider, { auth, onEvent: spansOf(trace.getTracer("git-tokens")) })
 */
export function spansOf(tracer: Tracer): (event: ClientEvent) => void {
  const open = new Map<number, Span>();
  return (event) => {
    const { call, operation } = event;
    const span = open.get(call) ?? tracer.startSpan(operation, { kind: SpanKind.CLIENT });
    open.set(call, span);
    if (event.type === "retry") {
      const { attempt, reason, proves, wait } = event;
      span.addEvent("retry", { attempt, reason, proves, "wait.ms": wait });
    }
    if (event.type === "response") {
      span.setAttribute("http.response.status_code", event.status);
      if (event.requestId !== undefined) span.setAttribute("request.id", event.requestId);
    }
    if (event.type === "outcome") {
      span.setAttributes({ "git_tokens.attempts": event.attempt, "git_tokens.outcome": event.outcome });
      if (event.error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: event.error });
      span.end();
      open.delete(call);
    }
  };
}
