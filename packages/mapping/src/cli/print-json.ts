import type { System } from './system.ts';

/**
 * Prints a value as JSON with a line for each property, and a line feed. Characters that would move the cursor of a terminal
 * or turn its direction of writing are escaped, which means the same in JSON.
 */
export async function printJson(value: unknown, system: System): Promise<void> {
  const text = JSON.stringify(value, null, 2) ?? 'null';
  await system.print(`${text.replace(/[\u007f-\u009f\u00ad\p{Cf}\p{Zl}\p{Zp}]/gu, escaped)}\n`);
}

function escaped(sign: string): string {
  const units = Array.from({ length: sign.length }, (_, index) => sign.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
