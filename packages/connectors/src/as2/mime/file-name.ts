import { readHeaderValue } from './header-value.ts';
import type { MimeEntity } from './mime-entity.ts';

/**
 * The name of a file that an entity tells (RFC 2183 §2.3, or `name` of its type; RFC 2231 §4 for other scripts): the last part
 * of a path, without control characters, at most 255 characters. It is a partner's word: never a place to write to.
 */
export function fileNameOf({ fields }: Pick<MimeEntity, 'fields'>): string | undefined {
  const disposition = readHeaderValue(fields.get('content-disposition') ?? '').parameters;
  const type = readHeaderValue(fields.get('content-type') ?? '').parameters;
  const told = decodeExtended(disposition.get('filename*')) ?? disposition.get('filename') ?? type.get('name');
  const name = told
    ?.slice(-1000)
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .slice(0, 255);
  return name === undefined || /^\.*$/.test(name) ? undefined : name;
}

/** The value of a Content-Disposition that carries a name, in any script. */
export function attachmentNamed(name: string): string {
  if (/^[A-Za-z0-9._~ +@=-]{1,200}$/.test(name)) return `attachment; filename="${name}"`;
  const encoded = encodeURIComponent(name.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename*=UTF-8''${encoded}`;
}

function decodeExtended(text: string | undefined): string | undefined {
  const [, encoded] = /^utf-8'[^']*'(.*)$/i.exec(text ?? '') ?? [];
  if (encoded === undefined) return undefined;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}
