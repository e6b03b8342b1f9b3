import { goProgram, javaFiles } from "./compiled-programs.ts";
import type { LanguageGenerator } from "./generator.ts";
import { perlProgram, phpProgram, pythonProgram, rubyProgram } from "./script-programs.ts";
import { axiosProgram, fetchProgram, javaScriptProgram } from "./web-programs.ts";

const JAR = "tools:@openapitools/openapi-generator-cli/bin/openapi-generator.jar";
const JAR_4 = "tools:openapi-generator-4/bin/openapi-generator.jar";
const FIVE = { package: "@openapitools/openapi-generator-cli" } as const;
const FOUR = { package: "openapi-generator-4" } as const;
const JAVA = "default-jre-headless";

const command = (target: string, ...more: readonly string[]): readonly string[] => [
  ...["java", "-jar", JAR, "generate", "-i", "openapi.json", "-g", target, "-o", "out"],
  ...more,
];

/** What Debian calls the modules of Perl that its clients use. */
const PERL = [
  ...["class-data-inheritable", "class-accessor", "class-inspector", "datetime", "json", "list-moreutils", "log-any"],
  ...["module-find", "module-runtime", "moose", "namespace-autoclean", "timedate", "uri-query", "www"],
];

const GO = {
  language: "Go",
  forms: ["3.0.3"],
  needs: {
    command: "go",
    packages: [JAVA, "golang-go", "golang-golang-x-oauth2-google-dev", "golang-golang-x-net-dev"],
  },
  compile: [["go", "build", "-o", "run-calls", "program"]],
  run: ["./run-calls"],
  env: { GO111MODULE: "off", GOFLAGS: "-p=2", GOPATH: "FOLDER/out:/usr/share/gocode" },
} as const;

const TSCONFIG = JSON.stringify({
  include: ["program.ts", "*.d.ts"],
  compilerOptions: {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    target: "es2023",
    lib: ["es2023", "dom", "dom.iterable"],
    module: "esnext",
    moduleResolution: "bundler",
    types: [],
  },
});

const LIBRARIES = {
  kotlin: "moshi 1.9 and okhttp 4, which Debian does not have",
  csharp: "RestSharp, which Debian does not have",
  rust: "reqwest 0.10, of which Debian has only 0.11",
} as const;

/** The generators of the two openapi-generator jars that npm has, both made before OpenAPI 3.1. */
export const openApiGenerators: readonly LanguageGenerator[] = [
  {
    name: "openapi-generator python",
    language: "Python",
    version: FIVE,
    forms: ["3.0.3"],
    command: command("python"),
    needs: {
      command: "/usr/bin/python3",
      packages: [JAVA, "python3", "python3-urllib3", "python3-dateutil", "python3-six", "python3-certifi"],
    },
    files: (calls) => ({ "out/program.py": pythonProgram(calls) }),
    compile: [["/usr/bin/python3", "-m", "compileall", "-q", "out"]],
    run: ["/usr/bin/python3", "out/program.py"],
  },
  {
    name: "openapi-generator java",
    language: "Java",
    version: FIVE,
    forms: ["3.0.3"],
    command: command("java", "--library", "native", "--additional-properties", "openApiNullable=false"),
    needs: { command: "javac", packages: ["default-jdk-headless"] },
    files: javaFiles,
    compile: [["javac", "-nowarn", "-cp", JAR, "-d", "classes", "@sources.txt"]],
    run: ["java", "-cp", `${JAR}:classes`, "-Dstdout.encoding=UTF-8", "Program"],
    note: "its `native` library is tried, on the Jackson that is inside the jar; the others need libraries of Maven Central.",
  },
  {
    ...GO,
    name: "openapi-generator go",
    version: FIVE,
    command: command("go", "-o", "out/src/openapi"),
    files: (calls) => ({ "out/src/program/main.go": goProgram(calls, "builder") }),
  },
  {
    ...GO,
    name: "openapi-generator go (4.3)",
    version: FOUR,
    command: ["java", "-jar", JAR_4, ...command("go", "-o", "out/src/openapi").slice(3)],
    files: (calls) => ({ "out/src/program/main.go": goProgram(calls, "arguments") }),
  },
  {
    ...GO,
    name: "openapi-generator go-experimental (4.3)",
    version: FOUR,
    command: ["java", "-jar", JAR_4, ...command("go-experimental", "-o", "out/src/openapi").slice(3)],
    files: (calls) => ({ "out/src/program/main.go": goProgram(calls, "builder") }),
  },
  {
    name: "openapi-generator php",
    language: "PHP",
    version: FIVE,
    forms: ["3.0.3"],
    command: command("php"),
    needs: { command: "php", packages: [JAVA, "php-cli", "php-curl", "php-mbstring", "php-guzzlehttp-guzzle"] },
    files: (calls) => ({ "out/program.php": phpProgram(calls) }),
    compile: [
      ["sh", "-c", "find out -name '*.php' -exec php -l {} + > checked.txt || (grep -v '^No' checked.txt; false)"],
    ],
    run: ["php", "-d", "error_reporting=E_ALL & ~E_DEPRECATED", "out/program.php"],
    note: "written for Guzzle 6; Debian has 7, so the program gives `build_query` its old name.",
  },
  {
    name: "openapi-generator ruby",
    language: "Ruby",
    version: FIVE,
    forms: ["3.0.3"],
    command: command("ruby"),
    needs: { command: "ruby", packages: [JAVA, "ruby", "ruby-typhoeus"] },
    files: (calls) => ({ "out/program.rb": rubyProgram(calls) }),
    compile: [["sh", "-c", "find out -name '*.rb' -exec ruby -c {} + > checked.txt"]],
    run: ["ruby", "-Iout/lib", "out/program.rb"],
  },
  {
    name: "openapi-generator perl",
    language: "Perl",
    version: FIVE,
    forms: ["3.0.3"],
    command: command("perl"),
    needs: { command: "perl", packages: [JAVA, ...PERL.map((name) => `lib${name}-perl`)] },
    files: (calls) => ({ "program.pl": perlProgram(calls) }),
    compile: [["perl", "-Iout/lib", "-c", "program.pl"]],
    run: ["perl", "-Iout/lib", "program.pl"],
  },
  {
    name: "openapi-generator javascript",
    language: "JavaScript",
    version: FIVE,
    forms: ["3.0.3"],
    command: command("javascript", "--additional-properties", "usePromises=true"),
    needs: { command: "java", packages: [] },
    files: (calls) => ({ "program.js": javaScriptProgram(calls) }),
    compile: [["esbuild", "program.js", "--bundle", "--platform=node", "--outfile=bundle.cjs", "--log-level=error"]],
    run: ["node", "bundle.cjs"],
  },
  {
    name: "openapi-generator typescript-fetch",
    language: "TypeScript",
    version: FIVE,
    forms: ["3.0.3"],
    command: command("typescript-fetch"),
    needs: { command: "java", packages: [] },
    files: (calls, code) => ({
      "program.ts": fetchProgram(calls, code),
      "globals.d.ts": "type GlobalFetch = WindowOrWorkerGlobalScope;\n",
      "tsconfig.json": TSCONFIG,
    }),
    compile: [
      ["tsc", "-p", "."],
      ["esbuild", "program.ts", "--bundle", "--platform=node", "--outfile=bundle.cjs", "--log-level=error"],
    ],
    run: ["node", "bundle.cjs"],
    note: "names a type that TypeScript had until 3.6, so `GlobalFetch` is declared for it.",
  },
  {
    name: "openapi-generator typescript-axios",
    language: "TypeScript",
    version: FIVE,
    forms: ["3.0.3"],
    command: command("typescript-axios"),
    needs: { command: "java", packages: [] },
    files: (calls) => ({ "program.ts": axiosProgram(calls), "tsconfig.json": TSCONFIG }),
    compile: [
      ["tsc", "-p", "."],
      ["esbuild", "program.ts", "--bundle", "--platform=node", "--outfile=bundle.cjs", "--log-level=error"],
    ],
    run: ["node", "bundle.cjs"],
  },
  {
    ...notCompiled("csharp"),
    needs: { command: "mcs", packages: [JAVA, "mono-mcs"] },
    compile: [["sh", "-c", "find out/src -name '*.cs' ! -path '*Test*' -exec mcs --parse {} +"]],
    note: `only its syntax is checked: its code needs ${LIBRARIES.csharp}.`,
  },
  {
    ...notCompiled("rust"),
    needs: { command: "/usr/bin/rustfmt", packages: [JAVA, "rustfmt"] },
    compile: [["sh", "-c", "/usr/bin/rustfmt --edition 2018 --emit stdout out/src/lib.rs > formatted.txt"]],
    note: `only its syntax is checked: its code needs ${LIBRARIES.rust}.`,
  },
  notCompiled("kotlin"),
];

/** A generator whose code needs libraries that neither npm nor Debian has. */
function notCompiled(target: keyof typeof LIBRARIES): LanguageGenerator {
  return {
    name: `openapi-generator ${target}`,
    language: target,
    version: FIVE,
    forms: ["3.0.3"],
    command: command(target),
    needs: { command: "java", packages: [] },
    files: () => ({}),
    compile: [],
    note: `only generated: its code needs ${LIBRARIES[target]}.`,
  };
}
