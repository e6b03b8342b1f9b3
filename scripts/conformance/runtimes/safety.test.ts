import { describe, expect, it } from "vitest";
import { unsafe } from "./safety.ts";
import { type Sample, SETUP, sampleTrial } from "./sample-trial.fixture.ts";

const found = (sample: Sample, proven?: string) => unsafe(sampleTrial(sample), SETUP, proven);

describe("what is safe", () => {
  it.each([
    ["as much as on Node", { outcome: "not-sent" }, "not-sent"],
    ["less than on Node", { outcome: "unknown", arrivals: 1, committed: 1 }, "rejected"],
    ["an effect that took place", { outcome: "committed", arrivals: 1, committed: 1 }, "unknown"],
    ["a delete that found nothing any more", { operation: "delete", outcome: "committed", arrivals: 1 }, "rejected"],
    ["a call that never began, as on Node", { outcome: "unknown" }, "none"],
    ["a refusal that Node hides", { outcome: "rejected", arrivals: 1 }, undefined],
  ] as const)("%s", (_, sample, proven) => {
    expect(found(sample, proven)).toEqual([]);
  });
});

describe("what is not", () => {
  it.each([
    ["more than can be known", { outcome: "not-sent" }, "unknown", /no more than "unknown"/],
    ["another refusal", { outcome: "rejected", arrivals: 1 }, "unknown", /no more than "unknown"/],
    ["a refusal with an effect", { outcome: "rejected", arrivals: 1, committed: 1 }, "rejected", /took effect$/],
    ["not-sent, though it arrived", { outcome: "not-sent", arrivals: 1 }, "not-sent", /that arrived$/],
    ["an effect that there was not", { outcome: "committed", arrivals: 1 }, "rejected", /took no effect$/],
    ["a second effect", { outcome: "committed", arrivals: 2, committed: 2 }, "committed", /took effect 2 times$/],
    ["no end", { outcome: "unknown", end: { kind: "late" } }, "unknown", /no error of the client$/],
    ["a crash", { outcome: "unknown", end: { kind: "other", reason: "TypeError" } }, "unknown", /no error of the/],
  ] as const)("%s", (_, sample, proven, sentence) => {
    expect(found(sample, proven)).toEqual([expect.stringMatching(sentence)]);
  });
});
