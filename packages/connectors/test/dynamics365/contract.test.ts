import { fakeDynamics365 } from '@dist/connectors/fakes';
import { contract } from '@dist/connectors/testing';
import { describe, it } from 'vitest';
import { subject } from './subject.ts';

describe('the contract of connectors, by Dynamics 365', () => {
  for (const { name, run } of contract(subject, fakeDynamics365)) it(name, run);
});
