/** Numbers segments in the order in which they come: ST is 1 in its set, ISA is 1 outside. */
export function segmentNumbers(): (id: string) => number {
  let ordinal = 1;
  let inSet = 0;
  return (id) => {
    ordinal++;
    if (id === 'ST') inSet = 1;
    else if (id === 'GS' || id === 'GE' || id === 'IEA') inSet = 0;
    else if (inSet > 0) inSet++;
    const position = inSet > 0 ? inSet : ordinal;
    if (id === 'SE') inSet = 0;
    return position;
  };
}
