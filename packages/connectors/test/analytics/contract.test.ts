import { fakeCollector } from '@dist/connectors/fakes';
import { contract } from '@dist/connectors/testing';
import { describe, it } from 'vitest';
import { eventsIn, otlp, subjectOf } from './subject.ts';

describe.each([
  ['OTLP', otlp],
  ['CloudEvents in batches', eventsIn('batch')],
  ['CloudEvents, structured', eventsIn('structured')],
  ['CloudEvents, binary', eventsIn('binary')],
])('the contract of connectors, by a collector of %s', (_, form) => {
  for (const { name, run } of contract(subjectOf(form), fakeCollector)) it(name, run);
});
