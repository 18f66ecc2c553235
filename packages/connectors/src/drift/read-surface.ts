import { edmxSurface } from './edmx-surface.ts';
import { graphqlSurface } from './graphql-surface.ts';
import { isJsonNode } from './json-node.ts';
import { openApiSurface } from './open-api-surface.ts';
import { readEdmx } from './read-edmx.ts';
import { readIntrospection } from './read-introspection.ts';
import { readSdl } from './read-sdl.ts';
import type { Surface } from './surface.ts';

/** The largest description that is read, in characters. */
export const largestDescription = 64 * 1024 * 1024;

/**
 * Reads a description, whose notation it tells by what stands in it: OpenAPI 3 and Swagger 2 in JSON, the answer of an
 * introspection query, GraphQL's schema language, or the EDMX of OData 2 and 4.
 * Throws a TypeError that says what is expected where it is none of them or has no operation, and a RangeError where it is too
 * large.
 */
export function readSurface(text: string): Surface {
  const surface = surfaceOf(text);
  // From an empty file to anything nothing breaks: who compares that has compared nothing.
  if (surface.size === 0) throw new TypeError('a description with at least one operation is expected');
  return surface;
}

function surfaceOf(text: string): Surface {
  if (text.length > largestDescription)
    throw new RangeError(`a description of at most ${largestDescription} characters is read`);
  const bare = text.replace(/^\uFEFF/, '').trimStart();
  if (bare.startsWith('<')) return edmxSurface(readEdmx(bare));
  if (!bare.startsWith('{')) return graphqlSurface(readSdl(bare));
  const document = parsed(bare);
  if (!isJsonNode(document)) throw new TypeError('a JSON object is expected');
  if (document['openapi'] !== undefined || document['swagger'] !== undefined) return openApiSurface(document);
  if (document['data'] !== undefined || document['__schema'] !== undefined)
    return graphqlSurface(readIntrospection(document));
  throw new TypeError('expected is a JSON document with openapi, swagger, or __schema');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new TypeError(`JSON is expected: ${error instanceof Error ? error.message : String(error)}`);
  }
}
