import { expect, it } from "vitest";
import { allWays } from "./calls/all-ways.ts";
import { allClients } from "./faults/clients.ts";
import { FIRST_ANSWERS } from "./imports/first-answers.ts";
import { clientModules } from "./services/service-clients.ts";
import { programs } from "./sizes/programs.ts";

/** Nothing is read from it where only names are asked for. */
const FOLDER = "/a/folder";

const PEERS = ["openapi-fetch", "ofetch", "ky", "axios", "got", "@octokit/request", "openai", "cloudflare"];
const services = await clientModules(FOLDER);
const names = [...PEERS, ...services.map(({ name }) => name)];

it("measures every peer in every table, but for those that the table names", async () => {
  const without = (...left: readonly string[]) => names.filter((name) => !left.includes(name)).sort();
  const others = (all: readonly string[]) => all.filter((name) => !/^(@?git-tokens|bare|undici)/.test(name)).sort();
  expect(others(Object.keys(await allWays(FOLDER)))).toEqual(without());
  expect(others(Object.keys(await allClients(FOLDER)))).toEqual(without());
  expect(others([...Object.keys(FIRST_ANSWERS), ...services.map(({ name }) => name)])).toEqual(without());
  expect(others((await programs(services)).map(({ name }) => name))).toEqual(without("got"));
});

it("compares all of them with the runtime's own", async () => {
  expect(Object.keys(await allWays(FOLDER))).toEqual(expect.arrayContaining(["bare fetch", "undici.request"]));
  expect(Object.keys(await allClients(FOLDER))).toContain("bare fetch");
  expect(Object.keys(FIRST_ANSWERS)).toEqual(expect.arrayContaining(["bare fetch", "undici"]));
});
