import type { MappingIssue } from '../issue.ts';
import { own } from '../run/own.ts';

/** What a registry is asked with. */
export type Asked = 'envelope' | 'shop' | 'outgoing';

interface Text {
  readonly path: readonly string[];
  readonly most: number;
  readonly optional?: true;
}

// Longer than any element of an envelope (ISA06 has 15 characters, GS08 12), so that a wrong one is still compared with those that are known.
const element = 35;
const name = 100;
const texts: Readonly<Record<Asked, readonly Text[]>> = {
  envelope: [
    ...['sender', 'receiver'].flatMap((role) =>
      ['qualifier', 'id'].map((part): Text => ({ path: ['interchange', role, part], most: element })),
    ),
    { path: ['interchange', 'usage'], most: element },
    ...['sender', 'receiver', 'version'].map((part): Text => ({ path: ['group', part], most: element })),
    { path: ['set'], most: name },
  ],
  shop: [
    // As long as a domain may be (RFC 1035).
    { path: ['shop'], most: 253 },
    { path: ['document'], most: name },
    { path: ['usage'], most: element, optional: true },
  ],
  outgoing: [
    { path: ['partner'], most: name },
    { path: ['document'], most: name },
    { path: ['usage'], most: element },
    ...['ours', 'unit', 'madeBy'].map((part): Text => ({ path: [part], most: name, optional: true })),
  ],
};

/**
 * An issue `message-malformed` for each part that is missing, no text, or longer than anything that is known could be: such a one is not
 * looked for, and told shortened.
 */
export function messageFaults(message: unknown, asked: Asked): MappingIssue[] {
  return texts[asked].flatMap(({ path, most, optional }) => {
    const value = path.reduce<unknown>((at, key) => own(at, key), message);
    if (optional === true && value === undefined) return [];
    if (typeof value === 'string' && value.length <= most) return [];
    const found = typeof value === 'string' ? `${value.slice(0, most)}…` : kindOf(value);
    const why = typeof value === 'string' ? `is longer than ${most} characters: ${found}` : `is ${found}, no text`;
    const expected = `a text of ${most} characters at most`;
    return [
      { code: 'message-malformed', severity: 'error', message: `${path.join('.')} ${why}`, path, expected, found },
    ];
  });
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'nothing';
  return Array.isArray(value) ? 'a list' : `of type ${typeof value}`;
}
