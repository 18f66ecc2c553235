import type { Shape } from '../shape/shape.ts';

/**
 * Another value than the one given, which the place takes: the next code of its closed list that the map does not use, else
 * one that agrees with X12's length of codes.
 */
export function otherValue(shape: Shape, value: string, used: ReadonlySet<string>): string {
  const codes = shape.kind === 'leaf' ? [...(shape.codes ?? [])] : [];
  const at = codes.indexOf(value);
  const others = [...codes.slice(at + 1), ...codes.slice(0, Math.max(0, at))].filter((code) => code !== value);
  const fresh =
    others.find((code) => !used.has(code) && code.length === value.length) ?? others.find((code) => !used.has(code));
  if (fresh !== undefined) return fresh;
  if (others[0] !== undefined) return others[0];
  if (/^[0-9]+$/.test(value)) return String(BigInt(value) + 1n).padStart(value.length, '0');
  return ['ZZ', 'QQ'].find((code) => code !== value && !used.has(code) && value.length === 2) ?? `${value}X`;
}
