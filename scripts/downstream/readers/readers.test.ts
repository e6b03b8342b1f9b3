import { describeText } from "@git-tokens/spec-tools/description/describe-api";
import { folderWith } from "@git-tokens/spec-tools/fixtures/sample";
import { providers } from "@git-tokens/spec-tools/project/providers";
import { expect, it } from "vitest";
import { fallsAt, reached } from "../result.ts";
import { startService } from "../service.ts";
import { type Subject, subjectsOf } from "../subject.ts";
import { idsOf, type Reader, Skipped, unlike } from "./reader.ts";
import { attempt } from "./reader-tools.ts";

const [place] = await providers();
const [subject] = place === undefined ? [] : await subjectsOf(place);
if (subject === undefined) throw new Error("there is no published file");

const reader = (read: Reader["read"]): Reader => ({
  name: "reader",
  package: "reader",
  forms: ["3.1"],
  right: "it reads",
  read,
});

const attempted = async (one: Reader, other: Subject = subject) => {
  const service = await startService(subject);
  return attempt(one, { subject: other, service }, await folderWith({})).finally(() => service.close());
};

it("names what a tool does not find, and what it makes up", () => {
  expect(unlike("operation", ["b", "c"], ["a", "b"])).toEqual([
    "operation a is missing",
    "operation c is not in the file",
  ]);
  expect(idsOf(subject)).toEqual(subject.api.operations.map(({ id }) => id));
});

it("tells what is read, what is wrong, what is refused and what is skipped", async () => {
  const [right] = await attempted(reader(async () => []));
  expect(right && reached(right)).toBe("right");
  const [wrong] = await attempted(reader(async () => ["no"]));
  expect(wrong && [reached(wrong), fallsAt(wrong)]).toEqual(["runs", ["right", ["no"]]]);
  const [refused] = await attempted(reader(() => Promise.reject(new Error("no JSON"))));
  expect(refused && fallsAt(refused)).toEqual(["generates", ["no JSON"]]);
  const [skipped] = await attempted(reader(() => Promise.reject(new Skipped("it is not here"))));
  expect(skipped).toMatchObject({ stages: {}, skipped: "it is not here" });
});

it("gives a tool only the forms that it reads", async () => {
  const api = await describeText("a.yaml", subject.api.text);
  expect(
    await attempted(
      reader(async () => []),
      { ...subject, api, form: "3.0.3" },
    ),
  ).toEqual([]);
});
