/**
 * A name under which a file may be sent: one file's name on every system, that no shell or server takes for something else.
 * Throws a RangeError.
 */
export function checkName(name: string): string {
  const fault = /[:*?"<>|]|[ .]$/.test(name) ? 'has a character that Windows does not allow' : faultOfName(name);
  if (fault !== undefined) throw new RangeError(`A file cannot be sent under its name: it ${fault}`);
  return name;
}

/** Why a file that has come cannot be kept under its name; undefined when it can. */
export function faultOfName(name: string): string | undefined {
  if (name === '') return 'is empty';
  if (/[/\\]/.test(name)) return 'leads into another folder';
  if (name.startsWith('.')) return 'starts with a point';
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(name)) return 'has a control character';
  // What is decoded to this character can not be asked for again.
  if (name.includes('\uFFFD')) return 'is not UTF-8';
  // The instant, reader and number of a claim come before it, and systems allow 255 bytes.
  if (new TextEncoder().encode(name).length > longest) return `has more than ${longest} bytes`;
  return undefined;
}

const longest = 160;
