import fc from "fast-check";
import { WIRES, type Wire } from "../server/wire.ts";

/** Any wire. On every other than the first each call has connections of its own, so they are fewer. */
export const anyWire: fc.Arbitrary<Wire> = fc.oneof(
  ...WIRES.map((wire) => ({ weight: wire === "h1" ? 8 : 1, arbitrary: fc.constant(wire) })),
);

/** Whether the transport of undici sends a call, as it does with one of four. */
export const byUndici: fc.Arbitrary<boolean> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(false) },
  { weight: 1, arbitrary: fc.constant(true) },
);
