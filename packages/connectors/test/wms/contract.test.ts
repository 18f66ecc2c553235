import { fakeWms } from '@dist/connectors/fakes';
import { contract } from '@dist/connectors/testing';
import { describe, it } from 'vitest';
import { subject } from './subject.ts';

describe('the contract of connectors, by a warehouse', () => {
  for (const { name, run } of contract(subject, fakeWms)) it(name, run);
});
