import { type DocumentName, jsonSchema, jsonSchemas } from '@dist/canonical/json-schema';
import * as testing from '@dist/canonical/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { everyDocument } from './data/every-document.ts';
import { at } from './sample.ts';

describe.each(Object.entries(everyDocument))('the JSON Schema of %s', (name, { schema, sample: document }) => {
  const published = jsonSchema(name as DocumentName);

  it('is of draft 2020-12, bears its name and allows no other field', () => {
    expect(published).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: name,
      type: 'object',
      additionalProperties: false,
    });
    expect(JSON.parse(JSON.stringify(published))).toEqual(published);
  });

  it('takes and refuses what the schema does', () => {
    const read = z.fromJSONSchema(published as Parameters<typeof z.fromJSONSchema>[0]);
    const wrong = Object.keys(document).flatMap((field) => [undefined, 7].map((value) => at(document, [field], value)));
    const extra = { ...document, colour: 'red' };
    for (const one of [document, ...wrong, extra])
      expect(read.safeParse(one).success).toBe(schema.safeParse(one).success);
  });
});

it('there is one for every document, new each time', () => {
  expect(Object.keys(jsonSchemas())).toEqual(Object.keys(everyDocument));
  expect(jsonSchema('Order')).toEqual(jsonSchemas().Order);
  expect(jsonSchema('Order')).not.toBe(jsonSchema('Order'));
});

it('takes every order that is valid', () => {
  const read = z.fromJSONSchema(jsonSchema('Order') as Parameters<typeof z.fromJSONSchema>[0]);
  fc.assert(
    fc.property(testing.order(), (one) => {
      expect(read.safeParse(one).success).toBe(true);
    }),
  );
});
