import { fakeAcumatica } from '@dist/connectors/fakes';
import { contract } from '@dist/connectors/testing';
import { describe, it } from 'vitest';
import { application, signIn, subjectOf } from './subject.ts';

describe('the contract of connectors, by Acumatica with a connected application', () => {
  for (const { name, run } of contract(subjectOf(application), fakeAcumatica)) it(name, run);
});

describe('the contract of connectors, by Acumatica with a session', () => {
  for (const { name, run } of contract(subjectOf(signIn), fakeAcumatica)) it(name, run);
});
