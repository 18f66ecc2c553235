import type { Address, Issue } from '../issue.ts';
import type { IssueCode } from '../issue-codes.ts';
import { makeIssue } from '../make-issue.ts';
import { checkDelimiters } from './check-delimiters.ts';
import type { Delimiters, InterchangeParty } from './interchange.ts';
import type { InterchangeAcknowledgment, OutgoingGroup, OutgoingInterchange } from './outgoing.ts';

type Report = (issue: Issue) => void;

/** Checks all of an interchange to write that is not a document: parties, numbers, separators, what goes together. */
export function checkOutgoing(
  outgoing: OutgoingInterchange,
  version: string,
  delimiters: Delimiters,
  report: Report,
): void {
  const say = speaker(report, { interchange: outgoing.controlNumber });
  checkParty(outgoing.sender, 'sender', say);
  checkParty(outgoing.receiver, 'receiver', say);
  // ISA13 has nine digits; it is not padded here, because the number that was given is the one to look an answer up by.
  if (!/^\d{9}$/.test(outgoing.controlNumber) || /^0+$/.test(outgoing.controlNumber))
    say(
      'outgoing-control-number',
      'the interchange control number (ISA13)',
      ['controlNumber'],
      'nine digits, not all zero',
      outgoing.controlNumber,
    );
  if (outgoing.usage !== 'T' && outgoing.usage !== 'P')
    say('outgoing-header', 'the usage (ISA15)', ['usage'], 'T or P', outgoing.usage);
  if (!/^\d{5}$/.test(version)) say('outgoing-header', 'the version (ISA12)', ['version'], 'five digits', version);
  const fault = checkDelimiters(delimiters, version, outgoing.lineBreak ?? '');
  if (fault !== undefined)
    say(
      'outgoing-separators',
      fault,
      ['delimiters'],
      'separators that are one character each and differ',
      JSON.stringify(delimiters),
    );
  if (outgoing.groups.length + (outgoing.acknowledgments?.length ?? 0) === 0)
    say('outgoing-empty', 'the interchange', ['groups'], 'at least one group or interchange acknowledgment', 'none');
  outgoing.acknowledgments?.forEach((acknowledgment, index) => {
    checkAcknowledgment(acknowledgment, ['acknowledgments', index], say);
  });
  checkGroups(outgoing.groups, outgoing.controlNumber, report);
}

type Say = (
  code: IssueCode,
  what: string,
  path: readonly (string | number)[],
  expected: string,
  // Undefined by a caller whom no compiler told that it is missing.
  found: string | undefined,
) => void;

const speaker =
  (report: Report, address: Address): Say =>
  (code, what, path, expected, found) => {
    const message = `${what} can not be written`;
    report(
      makeIssue(code, {
        message,
        at: { offset: 0, length: 0 },
        address,
        path,
        expected,
        found: found === undefined ? 'none' : String(found).slice(0, 200),
      }),
    );
  };

/** What fits the fixed width of the ISA, one byte per character. */
const printable = (text: string, least: number, most: number): boolean =>
  new RegExp(`^[ -~]{${least},${most}}$`).test(text) && text.trim() !== '';

function checkParty(party: InterchangeParty, name: 'sender' | 'receiver', say: Say): void {
  const { qualifier, id } = party;
  const [first, second] = name === 'sender' ? ['ISA05', 'ISA06'] : ['ISA07', 'ISA08'];
  if (!printable(qualifier, 2, 2))
    say('outgoing-header', `the ${name}'s qualifier (${first})`, [name, 'qualifier'], 'two characters', qualifier);
  if (!printable(id, 1, 15))
    say('outgoing-header', `the ${name} (${second})`, [name, 'id'], '1 to 15 printable characters', id);
}

function checkAcknowledgment(
  acknowledgment: InterchangeAcknowledgment,
  path: readonly (string | number)[],
  say: Say,
): void {
  const { controlNumber, code, note } = acknowledgment;
  if (!printable(controlNumber, 1, 9))
    say(
      'outgoing-control-number',
      'the acknowledged control number (TA101)',
      [...path, 'controlNumber'],
      '1 to 9 characters, as received',
      controlNumber,
    );
  if (!['A', 'E', 'R'].includes(code))
    say('outgoing-header', 'the verdict (TA104)', [...path, 'code'], 'A, E or R', code);
  if (!/^\d{3}$/.test(note)) say('outgoing-header', 'the note (TA105)', [...path, 'note'], 'three digits', note);
}

function checkGroups(groups: readonly OutgoingGroup[], interchange: string, report: Report): void {
  const numbers = new Set<number>();
  groups.forEach((group, index) => {
    const path = ['groups', index] as const;
    const say = speaker(report, { interchange, group: group.controlNumber });
    if (!/^\d{1,9}$/.test(group.controlNumber) || Number(group.controlNumber) === 0)
      say(
        'outgoing-control-number',
        'the group control number (GS06)',
        [...path, 'controlNumber'],
        '1 to 9 digits, not zero',
        group.controlNumber,
      );
    const key = Number(group.controlNumber);
    if (key > 0 && numbers.has(key))
      say(
        'outgoing-control-number',
        'the group control number (GS06)',
        [...path, 'controlNumber'],
        'a number that is unique in its interchange',
        group.controlNumber,
      );
    numbers.add(key);
    if (!printable(group.sender, 2, 15))
      say(
        'outgoing-header',
        'the sender of the group (GS02)',
        [...path, 'sender'],
        '2 to 15 printable characters',
        group.sender,
      );
    if (!printable(group.receiver, 2, 15))
      say(
        'outgoing-header',
        'the receiver of the group (GS03)',
        [...path, 'receiver'],
        '2 to 15 printable characters',
        group.receiver,
      );
    checkSets(group, path, say);
  });
}

function checkSets(group: OutgoingGroup, path: readonly (string | number)[], say: Say): void {
  const [first] = group.sets;
  if (first === undefined) {
    say('outgoing-empty', 'the group', [...path, 'sets'], 'at least one transaction set', 'none');
    return;
  }
  const { functionalIdentifier, release } = first.definition;
  const { version = release } = group;
  // An acknowledgment answers in the release that it received, whatever that was.
  const fits =
    functionalIdentifier === 'FA'
      ? /^[A-Z0-9]{1,12}$/.test(version)
      : /^\d{6}[A-Z0-9]{0,6}$/.test(version) && version.startsWith(release);
  if (!fits)
    say(
      'outgoing-group',
      'the version (GS08)',
      [...path, 'version'],
      `${release}, with an industry suffix where there is one`,
      version,
    );
  const numbers = new Set<string>();
  group.sets.forEach(({ definition, controlNumber }, index) => {
    const place = [...path, 'sets', index];
    if (definition.functionalIdentifier !== functionalIdentifier || definition.release !== release)
      say(
        'outgoing-group',
        `the ${definition.id}`,
        place,
        `sets of ${functionalIdentifier} at release ${release}`,
        `${definition.functionalIdentifier} at ${definition.release}`,
      );
    if (!/^\d{4,9}$/.test(controlNumber))
      say(
        'outgoing-control-number',
        'the set control number (ST02)',
        [...place, 'controlNumber'],
        '4 to 9 digits',
        controlNumber,
      );
    else if (numbers.has(controlNumber))
      say(
        'outgoing-control-number',
        'the set control number (ST02)',
        [...place, 'controlNumber'],
        'a number that is unique in its group',
        controlNumber,
      );
    numbers.add(controlNumber);
  });
}
