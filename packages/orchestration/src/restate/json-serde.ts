import type { RestateSerde } from './restate-sdk.ts';

/** JSON in UTF-8, for calls that Restate makes between handlers. */
export function jsonSerde<Value>(): RestateSerde<Value> {
  return {
    contentType: 'application/json',
    serialize: (value) => new TextEncoder().encode(JSON.stringify(value)),
    deserialize: (data) => JSON.parse(new TextDecoder().decode(data)) as Value,
  };
}
