import { describe, expect, it } from 'vitest';
import { decodeAcknowledgment } from '../src/decode-acknowledgment.ts';
import { parse } from '../src/parse.ts';
import { isa } from './sample.ts';

const decoded = (line: string) => {
  const [interchange] = parse(`${isa()}${line}~IEA*0*000000001~`).interchanges;
  const [segment] = interchange?.acknowledgments ?? [];
  if (interchange === undefined || segment === undefined) throw new Error('no TA1');
  return decodeAcknowledgment(segment, interchange.address);
};

describe('decodeAcknowledgment', () => {
  it('gives a TA1 as write takes it', () => {
    expect(decoded('TA1*000000005*260115*0830*R*025')).toEqual({
      ok: true,
      value: { controlNumber: '000000005', date: '260115', time: '0830', code: 'R', note: '025' },
      issues: [],
    });
  });

  it.each([
    ['no verdict', 'TA1*000000005*260115*0830**000', false, ['error TA104 element-missing']],
    ['a verdict that is none', 'TA1*000000005*260115*0830*X*000', false, ['error TA104 element-invalid-code']],
    ['no note', 'TA1*000000005*260115*0830*A', false, ['error TA105 element-missing']],
    ['no number', 'TA1**260115*0830*A*000', false, ['error TA101 element-missing']],
    [
      'the faults of what it answers',
      'TA1*AB*261315*0830*R*018',
      true,
      ['warning TA101 element-invalid-character', 'warning TA102 element-invalid-date'],
    ],
    ['more than it has', 'TA1*000000005*260115*0830*A*000*X', false, ['error TA106 element-too-many']],
  ])('tells of %s', (_, line, ok, expected) => {
    const result = decoded(line);
    expect(result.ok).toBe(ok);
    expect(result.issues.map(({ severity, path, code }) => `${severity} ${path.at(-1)} ${code}`)).toEqual(expected);
    expect(result.issues[0]).toMatchObject({ address: { interchange: '000000001' }, at: { segment: 2 } });
  });
});
