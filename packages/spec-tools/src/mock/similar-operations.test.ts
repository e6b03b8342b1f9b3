import { expect, it } from "vitest";
import { similarOperations } from "./similar-operations.ts";

const operation = (method: string, path: string) => ({ method, path });
const all = [
  operation("get", "/things"),
  operation("post", "/things"),
  operation("get", "/things/{id}"),
  operation("get", "/things/mine"),
  operation("GET", "/others/{id}"),
  operation("get", "/"),
];
const similar = similarOperations(all);

it.each([
  ["get", "/things", ["/things", "/"]],
  ["post", "/things", ["/things"]],
  ["get", "/things/1", ["/things/{id}", "/things/mine", "/others/{id}"]],
  ["get", "/things/1/2", []],
  ["delete", "/things", []],
] as const)("finds for %s %s the operations of the method with as many parts", (method, path, paths) => {
  expect(similar({ method, url: { path } }).map((found) => found.path)).toEqual(paths);
});
