import { capital, pascal } from "../operation.ts";
import { type GeneratedCode, type PathValue, type ProgramCall, quoted } from "./generator.ts";

/** How a client of Go is called: with arguments, or with a builder that takes the body and is executed. */
export type GoStyle = "arguments" | "builder";

export function goProgram(calls: readonly ProgramCall[], style: GoStyle): string {
  const steps = calls.map(({ name, operation, path, body, credential: { asGiven } }) => {
    const key = `openapi.APIKey{Key: ${quoted(asGiven.value)}}`;
    const context =
      style === "arguments"
        ? `context.WithValue(context.Background(), openapi.ContextAPIKey, ${key})`
        : `context.WithValue(context.Background(), openapi.ContextAPIKeys, map[string]openapi.APIKey{${quoted(asGiven.scheme)}: ${key}})`;
    const values = path.map(({ value }) => quoted(value));
    const given = body === undefined ? "" : style === "arguments" ? ", body" : "";
    const end = style === "arguments" ? "" : `${body === undefined ? "" : `.${operation.schema}(body)`}.Execute()`;
    const lines =
      body === undefined
        ? []
        : [`var body openapi.${operation.schema}`, `failed = json.Unmarshal([]byte(${quoted(body)}), &body)`];
    const call = `client.${pascal(operation.tag)}Api.${capital(operation.id)}(${["ctx", ...values].join(", ")}${given})${end}`;
    return `{
		var failed error
		${lines.join("\n\t\t")}
		ctx := ${context}
		${operation.hasResponse ? "value, " : ""}response, err := ${call}
		if failed != nil { err = failed }
		see(${quoted(name)}, ${operation.hasResponse ? "value" : "nil"}, response, err)
	}`;
  });
  return `package main

import ("context"; "encoding/json"; "fmt"; "net/http"; "openapi"; "os")

func see(name string, value interface{}, response *http.Response, err error) {
	seen := map[string]interface{}{"name": name}
	if response != nil { seen["status"] = response.StatusCode }
	if err == nil { seen["body"] = value } else if known, ok := err.(openapi.GenericOpenAPIError); ok && response != nil && response.StatusCode >= 400 {
		var body interface{}
		if json.Unmarshal(known.Body(), &body) == nil { seen["body"] = body }
	} else { seen["failed"] = err.Error() }
	line, _ := json.Marshal(seen)
	fmt.Println(string(line))
}

func main() {
	configuration := openapi.NewConfiguration()
	${style === "arguments" ? `configuration.BasePath = os.Getenv("SERVICE_URL")` : `configuration.Servers = openapi.ServerConfigurations{{URL: os.Getenv("SERVICE_URL")}}`}
	client := openapi.NewAPIClient(configuration)
	${steps.join("\n\t")}
}
`;
}

/** The program of a client of Java, the list of what to compile, and the annotation that Java 9 took out. */
export function javaFiles(calls: readonly ProgramCall[], { files }: GeneratedCode): Readonly<Record<string, string>> {
  const sources = files.filter((file) => file.startsWith("src/main/") && file.endsWith(".java"));
  const program = "Program.java";
  const annotation = "javax/annotation/Generated.java";
  return {
    [program]: javaProgram(calls),
    [annotation]:
      'package javax.annotation;\npublic @interface Generated { String[] value(); String date() default ""; }\n',
    "sources.txt": [...sources.map((file) => `out/${file}`), program, annotation].join("\n"),
  };
}

function javaProgram(calls: readonly ProgramCall[]): string {
  const steps = calls.map(({ name, operation, path, body, credential }) => {
    const given =
      body === undefined ? [] : [`client.getObjectMapper().readValue(${quoted(body)}, ${operation.schema}.class)`];
    const args = [...path.map(javaValue), ...given].join(", ");
    const call = `new ${pascal(operation.tag)}Api(client).${operation.id}(${args})`;
    const code = operation.hasResponse ? `client -> ${call}` : `client -> { ${call}; return null; }`;
    return `see(${quoted(name)}, ${quoted(credential.header)}, ${quoted(credential.value)}, ${code});`;
  });
  return `import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.openapitools.client.*;
import org.openapitools.client.api.*;
import org.openapitools.client.model.*;

public class Program {
  interface Call { Object make(ApiClient client) throws Exception; }

  static void see(String name, String header, String value, Call call) throws Exception {
    ApiClient client = new ApiClient();
    java.net.URI url = java.net.URI.create(System.getenv("SERVICE_URL"));
    client.setScheme("http");
    client.setHost(url.getHost());
    client.setPort(url.getPort());
    client.setBasePath("");
    client.setRequestInterceptor(request -> request.header(header, value));
    ObjectMapper mapper = client.getObjectMapper();
    Map<String, Object> seen = new LinkedHashMap<>();
    seen.put("name", name);
    try {
      seen.put("body", call.make(client));
    } catch (ApiException error) {
      if (error.getCode() == 0) seen.put("failed", error.toString());
      else seen.put("status", error.getCode());
      String text = error.getResponseBody();
      if (text != null && !text.isEmpty()) seen.put("body", mapper.readTree(text));
    } catch (Exception error) {
      seen.put("failed", error.toString());
    }
    System.out.println(mapper.writeValueAsString(seen));
  }

  public static void main(String[] args) throws Exception {
    ${steps.join("\n    ")}
  }
}
`;
}

const javaValue = ({ value, format }: PathValue): string =>
  format === "uuid" ? `UUID.fromString(${quoted(value)})` : quoted(value);
