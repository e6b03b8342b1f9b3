import type { ApiOperation } from "@git-tokens/spec-tools/description/api-description";
import type { Service } from "../service.ts";
import type { Subject } from "../subject.ts";
import { load, type Reader, unlike } from "./reader.ts";

/** A request of a collection, with the values that the tool took from the description. */
interface Prepared {
  readonly method: string;
  /** The path, with the values of its parameters in place. */
  readonly path: string;
  readonly body: string | undefined;
}

/** What makes requests that a person sends: the mock has to accept each of them. */
export const collections: readonly Reader[] = [
  {
    name: "Postman converter",
    package: "openapi-to-postmanv2",
    forms: ["3.1", "3.0.3"],
    right: "the mock accepts each request of the collection as it is",
    read: async ({ subject, service, text }) => {
      const converter = load<PostmanConverter>("openapi-to-postmanv2");
      const { result, reason, output } = await new Promise<PostmanResult>((resolve, reject) => {
        const options = { parametersResolution: "Example", folderStrategy: "Tags" };
        const done = (error: unknown, value: PostmanResult): void => (error ? reject(error) : resolve(value));
        converter.convertV2({ type: "json", data: JSON.parse(text) }, options, done);
      });
      if (!result) throw new Error(reason);
      return send(itemsOf(output[0]?.data).map(postmanRequest), subject, service);
    },
  },
  {
    name: "Bruno converter",
    package: "@usebruno/converters",
    forms: ["3.1", "3.0.3"],
    right: "the mock accepts each request of the collection as it is",
    read: async ({ subject, service, text }) => {
      const { openApiToBruno } = load<{ openApiToBruno(document: object): BrunoItem }>("@usebruno/converters");
      return send(brunoItems(openApiToBruno(JSON.parse(text))).map(brunoRequest), subject, service);
    },
  },
  {
    name: "Insomnia importer",
    package: "insomnia-importers",
    forms: ["3.0.3"],
    right: "there is a request for each operation, with the required fields of its body and a place for the credential",
    read: async ({ subject, text }) => {
      const { convert } = load<{ convert(text: string): Promise<InsomniaExport> }>("insomnia-importers");
      const { data } = await convert(text);
      const requests = data.resources.flatMap((one) => (one._type === "request" ? [one] : []));
      const found = requests.map(({ method, url, body, headers }) => {
        const path = url.replace(/^\{\{ base_url \}\}/, "").replaceAll(/\{\{ (\w+) \}\}/g, "{$1}");
        const operation = subject.api.operations.find((one) => one.verb === method && one.path === path);
        const given = Object.keys(Object(JSON.parse(body?.text ?? "{}")));
        const fields = requiredOf(operation, subject).filter((name) => given.includes(name));
        return entry(method, path, fields, headers.length > 0);
      });
      const expected = subject.api.operations.map((one) => entry(one.verb, one.path, requiredOf(one, subject), true));
      return unlike("request", found, expected);
    },
  },
];

/** The fields that the body of an operation must have: an importer makes up their values. */
function requiredOf(operation: ApiOperation | undefined, { api }: Subject): readonly string[] {
  const name = operation?.requestBody?.contents[0]?.schemaName ?? "";
  return api.schemas.get(name)?.schema.required ?? [];
}

const entry = (method: string, path: string, fields: readonly string[], credential: boolean): string =>
  `${method} ${path} with ${[...fields, credential ? "a credential" : "no credential"].join(", ")}`;

async function send(requests: readonly Prepared[], subject: Subject, service: Service): Promise<readonly string[]> {
  const [first] = service.calls;
  const credential = first?.credential;
  if (credential === undefined) throw new Error(`${subject.name} has no call`);
  const wrong: string[] = [];
  for (const { method, path, body } of requests) {
    const headers = { [credential.header]: credential.value, "content-type": "application/json" };
    const response = await fetch(service.url + path, { method, headers, ...(body === undefined ? {} : { body }) });
    if (!response.ok) wrong.push(`${method} ${path} has status ${response.status}`);
  }
  service.forget();
  const found = requests.map(({ method }) => method);
  const expected = subject.api.operations.map(({ verb }) => verb);
  return [
    ...wrong,
    ...(found.length === expected.length
      ? []
      : [`there are ${found.length} requests for ${expected.length} operations`]),
  ];
}

interface PostmanConverter {
  convertV2(source: object, options: object, done: (error: unknown, result: PostmanResult) => void): void;
}

interface PostmanResult {
  readonly result: boolean;
  readonly reason?: string;
  readonly output: readonly { readonly data: PostmanItem }[];
}

interface PostmanItem {
  readonly item?: readonly PostmanItem[];
  readonly request?: {
    readonly method: string;
    readonly url: {
      readonly path: readonly string[];
      readonly variable: readonly { readonly key: string; readonly value: string }[];
    };
    readonly body?: { readonly raw?: string };
  };
}

const itemsOf = (item: PostmanItem | undefined): readonly PostmanItem[] =>
  item?.item ? item.item.flatMap(itemsOf) : item === undefined ? [] : [item];

function postmanRequest({ request }: PostmanItem): Prepared {
  if (request === undefined) throw new Error("an item has no request");
  const values = new Map(request.url.variable.map(({ key, value }) => [`:${key}`, value]));
  const path = request.url.path.map((part) => encodeURIComponent(values.get(part) ?? part)).join("/");
  return { method: request.method, path: `/${path}`, body: request.body?.raw || undefined };
}

interface BrunoItem {
  readonly items?: readonly BrunoItem[];
  readonly request?: {
    readonly method: string;
    readonly url: string;
    readonly params: readonly { readonly name: string; readonly value: string }[];
    readonly body: { readonly mode: string; readonly json: string | null };
  };
}

const brunoItems = (item: BrunoItem): readonly BrunoItem[] => (item.items ? item.items.flatMap(brunoItems) : [item]);

function brunoRequest({ request }: BrunoItem): Prepared {
  if (request === undefined) throw new Error("an item has no request");
  const path = request.params.reduce(
    (url, { name, value }) => url.replace(`:${name}`, encodeURIComponent(value)),
    request.url.replace("{{baseUrl}}", ""),
  );
  return { method: request.method, path, body: request.body.json ?? undefined };
}

interface InsomniaExport {
  readonly data: {
    readonly resources: readonly (
      | { readonly _type: "workspace" | "environment" | "request_group" }
      | {
          readonly _type: "request";
          readonly method: string;
          readonly url: string;
          readonly body?: { readonly text?: string };
          readonly headers: readonly unknown[];
        }
    )[];
  };
}
