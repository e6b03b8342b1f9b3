import { describeFile } from "@git-tokens/spec-tools/description/describe-api";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { expect, it, onTestFinished } from "vitest";
import { exampleRequests, load } from "./load.ts";
import { startServer } from "./measured-server.ts";

/** The requests of a step. What each leaves behind would be 200 bytes at least, and so 1.5 MB in the steps that count. */
const REQUESTS = 2_000;
const [place] = await providers();

it("serves 12,000 requests and keeps nothing of them", async () => {
  if (place === undefined) throw new Error("there is no spec to serve");
  const server = await startServer("spec-tools mock", place.spec);
  onTestFinished(() => server.stop());
  const requests = exampleRequests(await describeFile(place.spec));
  const heaps: number[] = [];
  for (let step = 0; step < 6; step++) {
    await load(server.url, requests, REQUESTS);
    heaps.push((await server.tell()).heap);
  }
  // The first steps compile and fill caches; from then on it is steady.
  const [least, last] = [Math.min(...heaps.slice(1)), heaps.at(-1) ?? Number.NaN];
  expect((last - least) / 2 ** 20).toBeLessThan(1);
});
