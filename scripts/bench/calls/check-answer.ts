import { isDeepStrictEqual } from "node:util";
import { type Kind, THING, THINGS } from "./sent.ts";

/** Refuses to measure a way that does not give its caller what the server has sent. @throws {Error} */
export function checkAnswer(who: string, kind: Kind, answer: unknown): void {
  if (isDeepStrictEqual(answer, kind === "big" ? THINGS : THING)) return;
  throw new Error(`${who} gives something else than the server sent: ${JSON.stringify(answer)?.slice(0, 200)}`);
}
