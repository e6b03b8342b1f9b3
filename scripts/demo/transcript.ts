import { styled } from "@git-tokens/spec-tools/system/styled";
import type { DemoStep } from "./demo.ts";
import { allPassed, type Tally } from "./tally.ts";

/** The heading of a provider. */
export const heading = (title: string, url: string): string => `\n${styled("bold", title)}  ${styled("dim", url)}`;

/** The line of a finished step; `widths` aligns the lines of a provider. */
export function line(
  { operation, about }: DemoStep,
  { ok, said, milliseconds }: { readonly ok: boolean; readonly said: string; readonly milliseconds: number },
  widths: { readonly operation: number; readonly about: number },
): string {
  const mark = ok ? styled("green", "✓") : styled("red", "✗");
  const time = styled("dim", `${milliseconds.toFixed(0).padStart(5)} ms`);
  const columns = [operation.padEnd(widths.operation), styled("dim", about.padEnd(widths.about)), oneLine(said)];
  return `  ${mark} ${time}  ${columns.join("  ")}`;
}

const oneLine = (text: string): string => text.trim().replaceAll(/\s*\n\s*/g, " ");

/** The last line. */
export function verdict({ steps, passed }: Tally, milliseconds: number): string {
  const text = `${passed} of ${steps} steps passed, ${(milliseconds / 1000).toFixed(1)} s`;
  return `\n${allPassed({ steps, passed }) ? styled("green", text) : styled("red", text)}`;
}
