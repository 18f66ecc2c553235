import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { purchaseOrder850 } from '../src/004010.ts';
import { read } from '../src/read.ts';
import { inReference, referenceFolder } from './reference-folder.ts';

const open = (name: string) => read(readFileSync(inReference('x12', 'edge', name)), { sets: [purchaseOrder850] });

const summary = (name: string) => {
  const { interchanges, sets, issues } = open(name);
  return {
    interchanges: interchanges.map(({ status }) => status),
    sets: sets.map(({ status }) => status),
    segments: sets.map(({ segments }) => segments.length),
    issues: issues.map(({ code, at }) => `${code}@${at.offset}`),
  };
};

const sound = { interchanges: ['accepted'], sets: ['accepted'], segments: [7], issues: [] };

// What is right for each file; the files are one 850 of seven segments with one thing changed.
describe.skipIf(referenceFolder === undefined)('edge files (skipped without the reference folder)', () => {
  it.each([
    ['a plain file is read', '01_plain.edi', sound],
    ['a line feed after the terminator is not data', '02_newline_after_term.edi', sound],
    ['a carriage return and line feed after the terminator is not data', '03_crlf_after_term.edi', sound],
    ['a line feed may be the terminator', '04_newline_is_term.edi', sound],
    ['a byte order mark is not data', '05_bom.edi', sound],
    ['blanks before the first ISA are not data', '06_leading_ws.edi', sound],
    [
      'a file may hold two interchanges',
      '07_two_interchanges.edi',
      { interchanges: ['accepted', 'accepted'], sets: ['accepted', 'accepted'], segments: [7, 7], issues: [] },
    ],
    [
      'each interchange has separators of its own',
      '08_two_interchanges_diff_delims.edi',
      { interchanges: ['accepted', 'accepted'], sets: ['accepted', 'accepted'], segments: [7, 7], issues: [] },
    ],
    [
      'without IEA the interchange is rejected, at the end of the file',
      '09_missing_IEA.edi',
      { interchanges: ['rejected'], sets: ['rejected'], segments: [7], issues: ['interchange-trailer-missing@276'] },
    ],
    [
      'a wrong SE01 rejects the set, not the interchange',
      '10_se_count_wrong.edi',
      { interchanges: ['accepted'], sets: ['rejected'], segments: [7], issues: ['set-segment-count@262'] },
    ],
    [
      'an SE02 that differs from ST02 rejects the set',
      '11_st_se_ctl_mismatch.edi',
      { interchanges: ['accepted'], sets: ['rejected'], segments: [7], issues: ['set-trailer-control-number@264'] },
    ],
    [
      'an ISA with its blanks lost is still found, and rejected',
      '12_isa_short_widths.edi',
      { interchanges: ['rejected'], sets: ['rejected'], segments: [7], issues: ['interchange-header-width@7'] },
    ],
    [
      'a release without definition is refused at GS08, once',
      '13_repetition_5010.edi',
      { interchanges: ['accepted'], sets: ['rejected'], segments: [5], issues: ['group-release@146'] },
    ],
    [
      'separators in a binary payload are data; BIN itself is not known, and may stand for the PO1 that is missing',
      '14_bin_segment.edi',
      {
        interchanges: ['accepted'],
        sets: ['rejected'],
        segments: [5],
        issues: ['segment-unknown@189'],
      },
    ],
    ['line breaks and an end-of-file sign after IEA are not data', '15_garbage_after_IEA.edi', sound],
    ['separators are taken from the ISA', '16_pipe_delims.edi', sound],
    [
      'a file cut off is one fault, at its end',
      '17_truncated_mid_segment.edi',
      { interchanges: ['rejected'], sets: ['rejected'], segments: [3], issues: ['interchange-trailer-missing@200'] },
    ],
    [
      'a name that begins with ISA begins no interchange; the order lacks its PO1',
      '18_ISA_in_data.edi',
      { interchanges: ['accepted'], sets: ['rejected'], segments: [5], issues: ['segment-missing@208'] },
    ],
    [
      'what is not X12 is said to be so',
      '19_not_edi.edi',
      { interchanges: [], sets: [], segments: [], issues: ['file-not-x12@0'] },
    ],
    [
      'an empty file is said to be empty',
      '20_empty.edi',
      { interchanges: [], sets: [], segments: [], issues: ['file-empty@0'] },
    ],
    [
      'UTF-8 is read as such; the order lacks its PO1',
      '21_utf8.edi',
      { interchanges: ['accepted'], sets: ['rejected'], segments: [5], issues: ['segment-missing@209'] },
    ],
  ])('%s', (_, name, expected) => {
    expect(summary(name)).toEqual(expected);
  });

  it('the binary payload of file 14 comes whole', () => {
    const [set] = open('14_bin_segment.edi').sets;
    expect(set?.segments[2]?.elements.map(({ repeats }) => repeats)).toEqual([[['12']], [['AB~CD*EF~GHI']]]);
  });

  it('repeats and components of file 13 are told apart', () => {
    const [set] = open('13_repetition_5010.edi').sets;
    expect(set?.segments[2]?.elements.map(({ repeats }) => repeats)).toEqual([[['A'], ['B'], ['C']], [['X', 'Y']]]);
  });

  it('the name of file 21 is in its own letters', () => {
    const [set] = open('21_utf8.edi').sets;
    expect(set?.segments[2]?.elements[1]?.repeats).toEqual([['CAFÉ ÑANDÚ']]);
  });
});
