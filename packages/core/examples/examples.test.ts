import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { type ClientEvent, createClient, defineOperation } from "../src/index.ts";
import { logTo } from "./logger.ts";
import { spansOf } from "./opentelemetry.ts";

const getThing = defineOperation<"things", object, object, object>({
  name: "getThing",
  method: "GET",
  path: "/thing",
  effect: "read",
});
const provider = {
  name: "things",
  server: "https://api.example.com",
  auth: { key: { header: "authorization", prefix: "" } },
  secrets: [],
} as const;

/** Two calls at once: one that succeeds at its second attempt, one that is refused. */
async function twoCalls(onEvent: (event: ClientEvent) => void): Promise<void> {
  const client = (...answers: readonly number[]) => {
    const left = [...answers];
    const fetch = async (): Promise<Response> =>
      Response.json({}, { status: left.shift() ?? 500, headers: { "x-request-id": "r-1" } });
    return createClient(provider, { auth: { key: "c4edential" }, fetch, onEvent, retry: { minWait: 1 } });
  };
  await Promise.allSettled([getThing(client(503, 200)), getThing(client(403))]);
}

describe("the OpenTelemetry example", () => {
  it("gives each of two calls at once its own span", async () => {
    const exporter = new InMemorySpanExporter();
    const tracing = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
    await twoCalls(spansOf(tracing.getTracer("test")));
    const spans = exporter.getFinishedSpans().map(({ name, attributes, events, status }) => ({
      name,
      status: attributes["http.response.status_code"],
      outcome: attributes["git_tokens.outcome"],
      retries: events.map(({ attributes: retry }) => retry?.reason),
      message: status.message,
    }));
    expect(spans).toEqual([
      { name: "getThing", status: 403, outcome: "rejected", retries: [], message: "ApiError" },
      { name: "getThing", status: 200, outcome: "committed", retries: ["ApiError"], message: undefined },
    ]);
  });
});

describe("the logger example", () => {
  it("warns of a retry, names a failure, and writes no secret", async () => {
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
});
