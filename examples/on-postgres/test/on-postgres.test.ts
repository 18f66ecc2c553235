import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Journal, memoryJournal } from '@dist/orchestration/runtime';
import { describe, expect, it } from 'vitest';
import { databaseUrl } from '../src/database-url.ts';
import { demonstrate } from '../src/demonstrate.ts';

async function shown(change: (journal: Journal) => Partial<Journal> = () => ({})): Promise<string> {
  const journal = memoryJournal();
  const lines: string[] = [];
  const open = async () => ({ ...journal, ...change(journal), close: async () => undefined });
  await demonstrate({ open, print: (line) => lines.push(line) });
  return lines.join('\n');
}

describe('orders of several processes', () => {
  it('print what the README shows, on a journal in memory as well', async () => {
    const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
    expect(readme).toContain(`\`\`\`text\n${await shown()}\n\`\`\``);
  });

  it('on claims that do not last go out twice as documents, and never as orders of the ERP: those are looked up first', async () => {
    const text = await shown((journal) => ({ claim: (request) => journal.claim({ ...request, lease: 0 }) }));
    expect(text).toMatch(/(northfield\/4714\/855), \1/);
    expect(text).toContain('the ERP has 6 orders, 6 of them different');
  });

  it.each([{}, { DATABASE_URL: '' }])(
    'need a database: of the environment %j it is said how to get one',
    (environment) => {
      expect(() => databaseUrl(environment)).toThrow('DATABASE_URL=postgresql://');
      expect(databaseUrl({ DATABASE_URL: 'postgresql:///sample' })).toBe('postgresql:///sample');
    },
  );
});
