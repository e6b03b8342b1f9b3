import { FAULTS } from "../faults/fault-table.ts";
import type { FaultServer } from "../server/fault-server.ts";
import type { Route, Script } from "../server/script.ts";
import type { Case, CaseSetup } from "./case.ts";
import type { CaseCall } from "./case-call.ts";

/**
 * Adds the script of a case to the server, and returns the call to make.
 *
 * @param closes See {@link Script}.
 */
export function stageCase(
  testCase: Omit<Case, "name" | "expect">,
  setup: CaseSetup,
  { play, origins }: Pick<FaultServer, "play" | "origins">,
  closes = true,
): CaseCall {
  const operation = setup.operations[testCase.operation];
  if (operation === undefined) throw new RangeError(`there is no operation "${testCase.operation}"`);
  const { input, answer, kinds, ...rest } = operation;
  const { effect, reveals } = rest;
  const { wire = "h1" } = testCase;
  const script: Script = { faults: testCase.faults, effect, answer, closes, wire, ...(reveals ? { reveals } : {}) };
  const routes = testCase.faults.map(routeOf);
  return {
    definition: { name: testCase.operation, ...rest, ...(kinds ? { answer: kinds } : {}) },
    input: testCase.input ?? input,
    client: { ...setup.options, ...testCase.client },
    options: testCase.options ?? {},
    credential: testCase.credential ?? setup.credential,
    ...(testCase.abort ? { abort: testCase.abort } : {}),
    baseUrl: play(script),
    wire,
    routes: routes.some((route) => route !== null) ? routes : [],
    origins,
  };
}

/** How a request reaches a fault; null if the fault is at the server. */
export function routeOf(name: string): Route | null {
  const fault = FAULTS.get(name);
  if (fault && "endpoint" in fault) return fault.endpoint;
  return fault && "warm" in fault && fault.warm ? "warm" : null;
}
