/**
 * Records an OpenTelemetry span for every call, with its attempts, its outcome and its waits.
 *
 *     npm install @git-tokens/qovery @opentelemetry/api @opentelemetry/sdk-trace-base
 *     QOVERY_API_TOKEN=… node opentelemetry.ts ORGANIZATION_ID
 */
import { argv, env, exit } from "node:process";
import { type ClientEvent, createQovery } from "@git-tokens/qovery";
import { type Span, SpanKind, SpanStatusCode } from "@opentelemetry/api";
import { BasicTracerProvider, ConsoleSpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";

// Replace this with your own set-up; this one writes the spans to the console.
const tracing = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(new ConsoleSpanExporter())] });
const tracer = tracing.getTracer("git-tokens");
const open = new Map<number, Span>();

/** `event.call` tells concurrent calls apart. No event contains a secret. */
function trace(event: ClientEvent): void {
  const span = open.get(event.call) ?? tracer.startSpan(event.operation, { kind: SpanKind.CLIENT });
  open.set(event.call, span);
  if (event.type === "retry") span.addEvent("retry", { reason: event.reason, "wait.ms": event.wait });
  if (event.type === "response") span.setAttribute("http.response.status_code", event.status);
  if (event.type !== "outcome") return;
  span.setAttributes({ "git_tokens.attempts": event.attempt, "git_tokens.outcome": event.outcome });
  if (event.error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: event.error });
  span.end();
  open.delete(event.call);
}

const [organizationId] = argv.slice(2);
if (!organizationId) {
  console.error("usage: node opentelemetry.ts ORGANIZATION_ID");
  exit(1);
}
const qovery = createQovery({ auth: { apiToken: env.QOVERY_API_TOKEN }, onEvent: trace });
await qovery.listOrganizationGitTokens({ organizationId });
await tracing.shutdown();
