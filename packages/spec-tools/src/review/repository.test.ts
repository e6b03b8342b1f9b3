import { rm } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { renderMarkdown } from "./output/markdown.ts";
import { renderPage } from "./page/page.ts";
import { reviewRepository } from "./repository.ts";
import { changeset, type Scratch, scratchRepository, spec } from "./scratch.fixture.ts";

let scratch: Scratch;

beforeEach(async () => {
  scratch = await scratchRepository();
});

afterEach(() => rm(scratch.root, { recursive: true }));

const review = (ref?: string) => reviewRepository(ref, scratch.root);

const BREAK = spec(["id"]);

describe("the verdict against the changeset", () => {
  test("without a change nothing is required", async () => {
    const { ok, providers } = await review();
    expect(ok).toBe(true);
    expect(providers).toMatchObject([{ provider: "things", state: "unchanged", required: "none", findings: [] }]);
  });

  test("a break without a changeset fails, and says the package, the bump and the finding", async () => {
    await scratch.write("specs/things.yaml", BREAK);
    const outcome = await review();
    expect(outcome.ok).toBe(false);
    expect(outcome.providers[0]).toMatchObject({
      severity: "breaking",
      required: "minor",
      package: { name: "@scratch/things", declared: "none" },
      forcedBy: { rule: "response-property-removed", location: "schema Thing › name", operations: ["listThings"] },
    });
    const said = renderMarkdown(outcome);
    expect(said).toContain("@scratch/things 0.2.0 needs a minor bump, but no new changeset declares one");
    expect(await renderPage(outcome)).toContain("Because of");
  });

  test.each([
    ["0.2.0", "patch", false],
    ["0.2.0", "minor", true],
    ["0.2.0", "major", true],
    ["1.4.0", "minor", false],
    ["1.4.0", "major", true],
  ])("a break of %s with a %s changeset: %s", async (version, bump, ok) => {
    await rm(scratch.root, { recursive: true });
    scratch = await scratchRepository(version);
    await scratch.write("specs/things.yaml", BREAK);
    await scratch.write(".changeset/loud-cats.md", changeset(bump));
    expect((await review()).ok).toBe(ok);
  });

  test.each([
    ["0.2.0", "patch"],
    ["1.4.0", "minor"],
  ])("a new field of %s needs a %s bump", async (version, bump) => {
    await rm(scratch.root, { recursive: true });
    scratch = await scratchRepository(version);
    await scratch.write("specs/things.yaml", spec(["id", "name", "colour"]));
    expect((await review()).providers[0]).toMatchObject({ severity: "feature", required: bump, ok: false });
  });

  test("a changeset that was there before speaks of other changes", async () => {
    await scratch.write(".changeset/loud-cats.md", changeset("minor"));
    scratch.commit();
    await scratch.write("specs/things.yaml", BREAK);
    expect((await review()).ok).toBe(false);
    await scratch.write(".changeset/loud-cats.md", `${changeset("minor")}And more.\n`);
    expect((await review()).ok).toBe(true);
  });

  test("a changeset for another package does not count", async () => {
    await scratch.write("specs/things.yaml", BREAK);
    await scratch.write(".changeset/loud-cats.md", changeset("major", "@scratch/other"));
    expect((await review()).ok).toBe(false);
  });
});

describe("approvals", () => {
  const approvals = (entries: readonly string[]): string =>
    entries
      .map((finding) => `- { provider: things, finding: ${JSON.stringify(finding)}, reason: Nobody used it. }\n`)
      .join("");

  const breakingKeys = async (): Promise<readonly string[]> =>
    (await review()).providers[0]?.findings.filter(({ severity }) => severity === "breaking").map(({ key }) => key) ??
    [];

  test("an approval lets its own finding through and no other", async () => {
    await scratch.write("specs/things.yaml", BREAK);
    await scratch.write(".changeset/loud-cats.md", changeset("patch"));
    const keys = await breakingKeys();
    expect(keys).toHaveLength(2);
    await scratch.write("specs/review/approvals.yaml", approvals(keys.slice(1)));
    expect((await review()).ok).toBe(false);
    await scratch.write("specs/review/approvals.yaml", approvals(keys));
    expect(await review()).toMatchObject({ ok: true, providers: [{ required: "patch" }] });
  });

  test("a second break at the same place is not let through", async () => {
    await scratch.write("specs/things.yaml", BREAK);
    const keys = await breakingKeys();
    await scratch.write("specs/review/approvals.yaml", approvals(keys));
    await scratch.write("specs/things.yaml", spec(["name"]));
    expect(await review()).toMatchObject({ ok: false, providers: [{ required: "minor" }] });
  });

  test("an approval of one gone field lets no other break of the same schema through", async () => {
    await scratch.write("specs/things.yaml", spec(["id"]));
    const keys = await breakingKeys();
    await scratch.write("specs/review/approvals.yaml", approvals(keys));
    await scratch.write("specs/things.yaml", spec([]));
    const outcome = await review();
    expect(outcome.ok).toBe(false);
    const open = outcome.providers[0]?.findings.filter(({ approved }) => approved === undefined);
    expect(open?.map(({ axis, location }) => `${axis} ${location}`).sort()).toEqual([
      // An object that states no property may have any.
      "types schema Thing",
      "types schema Thing › id",
      // Approved was that it is gone; now code of before reads something unknown.
      "types schema Thing › name",
      "wire schema Thing › id",
    ]);
  });

  test("an approval that matches nothing is an error", async () => {
    await scratch.write(
      "specs/review/approvals.yaml",
      approvals(["wire/response-property-removed/schema-Thing.name/00000000"]),
    );
    const outcome = await review();
    expect(outcome).toMatchObject({ ok: false, stale: [{ provider: "things" }] });
    expect(renderMarkdown(outcome)).toContain("1 approval that no finding answers to");
    expect(await renderPage(outcome)).toContain("00000000");
  });

  test.each([
    ["no list", "provider: things", /approvals\.yaml: write a list of approvals/],
    ["an entry without a reason", "- { provider: things, finding: x }", /approval 1 needs provider, finding, reason/],
    ["no YAML", "- [", /approvals\.yaml: the YAML is malformed/],
  ])("%s gets a sentence", async (_, text, says) => {
    await scratch.write("specs/review/approvals.yaml", text);
    await expect(review()).rejects.toThrow(says);
  });
});

describe("bad and unusual input", () => {
  test("no such commit", async () => {
    await expect(review("nowhere")).rejects.toThrow('there is no commit "nowhere" in this repository');
    await expect(review("--help")).rejects.toThrow('there is no commit "--help"');
  });

  test("a repository without main", async () => {
    const { execFileSync } = await import("node:child_process");
    execFileSync("git", ["branch", "--move", "main", "trunk"], { cwd: scratch.root });
    await expect(review()).rejects.toThrow("there is no branch main to compare with");
    const withLevels = reviewRepository(undefined, scratch.root, "/nowhere.yaml");
    await expect(withLevels).rejects.toThrow("/nowhere.yaml: the levels cannot be read");
    expect((await review("trunk")).ok).toBe(true);
  });

  test("a spec that does not parse", async () => {
    await scratch.write("specs/things.yaml", "openapi: [");
    await expect(review()).rejects.toThrow(/things\.yaml:1:11 the YAML is malformed/);
  });

  test("a spec that did not parse at the base", async () => {
    await scratch.write("specs/things.yaml", "openapi: 2");
    scratch.commit();
    await scratch.write("specs/things.yaml", spec(["id"]));
    await expect(review()).rejects.toThrow(
      /[0-9a-f]{7}:specs\/things\.yaml:1:1 the file states version 2, which is not read/,
    );
  });

  test("a changeset that cannot be read", async () => {
    await scratch.write(".changeset/loud-cats.md", "no front matter");
    await expect(review()).rejects.toThrow(/a changeset in \.changeset\/ cannot be read/);
  });

  test("a new provider needs a changeset of any kind", async () => {
    await scratch.write("specs/fresh.yaml", spec(["id"]));
    await scratch.write("packages/fresh/package.json", JSON.stringify({ name: "@scratch/fresh", version: "0.0.0" }));
    const [fresh] = (await review()).providers;
    expect(fresh).toMatchObject({ provider: "fresh", state: "new", severity: "feature", required: "patch", ok: false });
    await scratch.write(".changeset/loud-cats.md", changeset("minor", "@scratch/fresh"));
    const outcome = await review();
    expect(outcome.ok).toBe(true);
    expect(await renderPage(outcome)).toContain("The provider is new");
  });

  test("a provider whose spec alone was removed breaks its package", async () => {
    await scratch.remove("specs/things.yaml");
    expect((await review()).providers[0]).toMatchObject({ state: "removed", required: "minor", ok: false });
    await scratch.write(".changeset/loud-cats.md", changeset("minor"));
    expect((await review()).ok).toBe(true);
  });

  test("a provider that was removed with its package must be approved", async () => {
    await scratch.remove("specs/things.yaml");
    await scratch.remove("packages/things");
    const outcome = await review();
    expect(outcome.ok).toBe(false);
    expect(renderMarkdown(outcome)).toContain("removed with its package; that has to be approved");
    const key = outcome.providers[0]?.findings[0]?.key;
    const approval = `- { provider: things, finding: ${key}, reason: The service was shut down. }`;
    await scratch.write("specs/review/approvals.yaml", approval);
    expect((await review()).ok).toBe(true);
  });

  test("a component whose name is none in TypeScript is compared all the same", async () => {
    await scratch.write("specs/things.yaml", spec(["id"], "    Thing.Part: { type: object }\n"));
    expect(renderMarkdown(await review())).toContain("Thing.Part");
  });
});

describe("lint", () => {
  test("tells of what is new, and nothing of what was there before, wherever its line is now", async () => {
    await scratch.write("specs/things.yaml", `# A remark.\n${spec(["id", "name"])}`);
    expect((await review()).providers[0]?.lint).toEqual([]);
    const changed = spec(["id", "name"]).replace("summary: List the things", "summary: List the things.");
    await scratch.write("specs/things.yaml", `# A remark.\n${changed}`);
    const outcome = await review();
    expect(outcome.providers[0]?.lint).toMatchObject([{ line: 10, rule: "git-tokens/summary-style" }]);
    expect(renderMarkdown(outcome)).toContain("the summary ends like a sentence");
  });

  test("tells of all of a spec that is new", async () => {
    await scratch.write("specs/others.yaml", spec(["id"]));
    const { providers } = await review();
    expect(providers.find(({ provider }) => provider === "others")?.lint.length).toBeGreaterThan(1);
  });
});
