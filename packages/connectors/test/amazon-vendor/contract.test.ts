import { fakeAmazonVendor } from '@dist/connectors/fakes';
import { contract } from '@dist/connectors/testing';
import { describe, it } from 'vitest';
import { subject } from './subject.ts';

describe('the contract of connectors, by Amazon Vendor', () => {
  for (const { name, run } of contract(subject, fakeAmazonVendor)) it(name, run);
});
