import { styleText } from "node:util";
import type { DemoStep } from "./demo.ts";

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
  return `  ${mark} ${time}  ${operation.padEnd(widths.operation)}  ${styled("dim", about.padEnd(widths.about))}  ${said}`;
}

/** The last line. */
export function verdict(held: number, steps: number, milliseconds: number): string {
  const text = `${held} of ${steps} steps held, ${(milliseconds / 1000).toFixed(1)} s`;
  return `\n${held === steps && steps > 0 ? styled("green", text) : styled("red", text)}`;
}
