import { fakeSalesforce } from '@dist/connectors/fakes';
import { contract } from '@dist/connectors/testing';
import { describe, it } from 'vitest';
import { subject } from './subject.ts';

describe('the contract of connectors, by Salesforce', () => {
  for (const { name, run } of contract(subject, fakeSalesforce)) it(name, run);
});
