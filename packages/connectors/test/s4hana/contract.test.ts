import { fakeS4hana } from '@dist/connectors/fakes';
import { contract } from '@dist/connectors/testing';
import { describe, it } from 'vitest';
import { subject } from './subject.ts';

describe('the contract of connectors, by S/4HANA', () => {
  for (const { name, run } of contract(subject, fakeS4hana)) it(name, run);
});
