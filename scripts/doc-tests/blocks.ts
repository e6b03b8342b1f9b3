import { type Exchange, parseExchanges } from "./exchange.ts";

/** One way in which a block is run: what it is to send, and what is to be among what it prints. */
export interface BlockRun {
  readonly exchanges: readonly Exchange[];
  readonly prints: string;
}

/** A piece of code on a Markdown page. */
export interface Block {
  /** The line of its first line of code, counted from 1. */
  readonly line: number;
  readonly language: string;
  readonly code: string;
  /** Whether it goes on from the first block of the page, whose names it uses. */
  readonly continues: boolean;
  readonly runs: readonly BlockRun[];
}

const RUN = /^<!-- run( after the first)?: (.+?)(?: → (.+))? -->$/;

/**
 * The fenced blocks of a page. How a block is run stands in comments right above it, which no reader sees:
 *
 *     <!-- run: listNotes editNote=404 → somebody deleted it -->
 *
 * These are the requests in their order, each with its answer where that is not the first example, and what is printed.
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
