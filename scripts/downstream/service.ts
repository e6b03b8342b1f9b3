import { isDeepStrictEqual } from "node:util";
import { type Answered, type MockServer, startMock } from "@git-tokens/spec-tools/mock/start-mock";
import { type Call, callsOf, SECRET } from "./call.ts";
import type { Subject } from "./subject.ts";

/** What a caller saw of a call, as the program of a client prints it. */
export interface Seen {
  readonly name: string;
  /** Undefined where the client does not show the status of a success. */
  readonly status?: number;
  readonly body?: unknown;
  /** What went wrong where the client gave neither a response nor a documented error. */
  readonly failed?: string;
}

/** What a program printed: a line of JSON for each call. */
export const readSeen = (printed: string): readonly Seen[] =>
  printed
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));

/** A mock of an API, what all its clients should see, and what it was sent. */
export interface Service {
  readonly url: string;
  readonly calls: readonly Call[];
  /** What is wrong with the calls of a client: with what it saw, and with what it sent. Each client is judged once it is done. */
  judge(seen: readonly Seen[]): readonly string[];
  /** Forgets the requests that were made by something that is not judged. */
  forget(): void;
  close(): Promise<void>;
}

/** Starts the service of a published file, and asks it each call with `fetch` itself. */
export async function startService(subject: Subject): Promise<Service> {
  const log: Answered[] = [];
  const mock = await startMock(subject.service, { credentials: [SECRET], onAnswer: (answered) => log.push(answered) });
  const calls = callsOf(subject);
  const expected: Seen[] = [];
  for (const call of calls) expected.push({ ...(await ask(mock, call)), name: call.name });
  const asked = log.splice(0).map(summary);
  return {
    url: mock.url,
    calls,
    close: () => mock.close(),
    forget: () => {
      log.length = 0;
    },
    judge: (seen) => {
      const received = log.splice(0).map(summary);
      const wrong = expected.flatMap((one) =>
        differences(
          one,
          seen.find(({ name }) => name === one.name),
        ),
      );
      return [...wrong, ...unlike(asked, received)];
    },
  };
}

/** What the service says of a request. */
const summary = ({ operation, status, violations }: Answered): string =>
  [
    `${operation ?? "no operation"} with status ${status}`,
    ...violations.map(({ field, message }) => `${field}: ${message}`),
  ].join(", ");

function unlike(asked: readonly string[], received: readonly string[]): readonly string[] {
  if (received.length !== asked.length)
    return [`the service received ${received.length} requests, not ${asked.length}`];
  return received.flatMap((one, index) =>
    one === asked[index] ? [] : [`the service received ${one}, not ${asked[index]}`],
  );
}

async function ask({ url }: MockServer, { operation, path, body, credential }: Call): Promise<Omit<Seen, "name">> {
  const target = operation.path.replaceAll(/\{([^{}]+)\}/g, (_, name: string) =>
    encodeURIComponent(Object.fromEntries(path)[name] ?? ""),
  );
  const response = await fetch(url + target, {
    method: operation.method.toUpperCase(),
    headers: { [credential.header]: credential.value, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, ...(text === "" ? {} : { body: JSON.parse(text) }) };
}

function differences(expected: Seen, seen: Seen | undefined): readonly string[] {
  const { name } = expected;
  if (seen === undefined) return [`${name} was not called`];
  if (seen.failed !== undefined) return [`${name} failed: ${seen.failed}`];
  const status = seen.status ?? expected.status;
  if (status !== expected.status) return [`${name} has status ${status} in place of ${expected.status}`];
  // A client may drop the body of an error, and invent an empty one for a response without a body.
  const isError = (expected.status ?? 0) >= 400;
  if ((isError && seen.body === undefined) || (isEmpty(expected.body) && isEmpty(seen.body))) return [];
  return sameValue(expected.body, seen.body) ? [] : [`${name} gives ${JSON.stringify(seen.body)?.slice(0, 200)}`];
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || isDeepStrictEqual(value, {});

/** Whether a value is the same. Not every language tells null from absent, or keeps how a time is written. */
function sameValue(expected: unknown, seen: unknown): boolean {
  if (isObject(expected) && isObject(seen)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(seen)]);
    return [...keys].every((key) => sameValue(expected[key] ?? null, seen[key] ?? null));
  }
  if (Array.isArray(expected) && Array.isArray(seen)) {
    return expected.length === seen.length && expected.every((item, index) => sameValue(item, seen[index]));
  }
  if (typeof expected === "string" && typeof seen === "string" && TIME.test(expected)) {
    return Date.parse(expected) === Date.parse(seen);
  }
  return expected === seen;
}

const TIME = /^\d{4}-\d\d-\d\d(T|$)/;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
