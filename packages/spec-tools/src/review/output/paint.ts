import { styleText } from "node:util";
import type { Paint, Tone } from "./terminal.ts";

const STYLES = {
  good: "green",
  bad: ["red", "bold"],
  careful: "yellow",
  new: "cyan",
  strong: "bold",
  soft: "dim",
} as const satisfies Readonly<Record<Tone, Parameters<typeof styleText>[0]>>;

/** Colours for the standard output, where that is a terminal and NO_COLOR is not set. */
export const paintStdout: Paint = (tone, text) => styleText([STYLES[tone]].flat(), text, { stream: process.stdout });
