import { join } from 'node:path';
import { conformance } from '@dist/mapping/testing';
import { describe, it } from 'vitest';
import { partnerFolder, partnerTexts } from '../src/partner-folder.ts';

const northfield = partnerFolder(partnerTexts(join(import.meta.dirname, '../northfield')));

describe('northfield', () => {
  it.each(conformance(northfield, { runs: 5 }))('$name', ({ run }) => run());
});
