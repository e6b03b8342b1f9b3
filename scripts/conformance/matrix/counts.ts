import { ALL_CASES } from "../cases/table.ts";
import { faultsOver } from "../faults/fault-table.ts";
import { takesWire } from "../runtimes/runtime.ts";
import { RUNTIMES } from "../runtimes/runtimes.ts";
import { WIRES, wireFacts } from "../server/wire.ts";
import { caseOperations } from "./case-operation.ts";

const HEADER = ["wire", "faults", "operations", "calls", "cases", "runtimes", "trials"];

/** How much is tried on each wire, counted from the tables that run: a header, a row for each wire, and the sums. */
export function countRows(): readonly (readonly string[])[] {
  const operations = caseOperations().length;
  const rows = WIRES.map((wire) => {
    const faults = faultsOver(wire).length;
    const cases = ALL_CASES.filter((testCase) => (testCase.wire ?? "h1") === wire).length;
    const runtimes = RUNTIMES.filter((runtime) => takesWire(runtime, wire)).length;
    const { name } = wireFacts(wire);
    return { name, faults, operations, calls: faults * operations, cases, runtimes, trials: cases * runtimes };
  });
  const sum = (column: "calls" | "cases" | "trials"): number => rows.reduce((total, row) => total + row[column], 0);
  const sums = ["together", "", "", sum("calls"), sum("cases"), "", sum("trials")];
  return [HEADER, ...[...rows.map((row) => Object.values(row)), sums].map((row) => row.map(String))];
}
