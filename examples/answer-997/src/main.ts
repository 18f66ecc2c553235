// npm --silent --prefix examples/answer-997 start: what goes back for each sample.
import { join } from 'node:path';
import { showAnswers } from './show-answers.ts';

showAnswers(join(import.meta.dirname, '../samples'), (line) => process.stdout.write(`${line}\n`));
