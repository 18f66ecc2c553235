import type { Codec } from '../codec/codec.ts';
import { Failure } from './failure.ts';
import type { System } from './system.ts';

/** Codecs by name, as maps name them. */
export type Codecs = Readonly<Record<string, Codec>>;

/**
 * The codecs of a module: of every export that is an object of codecs, `vendorCodecs` of `@dist/connectors/codecs` for instance.
 * @throws Failure when there is no such module, or no codec in it.
 */
export async function givenCodecs(name: string | undefined, system: System): Promise<Codecs | undefined> {
  if (name === undefined) return undefined;
  const exported = Object.values(await system.moduleOf(name)).filter(isCodecs);
  if (exported.length === 0) {
    throw new Failure(
      `${name} exports no codecs: expected an object { "NAME": { decode, encode, native, canonical } }`,
    );
  }
  return Object.assign(Object.create(null), ...exported);
}

function isCodecs(value: unknown): value is Codecs {
  return isObject(value) && Object.keys(value).length > 0 && Object.values(value).every(isCodec);
}

function isCodec(value: unknown): value is Codec {
  return isObject(value) && typeof value['decode'] === 'function' && typeof value['encode'] === 'function';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
