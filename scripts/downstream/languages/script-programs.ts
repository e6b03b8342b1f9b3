import { pascal, small } from "../operation.ts";
import { type ProgramCall, plainQuoted, quoted, snake } from "./generator.ts";

/** The programs of openapi-generator's clients in Python, PHP, Ruby and Perl. */
export function pythonProgram(calls: readonly ProgramCall[]): string {
  const steps = calls.map(({ name, operation, path, body, credential: { asGiven } }) => {
    const given = body === undefined ? [] : [`given(client, ${quoted(operation.schema)}, ${quoted(body)})`];
    const args = [...path.map(({ value }) => quoted(value)), ...given].join(", ");
    const call = `sdk.${pascal(operation.tag)}Api(client).${snake(operation.id)}(${args})`;
    return `see(${quoted(name)}, {${quoted(asGiven.scheme)}: ${quoted(asGiven.value)}}, lambda client: ${call})`;
  });
  return `import json, os
import openapi_client as sdk
class Text:
    def __init__(self, data):
        self.data = data
def given(client, schema, text):
    return client.deserialize(Text(text), schema)
def see(name, keys, call):
    configuration = sdk.Configuration(host=os.environ["SERVICE_URL"])
    configuration.api_key = keys
    client = sdk.ApiClient(configuration)
    try:
        seen = {"body": client.sanitize_for_serialization(call(client))}
    except sdk.ApiException as error:
        seen = {"status": error.status, "body": json.loads(error.body or "null")}
    except Exception as error:
        seen = {"failed": repr(error)}
    print(json.dumps({"name": name, **seen}))
${steps.join("\n")}
`;
}

export function phpProgram(calls: readonly ProgramCall[]): string {
  const steps = calls.map(({ name, operation, path, body, credential: { header, asGiven } }) => {
    const given = body === undefined ? [] : [`given(${plainQuoted(operation.schema)}, ${plainQuoted(body)})`];
    const args = [...path.map(({ value }) => plainQuoted(value)), ...given].join(", ");
    const keys = `${plainQuoted(headerName(header))}, ${plainQuoted(asGiven.value)}`;
    return `see(${plainQuoted(name)}, ${plainQuoted(pascal(operation.tag))}, ${keys}, fn($api) => $api->${operation.id}(${args}));`;
  });
  return `<?php
namespace GuzzleHttp\\Psr7 {
  require '/usr/share/php/GuzzleHttp/autoload.php';
  if (!function_exists('GuzzleHttp\\Psr7\\build_query')) {
    function build_query(array $params): string { return Query::build($params); }
  }
}
namespace {
spl_autoload_register(function (string $class): void {
  $file = __DIR__ . '/lib/' . strtr(substr($class, strlen('OpenAPI\\\\Client\\\\')), '\\\\', '/') . '.php';
  if (str_starts_with($class, 'OpenAPI\\\\Client\\\\') && is_file($file)) require $file;
});
// It writes times without their milliseconds by default.
OpenAPI\\Client\\ObjectSerializer::setDateTimeFormat('Y-m-d\\TH:i:s.vP');
function given(string $schema, string $text) {
  return OpenAPI\\Client\\ObjectSerializer::deserialize(json_decode($text), "\\\\OpenAPI\\\\Client\\\\Model\\\\$schema");
}
function see(string $name, string $tag, string $header, string $key, callable $call): void {
  $configuration = new OpenAPI\\Client\\Configuration();
  $configuration->setHost(getenv('SERVICE_URL'));
  // It asks for a key by the name of its header, not by that of the scheme.
  $configuration->setApiKey($header, $key);
  $class = "OpenAPI\\\\Client\\\\Api\\\\{$tag}Api";
  try {
    $value = $call(new $class(new GuzzleHttp\\Client(), $configuration));
    $seen = ['body' => OpenAPI\\Client\\ObjectSerializer::sanitizeForSerialization($value)];
  } catch (OpenAPI\\Client\\ApiException $error) {
    $body = $error->getResponseBody();
    $seen = ['status' => $error->getCode(), 'body' => is_string($body) ? json_decode($body) : $body];
  } catch (Throwable $error) {
    $seen = ['failed' => $error->getMessage()];
  }
  echo json_encode(['name' => $name, ...$seen]), "\\n";
}
${steps.join("\n")}
}
`;
}

export function rubyProgram(calls: readonly ProgramCall[]): string {
  const steps = calls.map(({ name, operation, path, body, credential: { asGiven } }) => {
    const schema = `OpenapiClient::${operation.schema}`;
    const json = `JSON.parse(${plainQuoted(body ?? "")}, symbolize_names: true)`;
    const given = body === undefined ? [] : [`${schema}.build_from_hash(${json})`];
    const args = [...path.map(({ value }) => plainQuoted(value)), ...given].join(", ");
    const call = `OpenapiClient::${pascal(operation.tag)}Api.new(client).${snake(operation.id)}(${args})`;
    return `see(${plainQuoted(name)}, ${plainQuoted(asGiven.value)}) { |client| ${call} }`;
  });
  return `require 'json'
require 'openapi_client'
def plain(value)
  case value
  when Hash then value.transform_values { |one| plain(one) }
  when Array then value.map { |one| plain(one) }
  when DateTime, Time then value.iso8601(3)
  else value.respond_to?(:to_hash) ? plain(value.to_hash) : value
  end
end
def see(name, key)
  configuration = OpenapiClient::Configuration.new
  configuration.scheme, configuration.host = ENV['SERVICE_URL'].split('://')
  # It asks for a key by the name of its header, not by that of the scheme.
  configuration.api_key.default = key
  begin
    seen = { body: plain(yield(OpenapiClient::ApiClient.new(configuration))) }
  rescue OpenapiClient::ApiError => error
    text = error.response_body.to_s
    seen = { status: error.code, body: text.empty? ? nil : JSON.parse(text) }
  rescue StandardError => error
    seen = { failed: error.message }
  end
  puts JSON.generate({ name: name }.merge(seen))
end
${steps.join("\n")}
`;
}

export function perlProgram(calls: readonly ProgramCall[]): string {
  const apis = [...new Set(calls.map(({ operation }) => `WWW::OpenAPIClient::${pascal(operation.tag)}Api`))];
  const schemas = [...new Set(calls.filter(({ body }) => body !== undefined).map(({ operation }) => operation.schema))];
  const steps = calls.map(({ name, operation, path, body, credential: { header, asGiven } }) => {
    const model = `WWW::OpenAPIClient::Object::${operation.schema}`;
    const given =
      body === undefined
        ? []
        : [`${snake(small(operation.schema))} => ${model}->new->from_hash(decode_json(${plainQuoted(body)}))`];
    const args = [...path.map((one) => `${snake(one.name)} => ${plainQuoted(one.value)}`), ...given].join(", ");
    const call = `WWW::OpenAPIClient::${pascal(operation.tag)}Api->new(@_)->${snake(operation.id)}(${args})`;
    return `see(${plainQuoted(name)}, ${plainQuoted(headerName(header))}, ${plainQuoted(asGiven.value)}, sub { ${call} });`;
  });
  return `use strict;
use warnings;
use JSON;
${[...apis, ...schemas.map((schema) => `WWW::OpenAPIClient::Object::${schema}`)].map((module) => `use ${module};`).join("\n")}
sub DateTime::TO_JSON { $_[0]->strftime('%Y-%m-%dT%H:%M:%S.%3NZ') }
my $json = JSON->new->utf8->canonical->convert_blessed->allow_blessed->allow_nonref;
sub see {
  my ($name, $header, $key, $call) = @_;
  my $seen = { name => $name };
  my $value = eval { $call->(base_url => $ENV{SERVICE_URL}, api_key => { $header => $key }) };
  if ($@ =~ /^API Exception\\((\\d+)\\): [^{]*(\\{.*\\})?/s) {
    $seen->{status} = $1 + 0;
    $seen->{body} = decode_json($2) if $2;
  } elsif ($@) {
    $seen->{failed} = "$@";
  } else {
    $seen->{body} = $value;
  }
  print $json->encode($seen), "\\n";
}
${steps.join("\n")}
`;
}

/** `x-key` as `X-Key`: some ask for a key by the name of its header, as it is written. */
const headerName = (header: string): string => header.replaceAll(/(^|-)[a-z]/g, (part) => part.toUpperCase());
