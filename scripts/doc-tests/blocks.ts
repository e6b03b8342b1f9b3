import { type Exchange, parseExchanges } from "./exchange.ts";

/** One run of a block: the requests that it must send, and a text that it must print. */
export interface BlockRun {
  readonly exchanges: readonly Exchange[];
  readonly prints: string;
}

/** A fenced block of a Markdown page. */
export interface Block {
  /** The line number of its first line of code, from 1. */
  readonly line: number;
  readonly language: string;
  readonly code: string;
  /** Whether it continues the first block of the page and uses its variables. */
  readonly continues: boolean;
  readonly runs: readonly BlockRun[];
}

const RUN = /^<!-- run( after the first)?: (.+?)(?: → (.+))? -->$/;

/**
 * The fenced blocks of a page. HTML comments right above a block say how it is run:
 *
 *     <!-- run: listNotes editNote=404 → somebody deleted it -->
 *
 * They list the requests in order, each with its response unless that is the first example, and a part of the output.
 */
export function blocksOf(page: string): readonly Block[] {
  const lines = page.split("\n");
  const blocks: Block[] = [];
  for (let start = 0; start < lines.length; start++) {
    const [, language] = /^```(\S*)/.exec(lines[start] ?? "") ?? [];
    if (language === undefined) continue;
    const end = lines.indexOf("```", start + 1);
    if (end < 0) throw new Error(`the block in line ${start + 1} has no end`);
    const runs: BlockRun[] = [];
    let continues = false;
    for (let above = start - 1; ; above--) {
      const match = RUN.exec(lines[above] ?? "");
      if (!match) break;
      const [, after, exchanges = "", prints = ""] = match;
      continues ||= after !== undefined;
      runs.unshift({ exchanges: parseExchanges(exchanges), prints });
    }
    const code = lines.slice(start + 1, end).join("\n");
    blocks.push({ line: start + 2, language, code: `${code}\n`, continues, runs });
    start = end;
  }
  return blocks;
}
