import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '@dist/x12';
import { functionalAcknowledgment997 } from '@dist/x12/004010';
import { describe, expect, it } from 'vitest';
import { answer } from '../src/answer.ts';
import { showAnswers } from '../src/show-answers.ts';

const here = join(import.meta.dirname, '..');
const sample = (name: string) => readFileSync(join(here, 'samples', name), 'utf8');

/** The answer's file, read as the partner reads it. */
function backFrom(text: string) {
  let last = 0;
  const settings = { nextControlNumber: () => String(++last).padStart(9, '0'), at: new Date('2026-03-02T09:00:00Z') };
  const { files, told } = answer(text, settings);
  const received = files.map((file) => read(file, { sets: [functionalAcknowledgment997] }));
  return { told, received, texts: files.map((file) => new TextDecoder().decode(file)) };
}

describe('the answer', () => {
  it('to each sample is what the README shows', () => {
    const lines: string[] = [];
    showAnswers(join(here, 'samples'), (line) => lines.push(line));
    expect(readFileSync(join(here, 'README.md'), 'utf8')).toContain(`\`\`\`text\n${lines.join('\n')}\n\`\`\``);
  });

  it.each([
    ['a good file', 'good.edi', ['TA1*000000061*260302*0815*A*000'], ['AK9*A*1*1*1']],
    ['a partly wrong file', 'partly-wrong.edi', ['TA1*000000062*260302*0820*A*000'], ['AK9*P*2*2*1']],
    ['a file that was cut off', 'cut-off.edi', ['TA1*000000063*260302*0825*R*023'], []],
  ])('to %s has its verdicts', (_, name, ta1, ak9) => {
    const { texts } = backFrom(sample(name));
    expect(texts.flatMap((text) => text.match(/TA1[^~]*/g) ?? [])).toEqual(ta1);
    expect(texts.flatMap((text) => text.match(/AK9[^~]*/g) ?? [])).toEqual(ak9);
  });

  it('is itself X12 without an issue', () => {
    for (const name of ['good.edi', 'partly-wrong.edi', 'cut-off.edi'])
      expect(backFrom(sample(name)).received.flatMap(({ issues }) => issues)).toEqual([]);
  });

  it('tells the partner where each fault is', () => {
    const { texts } = backFrom(sample('partly-wrong.edi'));
    expect(texts.flatMap((text) => text.match(/AK[34][^~]*/g) ?? [])).toEqual([
      'AK3*BEG*2**8',
      'AK4*5*373*8*20260231',
      'AK3*PO1*4**8',
      'AK4*2*330*6*2O',
    ]);
  });

  it('needs no TA1 where the sender asks for none', () => {
    const { texts } = backFrom(sample('good.edi').replace('*1*T*>', '*0*T*>'));
    expect(texts.join('')).not.toContain('TA1*');
    expect(texts.join('')).toContain('AK9*A*1*1*1');
  });

  it('to a file of two interchanges are two, each with a number of its own', () => {
    const { texts, told } = backFrom(sample('good.edi') + sample('partly-wrong.edi'));
    expect(texts.map((text) => text.match(/IEA\*1\*(\d+)/)?.[1])).toEqual(['000000001', '000000002']);
    expect(told.length).toBe(2);
  });

  it('to a file that is no X12 is a sentence for a person', () => {
    expect(backFrom(sample('not-x12.csv'))).toMatchObject({
      texts: [],
      told: ['There is nobody to answer: 35 bytes belong to no interchange'],
    });
  });
});
