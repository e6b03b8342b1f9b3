import { FAULTS } from "../faults/fault-table.ts";
import type { FaultServer } from "../server/fault-server.ts";
import type { EndpointName, Script } from "../server/script.ts";
import type { Case, CaseSetup } from "./case.ts";
import type { CaseCall } from "./case-call.ts";

/**
 * Puts the script of a case on the server, and gives the call that is to be made against it.
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
  const script: Script = { faults: testCase.faults, effect, answer, closes, ...(reveals ? { reveals } : {}) };
  const endpoints = testCase.faults.map(endpointOf);
  return {
    definition: { name: testCase.operation, ...rest, ...(kinds ? { answer: kinds } : {}) },
    input: testCase.input ?? input,
    client: { ...setup.options, ...testCase.client },
    options: testCase.options ?? {},
    credential: testCase.credential ?? setup.credential,
    ...(testCase.abort ? { abort: testCase.abort } : {}),
    baseUrl: play(script),
    endpoints: endpoints.some((endpoint) => endpoint !== null) ? endpoints : [],
    origins,
  };
}

function endpointOf(name: string): EndpointName | null {
  const fault = FAULTS.get(name);
  return fault && "endpoint" in fault ? fault.endpoint : null;
}
