import type { Issue } from '../issue.ts';
import { loopPath, type MatchedLoop } from '../structure/matched.ts';
import type { ValidatedSet } from '../validate/validate-set.ts';

/** What has been said of a set, so that a guide does not say it again in other words. */
export class StandardFaults {
  /** `7`: all of segment 7; `7.2`: its element 2; `7.4.1`: a component. */
  readonly #told = new Set<string>();
  readonly #missing = new Set<string>();
  /** Unplaced segments by each loop around them: one of them may be what a guide misses. */
  readonly #pardons = new Map<string, number>();
  readonly #cutOff = new Set<MatchedLoop>();

  constructor({ issues, root }: ValidatedSet) {
    for (const issue of issues) this.#note(issue);
    if (issues.some(({ code }) => ENDLESS.has(code)))
      for (let loop: MatchedLoop | undefined = root; loop !== undefined; loop = lastLoop(loop)) this.#cutOff.add(loop);
  }

  tell(segment: number, element?: number, component?: number): void {
    this.#told.add([segment, element, component].filter((part) => part !== undefined).join('.'));
  }

  isTold(segment: number, element?: number, component?: number): boolean {
    const told = this.#told;
    if (told.size === 0) return false;
    if (told.has(String(segment))) return true;
    if (element === undefined) return false;
    return (
      told.has(`${segment}.${element}`) || (component !== undefined && told.has(`${segment}.${element}.${component}`))
    );
  }

  /** Whether the standard missed the same segment in the same loop. */
  isMissing(path: Issue['path']): boolean {
    return this.#missing.size > 0 && this.#missing.has(JSON.stringify(path));
  }

  /** Whether the end of the loop did not come. */
  isCutOff(loop: MatchedLoop): boolean {
    return this.#cutOff.has(loop);
  }

  /** Whether an unplaced segment explains what is missing in a loop; each explains one. */
  takePardon(loop: MatchedLoop): boolean {
    if (this.#pardons.size === 0) return false;
    const key = JSON.stringify(loopPath(loop));
    const left = this.#pardons.get(key) ?? 0;
    if (left > 0) this.#pardons.set(key, left - 1);
    return left > 0;
  }

  #note({ code, at, path, severity }: Issue): void {
    if (code === 'segment-missing') this.#missing.add(JSON.stringify(path));
    else if (UNPLACED.has(code)) this.#pardon(path);
    // What the standard is not sure of hides nothing.
    else if (at.segment !== undefined && severity !== 'information') this.tell(at.segment, at.element, at.component);
  }

  #pardon(path: Issue['path']): void {
    for (let length = 0; length < path.length; length++) {
      const key = JSON.stringify(path.slice(0, length));
      this.#pardons.set(key, (this.#pardons.get(key) ?? 0) + 1);
    }
  }
}

const UNPLACED = new Set(['segment-unknown', 'segment-unexpected', 'segment-not-in-set']);
const ENDLESS = new Set(['set-trailer-missing', 'segment-binary-length', 'set-too-large']);

const lastLoop = (loop: MatchedLoop): MatchedLoop | undefined => {
  const last = loop.members.at(-1);
  return last?.kind === 'loop' ? last : undefined;
};
