import { readFileSync } from 'node:fs';
import type { StoredDocument } from '@dist/orchestration/runtime';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { documentRoutes } from '../src/document/document-routes.ts';
import { documentView, mostBytes } from '../src/document/document-view.ts';
import { developer, type TowerEnv } from '../src/server/user.ts';

const samples = new URL('../../order-to-cash/samples/', import.meta.url);
const received = (name: string) => documentOf(readFileSync(new URL(name, samples)));

function documentOf(bytes: Uint8Array): StoredDocument {
  const about = { key: 'in/1', direction: 'in', partner: 'northfield', type: '850', name: 'one' } as const;
  return { ...about, bytes, hash: '', controlNumbers: [], at: '2026-03-02T08:00:00.000Z' };
}

const textOf = (bytes: Uint8Array) =>
  documentView(documentOf(bytes))
    .text.map(({ text }) => text)
    .join('');

const encode = (text: string) => new TextEncoder().encode(text);

describe('a document', () => {
  it('of X12 is read with the names of its segments and elements', () => {
    const { annotated } = documentView(received('northfield-850-001.edi'));
    expect(annotated?.segments.map(({ id }) => id).slice(0, 4)).toEqual(['ISA', 'GS', 'ST', 'BEG']);
    const beginning = annotated?.segments.find(({ id }) => id === 'BEG');
    expect(beginning?.name).toMatch(/purchase order/i);
    expect(beginning?.elements).toContainEqual(
      expect.objectContaining({ designator: 'BEG03', name: 'purchase order number' }),
    );
  });

  it('that is wrong says where, in its text and at its segment', () => {
    const { annotated, text } = documentView(received('harborline-850-002-malformed.edi'));
    const issues = annotated?.segments.flatMap((segment) => segment.issues) ?? [];
    expect(issues.length).toBeGreaterThan(0);
    expect(text.some(({ isMarked }) => isMarked)).toBe(true);
  });

  it.each([
    ['X12', readFileSync(new URL('northfield-850-001.edi', samples))],
    ['X12 with faults', readFileSync(new URL('harborline-850-002-malformed.edi', samples))],
    ['X12 that ends early', encode('ISA*00*')],
    ['what is no JSON', encode('{"order": ')],
    ['nothing', encode('')],
  ])('of %s keeps its text, byte for byte', (_, bytes) => {
    expect(textOf(bytes)).toBe(new TextDecoder().decode(bytes));
  });

  it('of JSON is laid out for reading', () => {
    expect(textOf(encode('{"a":1}'))).toBe('{\n  "a": 1\n}');
  });
});

describe('over HTTP', () => {
  const ask = async (document: StoredDocument | undefined, query: string, role: 'viewer' | 'operator' = 'operator') => {
    const app = new Hono<TowerEnv>().use(async (context, next) => {
      context.set('user', { ...developer, role });
      await next();
    });
    app.route('/document', documentRoutes({ document: async () => document }));
    return app.request(`/document${query}`);
  };
  const order = received('northfield-850-001.edi');

  it.each([
    ['a document is told to an operator', order, '?key=in/1', 'operator', 200],
    ['a document is not told to who only looks', order, '?key=in/1', 'viewer', 403],
    ['a document that is not there is said to be none', undefined, '?key=in/2', 'operator', 404],
    ['a question without a key is refused', order, '', 'operator', 400],
    [
      'a document of too many bytes is refused',
      documentOf(new Uint8Array(mostBytes + 1)),
      '?key=in/1',
      'operator',
      413,
    ],
  ] as const)('%s', async (_, document, query, role, status) => {
    expect((await ask(document, query, role)).status).toBe(status);
  });
});
