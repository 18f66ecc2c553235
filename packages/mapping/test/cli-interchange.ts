/** A purchase order of the standard map, without ST and SE; no rule reads its second REF. */
export const cliOrder = [
  'BEG*00*SA*PO-4711**20260301',
  'REF*DP*007',
  'REF*ZZ*ABC',
  'N1*ST*STORE 42*92*0042',
  'PO1*0001*24*EA*12.5*PE*UP*036000291452*IN*4711',
  'CTT*1',
];

/** An interchange with these sets, each its segments without ST and SE. */
export function cliInterchange(sets: readonly (readonly string[])[], type = '850', group = 'PO'): string {
  const numbered = sets.map((segments, index) => {
    const number = String(index + 1).padStart(4, '0');
    return [`ST*${type}*${number}`, ...segments, `SE*${segments.length + 2}*${number}`];
  });
  return `${[
    'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260302*0815*U*00401*000000001*0*T*>',
    `GS*${group}*SENDER*RECEIVER*20260302*0815*1*X*004010`,
    ...numbered.flat(),
    `GE*${sets.length}*1`,
    'IEA*1*000000001',
  ].join('~')}~`;
}
