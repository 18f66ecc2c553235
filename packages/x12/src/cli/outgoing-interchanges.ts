import type { Definition } from '../definition/definition.ts';
import { isObject, type DocumentObject as JsonObject } from '../encode/document.ts';
import type { Delimiters, InterchangeParty } from '../envelope/interchange.ts';
import type {
  InterchangeAcknowledgment,
  OutgoingGroup,
  OutgoingInterchange,
  OutgoingSet,
} from '../envelope/outgoing.ts';
import type { FormattableIssue } from '../format.ts';

/** The interchanges that a JSON text describes, or what is wrong with it. */
export type OutgoingResult =
  | { readonly ok: true; readonly value: readonly OutgoingInterchange[]; readonly issues: readonly FormattableIssue[] }
  | { readonly ok: false; readonly issues: readonly FormattableIssue[] };

/** Reads what `x12 json` prints. Documents and control numbers are checked when they are written. */
export function outgoingInterchanges(text: string, definitions: readonly Definition[]): OutgoingResult {
  const issues: FormattableIssue[] = [];
  const report = (path: Path, expected: string, found: unknown): void => {
    issues.push({
      code: 'json-value',
      severity: 'error',
      message: `must be ${expected}`,
      path,
      found: shown(found),
    });
  };
  let files: unknown;
  try {
    files = JSON.parse(text);
  } catch (error) {
    report([], `JSON (${(error as Error).message})`, text.slice(0, 40));
  }
  if (issues.length > 0) return { ok: false, issues };
  const reader = new Reader(definitions, report);
  const value = reader
    .objects(files, [])
    .flatMap(([file, path]) => reader.objects(file['interchanges'], [...path, 'interchanges']))
    .map(([interchange, path]) => reader.interchange(interchange, path));
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value, issues };
}

function shown(found: unknown): string {
  if (found === undefined || found === '') return 'nothing';
  return (typeof found === 'string' ? found : JSON.stringify(found)).slice(0, 80);
}

type Path = readonly (string | number)[];
type Report = (path: Path, expected: string, found: unknown) => void;

class Reader {
  private readonly definitions: readonly Definition[];
  private readonly report: Report;

  constructor(definitions: readonly Definition[], report: Report) {
    this.definitions = definitions;
    this.report = report;
  }

  /** The objects of an array, each with its place. */
  objects(value: unknown, path: Path): [JsonObject, Path][] {
    if (!Array.isArray(value)) {
      this.report(path, 'an array of objects', value);
      return [];
    }
    return value.map((item, index) => [this.object(item, [...path, index]), [...path, index]]);
  }

  interchange(value: JsonObject, path: Path): OutgoingInterchange {
    const text = (key: string) => this.text(value[key], [...path, key]);
    const usage = text('usage');
    return {
      sender: this.party(value['sender'], [...path, 'sender']),
      receiver: this.party(value['receiver'], [...path, 'receiver']),
      controlNumber: text('controlNumber'),
      at: this.instant(value['at'], [...path, 'at']),
      // What is neither is refused when it is written.
      usage: usage as 'T' | 'P',
      version: text('version'),
      acknowledgmentRequested: value['acknowledgmentRequested'] === true,
      delimiters: this.delimiters(value['delimiters'], [...path, 'delimiters']),
      acknowledgments: this.objects(value['acknowledgments'] ?? [], [...path, 'acknowledgments']).map(([item, at]) =>
        this.acknowledgment(item, at),
      ),
      groups: this.objects(value['groups'], [...path, 'groups']).map(([item, at]) => this.group(item, at)),
    };
  }

  private group(value: JsonObject, path: Path): OutgoingGroup {
    const text = (key: string) => this.text(value[key], [...path, key]);
    const version = text('version');
    const sets = this.objects(value['sets'], [...path, 'sets']);
    return {
      sender: text('sender'),
      receiver: text('receiver'),
      controlNumber: text('controlNumber'),
      version,
      sets: sets.flatMap(([item, at]) => this.set(item, version, at)),
    };
  }

  private set(value: JsonObject, version: string, path: Path): OutgoingSet[] {
    const id = this.text(value['id'], [...path, 'id']);
    const controlNumber = this.text(value['controlNumber'], [...path, 'controlNumber']);
    const definition = this.definitions.find((one) => one.id === id && one.release === version.slice(0, 6));
    if (definition === undefined) {
      this.report([...path, 'id'], `a transaction set that is known in release ${version.slice(0, 6)}`, id);
      return [];
    }
    if (!isObject(value['document'])) {
      this.report([...path, 'document'], 'a typed document (a set that was rejected has none)', value['document']);
      return [];
    }
    return [{ definition, document: value['document'], controlNumber }];
  }

  private acknowledgment(value: JsonObject, path: Path): InterchangeAcknowledgment {
    const text = (key: string) => this.text(value[key], [...path, key]);
    const code = text('code');
    if (code !== 'A' && code !== 'E' && code !== 'R') this.report([...path, 'code'], 'A, E or R', code);
    return {
      controlNumber: text('controlNumber'),
      date: text('date'),
      time: text('time'),
      code: code as 'A' | 'E' | 'R',
      note: text('note'),
    };
  }

  private party(value: unknown, path: Path): InterchangeParty {
    const party = this.object(value, path);
    return {
      qualifier: this.text(party['qualifier'], [...path, 'qualifier']),
      id: this.text(party['id'], [...path, 'id']),
    };
  }

  private delimiters(value: unknown, path: Path): Delimiters | undefined {
    if (value === undefined) return undefined;
    const object = this.object(value, path);
    const text = (key: string) => this.text(object[key], [...path, key]);
    return {
      element: text('element'),
      component: text('component'),
      segment: text('segment'),
      ...(object['repetition'] === undefined ? {} : { repetition: text('repetition') }),
    };
  }

  private instant(value: unknown, path: Path): Date {
    const at = new Date(this.text(value, path));
    const isKnown = at.getUTCFullYear() >= 1 && at.getUTCFullYear() <= 9999;
    if (!isKnown) this.report(path, 'an instant such as 2026-01-15T08:30:00Z', value);
    return at;
  }

  private text(value: unknown, path: Path): string {
    if (typeof value === 'string') return value;
    this.report(path, 'a text', value);
    return '';
  }

  private object(value: unknown, path: Path): JsonObject {
    if (isObject(value)) return value;
    this.report(path, 'an object', value);
    return {};
  }
}
