import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtEntry, packageFolder } from '../built-entry.mjs';
import { missingRow, resultRow } from '../result-row.mjs';

const row = {
  name: 'tsc of a file that uses every set of 004010, time added in s',
  compare: 'at most',
  goal: 0.3,
  unit: 's',
};
/** The compiler of the row, and the older one that many still have, as a figure. */
const compilers = { 'TypeScript 7': 'typescript-7', 'TypeScript 6': 'typescript' };

/** The package as it is installed, in a project of one file; against an empty file. */
export async function compileTime({ settings, folder, root }) {
  const project = join(folder, 'consumer');
  const installed = join(project, 'node_modules/@dist/x12');
  mkdirSync(installed, { recursive: true });
  cpSync(join(packageFolder, 'dist'), join(installed, 'dist'), { recursive: true });
  cpSync(join(packageFolder, 'package.json'), join(installed, 'package.json'));
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  writeProject(project, 'with', consumer(await definitionsOf004010()));
  writeProject(project, 'without', `export const nothing: readonly string[] = [];\n`);
  const figures = {};
  const rows = [];
  for (const [name, module] of Object.entries(compilers)) {
    const compiler = join(root, 'node_modules', module, 'bin/tsc');
    const { fault, added, withIt, without } = addedTimes(compiler, project, settings.rounds);
    if (fault === undefined) figures[name] = added;
    if (module !== 'typescript-7') continue;
    if (fault !== undefined) rows.push(missingRow(row, fault));
    else rows.push(resultRow({ ...row, ratios: added, ours: withIt, other: without, against: 'an empty file' }));
  }
  return { rows, figures: { 'tsc, time added, s': figures } };
}

function addedTimes(compiler, project, rounds) {
  const [added, withIt, without] = [[], [], []];
  for (let round = -1; round < rounds; round++) {
    const one = compile(compiler, join(project, 'with.json'));
    const other = compile(compiler, join(project, 'without.json'));
    const fault = one.fault ?? other.fault;
    if (fault !== undefined) return { fault };
    // The first reads the files from the disk.
    if (round < 0) continue;
    withIt.push(one.seconds);
    without.push(other.seconds);
    added.push(one.seconds - other.seconds);
  }
  return { added, withIt, without };
}

function compile(compiler, config) {
  const from = performance.now();
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', config], { encoding: 'utf8' });
  const seconds = (performance.now() - from) / 1000;
  return status === 0 ? { seconds } : { fault: `tsc: ${stdout.trim().split('\n')[0]}` };
}

function writeProject(project, name, source) {
  writeFileSync(join(project, `${name}.ts`), source);
  const compilerOptions = {
    strict: true,
    target: 'es2022',
    lib: ['es2022', 'dom'],
    module: 'nodenext',
    moduleResolution: 'nodenext',
    types: [],
    skipLibCheck: true,
    noEmit: true,
  };
  writeFileSync(join(project, `${name}.json`), JSON.stringify({ compilerOptions, files: [`${name}.ts`] }));
}

/** Of every set of the release: the name of its definition, ST01, and the property of a segment that it must have. */
async function definitionsOf004010() {
  const entries = Object.entries(await import(builtEntry('004010')));
  return entries
    .filter(([, { structure, id }]) => Array.isArray(structure) && typeof id === 'string')
    .map(([name, { id, structure }]) => {
      const first = structure.find(
        ({ kind, maximumUse, requirement }) => kind === 'segment' && maximumUse === 1 && requirement === 'M',
      );
      return { name, id, first: first?.key };
    });
}

/** A program that reads a file with all of them, narrows each document by ST01, and writes it again. */
function consumer(definitions) {
  const names = definitions.map(({ name }) => name);
  const types = names.map((name) => `type ${typeOf(name)}`);
  const cases = definitions.map(
    ({ name, id }) => `      case '${id}':\n        return of${typeOf(name)}(set.document);\n`,
  );
  const functions = definitions.map(({ name, first }) => {
    const part = first === undefined ? 'document' : `document.${first}`;
    const answer = `[${part}, outgoingSet(${name}, document, '0001')]`;
    return `function of${typeOf(name)}(document: ${typeOf(name)}): unknown[] {\n  return ${answer};\n}\n`;
  });
  return `import { outgoingSet, read } from '@dist/x12';
import { ${[...types, ...names].join(', ')} } from '@dist/x12/004010';

export function documents(text: string): unknown[] {
  const { sets } = read(text, { sets: [${names.join(', ')}] });
  return sets.map((set) => {
    if (set.status === 'rejected') return undefined;
    switch (set.type) {
${cases.join('')}      default:
        return undefined;
    }
  });
}

${functions.join('\n')}`;
}

function typeOf(name) {
  return name[0].toUpperCase() + name.slice(1);
}
