import type { Output } from './console-output.ts';
import type { OrderReport } from './report.ts';

const headings = ['order', 'partner', 'ERP number', 'phase', 'documents sent', 'waits for'];

/** Most characters of a column on a terminal; the last one takes what is left. */
const widest = [28, 24, 27, 12, 34];

/** One row for each order: cut to the terminal's width, whole where nobody looks on. */
export function closingTable(orders: readonly OrderReport[], output: Output): void {
  const rows = [headings, ...orders.map(toRow)];
  const needed = headings.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const widths = output.width === undefined ? needed : narrowed(needed, output.width);
  output.line();
  for (const [index, row] of rows.entries()) {
    const line = lineOf(row, widths);
    output.line(index === 0 ? output.style('bold', line) : line);
  }
}

function narrowed(needed: readonly number[], width: number): number[] {
  const columns = needed.map((length, column) => Math.min(length, widest[column] ?? length));
  const rest = width - columns.slice(0, -1).reduce((sum, length) => sum + length + 2, 0);
  return [...columns.slice(0, -1), Math.max(24, rest)];
}

function toRow({ order, id, partner, erpOrders, phase, documents, waitingFor }: OrderReport): string[] {
  const sent = new Map<string, number>();
  for (const { type } of documents) sent.set(type, (sent.get(type) ?? 0) + 1);
  const list = [...sent].map(([type, count]) => (count === 1 ? type : `${count} × ${type}`)).join(', ');
  const [, , release] = id.split('/').map(decodeURIComponent);
  return [
    release ? `${order} release ${release}` : order,
    partner,
    erpOrders.map(({ number }) => number).join(' '),
    phase,
    list,
    waitingFor ?? '–',
  ];
}

function lineOf(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, column) => fit(cell, widths[column] ?? 0))
    .join('  ')
    .trimEnd();
}

function fit(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
}
