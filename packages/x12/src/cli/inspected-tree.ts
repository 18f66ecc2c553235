import { headingLines } from '../inspect/heading-lines.ts';
import { inspectedSet } from '../inspect/inspected-set.ts';
import { issueLine } from '../inspect/issue-line.ts';
import type { Issue } from '../issue.ts';
import type { StreamedGroup, StreamedInterchange } from '../parse-stream.ts';
import type { Examined, ExaminedInterchange, PassingSet } from '../read-stream/examined.ts';
import { statusOf } from '../status-of.ts';

/** What a set stands in. */
interface Around {
  readonly group: StreamedGroup;
  readonly interchange: StreamedInterchange;
}

/** The lines that `inspect` prints, of a file that goes by. */
export class InspectedTree {
  hasError = false;
  /** Issues and TA1 segments of the open interchange and group that have been printed. */
  private readonly printed = new Set<object>();
  private hasInterchange = false;
  private hasGroup = false;

  /** The lines of what has come, each with its line feed. */
  *lines(item: Examined): Generator<string, void, undefined> {
    for (const line of this.linesOf(item)) yield `${line}\n`;
  }

  private linesOf(item: Examined): Iterable<string> {
    switch (item.kind) {
      case 'set':
        return this.setLines(item);
      case 'group':
        return this.endGroupLines(item);
      case 'interchange':
        return this.endLines(item.interchange);
      default:
        return this.issueLines([item.issue], '');
    }
  }

  private *setLines({ set, definition, issues, group, interchange }: PassingSet): Generator<string, void, undefined> {
    yield* this.groupLines({ group, interchange });
    // What an interchange holds that is rejected is not looked into.
    const isRejected = statusOf(interchange.issues) === 'rejected';
    const shown = isRejected ? set.issues : issues;
    if (statusOf(shown) === 'rejected') this.hasError = true;
    for (const line of inspectedSet(set, definition, shown)) yield `    ${line}`;
  }

  private *groupLines({ group, interchange }: Around): Generator<string, void, undefined> {
    yield* this.interchangeLines(interchange);
    if (!this.hasGroup) yield headingLines.group(group);
    this.hasGroup = true;
    yield* this.issueLines(group.issues, '    ');
  }

  private *interchangeLines(interchange: StreamedInterchange): Generator<string, void, undefined> {
    if (!this.hasInterchange) yield headingLines.interchange(interchange);
    this.hasInterchange = true;
    yield* this.issueLines(interchange.issues, '  ');
    for (const segment of interchange.acknowledgments) {
      if (!this.printed.has(segment)) yield headingLines.acknowledgment(segment);
      this.printed.add(segment);
    }
  }

  private *endGroupLines(item: Examined & { kind: 'group' }): Generator<string, void, undefined> {
    yield* this.groupLines(item);
    this.hasGroup = false;
  }

  private *endLines(interchange: ExaminedInterchange): Generator<string, void, undefined> {
    yield* this.interchangeLines(interchange);
    this.printed.clear();
    this.hasInterchange = false;
  }

  private *issueLines(issues: readonly Issue[], margin: string): Generator<string, void, undefined> {
    for (const issue of issues) {
      if (this.printed.has(issue)) continue;
      this.printed.add(issue);
      if (issue.severity === 'error') this.hasError = true;
      yield `${margin}${issueLine(issue)}`;
    }
  }
}
