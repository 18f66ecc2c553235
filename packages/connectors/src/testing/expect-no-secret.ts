import { expectThat } from './expect-that.ts';

/**
 * Throws when a secret stands in something that will be logged or stored, without repeating it: as it is, percent-encoded,
 * or in Base64, by itself or with something before it.
 */
export function expectNoSecret(found: unknown, secret = ''): void {
  const shown = JSON.stringify(found) ?? '';
  const forms = formsOf(secret).filter((form) => shown.includes(form));
  expectThat(
    forms.length === 0,
    'no secret in an outcome (it is shown as *** here)',
    forms.reduce((text, form) => text.replaceAll(form, '***'), shown),
  );
}

function formsOf(secret: string): readonly string[] {
  if (secret === '') return [];
  const percent = encodeURIComponent(secret);
  const plain = [JSON.stringify(secret).slice(1, -1), percent, percent.replace(/%../g, (sign) => sign.toLowerCase())];
  const base64 = [0, 1, 2].map((before) => base64Of(secret, before)).filter((text) => text.length >= 4);
  return [...plain, ...base64, ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))];
}

/** What Base64 is of a text after so many other bytes, without the signs that those around it have a part in. */
function base64Of(text: string, before: number): string {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte));
  const whole = btoa(`${'\0'.repeat(before)}${bytes.join('')}`);
  const ours = whole.slice(Math.ceil((before * 8) / 6));
  return ours.replace(/.=+$/, '');
}
