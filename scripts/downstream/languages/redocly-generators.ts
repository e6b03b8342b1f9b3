import { pascal } from "../operation.ts";
import {
  type GeneratedCode,
  type LanguageGenerator,
  type ProgramCall,
  plainQuoted,
  quoted,
  snake,
} from "./generator.ts";

const REDOCLY = { package: "@redocly/cli" } as const;
const BOTH = ["3.1", "3.0.3"] as const;

const command = (target: string, file: string, ...more: readonly string[]): readonly string[] => [
  ...["redocly", "generate-client", "openapi.json", "-o", `out/${file}`, "--generator", target],
  ...more,
];

/** The clients that `redocly generate-client` writes: a file each, which needs little or nothing else. */
export const redoclyGenerators: readonly LanguageGenerator[] = [
  {
    name: "redocly python",
    language: "Python",
    version: REDOCLY,
    forms: BOTH,
    command: command("python", "client.ts"),
    needs: { command: "/usr/bin/python3", packages: ["python3", "python3-httpx"] },
    files: (calls) => ({ "out/program.py": pythonProgram(calls) }),
    compile: [["/usr/bin/python3", "-m", "compileall", "-q", "out"]],
    run: ["/usr/bin/python3", "out/program.py"],
  },
  {
    name: "redocly go",
    language: "Go",
    version: REDOCLY,
    forms: BOTH,
    command: command("go", "client.ts", "--go-package", "main"),
    needs: { command: "go", packages: ["golang-go"] },
    files: (calls) => ({ "out/main.go": goProgram(calls) }),
    compile: [["go", "build", "-o", "program", "./out"]],
    run: ["./program"],
    env: { GO111MODULE: "off", GOFLAGS: "-p=2" },
  },
  {
    name: "redocly php",
    language: "PHP",
    version: REDOCLY,
    forms: BOTH,
    command: command("php", "client.ts"),
    needs: { command: "php", packages: ["php-cli", "php-curl"] },
    files: (calls) => ({ "out/program.php": phpProgram(calls) }),
    compile: [
      ["php", "-l", "out/client.php"],
      ["php", "-l", "out/program.php"],
    ],
    run: ["php", "out/program.php"],
  },
  {
    name: "redocly java",
    language: "Java",
    version: REDOCLY,
    forms: BOTH,
    command: command("java", "client.ts"),
    needs: { command: "javac", packages: ["default-jdk-headless"] },
    files: (calls, code) => ({ "out/Program.java": javaProgram(calls, code) }),
    compile: [["javac", "-d", "classes", "out/Client.java", "out/Program.java"]],
    run: ["java", "-cp", "classes", "-Dstdout.encoding=UTF-8", "clients.Program"],
  },
];

function pythonProgram(calls: readonly ProgramCall[]): string {
  const steps = calls.map(({ name, operation, path, body, credential: { asGiven } }) => {
    const auth =
      asGiven.kind === "bearer"
        ? `{"bearer": ${quoted(asGiven.value)}}`
        : `{"apiKey": {${quoted(asGiven.scheme)}: ${quoted(asGiven.value)}}}`;
    const given = body === undefined ? [] : [`sdk.decode(sdk.${operation.schema}, json.loads(${quoted(body)}))`];
    const args = [...path.map(({ value }) => quoted(value)), ...given].join(", ");
    return `see(${quoted(name)}, lambda: sdk.Client(url, auth=${auth}).${snake(operation.id)}(${args}))`;
  });
  return `import json, os
import client as sdk
url = os.environ["SERVICE_URL"]
def see(name, call):
    try:
        seen = {"body": sdk.encode(call())}
    except sdk.ApiError as error:
        seen = {"status": error.status, "body": error.body}
    except Exception as error:
        seen = {"failed": repr(error)}
    print(json.dumps({"name": name, **seen}))
${steps.join("\n")}
`;
}

function goProgram(calls: readonly ProgramCall[]): string {
  const steps = calls.map(({ name, operation, path, body, credential: { asGiven } }) => {
    const auth =
      asGiven.kind === "bearer"
        ? `Auth{Bearer: text(${quoted(asGiven.value)})}`
        : `Auth{APIKey: map[string]func() string{${quoted(asGiven.scheme)}: text(${quoted(asGiven.value)})}}`;
    const lines =
      body === undefined
        ? []
        : [`var body ${operation.schema}`, `failed = json.Unmarshal([]byte(${quoted(body)}), &body)`];
    const args = [
      "context.Background()",
      ...path.map(({ value }) => quoted(value)),
      ...(body === undefined ? [] : ["body"]),
    ].join(", ");
    const value = operation.hasResponse ? "value, err" : "err";
    return `{
		var failed error
		${lines.join("\n\t\t")}
		${value} := New(Config{ServerURL: url, Auth: ${auth}}).${pascal(operation.id)}(${args})
		if failed != nil { err = failed }
		see(${quoted(name)}, ${operation.hasResponse ? "value" : "nil"}, err)
	}`;
  });
  return `package main

import ("context"; "encoding/json"; "errors"; "fmt"; "os")

func text(value string) func() string { return func() string { return value } }

func see(name string, value any, err error) {
	seen := map[string]any{"name": name}
	var known *APIError
	if err == nil { seen["body"] = value } else if errors.As(err, &known) {
		seen["status"] = known.Status
		seen["body"] = known.Body
	} else { seen["failed"] = err.Error() }
	line, _ := json.Marshal(seen)
	fmt.Println(string(line))
}

func main() {
	url := os.Getenv("SERVICE_URL")
	${steps.join("\n\t")}
}
`;
}

function phpProgram(calls: readonly ProgramCall[]): string {
  const steps = calls.map(({ name, operation, path, body, credential: { asGiven } }) => {
    const auth =
      asGiven.kind === "bearer"
        ? `['bearer' => ${plainQuoted(asGiven.value)}]`
        : `['apiKey' => [${plainQuoted(asGiven.scheme)} => ${plainQuoted(asGiven.value)}]]`;
    const given =
      body === undefined ? [] : [`given(${plainQuoted(operation.schema)}, json_decode(${plainQuoted(body)}, true))`];
    const args = [...path.map(({ value }) => plainQuoted(value)), ...given].join(", ");
    return `see(${plainQuoted(name)}, fn() => client(${auth})->${operation.id}(${args}));`;
  });
  return `<?php
require __DIR__ . '/client.php';
$names = array_values(array_filter(get_declared_classes(), fn($name) => str_ends_with($name, '\\\\Client')));
define('SDK', substr($names[0], 0, -strlen('Client')));
function client(array $auth) {
  return new (SDK . 'Client')(new (SDK . 'Config')(serverUrl: getenv('SERVICE_URL'), auth: $auth));
}
function given(string $schema, array $body) {
  return class_exists(SDK . $schema) ? (SDK . $schema)::fromArray($body) : $body;
}
function see(string $name, callable $call): void {
  try {
    $value = $call();
    $seen = ['body' => is_object($value) ? $value->toArray() : $value];
  } catch (\\Throwable $error) {
    $seen = property_exists($error, 'status')
      ? ['status' => $error->status, 'body' => $error->body]
      : ['failed' => $error->getMessage()];
  }
  echo json_encode(['name' => $name, ...$seen]), "\\n";
}
${steps.join("\n")}
`;
}

function javaProgram(calls: readonly ProgramCall[], code: GeneratedCode): string {
  const name = /^package (\w+);/m.exec(code.text("Client.java"))?.[1] ?? "";
  const steps = calls.map(({ name, operation, path, body, credential: { asGiven } }) => {
    const auth =
      asGiven.kind === "bearer"
        ? `.bearer(${quoted(asGiven.value)})`
        : `.apiKey(${quoted(asGiven.scheme)}, ${quoted(asGiven.value)})`;
    const json = `Client.Json.parse(${quoted(body ?? "")})`;
    const given = operation.isUnion ? json : `Client.${operation.schema}.fromJson(${json})`;
    const args = [...path.map(({ value }) => quoted(value)), ...(body === undefined ? [] : [given])].join(", ");
    const call = `new Client(new Client.Config().serverUrl(url).auth(new Client.Auth()${auth})).${operation.id}(${args})`;
    return operation.hasResponse
      ? `see(${quoted(name)}, () -> ${call}.toJson());`
      : `see(${quoted(name)}, () -> { ${call}; return null; });`;
  });
  return `package clients;

import ${name}.Client;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

public class Program {
  static void see(String name, Callable<Object> call) {
    Map<String, Object> seen = new LinkedHashMap<>();
    seen.put("name", name);
    try {
      seen.put("body", call.call());
    } catch (Client.ApiException error) {
      seen.put("status", error.status);
      seen.put("body", error.body);
    } catch (Exception error) {
      seen.put("failed", error.toString());
    }
    System.out.println(Client.Json.write(seen));
  }

  public static void main(String[] args) {
    String url = System.getenv("SERVICE_URL");
    ${steps.join("\n    ")}
  }
}
`;
}
