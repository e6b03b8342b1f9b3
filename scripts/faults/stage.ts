import type { Places, Script, Sighting } from "./script.ts";

/** A fault server as its clients see it, wherever it runs. */
export interface Stage {
  readonly places: Places;
  /** Takes a script and gives the base URL under which it is played. */
  play(script: Script): Promise<string>;
  /** What was seen of the script under a base URL. */
  sighting(baseUrl: string): Promise<Sighting>;
}

/** Speaks with a fault server over HTTP: all that a client in another runtime needs are its places. */
export function remoteStage(places: Places): Stage {
  const ask = async <Answer>(what: "play" | "sighting", body: unknown): Promise<Answer> => {
    const response = await fetch(`${places.server}/control/${what}`, { method: "POST", body: JSON.stringify(body) });
    // Both ends of this conversation stand in this folder.
    return (await response.json()) as Answer;
  };
  return { places, play: (script) => ask("play", script), sighting: (baseUrl) => ask("sighting", baseUrl) };
}
