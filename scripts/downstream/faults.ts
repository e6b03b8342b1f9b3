import type { Form } from "./subject.ts";

/** Something that a tool does wrong whatever the description, with the control that shows it. */
export interface Fault {
  readonly tool: string;
  readonly forms: readonly Form[];
  /** What all problems of a file look like that this explains. */
  readonly problem: RegExp;
  /** A sentence for the page. */
  readonly cause: string;
  /** The description in `controls/` that has nothing of ours but the construct: the tool must fail on it in the same way. */
  readonly control: string;
}

/** The forms, and what the names of their controls end with. */
const BOTH = [
  ["3.1", "3.1"],
  ["3.0.3", "3.0"],
] as const;

/** The faults of the tools of others. Each is shown by its control whenever the tool is tried. */
export const FAULTS: readonly Fault[] = [
  ...BOTH.map(([form, version]) => ({
    tool: "kubb",
    forms: [form],
    problem: /Unexpected end of JSON input/,
    cause: "Its fetch client parses an empty body of an error as JSON, so the status of such an error is lost.",
    control: `empty-error-${version}`,
  })),
  {
    tool: "openapi2aspida",
    forms: ["3.1"],
    problem: /the generated type allows what ours refuses/,
    cause: "It leaves out every property whose type is a list, as nullable ones are in 3.1: it knows 3.0 alone.",
    control: "type-array",
  },
  {
    tool: "ng-openapi-gen",
    forms: ["3.0.3"],
    problem: /the generated type refuses what ours allows/,
    cause: "A nullable object loses its null where one of its own properties is nullable.",
    control: "nullable-object",
  },
  {
    tool: "openapi-generator go",
    forms: ["3.0.3"],
    problem: /undefined: /,
    cause: "The beta of 5.0 writes no model of Go at all, for any description.",
    control: "empty-error-3.0",
  },
  {
    tool: "openapi-generator go (4.3)",
    forms: ["3.0.3"],
    problem: /0001-01-01T00:00:00Z/,
    cause: "A time that is absent becomes the year 1.",
    control: "optional-time",
  },
  {
    tool: "openapi-generator perl",
    forms: ["3.0.3"],
    problem: / gives \{| status 400|Num declared/,
    cause:
      "A named enum becomes an object without its value, in requests and in responses, and a null time ends the call.",
    control: "named-enum",
  },
  {
    tool: "swagger-parser",
    forms: ["3.1"],
    problem: /variables\/host must NOT have unevaluated properties/,
    cause: "It refuses the description of a server variable, which 3.1 allows.",
    control: "server-variable-3.1",
  },
  ...BOTH.flatMap(([form, version]) => [
    {
      tool: "msw source",
      forms: [form],
      problem: / gets 501$/,
      cause: "It knows no success but 200.",
      control: `created-${version}`,
    },
    {
      tool: "msw source",
      forms: [form],
      problem: / gets no answer$/,
      cause: "It takes the variable of a server for a part of its name, so its handlers match no request.",
      control: `server-variable-${version}`,
    },
    {
      tool: "Redoc",
      forms: [form],
      problem: /cdn\.redoc\.ly|the console says/,
      cause: "It loads its own logo from another server.",
      control: `empty-error-${version}`,
    },
  ]),
];
