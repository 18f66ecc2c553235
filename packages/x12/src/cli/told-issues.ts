import type { FormattableIssue } from '../format.ts';
import type { System } from './system.ts';
import { tellIssues } from './tell-issues.ts';

/** Issues of a file that are told; a person does not read more. */
const MOST_TOLD = 100;

/** Gathers the issues of a file that goes by, for its end. */
export class ToldIssues {
  hasError = false;
  private readonly first: FormattableIssue[] = [];
  private more = 0;

  add(issues: Iterable<FormattableIssue>): void {
    for (const issue of issues) {
      if (issue.severity === 'error') this.hasError = true;
      if (this.first.length < MOST_TOLD) this.first.push(issue);
      else this.more++;
    }
  }

  /** Writes them to standard error. */
  tell(file: { readonly file: string; readonly source?: Uint8Array | undefined }, system: System): void {
    tellIssues(this.first, file, system);
    if (this.more > 0) system.tell(`${file.file}: and ${this.more} more (x12 validate --json prints all)\n`);
  }
}
