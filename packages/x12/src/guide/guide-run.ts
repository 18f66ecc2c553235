import type { Definition, ElementUse } from '../definition/definition.ts';
import { nameInWords } from '../element/name-in-words.ts';
import type { Segment, TransactionSet } from '../envelope/interchange.ts';
import type { Issue } from '../issue.ts';
import type { IssueCode } from '../issue-codes.ts';
import { makeIssue } from '../make-issue.ts';
import { loopPath, type MatchedLoop, type MatchedSegment, pathOf } from '../structure/matched.ts';
import { type ElementPlace, elementSpan } from '../validate/element-span.ts';
import { type IssueList, issueList } from '../validate/issue-list.ts';
import type { ValidatedSet } from '../validate/validate-set.ts';
import type { CompiledGuide } from './compile-guide.ts';
import type { GuideStep } from './guide-path.ts';
import { headOf, type Instance, SetIndex } from './set-index.ts';
import { severityOf } from './severity-of.ts';
import { StandardFaults } from './standard-faults.ts';

/** What is said of a place. */
export interface GuideFault {
  readonly code: IssueCode;
  /** Begins with what it is about: a name or a designator is put before it. */
  readonly complaint: string;
  readonly acknowledgment: string;
  readonly expected?: string | undefined;
}

/**
 * One check of one set by a guide: what has been found, and how to say more. One cause, one issue: what has been said of a
 * segment or element, by the standard or the guide, is not said again.
 */
export class GuideRun {
  readonly compiled: CompiledGuide;
  readonly definition: Definition;
  readonly index: SetIndex;
  readonly found: ValidatedSet;
  readonly #set: TransactionSet;
  readonly #list: IssueList;
  readonly #faults: StandardFaults;

  constructor(
    compiled: CompiledGuide,
    definition: Definition,
    set: TransactionSet,
    found: ValidatedSet,
    limit: number,
  ) {
    this.compiled = compiled;
    this.definition = definition;
    this.found = found;
    this.index = new SetIndex(found.root);
    this.#set = set;
    this.#list = issueList(limit, set.address);
    this.#faults = new StandardFaults(found);
    for (const issue of found.issues) this.#list.add(this.#changed(issue));
  }

  issues(): readonly Issue[] {
    return this.#list.sorted();
  }

  /** Whether something has been said of a segment, or of an element of it. */
  isTold({ position }: Segment, element?: number, component?: number): boolean {
    return this.#faults.isTold(position, element, component);
  }

  /** Says what is wrong with an element, unless something has been said of it. */
  element(member: MatchedSegment, use: ElementUse, place: ElementPlace, fault: GuideFault): void {
    const { segment } = member;
    const { element, repeat, component } = place;
    if (this.#faults.isTold(segment.position, element, component)) return;
    this.#faults.tell(segment.position, element, component);
    const text = segment.elements[element - 1]?.repeats[(repeat ?? 1) - 1];
    const found = component === undefined ? text?.join(' ') : text?.[component - 1];
    this.#add(fault, `${nameInWords(use)} ${fault.complaint}`, {
      at: { ...elementSpan(segment, place), segment: segment.position, ...place },
      path: [...pathOf(member), use.designator],
      found: found === '' ? undefined : found,
    });
  }

  /** Says what is wrong with a segment, or with a loop by its first one; then nothing more is said of what is in it. */
  instance(instance: Instance, fault: GuideFault): void {
    const head = headOf(instance);
    if (head === undefined || this.#faults.isTold(head.segment.position)) return;
    this.#tellAll(instance);
    const { segment } = head;
    this.#add(fault, `${segment.id} ${fault.complaint}`, {
      at: { offset: segment.offset, length: segment.length, segment: segment.position },
      path: [...loopPath(head.loop), segment.id],
      found: segment.id,
    });
  }

  /** Says that a segment or loop is missing, unless what is there instead explains it. The place is that of what follows. */
  missing(scope: MatchedLoop, step: GuideStep, fault: GuideFault): void {
    const [node] = step.nodes;
    if (node === undefined || this.#faults.isCutOff(scope)) return;
    const path = [...loopPath(scope), ...(node.kind === 'loop' ? [node.key] : []), step.id];
    if (this.#faults.isMissing(path) || this.#isDoubtful(scope, step) || this.#faults.takePardon(scope)) return;
    const next = this.#insteadOf(scope, step);
    this.#add(fault, fault.complaint, {
      at: {
        offset: next?.offset ?? this.#set.offset + this.#set.length,
        length: 0,
        segment: next?.position ?? this.#set.segments.length + 1,
      },
      path,
      found: next?.id,
    });
  }

  #add(
    { code, acknowledgment, expected }: GuideFault,
    message: string,
    where: Pick<Issue, 'at' | 'path' | 'found'>,
  ): void {
    const { guide } = this.compiled;
    const { address } = this.#set;
    const severity = severityOf(guide, code);
    const issue = makeIssue(code, { message, ...where, address, acknowledgment, expected, severity });
    this.#list.add({ ...issue, guide: guide.name });
  }

  #changed(issue: Issue): Issue {
    const { violations = {} } = this.compiled.guide;
    return Object.hasOwn(violations, issue.code)
      ? { ...issue, severity: severityOf(this.compiled.guide, issue.code) }
      : issue;
  }

  #tellAll(instance: Instance): void {
    if (instance.kind === 'segment') this.#faults.tell(instance.segment.position);
    else for (const member of instance.members) this.#tellAll(member);
  }

  /** A segment of that id is there whose qualifier is at fault: it may be the one that is missing. */
  #isDoubtful(scope: MatchedLoop, { nodes, qualifiers }: GuideStep): boolean {
    if (qualifiers.length === 0) return false;
    return this.index.standing(scope, nodes).some((instance) => {
      const segment = headOf(instance)?.segment;
      return segment === undefined || qualifiers.some(({ element }) => this.isTold(segment, element));
    });
  }

  #insteadOf(scope: MatchedLoop, { nodes }: GuideStep): Segment | undefined {
    const places = scope.use?.children ?? this.definition.structure;
    const place = Math.max(...nodes.map((node) => places.indexOf(node)));
    const later = scope.members.find(({ use }) => use !== undefined && places.indexOf(use) > place);
    const behind = later === undefined ? lastPosition(scope) : firstPosition(later) - 1;
    return this.#set.segments[Math.max(behind, 1)];
  }
}

function firstPosition(instance: Instance): number {
  if (instance.kind === 'segment') return instance.segment.position;
  const [first] = instance.members;
  return first === undefined ? 0 : firstPosition(first);
}

function lastPosition(instance: Instance): number {
  if (instance.kind === 'segment') return instance.segment.position;
  const last = instance.members.at(-1);
  return last === undefined ? 0 : lastPosition(last);
}
