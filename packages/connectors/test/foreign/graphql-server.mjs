// A GraphQL server that answers by a schema (`graphql-yoga` with `@graphql-tools/mock`): node graphql-server.mjs PORT PATH SCHEMA
// The schema is SDL, or the introspection of it as .json.gz. The same query has the same answer.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const [port, path, file] = process.argv.slice(2);
const require = createRequire(join(fileURLToPath(new URL('.', import.meta.url)), 'install/package.json'));
const { buildClientSchema, buildSchema, isEnumType, isObjectType, isScalarType, printSchema } = require('graphql');
const { createYoga } = require('graphql-yoga');
const { addMocksToSchema } = require('@graphql-tools/mock');

const schema = readSchema();
const scalars = {
  Int: 1,
  Float: 1,
  Boolean: false,
  String: 'text',
  DateTime: '2026-01-01T00:00:00Z',
  Date: '2026-01-01',
  Decimal: '1.00',
  Money: '1.00',
  URL: 'https://example.com/',
  UnsignedInt64: '1',
};
const mocks = {};
for (const type of Object.values(schema.getTypeMap())) {
  const { name } = type;
  if (isScalarType(type) && name !== 'ID') mocks[name] = () => scalars[name] ?? 'text';
  if (isEnumType(type)) mocks[name] = () => type.getValues()[0].value;
  if (isObjectType(type) && !name.startsWith('__')) mocks[name] = () => objectOf(type);
}
const yoga = createYoga({
  schema: addMocksToSchema({ schema, mocks }),
  graphqlEndpoint: path,
  logging: false,
  graphiql: false,
  maskedErrors: false,
});
createServer(yoga).listen(Number(port), '127.0.0.1');

function readSchema() {
  if (!file.endsWith('.gz'))
    return buildSchema(readFileSync(file, 'utf8'), { assumeValid: true, assumeValidSDL: true });
  const { data } = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8'));
  // Mocks are laid over a schema that can be executed: one that was printed and read again.
  return buildSchema(printSchema(buildClientSchema(data, { assumeValid: true })), {
    assumeValid: true,
    assumeValidSDL: true,
  });
}

/** What must not be left to chance: a list of faults would make every write fail, and a next page would never end. */
function objectOf(type) {
  const fields = type.getFields();
  return {
    ...(fields.id && { id: `gid://shopify/${type.name}/1` }),
    ...(fields.userErrors && { userErrors: [] }),
    ...(fields.user_errors && { user_errors: [] }),
    ...(type.name === 'PageInfo' && { hasNextPage: false, hasPreviousPage: false }),
  };
}
