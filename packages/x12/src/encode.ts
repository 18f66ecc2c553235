import type { Definition } from './definition/definition.ts';
import { encodeDocument } from './encode/encode-document.ts';
import type { Segment } from './envelope/interchange.ts';
import type { Result } from './result.ts';

/**
 * The segments of a typed document, in the order of the standard, without ST and SE. Levels (HL) are numbered where the
 * document leaves it open. What is made is checked as if it had come in, so that nothing is written that would not be
 * accepted: bad data gives issues whose `path` names the place in the document, never a throw.
 */
export function encode<Document>(definition: Definition<string, Document>, document: Document): Result<Segment[]> {
  const { segments, issues } = encodeDocument(definition, document);
  if (issues.some(({ severity }) => severity === 'error')) return { ok: false, partial: segments, issues };
  return { ok: true, value: segments, issues };
}
