import { failure } from '@dist/connectors';
import { describe, expect, it } from 'vitest';
import { putDocument } from '../../src/gateway/put-document.ts';

const bytes = new Uint8Array([1]);
const failing = (error: unknown) => ({ put: () => Promise.reject(error) });
const told = (name: 'conflict' | 'auth' | 'unavailable') =>
  Object.assign(new Error('no'), { failure: failure(name, 'no') });

describe('a document that a transport does not take', () => {
  it.each([
    ['because it cannot be reached is tried again', told('unavailable'), 'transport'],
    ['because another has the same name is a fault of the set-up too', told('conflict'), 'configuration'],
    ['because the key is wrong is a fault of the set-up', told('auth'), 'configuration'],
  ])('%s', async (_, error, expected) => {
    expect(await putDocument(failing(error), 'a', bytes)).toMatchObject({ failure: { class: expected } });
  });

  it.each([
    ['an error that says nothing', new Error('what')],
    ['an error with another failure', Object.assign(new Error('what'), { failure: 'x' })],
    ['an error of a class that there is not', Object.assign(new Error('what'), { failure: { class: 'toString' } })],
    ['no error at all', 'what'],
  ])('%s is thrown on', async (_, error) => {
    await expect(putDocument(failing(error), 'a', bytes)).rejects.toBe(error);
  });

  it('is there where nothing is thrown', async () => {
    expect(await putDocument({ put: async () => undefined }, 'a', bytes)).toBeUndefined();
  });
});
