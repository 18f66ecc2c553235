import { fakeBusinessCentral } from '@dist/connectors/fakes';
import { contract } from '@dist/connectors/testing';
import { describe, it } from 'vitest';
import { subject } from './subject.ts';

describe('the contract of connectors, by Business Central', () => {
  for (const { name, run } of contract(subject, () => fakeBusinessCentral())) it(name, run);
});
