import { readFileSync, writeFileSync } from 'node:fs';
import { median } from './result-row.mjs';

const [start, end] = ['<!-- written by npm run bench -->', '<!-- until here -->'];

/** One line for a terminal: `met     0.71 at most 0.8  …`. */
export function printRow(row) {
  const goal = `${row.compare} ${row.goal}`;
  const figures = row.reason ?? comparison(row);
  process.stdout.write(`${stateOf(row).padEnd(8)}${text(row.ratio).padStart(8)} ${goal.padEnd(14)} ${row.name}\n`);
  if (figures !== '') process.stdout.write(`          ${figures}\n`);
}

/** Writes the table of a page again, between its two markers. */
export function pageTable(page, { rows, invalid, figures, machine }) {
  const before = readFileSync(page, 'utf8');
  const [from, to] = [before.indexOf(start), before.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${page} has no markers`);
  const table = [
    `${machine}; medians of ${Math.max(...rows.map(({ rounds }) => rounds.length))} rounds.`,
    '',
    '| what | ratio | goal | | figures |',
    '|---|---:|---:|---|---|',
    ...rows.map(
      (row) =>
        `| ${row.name} | ${text(row.ratio)} | ${row.compare} ${row.goal} | ${stateOf(row)} | ${row.reason ?? comparison(row)} |`,
    ),
    '',
    ...Object.entries(figures).map(([what, values]) => `- ${what}: ${list(values)}`),
    ...invalid.map(({ name, what, fault }) => `- left out of \`${what}\`, ${name}: \`${fault}\``),
  ];
  writeFileSync(page, `${before.slice(0, from)}${start}\n\n${table.join('\n')}\n\n${before.slice(to)}`);
}

function stateOf({ pass, reason, isFarOff }) {
  if (reason !== undefined) return 'none';
  if (pass) return 'met';
  return isFarOff ? 'far' : 'missed';
}

function comparison({ ratio, ours, other, unit, against }) {
  if (other === undefined) return ours === ratio ? '' : `${ours} ${unit}`;
  return `${ours} ${unit}, ${against} ${other}`;
}

function list(values) {
  return Object.entries(values)
    .map(([name, rounds]) => `${name} ${median(rounds).toPrecision(3)}`)
    .join(', ');
}

function text(ratio) {
  return ratio === null ? '-' : String(ratio);
}
