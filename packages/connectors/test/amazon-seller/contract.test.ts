import { fakeAmazonSeller } from '@dist/connectors/fakes';
import { contract } from '@dist/connectors/testing';
import { describe, it } from 'vitest';
import { subject } from './subject.ts';

describe('the contract of connectors, by Amazon Seller', () => {
  for (const { name, run } of contract(subject, fakeAmazonSeller)) it(name, run);
});
