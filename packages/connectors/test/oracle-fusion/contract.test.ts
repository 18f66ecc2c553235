import { fakeOracleFusion } from '@dist/connectors/fakes';
import { contract } from '@dist/connectors/testing';
import { describe, it } from 'vitest';
import { subject } from './subject.ts';

describe('the contract of connectors, by Oracle Fusion', () => {
  for (const { name, run } of contract(subject, fakeOracleFusion)) it(name, run);
});
