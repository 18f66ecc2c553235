import type { Issue } from '@dist/canonical';

/** An event that was brought to an order and is none that the machine can take. Nothing of what came with it is committed. */
export class WrongEvent extends RangeError {
  override readonly name = 'WrongEvent';
  readonly order: string;
  /** What is wrong, where in the event, what was found, and what to do. */
  readonly issue: Issue;

  constructor(order: string, issue: Issue) {
    const place = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
    super(`an event for ${order} is wrong: ${place}${issue.message} (found ${issue.found ?? 'nothing'})`);
    this.order = order;
    this.issue = issue;
  }
}
