import { context, SpanKind, trace } from "@opentelemetry/api";
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { type ClientEvent, createClient, defineOperation } from "./index.ts";
import { logTo } from "./logging.ts";
import { spansOf } from "./opentelemetry.ts";

const getThing = defineOperation<"things", { id: string; page?: number }, object, object>({
  name: "getThing",
  method: "GET",
  path: "/things/{id}",
  effect: "read",
  query: ["page"],
});
const provider = {
  name: "things",
  server: "https://api.example.com",
  auth: { key: { header: "authorization", prefix: "" } },
  secrets: [],
} as const;

/** Two calls at once: one that succeeds at its second attempt, one that is refused. */
async function twoCalls(onEvent: (event: ClientEvent) => void): Promise<void> {
  const client = (...responses: readonly number[]) => {
    const left = [...responses];
    const fetch = async (): Promise<Response> =>
      Response.json({}, { status: left.shift() ?? 500, headers: { "x-request-id": "r-1" } });
    return createClient(provider, { auth: { key: "c4edential" }, fetch, onEvent, retry: { minWait: 1 } });
  };
  await Promise.allSettled([
    getThing(client(503, 200), { id: "c4edential", page: 2 }),
    getThing(client(403), { id: "b" }),
  ]);
}

describe("spansOf", () => {
  it("gives each of two calls at once its own span, and each request one below it", async () => {
    const exporter = new InMemorySpanExporter();
    const tracing = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
    await twoCalls(spansOf(tracing.getTracer("test")));
    const spans = exporter.getFinishedSpans();
    const calls = spans.filter(({ name }) => name === "getThing");
    expect(
      calls.map(({ attributes, events, status }) => ({
        status: attributes["http.response.status_code"],
        outcome: attributes["git_tokens.outcome"],
        attempts: attributes["git_tokens.attempts"],
        retries: events.map(({ attributes: retry }) => retry?.reason),
        error: status.message,
      })),
    ).toEqual([
      { status: 403, outcome: "rejected", attempts: 1, retries: [], error: "ApiError" },
      { status: 200, outcome: "committed", attempts: 2, retries: ["ApiError"], error: undefined },
    ]);
    const requests = spans.filter(({ kind }) => kind === SpanKind.CLIENT);
    const below = (id: string | undefined) =>
      requests.filter(({ parentSpanContext }) => parentSpanContext?.spanId === id);
    expect(below(calls[1]?.spanContext().spanId).map(({ name, attributes }) => ({ name, attributes }))).toEqual([
      {
        name: "GET /things/{id}",
        attributes: {
          "http.request.method": "GET",
          "url.full": "https://api.example.com/things/[secret]",
          "url.template": "/things/{id}",
          "server.address": "api.example.com",
          "server.port": 443,
          "http.response.status_code": 503,
          "http.response.header.x-request-id": ["r-1"],
          "error.type": "ApiError",
        },
      },
      {
        name: "GET /things/{id}",
        attributes: {
          "http.request.method": "GET",
          "url.full": "https://api.example.com/things/[secret]",
          "url.template": "/things/{id}",
          "server.address": "api.example.com",
          "server.port": 443,
          "http.request.resend_count": 1,
          "http.response.status_code": 200,
          "http.response.header.x-request-id": ["r-1"],
        },
      },
    ]);
    expect(JSON.stringify(spans.map(({ attributes }) => attributes))).not.toContain("c4edential");
    expect(trace.getSpan(context.active())).toBeUndefined();
  });

  it("ends the span of a call that is refused before it is sent", async () => {
    const exporter = new InMemorySpanExporter();
    const tracing = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
    const client = createClient(provider, { auth: { key: "k" }, onEvent: spansOf(tracing.getTracer("test")) });
    await expect(getThing(client, { id: ".." })).rejects.toThrow();
    expect(exporter.getFinishedSpans()).toMatchObject([{ name: "getThing", status: { message: "ConfigError" } }]);
  });
});

describe("logTo", () => {
  it("warns of a retry, names a failure, and writes no secret, with pino", async () => {
    const lines: string[] = [];
    await twoCalls(
      logTo(pino({ level: "warn", base: null, timestamp: false }, { write: (line) => void lines.push(line) })),
    );
    const written = lines.map((line): { level: number } => JSON.parse(line)).sort((a, b) => a.level - b.level);
    expect(written).toEqual([
      expect.objectContaining({ level: 40, msg: "getThing: retry", status: 503, proves: "unknown" }),
      expect.objectContaining({ level: 50, msg: "getThing: outcome", status: 403, error: "ApiError" }),
    ]);
    expect(lines.join()).not.toContain("c4edential");
  });

  it("gives the message first to any other, as the console wants it", async () => {
    const lines: unknown[][] = [];
    const log =
      (level: string) =>
      (...line: unknown[]): void =>
        void lines.push([level, ...line]);
    await twoCalls(logTo({ debug: log("debug"), warn: log("warn"), error: log("error") }));
    expect(lines).toContainEqual(["warn", "getThing: retry", expect.objectContaining({ status: 503 })]);
    expect(lines).toContainEqual(["error", "getThing: outcome", expect.objectContaining({ error: "ApiError" })]);
    expect(lines.filter(([level]) => level === "debug")).toHaveLength(7);
    const writesToConsole: (event: ClientEvent) => void = logTo(console);
    expect(writesToConsole).toBeTypeOf("function");
  });
});
