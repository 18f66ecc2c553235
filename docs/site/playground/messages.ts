import type { FileAnswer } from './file-answer.ts';
import type { SetAnswer } from './set-answer.ts';
import type { Settings } from './settings.ts';

/** What the page asks the worker; `id` counts the questions, so that an old answer is known as one. */
export type Question =
  | { readonly kind: 'file'; readonly id: number; readonly bytes: Uint8Array; readonly settings: Settings }
  | { readonly kind: 'set'; readonly id: number; readonly index: number; readonly settings: Settings };

export type Answer =
  | { readonly kind: 'progress'; readonly id: number; readonly words: string; readonly done: number }
  | { readonly kind: 'file'; readonly id: number; readonly answer: FileAnswer }
  | { readonly kind: 'set'; readonly id: number; readonly answer: SetAnswer | undefined }
  | { readonly kind: 'failed'; readonly id: number; readonly words: string };
