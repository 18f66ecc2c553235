import { type Sequence, type StateDiagram, sequenceOf, toSvg } from '@dist/orchestration/pictures';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { fullStory, told } from '../telemetry/told.ts';

/** Reads an SVG as XML 1.0 with namespaces, strictly; its elements and its texts. */
function parsed(svg: string) {
  const elements: { name: string; uri: string; attributes: Record<string, string> }[] = [];
  const texts: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, uri, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value] as const);
    elements.push({ name, uri, attributes: Object.fromEntries(values) });
  });
  parser.on('text', (text) => {
    if (text.trim() !== '') texts.push(text);
  });
  parser.write(svg).close();
  return { elements, texts };
}

const { events, effects } = told(fullStory);
const sequence = sequenceOf(events, effects);
/** Forward, backward, within a column, and to an end; one label is longer than its box may be. */
const diagram: StateDiagram = {
  kind: 'stateDiagram',
  policy: 'default-1',
  phases: [
    { phase: 'empty', terminal: false },
    { phase: 'captured', terminal: false },
    { phase: 'held', terminal: false },
    { phase: 'submitting', terminal: false },
    { phase: 'closed', terminal: true },
  ],
  arrows: [
    { from: 'empty', to: 'captured', events: ['order.captured'] },
    { from: 'captured', to: 'held', events: Array.from({ length: 9 }, (_, index) => `hold.placed (${index})`) },
    { from: 'captured', to: 'submitting', events: ['order.enriched'] },
    { from: 'held', to: 'captured', events: ['hold.released'] },
    { from: 'held', to: 'submitting', events: ['hold.released'] },
    { from: 'submitting', to: 'closed', events: ['payment.applied'] },
  ],
};
const numbered = /^-?\d+(?:\.\d)?$/;

describe.each<[string, Sequence | StateDiagram]>([
  ['a sequence', sequence],
  ['a state diagram', diagram],
  ['a sequence of nothing', sequenceOf([], [])],
  ['a diagram of nothing', { kind: 'stateDiagram', policy: '1', phases: [], arrows: [] }],
])('the drawing of %s', (_, picture) => {
  const { elements } = parsed(toSvg(picture));

  it('is SVG with a size, a role and a title', () => {
    expect(new Set(elements.map(({ uri }) => uri))).toEqual(new Set(['http://www.w3.org/2000/svg']));
    const [root, title] = elements;
    expect([root?.name, title?.name, root?.attributes['role']]).toEqual(['svg', 'title', 'img']);
    expect(root?.attributes['viewBox']).toBe(`0 0 ${root?.attributes['width']} ${root?.attributes['height']}`);
  });

  it('has numbers for places, all of them inside', () => {
    const [root] = elements;
    const most = { x: Number(root?.attributes['width']), y: Number(root?.attributes['height']) };
    const wrong = elements.filter(({ attributes }) => {
      const places = ['x', 'y', 'x1', 'x2', 'y1', 'y2', 'width', 'height'].flatMap((name) => attributes[name] ?? []);
      const outside = Number(attributes['x'] ?? 0) > most.x || Number(attributes['y'] ?? 0) > most.y;
      return (
        outside ||
        !places.every((place) => numbered.test(place)) ||
        /NaN|undefined|Infinity/.test(attributes['d'] ?? '')
      );
    });
    expect(wrong).toEqual([]);
  });
});

describe('a drawing', () => {
  it('says every message and every phase', () => {
    const drawn = parsed(toSvg(sequence)).texts;
    expect(sequence.messages.filter(({ text }) => !drawn.includes(text))).toEqual([]);
    const phases = parsed(toSvg(diagram)).texts;
    expect(diagram.phases.filter(({ phase }) => !phases.includes(phase))).toEqual([]);
  });

  it('has an arrow for each message, and for each way from phase to phase', () => {
    const heads = (picture: Sequence | StateDiagram) =>
      parsed(toSvg(picture)).elements.filter(({ attributes }) => /\bhead$/.test(attributes['class'] ?? '')).length;
    expect(heads(sequence)).toBe(sequence.messages.length);
    expect(heads(diagram)).toBe(diagram.arrows.length);
  });

  it('is well-formed whatever texts hold, and they stand in it as they are', () => {
    const signs = fc
      .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 12 })
      .map((codes) => String.fromCodePoint(...codes));
    const text = fc.oneof(signs, fc.constantFrom(']]>', '</svg><script>', '&amp;', '\u0000\ud800\uffff'));
    fc.assert(
      fc.property(text, text, (name, said) => {
        const message = { at: '2026-03-02T08:00:00.000Z', from: name, to: 'us', text: said, failed: true };
        const { elements, texts } = parsed(
          toSvg({ kind: 'sequence', participants: [name, 'us'], messages: [message] }),
        );
        expect(elements.some(({ name: element }) => element === 'script')).toBe(false);
        const legal = [...said]
          .filter((sign) => /[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(sign))
          .join('');
        const plain = (value: string) => value.replace(/\r\n?/g, '\n');
        if (legal.trim() !== '') expect(texts.map(plain)).toContain(plain(legal));
      }),
      { numRuns: 50 },
    );
  });

  it('is readable in light and in dark: text 7 to 1 on its ground, lines 3 to 1', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(toSvg(sequence))?.[1] ?? '';
    const [light = '', dark = ''] = style.split('@media (prefers-color-scheme:dark)');
    for (const scheme of [light, dark]) {
      const [paper, box, end] = ['paper', 'box', 'end'].map((name) => colour(scheme, `.${name}`, 'fill'));
      for (const ground of [paper, box, end])
        for (const ink of [colour(scheme, 'text', 'fill'), colour(scheme, '.faint', 'fill')])
          expect(contrast(ink, ground)).toBeGreaterThanOrEqual(7);
      for (const line of [colour(scheme, '.line', 'stroke'), colour(scheme, '.bad.line', 'stroke')])
        expect(contrast(line, paper)).toBeGreaterThanOrEqual(3);
    }
  });
});

function colour(scheme: string, of: string, what: string): string {
  const rule = new RegExp(`(?:^|[}\\n{])${of.replaceAll('.', '\\.')}\\{([^}]*)\\}`, 'm').exec(scheme)?.[1] ?? '';
  return new RegExp(`(?:^|;)${what}:(#[0-9a-f]{3,6})`).exec(rule)?.[1] ?? 'none';
}

/** WCAG 2.1: (L1 + 0.05) / (L2 + 0.05). */
function contrast(one: string, other = ''): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : (hex.slice(1).match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0] = digits
    .map((pair) => Number.parseInt(pair, 16) / 255)
    .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
