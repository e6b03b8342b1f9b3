import { styleText } from "node:util";
import type { DemoStep } from "./demo.ts";
import { allHeld, type Tally } from "./tally.ts";

/** Colour for a terminal only; styleText sees to that for the stream. */
const styled = (format: Parameters<typeof styleText>[0], text: string): string =>
  styleText(format, text, { stream: process.stdout });

/** One provider's heading. */
export const heading = (title: string, url: string): string => `\n${styled("bold", title)}  ${styled("dim", url)}`;

/** One line for a step that is over; `widths` aligns the lines of a provider. */
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
export function verdict({ steps, held }: Tally, milliseconds: number): string {
  const text = `${held} of ${steps} steps held, ${(milliseconds / 1000).toFixed(1)} s`;
  return `\n${allHeld({ steps, held }) ? styled("green", text) : styled("red", text)}`;
}
