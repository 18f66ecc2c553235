import type { Segment } from '../envelope/interchange.ts';
import type { ReceivedInterchange, ReceivedSet } from '../received.ts';
import { codeMeaning, type FaultPlace } from './code-meaning.ts';
import type {
  AcknowledgedFault,
  AcknowledgmentReference,
  GroupStatement,
  InterchangeStatement,
  SetStatement,
  Statement,
  Verdict,
} from './statement.ts';

/** What the TA1, 997 and 999 of an interchange say, in their order; other sets say nothing. */
export function readStatements(interchange: ReceivedInterchange): Statement[] {
  const { header, status, acknowledgments, groups } = interchange;
  const ofInterchanges = acknowledgments.map((segment): Statement => {
    const by = { type: 'TA1', interchange: header } as const;
    return status === 'rejected' ? { kind: 'unusable', by } : interchangeStatement(segment, by);
  });
  const ofGroups = groups.flatMap(({ sets }) => sets).flatMap(setStatements);
  return [...ofInterchanges, ...ofGroups];
}

function interchangeStatement(segment: Segment, by: AcknowledgmentReference): Statement {
  const verdict = INTERCHANGE_VERDICTS.get(textAt(segment, 4));
  if (verdict === undefined) return { kind: 'unusable', by };
  const note = textAt(segment, 5);
  const statement: InterchangeStatement = {
    kind: 'interchange',
    by,
    controlNumber: textAt(segment, 1),
    verdict,
    faults: verdict === 'accepted' ? [] : [fault('TA1', note)],
  };
  return statement;
}

/** TA104. */
const INTERCHANGE_VERDICTS: ReadonlyMap<string, Verdict> = new Map([
  ['A', 'accepted'],
  ['E', 'accepted-with-errors'],
  ['R', 'rejected'],
]);

function setStatements(set: ReceivedSet): Statement[] {
  const { type, status } = set;
  if (type !== '997' && type !== '999') return [];
  const by: AcknowledgmentReference = {
    type,
    interchange: set.interchange,
    groupControlNumber: set.group.controlNumber,
    setControlNumber: set.controlNumber,
  };
  return [status === 'rejected' ? { kind: 'unusable', by } : groupStatement(set.segments, by)];
}

/** The segments of a 997 or 999 have been validated: AK1 comes first, AK9 last, AK2 opens a set, AK5 or IK5 closes it. */
function groupStatement(segments: readonly Segment[], by: AcknowledgmentReference): GroupStatement {
  const first = segments.find(({ id }) => id === 'AK1');
  const last = segments.find(({ id }) => id === 'AK9');
  const verdict = last && textAt(last, 1);
  return {
    kind: 'group',
    by,
    functionalIdentifier: first ? textAt(first, 1) : '',
    controlNumber: first ? textAt(first, 2) : '',
    verdict: verdict === 'P' ? 'partly' : verdictOf(verdict),
    faults: last ? codesFrom(last, 5, 'AK905') : [],
    accepted: last ? Number(textAt(last, 4)) : 0,
    sets: setsOf(segments),
  };
}

function setsOf(segments: readonly Segment[]): SetStatement[] {
  const sets: SetStatement[] = [];
  let open: Segment | undefined;
  let faults: AcknowledgedFault[] = [];
  let place: FaultySegment | undefined;
  for (const segment of segments) {
    const { id } = segment;
    const form = id.startsWith('IK') ? 'IK' : 'AK';
    if (id === 'AK2') {
      open = segment;
      faults = [];
    } else if (id === 'AK3' || id === 'IK3') {
      place = { segment: textAt(segment, 1), position: Number(textAt(segment, 2)) };
      faults.push(...codesFrom(segment, 4, `${form}304`, 1).map((each) => ({ ...each, ...place })));
    } else if (id === 'AK4' || id === 'IK4') faults.push(elementFault(segment, `${form}403`, place));
    else if ((id === 'AK5' || id === 'IK5') && open !== undefined) {
      faults.push(...codesFrom(segment, 2, `${form}502`));
      const verdict = verdictOf(textAt(segment, 1));
      sets.push({ type: textAt(open, 1), controlNumber: textAt(open, 2), verdict, faults });
    }
  }
  return sets;
}

interface FaultySegment {
  readonly segment: string;
  readonly position: number;
}

/** AK501, IK501 and AK901: A and E accept; M, R, W and X reject. */
const verdictOf = (code: string | undefined): Verdict =>
  code === 'A' ? 'accepted' : code === 'E' ? 'accepted-with-errors' : 'rejected';

function elementFault(segment: Segment, place: FaultPlace, at: FaultySegment | undefined): AcknowledgedFault {
  const [element, component, repeat] = [textAt(segment, 1, 1), textAt(segment, 1, 2), textAt(segment, 1, 3)];
  const [number, found] = [textAt(segment, 2), textAt(segment, 4)];
  return {
    ...fault(place, textAt(segment, 3)),
    ...at,
    element: Number(element),
    ...(component === '' ? {} : { component: Number(component) }),
    ...(repeat === '' ? {} : { repeat: Number(repeat) }),
    ...(number === '' ? {} : { elementNumber: number }),
    ...(found === '' ? {} : { found }),
  };
}

function codesFrom(segment: Segment, first: number, place: FaultPlace, most = 5): AcknowledgedFault[] {
  const codes = Array.from({ length: most }, (_, index) => textAt(segment, first + index));
  return codes.filter((code) => code !== '').map((code) => fault(place, code));
}

const fault = (place: FaultPlace, code: string): AcknowledgedFault => ({
  code: `${place}-${code}`,
  meaning: codeMeaning(place, code),
});

const textAt = (segment: Segment, element: number, component = 1): string =>
  (segment.elements[element - 1]?.repeats[0]?.[component - 1] ?? '').trim();
