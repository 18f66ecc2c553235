import type { CompiledMap } from '@dist/mapping';
import type { EffectOf } from '@dist/orchestration';
import type { GatewayPartner } from './partner-directory.ts';
import { refusedDocument, type SendFailure, sendFailure } from './send-failure.ts';

/** A document as the partner's map writes it. */
export interface MappedDocument {
  readonly native: unknown;
}

/** Maps the content of a document for its partner. */
export function mapDocument(
  { maps }: Pick<GatewayPartner, 'maps'>,
  { body }: EffectOf<'document.send'>,
): MappedDocument | SendFailure {
  switch (body.document) {
    case '855':
      return mapped(body, maps['855'], body.content);
    case '856':
      return mapped(body, maps['856'], body.content);
    case '810':
      return mapped(body, maps['810'], body.content);
    case '865':
      return mapped(body, maps['865'], body.content);
  }
}

function mapped<Native, Canonical>(
  { partner, document }: EffectOf<'document.send'>['body'],
  map: CompiledMap<Native, Canonical> | undefined,
  content: Canonical,
): MappedDocument | SendFailure {
  if (map === undefined) return sendFailure('configuration', 'no-map', `${partner} has no map for an ${document}.`);
  const { value, issues } = map.write(content);
  return value === undefined ? refusedDocument(document, issues) : { native: value };
}
