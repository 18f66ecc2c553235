import { type Definition, parse } from '@dist/x12';
import { compile } from '../compile.ts';
import { json } from '../format/json.ts';
import type { MappingIssue } from '../issue.ts';
import { applyOverlays } from '../map/apply-overlays.ts';
import type { Overlay } from '../map/overlay.ts';
import type { PartnerMap } from '../map/partner-map.ts';
import type { PartnerProfile } from '../profile/partner-profile.ts';
import type { Result } from '../result.ts';
import { type StandardEnds, standardEnds, standardIds } from '../standard/standard-ends.ts';
import { partnerOf } from './partner-of.ts';
import { type Proposal, proposedOverlay } from './proposed-overlay.ts';
import { proposedSpelling } from './proposed-spelling.ts';
import { undrawnTests } from './undrawn-tests.ts';
import { x12NativeEnd } from './x12-native-end.ts';

export interface ScaffoldOptions {
  /** An X12 interchange that the partner sent, or wants to be sent, with one transaction set in it. */
  readonly sample: string;
  /** Our name of the partner: small letters, digits, hyphens. */
  readonly id: string;
  /** Its name for people; the id when absent. */
  readonly name?: string | undefined;
  /** Whether the sample is one that comes from the partner; by its transaction set when absent. */
  readonly direction?: 'in' | 'out' | undefined;
}

/** A first partner folder, and what a person has still to do. */
export interface Scaffold {
  /** Texts by path: `profile.json`, `overlays/<set>.json` where one is needed, `golden/<set>-sample.edi` and its meaning. */
  readonly files: Readonly<Record<string, string>>;
  readonly report: ScaffoldReport;
}

export interface ScaffoldReport {
  /** Id of the standard map that is used. */
  readonly map: string;
  /** What the overlay changes, each to be looked at: names are guesses. */
  readonly proposals: readonly Proposal[];
  /** Places that no rule reads, with their values: they are kept and written back, and nothing here knows what they mean. */
  readonly unplaced: readonly { readonly at: string; readonly value: unknown }[];
  /** What is still wrong with the sample under the map: errors first. */
  readonly issues: readonly MappingIssue[];
  /** Tests of the new folder that are red until a person has settled what they say; laws are left out. */
  readonly open: readonly OpenPoint[];
}

/** A test that fails, and why. */
export interface OpenPoint {
  readonly test: string;
  readonly message: string;
}

const MOST_CHARACTERS = 16_000_000;

/**
 * A first profile and overlay of a sample document: the standard map of its transaction set, the identifiers of its envelope,
 * what the overlay must add so that its units, item numbers and references have a place. What the sample means is read
 * with the map and put beside it as a golden pair: to be checked by a person, for nothing else can know.
 */
export function scaffold(options: ScaffoldOptions): Result<Scaffold> {
  const found = sampleOf(options.sample);
  if (!found.ok) return found;
  const { standard, sender, receiver } = found.value;
  const native = x12NativeEnd(standard.definition);
  const document = native.parse(options.sample);
  if (document.value === undefined) return { ok: false, issues: document.issues };
  const settings = { native: native.format, canonical: json({ schema: standard.schema }) };
  const set = standard.definition.id;
  const direction = options.direction ?? (INCOMING.has(set) ? 'in' : 'out');
  const alone = compile(standard.map, settings);
  if (!alone.ok) return alone;
  const read = alone.value.read(document.value);
  const { overlay, proposals } = wholeProposal(proposedOverlay(standard.map, read, `${options.id}/${set}`), {
    map: standard.map,
    lines: native.print(document.value).value ?? [],
    direction,
  });
  const overlays = proposals.length === 0 ? [] : [overlay];
  const compiled = compile(standard.map, { ...settings, overlays });
  if (!compiled.ok) return compiled;
  const result = compiled.value.read(document.value);
  const profile = profileOf(options, standard, {
    direction,
    address: direction === 'in' ? sender : receiver,
    overlays,
  });
  const files: Record<string, string> = { 'profile.json': textOf(profile) };
  for (const one of overlays) files[`overlays/${set}.json`] = textOf(one);
  if (result.ok) {
    files[`golden/${set}-sample.edi`] = options.sample;
    files[`golden/${set}-sample.json`] = textOf(result.value);
  }
  const isError = ({ severity }: MappingIssue) => Number(severity !== 'error');
  const issues = [...document.issues, ...result.issues].sort((one, other) => isError(one) - isError(other));
  const unplaced = result.loss.map(({ at, value }) => ({ at, value }));
  const report = { map: standard.id, proposals, unplaced, issues, open: openPoints(files) };
  return { ok: true, value: { files, report }, issues: [] };
}

type Proposed = ReturnType<typeof proposedOverlay>;

/** What was proposed, and what makes the sample come out as it came. */
function wholeProposal(
  { overlay, proposals }: Proposed,
  { map, ...sample }: Parameters<typeof proposedSpelling>[1] & { readonly map: PartnerMap },
): Proposed {
  const inEffect = applyOverlays(map, [overlay]).map ?? map;
  const spelling = proposedSpelling(inEffect, sample);
  if (spelling.proposals.length === 0) return { overlay, proposals };
  const patch: Record<string, Readonly<Record<string, unknown>> | null> = { ...overlay.patch };
  for (const [rule, changed] of Object.entries(spelling.patch)) patch[rule] = { ...patch[rule], ...changed };
  return { overlay: { ...overlay, patch }, proposals: [...proposals, ...spelling.proposals] };
}

/** What the tests of the new folder will say, but for laws, which draw their documents. */
function openPoints(files: Scaffold['files']): OpenPoint[] {
  const partner = partnerOf(files);
  if (!partner.ok) return partner.issues.map(({ message }) => ({ test: 'the folder', message }));
  return partner.value.documents.flatMap(undrawnTests).flatMap(({ name, run }): OpenPoint[] => {
    try {
      run();
      return [];
    } catch (error) {
      return [{ test: name, message: error instanceof Error ? error.message : String(error) }];
    }
  });
}

/** Transaction sets that a supplier receives. */
const INCOMING = new Set(['820', '824', '850', '860', '864', '945', '997', '999']);

interface Sample {
  readonly standard: StandardEnds;
  readonly sender: Address;
  readonly receiver: Address;
}

interface Address {
  readonly qualifier: string;
  readonly id: string;
  readonly groupId: string;
  readonly release: string;
  readonly interchangeVersion: string;
}

function sampleOf(text: string): Result<Sample> {
  if (text.length > MOST_CHARACTERS) return refused('sample-too-large', `More than ${MOST_CHARACTERS} characters`);
  const [interchange, another] = parse(text).interchanges;
  const [group] = interchange?.groups ?? [];
  const [set, second] = interchange?.groups.flatMap(({ sets }) => sets) ?? [];
  if (interchange === undefined || group === undefined || set === undefined) {
    return refused('sample-malformed', 'The sample is no X12 interchange with a transaction set in it');
  }
  if (another !== undefined || second !== undefined) {
    return refused('sample-malformed', 'The sample holds more than one transaction set: give them one by one');
  }
  const native = `x12/${group.header.version.slice(0, 6)}/${set.type}`;
  const standard = standardEnds(native);
  if (standard === undefined) {
    return refused('map-unknown', `There is no standard map ${native}; there are ${standardIds.join(', ')}`);
  }
  const { sender, receiver, version: interchangeVersion } = interchange.header;
  const also = { release: group.header.version, interchangeVersion };
  return {
    ok: true,
    value: {
      standard,
      sender: { ...sender, ...also, groupId: group.header.sender },
      receiver: { ...receiver, ...also, groupId: group.header.receiver },
    },
    issues: [],
  };
}

function refused(code: string, message: string): Result<never> {
  return { ok: false, issues: [{ code, severity: 'error', message, path: [] }] };
}

function profileOf(
  { id, name = id }: ScaffoldOptions,
  { id: native, definition }: { readonly id: string; readonly definition: Definition },
  { direction, address, overlays }: { direction: 'in' | 'out'; address: Address; overlays: readonly Overlay[] },
): PartnerProfile {
  const { release, groupId, ...interchange } = address;
  const group = groupId === interchange.id ? {} : { groupId };
  return {
    id,
    version: '1',
    name,
    identity: { interchanges: [{ usage: 'test', ...interchange, ...group, releases: [release] }] },
    documents: [
      {
        document: definition.id,
        direction,
        native,
        map: native,
        ...(overlays.length === 0 ? {} : { overlays: [definition.id] }),
      },
    ],
  };
}

function textOf(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
