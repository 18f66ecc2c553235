import type { Answer, Question } from './messages.ts';
import type { Settings } from './settings.ts';

/** What the page is told; each with the number of the question. */
export type Listener = (answer: Answer) => void;

/** The worker, started when it is first asked, and ended and started again when what it does is no longer wanted. */
export class Reader {
  #worker: Worker | undefined;
  #id = 0;
  #isBusy = false;
  readonly #listen: Listener;

  constructor(listen: Listener) {
    this.#listen = listen;
  }

  /** What was being read is given up. */
  readFile(bytes: Uint8Array, settings: Settings): void {
    if (this.#isBusy) this.stop();
    this.#ask({ kind: 'file', id: ++this.#id, bytes, settings });
  }

  readSet(index: number, settings: Settings): void {
    this.#ask({ kind: 'set', id: ++this.#id, index, settings });
  }

  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#isBusy = false;
  }

  #ask(question: Question): void {
    this.#worker ??= this.#start();
    this.#isBusy = true;
    this.#worker.postMessage(question);
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'playground' });
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      // What was asked before is no longer wanted.
      if (data.id !== this.#id) return;
      if (data.kind !== 'progress') this.#isBusy = false;
      this.#listen(data);
    };
    worker.onerror = ({ message }) =>
      this.#listen({
        kind: 'failed',
        id: this.#id,
        words: message || 'The reader could not be loaded: is the site reachable?',
      });
    return worker;
  }
}
