import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { Answer } from "./foreign-case.ts";

export interface Recorded {
  /** `METHOD /path?query`. */
  readonly line: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/**
 * Records what it is sent. The first segment of a path says for which case, as in `/3/notes`.
 *
 * @param answers What it answers for each case, by method and path.
 */
export function recordingServer(answers: readonly Readonly<Record<string, Answer>>[]): {
  readonly start: () => Promise<string>;
  readonly stop: () => Promise<void>;
  readonly requests: (index: number) => readonly Recorded[];
} {
  const recorded = new Map<number, Recorded[]>();
  const server = createServer(async (request, response) => {
    const { method = "", url = "", headers } = request;
    const [, number = "", rest = ""] = /^\/(\d+)(.*)$/.exec(url) ?? [];
    let body = "";
    const path = rest.split("?")[0] ?? "";
    const [status, type, text] = answers[Number(number)]?.[`${method} ${path}`] ?? [200, "application/json", "{}"];
    for await (const chunk of request.setEncoding("latin1")) body += chunk;
    recorded.set(Number(number), [
      ...(recorded.get(Number(number)) ?? []),
      { line: `${method} ${rest}`, headers, body },
    ]);
    response.writeHead(status, type === "" ? {} : { "content-type": type }).end(status === 204 ? undefined : text);
  });
  return {
    start: async () => {
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
    requests: (index) => recorded.get(index) ?? [],
  };
}
