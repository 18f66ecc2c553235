import { describe, expect, it } from 'vitest';
import { answerFile } from '../playground/answer-file.ts';
import { answerSet } from '../playground/answer-set.ts';
import { jsonLines } from '../playground/json-lines.ts';
import { type Lines, LONGEST_LINE, lineAt, linesOf, MOST_LINES } from '../playground/lines.ts';
import { hashOf, type Settings, settingsOf } from '../playground/settings.ts';
import { nodeParts as parts, sampleText } from './node-parts.ts';

const order = sampleText('examples/partners/brightwater/golden/order.edi');
const faulty = sampleText('examples/read-an-850/samples/northfield.edi');
const at = new Date('2026-03-02T09:00:00Z');
const first = settingsOf('');

const answered = (text: string | Uint8Array, settings: Partial<Settings> = {}) =>
  answerFile(
    typeof text === 'string' ? new TextEncoder().encode(text) : text,
    { ...first, ...settings },
    { parts, at },
  );

async function setOf(text: string, settings: Partial<Settings> = {}, index = 0) {
  const { file } = await answered(text, settings);
  const answer = await answerSet(file, index, { ...first, ...settings }, parts);
  if (answer === undefined) throw new Error(`no set ${index}`);
  return answer;
}

const all = (lines: Lines): string[] => Array.from(lines.starts, (_, index) => lineAt(lines, index));

/** Each row: what is pasted, the text, and what the page says first. */
const pasted = [
  ['nothing', '', 'the text is empty'],
  ['an order', order, '1 interchange, 1 functional group, 1 transaction set: 1 accepted.'],
  ['two orders of which one is wrong', faulty, '2 transaction sets: 1 accepted, 1 rejected.'],
  [
    'several interchanges',
    order + order.replaceAll('000000061', '000000062'),
    '2 interchanges, 2 functional groups, 2',
  ],
  ['prose', 'Dear sirs, here is our order', 'no interchange was found'],
  ['JSON', '{"order":1}', 'it looks like JSON'],
  ['XML', '<?xml version="1.0"?><order/>', 'it looks like XML or HTML'],
  ['EDIFACT', "UNB+UNOA:1+SENDER+RECEIVER+260302:0815+1'", 'as EDIFACT does'],
  ['bytes', Uint8Array.of(1, 0, 2, 255, 254, 0, 77), 'This is not text'],
  ['a ZIP archive', 'PK\x03\x04\x14\0\0', 'a ZIP archive'],
  ['a set without its envelope', 'ST*850*0001~BEG*00~', 'the envelope is missing'],
  ['the beginning of ISA', order.slice(0, 60), 'ISA is 106 characters long'],
  ['half of an order', order.slice(0, 400), 'the text may have been cut off'],
  ['a set that the packages do not have', order.replace('ST*850', 'ST*204'), 'Not among the sets of the packages: 204'],
  ['a release that they do not have', order.replace('*X*004010', '*X*003050'), 'rejected'],
] as const;

describe('what is said of a file', () => {
  it.each(pasted)('%s', async (_, text, said) => {
    const { answer } = await answered(text);
    expect(answer.sentences.join(' ')).toContain(said);
  });

  it('is that it is too large, before it is read', async () => {
    await expect(answered(new Uint8Array(20_000_001))).rejects.toThrow('This is 20.0 MB; the page reads 20 MB at most');
  });

  it('names the separators and the envelope', async () => {
    const { answer } = await answered(order);
    expect(answer.delimiters.map(({ value }) => value)).toEqual(['*', '>', '~']);
    expect(answer.envelope.map(({ text }) => text)).toEqual([
      'ISA 000000061: ZZ BRIGHTWATER to ZZ KESTRELSUPPLY, 260302 0815, version 00401, usage T',
      'GS 61: PO 004010, BRIGHTWATER to KESTREL, 1 sets',
    ]);
    expect(all(answer.sets)).toEqual(['0001: 850 purchase order, accepted']);
  });
});

describe('issues', () => {
  it('are marked where they stand in the text', async () => {
    const { answer } = await answered(faulty);
    const marked = answer.marks.map(({ row, from, to }) => lineAt(answer.text, row).slice(from, to));
    expect(marked).toEqual(['20260231', '2O']);
    expect(answer.issues.map(({ code }) => code)).toEqual(['element-invalid-date', 'element-invalid-character']);
    expect(answer.issues[1]?.text).toContain('PO102');
  });

  it('are marked by characters where the bytes are more', async () => {
    const { answer } = await answered(
      faulty.replaceAll('CAN OPENER', 'ÖFFNER').replace('(SAMPLE)*92*0014~', '(ÄÖ)*92*0014~'),
    );
    const marked = answer.marks.map(({ row, from, to }) => lineAt(answer.text, row).slice(from, to));
    expect(marked).toEqual(['20260231', '2O']);
  });

  it('are shown up to a thousand, and that is said', async () => {
    const start = order.indexOf('ST*');
    const end = order.indexOf('GE*');
    const { answer } = await answered(order.slice(0, start) + order.slice(start, end).repeat(1200) + order.slice(end));
    expect(answer.issues.length).toBe(1000);
    expect(answer.sentences.at(-1)).toBe('The first 1000 of 1200 issues are shown.');
    expect(answer.sets.starts.length).toBe(1200);
  });
});

describe('the text', () => {
  it('has a row for each segment, whatever ends it', async () => {
    for (const text of [
      order,
      order.replaceAll('~\n', '~'),
      order.replaceAll('~\n', '\n'),
      order.replaceAll('~\n', '~\r\n'),
    ])
      expect((await answered(text)).answer.text.starts.length).toBe(17);
  });

  it('shows what can not be seen', async () => {
    expect(all((await answered('a\x01b\tc')).answer.text)).toEqual(['a␁b␉c']);
  });
});

/** Each row: which answer is asked for, and what it has and has not. */
const acknowledgments = [
  ['997', /^AK1\*PO\*61~$/m, /^TA1/m],
  ['999', /^IK5\*/m, /^AK5\*/m],
  ['TA1', /^TA1\*000000061\*260302\*0815\*A\*000~$/m, /^AK1/m],
] as const;

describe('the acknowledgment', () => {
  it.each(acknowledgments)('%s', async (answer, has, hasNot) => {
    const text = all((await answered(faulty, { answer })).answer.acknowledgment.lines).join('\n');
    expect(text).toMatch(has);
    expect(text).not.toMatch(hasNot);
  });

  it('is not due for what is no interchange', async () => {
    expect((await answered('hello')).answer.acknowledgment.sentence).toBe('No acknowledgment is due.');
  });
});

describe('settings', () => {
  it('the guide of the partner refuses an order without its number for the supplier', async () => {
    const without = order.replace('REF*VR*40711~\n', '').replace('SE*13', 'SE*12');
    expect((await answered(without)).answer.issues).toEqual([]);
    const codes = (await answered(without, { guide: 'brightwater' })).answer.issues.map(({ code }) => code);
    expect(codes).toEqual(['guide-missing']);
  });

  it('mask hides names and prices everywhere, and the rest is the same', async () => {
    const { answer } = await answered(faulty, { mask: true });
    const set = await setOf(faulty, { mask: true });
    const shown = [answer.text, answer.acknowledgment.lines, set.tree, set.json, set.canonical.lines]
      .flatMap(all)
      .join('\n');
    expect(shown).not.toMatch(/CAN OPENER|NORTHFIELD STORE|3\.25/);
    expect(shown).toContain('4711');
    expect(answer.issues.map(({ code }) => code)).toEqual(
      (await answered(faulty)).answer.issues.map(({ code }) => code),
    );
  });

  /** Each row: an address, and what it says. */
  it.each([
    ['', {}],
    [
      '#tab=tree&map=brightwater&guide=brightwater&mask=on',
      { tab: 'tree', map: 'brightwater', guide: 'brightwater', mask: true },
    ],
    ['#answer=999', { answer: '999' }],
    ['#sample=order', { sample: 'order' }],
  ] as const)('are in the address: %s', (hash, said) => {
    expect(settingsOf(hash)).toEqual({ ...first, ...said });
    expect(settingsOf(hashOf(settingsOf(hash)))).toEqual(settingsOf(hash));
  });

  it('that an address says wrongly are as at first', () => {
    expect(settingsOf('#tab=nowhere&map=<b>&mask=yes&heading')).toEqual(first);
  });
});

describe('a set', () => {
  it('is a tree with names', async () => {
    const { tree } = await setOf(order);
    expect(all(tree).some((line) => /BEG03 purchase order number +BW-7001/.test(line))).toBe(true);
  });

  it('is a typed document', async () => {
    const { json } = await setOf(order);
    expect(JSON.parse(all(json).join('\n'))).toMatchObject({ BEG: { purchaseOrderNumber: 'BW-7001' } });
  });

  it('is canonical by a map, and each value says which rule made it', async () => {
    const { canonical } = await setOf(order);
    const text = all(canonical.lines);
    expect(JSON.parse(text.join('\n'))).toMatchObject({ kind: 'order', number: 'BW-7001' });
    const stepAt = (part: string) =>
      canonical.steps[canonical.stepOfLine[text.findIndex((line) => line.includes(part))] ?? -1];
    expect(stepAt('"XCS"')).toEqual({
      rule: 'line-unit',
      to: 'lines[1].quantity.unit',
      from: 'PO1[1]/PO103',
      as: 'table:unit',
      found: '"CA"',
      value: '"XCS"',
    });
    expect(stepAt('"BW551"')).toMatchObject({ rule: 'line-ids', from: 'PO1[1]/PO107' });
    expect(canonical.sentences.join(' ')).toContain('No rule reads REF[0].01 ("VR")');
  });

  it('is canonical by the map with the overlay of the partner, who names the supplier', async () => {
    const { canonical } = await setOf(order, { map: 'brightwater' });
    expect(all(canonical.lines).join('\n')).toContain('"vendorNumber"');
    expect(canonical.sentences[0]).toContain('overlay brightwater/850');
  });

  it.each([
    ['no map is chosen', order, { map: 'none' }, 'No map is chosen.'],
    ['no definition is known', order.replace('ST*850', 'ST*204'), {}, 'Nothing of this set could be read.'],
    ['it is rejected', faulty.replace('4711**2026', '4711**2O26'), {}, 'never to be processed'],
  ] as const)('says when %s', async (_, text, settings, said) => {
    expect((await setOf(text, settings)).canonical.sentences.join(' ')).toContain(said);
  });
});

describe('lines', () => {
  it('are cut where there are too many or one is too long', () => {
    const many = linesOf(Array.from({ length: MOST_LINES + 1 }, () => 'x'));
    expect([many.starts.length, many.isCut]).toEqual([MOST_LINES, true]);
    expect(lineAt(linesOf(['y'.repeat(5000)]), 0)).toBe(`${'y'.repeat(LONGEST_LINE)}…`);
  });

  it('of JSON name the place of each value', () => {
    expect([...jsonLines({ a: [{ 'b/c': 1 }], d: {} })].map(({ path }) => path)).toEqual([
      '',
      'a',
      'a[0]',
      'a[0]."b/c"',
      '',
      '',
      'd',
      '',
    ]);
  });
});
