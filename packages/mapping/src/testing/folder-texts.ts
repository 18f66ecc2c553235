import type { MappingIssue } from '../issue.ts';
import type { Result } from '../result.ts';
import { readJsonText } from './read-json-text.ts';

/** Far more than any partner has. */
const MOST_FILES = 10_000;
const MOST_CHARACTERS = 16_000_000;

/** The texts of a partner's folder by their paths in it; what is wrong with them is gathered. */
export class FolderTexts {
  readonly issues: MappingIssue[] = [];
  readonly #texts = new Map<string, string>();

  /** Paths may begin with the folder that `profile.json` stands in. */
  constructor(files: Readonly<Record<string, string>>) {
    if (typeof files !== 'object' || files === null) {
      this.report('', 'folder-malformed', 'Expected the texts of a folder by their paths');
      return;
    }
    const paths = Object.keys(files).map((path) => path.replaceAll('\\', '/').replace(/^\.\//, ''));
    if (paths.length > MOST_FILES) this.report('', 'folder-too-large', `More than ${MOST_FILES} files`);
    const profile = paths.filter((path) => /(?:^|\/)profile\.json$/.test(path)).sort((a, b) => a.length - b.length)[0];
    const folder = profile?.slice(0, -'profile.json'.length) ?? '';
    for (const [index, text] of Object.values(files).slice(0, MOST_FILES).entries()) {
      const path = paths[index] ?? '';
      if (!path.startsWith(folder)) continue;
      if (typeof text !== 'string') this.report(path, 'file-malformed', `Expected its text, found ${typeof text}`);
      else if (text.length > MOST_CHARACTERS)
        this.report(path, 'file-too-large', `More than ${MOST_CHARACTERS} characters`);
      else this.#texts.set(path.slice(folder.length), text);
    }
  }

  text(path: string): string | undefined {
    return this.#texts.get(path);
  }

  /** `cases('golden', '.edi')`: names of the files in a folder, folders inside included, without the ending. */
  names(folder: string, ending: string): string[] {
    return [...this.#texts.keys()]
      .filter((path) => path.startsWith(`${folder}/`) && path.endsWith(ending))
      .map((path) => path.slice(folder.length + 1, -ending.length))
      .sort();
  }

  /** The JSON of a file; undefined, and reported, where it is none. */
  json(path: string): unknown {
    const text = this.#texts.get(path);
    if (text === undefined) {
      this.report(path, 'file-missing', 'There is no such file');
      return undefined;
    }
    return this.take(path, readJsonText(text));
  }

  /** The value of a result; what is wrong with it is reported at its file. */
  take<T>(path: string, { value, issues }: Result<T>): T | undefined {
    for (const issue of issues) {
      if (issue.severity === 'information') continue;
      this.issues.push({ ...issue, message: `${path}: ${issue.message}`, path: [path, ...issue.path] });
    }
    return value;
  }

  report(path: string, code: string, message: string): void {
    const text = path === '' ? message : `${path}: ${message}`;
    this.issues.push({ code, severity: 'error', message: text, path: path === '' ? [] : [path] });
  }
}
