import { isJsonNode, type JsonNode, jsonList, jsonNode, jsonNodes } from './json-node.ts';
import { objectShape } from './object-shape.ts';
import { SchemaShapes } from './schema-shapes.ts';
import type { FieldShape, OperationShape, Surface } from './surface.ts';

const methods = ['get', 'post', 'put', 'patch', 'delete', 'head'];

/** What an OpenAPI 3 or Swagger 2 document offers. */
export function openApiSurface(document: JsonNode): Surface {
  const shapes = new SchemaShapes(document);
  const follow = (value: unknown) => shapes.follow(value);
  const surface = new Map<string, OperationShape>();
  for (const [path, item] of jsonNodes(document['paths']))
    for (const method of methods) {
      const operation = item[method];
      if (!isJsonNode(operation)) continue;
      const name = `${method.toUpperCase()} ${path}`;
      const parameters = [...jsonList(item['parameters']), ...jsonList(operation['parameters'])].map(follow);
      const inPlace = (place: string) =>
        objectShape(`${name} ${place}`, fieldsOf(parameters.filter((one) => one['in'] === place)));
      const body = bodyOf(operation, parameters, follow);
      const answer = answerOf(operation, follow);
      surface.set(name, {
        deprecated: operation['deprecated'] === true,
        query: inPlace('query'),
        headers: inPlace('header'),
        sends:
          body.form !== undefined
            ? objectShape(`${name} form`, fieldsOf(body.form))
            : body.schema && shapes.of(body.schema),
        mustSend: body.required,
        reads: answer && shapes.of(answer),
      });
    }
  return surface;

  function fieldsOf(parameters: readonly JsonNode[]): ReadonlyMap<string, FieldShape> {
    return new Map(
      parameters.map((one) => [
        String(one['name']),
        {
          required: one['required'] === true,
          deprecated: one['deprecated'] === true,
          value: () => shapes.of(isJsonNode(one['schema']) ? one['schema'] : withoutPlace(one)),
        },
      ]),
    );
  }
}

/** Swagger 2 writes the type of a parameter beside its name; `required` there is of the parameter. */
function withoutPlace(parameter: JsonNode): JsonNode {
  const { name: _name, in: _in, required: _required, ...schema } = parameter;
  return schema;
}

interface Body {
  readonly required: boolean;
  readonly schema?: JsonNode | undefined;
  readonly form?: readonly JsonNode[] | undefined;
}

function bodyOf(operation: JsonNode, parameters: readonly JsonNode[], follow: (value: unknown) => JsonNode): Body {
  if (operation['requestBody'] !== undefined) {
    const body = follow(operation['requestBody']);
    return { required: body['required'] === true, schema: mediaSchema(body) };
  }
  const form = parameters.filter((one) => one['in'] === 'formData');
  if (form.length > 0) return { required: form.some((one) => one['required'] === true), form };
  const body = parameters.find((one) => one['in'] === 'body');
  return { required: body?.['required'] === true, schema: isJsonNode(body?.['schema']) ? body['schema'] : undefined };
}

/** Of the first success that has a body. */
function answerOf(operation: JsonNode, follow: (value: unknown) => JsonNode): JsonNode | undefined {
  const successes = jsonNodes(operation['responses']).filter(([status]) => /^2/.test(status));
  const schemas = successes.map(([, response]) => {
    const followed = follow(response);
    return isJsonNode(followed['schema']) ? followed['schema'] : mediaSchema(followed);
  });
  return schemas.find((schema) => schema !== undefined);
}

function mediaSchema(node: JsonNode): JsonNode | undefined {
  const media = jsonNodes(node['content']);
  const [, chosen] = media.find(([type]) => /json/.test(type)) ?? media[0] ?? [];
  const schema = jsonNode(chosen)['schema'];
  return isJsonNode(schema) ? schema : undefined;
}
