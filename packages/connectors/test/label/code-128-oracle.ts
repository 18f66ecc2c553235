/** A Code 128 symbol as a scanner has it before it makes text of it: values from the start to the check character. */
export interface Symbol128 {
  readonly values: readonly number[];
  /** What a scanner tells; FNC1 is `<FNC1>`. */
  readonly text: string;
  /** Bars and spaces in modules, the stop included. */
  readonly modules: number;
}

/** What ^BC makes of field data in mode N (ZPL II Programming Guide, Table 6), by the book and slowly. */
export function symbolOf(fieldData: string): Symbol128 {
  const values: number[] = [];
  let text = '';
  let subset = '';
  for (let at = 0; at < fieldData.length; ) {
    const two = fieldData.slice(at, at + 2);
    const start = { '>9': ['A', 103], '>:': ['B', 104], '>;': ['C', 105] }[two];
    if (values.length === 0) {
      if (start === undefined) throw new Error('the symbol does not say in which subset it begins');
      subset = String(start[0]);
      values.push(Number(start[1]));
      at += 2;
    } else if (two === '>8') {
      values.push(102);
      text += '<FNC1>';
      at += 2;
    } else if (two === '>5' || two === '>6') {
      const next = two === '>5' ? 'C' : 'B';
      if (next === subset) throw new Error(`it is in subset ${next} already`);
      values.push(two === '>5' ? 99 : 100);
      subset = next;
      at += 2;
    } else if (subset === 'C') {
      if (!/^\d\d$/.test(two)) throw new Error(`${two} is no pair of digits`);
      values.push(Number(two));
      text += two;
      at += 2;
    } else {
      const character = two === '>0' ? '>' : fieldData.charAt(at);
      if (character === '>' && two !== '>0') throw new Error(`${two} is not expected`);
      values.push(character.charCodeAt(0) - 32);
      text += character;
      at += two === '>0' ? 2 : 1;
    }
  }
  values.push(checkValue(values));
  return { values, text, modules: values.length * 11 + 13 };
}

/** The start's value and each other one times its place, modulo 103 (ISO/IEC 15417). */
export function checkValue(values: readonly number[]): number {
  return values.reduce((sum, value, place) => sum + value * Math.max(place, 1), 0) % 103;
}
