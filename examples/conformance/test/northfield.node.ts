// The same with the test runner of Node.
import { join } from 'node:path';
import { test } from 'node:test';
import { conformance } from '@dist/mapping/testing';
import { partnerFolder, partnerTexts } from '../src/partner-folder.ts';

const northfield = partnerFolder(partnerTexts(join(import.meta.dirname, '../northfield')));

for (const { name, run } of conformance(northfield, { runs: 5 })) test(name, run);
