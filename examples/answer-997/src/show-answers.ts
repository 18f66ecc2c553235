import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answer } from './answer.ts';

const samples = ['good.edi', 'partly-wrong.edi', 'cut-off.edi', 'not-x12.csv'];

/** Answers each sample and prints what is sent back, one segment a line. */
export function showAnswers(folder: string, print: (line: string) => void): void {
  let last = 0;
  const nextControlNumber = () => String(++last).padStart(9, '0');
  for (const sample of samples) {
    const { files, told } = answer(readFileSync(join(folder, sample)), {
      nextControlNumber,
      at: new Date('2026-03-02T09:00:00Z'),
    });
    for (const sentence of told) print(`${sample}: ${sentence}`);
    for (const file of files)
      for (const segment of new TextDecoder().decode(file).match(/[^~]+~/g) ?? []) print(`  ${segment}`);
  }
}
