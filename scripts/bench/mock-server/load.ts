import { Agent, request } from "node:http";
import { placesOf, waysOf } from "@git-tokens/spec-tools/codegen/ways";
import type { ApiDescription } from "@git-tokens/spec-tools/description/api-description";
import { type ExampleRequest, exampleRequest } from "@git-tokens/spec-tools/fixtures/example-request";

const AT_ONCE = 16;

/** The first example of each operation, with the first kind of credential. */
export function exampleRequests(api: ApiDescription): readonly ExampleRequest[] {
  const [way] = waysOf(api);
  return api.operations.map((operation) => exampleRequest(operation, way ? placesOf(operation, way) : []));
}

/**
 * Sends requests in turn, 16 at a time, over connections that are kept.
 *
 * @returns How many were answered per second.
 * @throws {Error} if one is not answered with success.
 */
export async function load(url: string, requests: readonly ExampleRequest[], count: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const turns = Array.from({ length: count }, (_, index) => requests[index % requests.length]).values();
  const lane = async (): Promise<void> => {
    for (const turn of turns) if (turn) await send(url, turn, agent);
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return count / seconds;
}

function send(url: string, { path, init: { method, headers, body } }: ExampleRequest, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
    const sent = request(url + path, { method, headers: { ...headers, ...length }, agent }, (response) => {
      const { statusCode = 0 } = response;
      if (statusCode < 200 || statusCode > 299) reject(new Error(`${method} ${path} was answered with ${statusCode}`));
      response.resume().on("end", resolve).on("error", reject);
    });
    sent.on("error", reject).end(body);
  });
}
