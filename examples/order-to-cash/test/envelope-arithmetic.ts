/**
 * Checks an X12 file by plain arithmetic, sharing no code with the codec: every SE, GE and IEA counts what stands above
 * it and repeats its control number. Answers the faults found.
 */
export function envelopeArithmetic(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString('latin1');
  const [element, terminator] = [text.charAt(3), text.charAt(105)];
  const faults: string[] = [];
  const opened: { id: string; control: string | undefined; count: number }[] = [];
  const expectClose = (id: string, count: string | undefined, control: string | undefined) => {
    const start = opened.pop();
    if (start?.id !== id) faults.push(`${id} is not closed where it should be`);
    else if (Number(count) !== start.count) faults.push(`${id} ${start.control}: says ${count}, is ${start.count}`);
    else if (control !== start.control) faults.push(`${id}: control number ${start.control} closes as ${control}`);
    const outer = opened.at(-1);
    if (outer) outer.count++;
  };
  for (const segment of text.split(terminator).map((part) => part.replace(/^[\r\n]+/, ''))) {
    const parts = segment.split(element);
    const inSet = opened.at(-1)?.id === 'ST';
    if (inSet) (opened.at(-1) as { count: number }).count++;
    if (parts[0] === 'ISA') opened.push({ id: 'ISA', control: parts[13], count: 0 });
    if (parts[0] === 'GS') opened.push({ id: 'GS', control: parts[6], count: 0 });
    if (parts[0] === 'ST') opened.push({ id: 'ST', control: parts[2], count: 1 });
    if (parts[0] === 'SE') expectClose('ST', parts[1], parts[2]);
    if (parts[0] === 'GE') expectClose('GS', parts[1], parts[2]);
    if (parts[0] === 'IEA') expectClose('ISA', parts[1], parts[2]);
  }
  if (!text.startsWith('ISA')) faults.push('does not start with ISA');
  if (opened.length > 0) faults.push(`${opened.at(-1)?.id} is never closed`);
  return faults;
}
