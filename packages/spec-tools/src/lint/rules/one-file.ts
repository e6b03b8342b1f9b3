import type { Rule } from "./rule.ts";

/** A spec is one file in OpenAPI 3.1: what is published, hashed and reviewed is all there is. */
export const oneFile: Rule = ({ files, version }) => {
  const [, ...others] = files;
  const faults = others.map((file) => ({
    pointer: "",
    message: `a $ref leaves the file for ${file}; a spec is one file, so move what it names into it`,
  }));
  if (version.startsWith("3.1")) return faults;
  return [
    ...faults,
    { pointer: "", message: `the file is no OpenAPI 3.1 document but ${version}; write openapi: 3.1.0` },
  ];
};
