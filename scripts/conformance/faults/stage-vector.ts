import type { FaultServer } from "./fault-server.ts";
import { FAULTS } from "./fault-table.ts";
import type { DoorName, Script } from "./script.ts";
import type { Vector, VectorGround } from "./vector.ts";
import type { VectorCall } from "./vector-call.ts";

/**
 * Puts the script of a vector on the server, and gives the call that is to be made against it.
 *
 * @param closes See {@link Script}.
 */
export function stageVector(
  vector: Omit<Vector, "name" | "expect">,
  ground: VectorGround,
  { play, places }: Pick<FaultServer, "play" | "places">,
  closes = true,
): VectorCall {
  const operation = ground.operations[vector.operation];
  if (operation === undefined) throw new RangeError(`there is no operation "${vector.operation}"`);
  const { input, answer, kinds, ...rest } = operation;
  const { effect, reveals } = rest;
  const script: Script = { faults: vector.faults, effect, answer, closes, ...(reveals ? { reveals } : {}) };
  const doors = vector.faults.map(doorOf);
  return {
    definition: { name: vector.operation, ...rest, ...(kinds ? { answer: kinds } : {}) },
    input: vector.input ?? input,
    client: { ...ground.options, ...vector.client },
    options: vector.options ?? {},
    credential: vector.credential ?? ground.credential,
    ...(vector.abort ? { abort: vector.abort } : {}),
    baseUrl: play(script),
    doors: doors.some((door) => door !== null) ? doors : [],
    places,
  };
}

function doorOf(name: string): DoorName | null {
  const fault = FAULTS.get(name);
  return fault && "door" in fault ? fault.door : null;
}
