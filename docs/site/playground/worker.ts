// Reads beside the page, so that it stays responsive, and can be ended at any moment. It keeps the file that was read last.
import type { ReceivedFile } from '@dist/x12';
import { answerFile } from './answer-file.ts';
import { answerSet } from './answer-set.ts';
import type { Answer, Question } from './messages.ts';
import { siteParts } from './site-parts.ts';

let file: ReceivedFile | undefined;

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  answer(data).then(send, (error: unknown) =>
    send({ kind: 'failed', id: data.id, words: error instanceof Error ? error.message : String(error) }),
  );
});

async function answer(question: Question): Promise<Answer> {
  const { id, settings } = question;
  if (question.kind === 'set') {
    const found = file && (await answerSet(file, question.index, settings, siteParts));
    return { kind: 'set', id, answer: found };
  }
  file = undefined;
  const progress = (words: string, done: number) => send({ kind: 'progress', id, words, done });
  const read = await answerFile(question.bytes, settings, { parts: siteParts, at: new Date(), progress });
  file = read.file;
  return { kind: 'file', id, answer: read.answer };
}

function send(answer: Answer): void {
  postMessage(answer);
}
