import type { StoredDocument } from '@dist/orchestration/runtime';
import { type AnnotatedX12, annotateX12 } from './annotate-x12.ts';

/** A document with its bytes as text, and what they say. */
export interface DocumentView {
  readonly key: string;
  readonly direction: 'in' | 'out';
  readonly partner: string;
  readonly type: string;
  readonly name: string;
  readonly at: string;
  /** Of its bytes. */
  readonly size: number;
  /** The text, in pieces: those that an issue is about are marked. */
  readonly text: readonly TextPiece[];
  /** Whether `text` was laid out anew for reading, as JSON is. */
  readonly isLaidOut: boolean;
  /** Of X12 alone. */
  readonly annotated?: AnnotatedX12 | undefined;
}

/** A part of a text. */
export interface TextPiece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** A larger document is not shown. */
export const mostBytes = 1_000_000;

/** What is shown of a document of at most `mostBytes`. */
export function documentView(document: StoredDocument): DocumentView {
  const { key, direction, partner, type, name, at, bytes } = document;
  const about = { key, direction, partner, type, name, at, size: bytes.length };
  if (new TextDecoder().decode(bytes.subarray(0, 3)) === 'ISA') {
    const annotated = annotateX12(bytes);
    return { ...about, text: marked(bytes, annotated), isLaidOut: false, annotated };
  }
  const text = new TextDecoder().decode(bytes);
  const json = laidOut(text);
  return { ...about, text: [{ text: json ?? text, isMarked: false }], isLaidOut: json !== undefined };
}

/** The bytes, cut where an issue begins and ends; of issues that overlap the first is marked. */
function marked(bytes: Uint8Array, { segments, issues }: AnnotatedX12): readonly TextPiece[] {
  const all = [...issues, ...segments.flatMap((segment) => segment.issues)].sort((a, b) => a.offset - b.offset);
  const decoder = new TextDecoder();
  const pieces: TextPiece[] = [];
  let end = 0;
  const take = (to: number, isMarked: boolean) => {
    if (to > end) pieces.push({ text: decoder.decode(bytes.subarray(end, to)), isMarked });
    end = Math.max(end, to);
  };
  for (const { offset, length } of all) {
    if (length === 0 || offset < end) continue;
    take(offset, false);
    take(Math.min(offset + length, bytes.length), true);
  }
  take(bytes.length, false);
  return pieces;
}

function laidOut(text: string): string | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return undefined;
  }
}
