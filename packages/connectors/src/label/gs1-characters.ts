import type { ElementString } from './element-string.ts';

/** A character of a Code 128 symbol besides the bars of start, check and stop. */
type Character = { readonly subset: 'B' | 'C'; readonly text: string } | { readonly change: 'B' | 'C' };

/**
 * The characters of a GS1-128 symbol for one element string: which subset it begins in, and where it changes. Runs of digits go
 * by twos in subset C where that saves characters (ISO/IEC 15417 Annex E): at the beginning four or more, all of them where
 * there are only digits of an even number; inside six or more, at the end four or more.
 */
export function gs1Characters({ ai, data }: ElementString): {
  readonly start: 'B' | 'C';
  readonly characters: readonly Character[];
} {
  const text = ai + data;
  const characters: Character[] = [];
  const first = digitsAt(text, 0);
  const start = first >= 4 || first === text.length ? 'C' : 'B';
  let subset: 'B' | 'C' = start;
  for (let at = 0; at < text.length; ) {
    const digits = digitsAt(text, at);
    const isEnd = at + digits === text.length;
    if (subset === 'B' && digits >= (isEnd ? 4 : 6) && digits % 2 === 0) {
      subset = 'C';
      characters.push({ change: 'C' });
    } else if (subset === 'C' && digits < 2) {
      subset = 'B';
      characters.push({ change: 'B' });
    }
    const length = subset === 'C' ? 2 : 1;
    characters.push({ subset, text: text.slice(at, at + length) });
    at += length;
  }
  return { start, characters };
}

function digitsAt(text: string, from: number): number {
  return /^\d*/.exec(text.slice(from))?.[0].length ?? 0;
}

/** How many modules wide a symbol is, without its quiet zones: start, FNC1, characters, check and stop. */
export function gs1Modules(element: ElementString): number {
  return 11 * (gs1Characters(element).characters.length + 3) + 13;
}
