/**
 * An element of an interchange as text, found by counting segments, so that nothing of the reader is used. `path` is in the
 * notation of maps: `PO1[0]/N1[1]/N103`, `HL[03=S]/FOB01`, `REF[0].01`. Composites are one text.
 */
export function elementAt(text: string, path: string): string | undefined {
  const all = text.split(/~\s*/).map((segment) => segment.split('*'));
  const [first = '', ...inner] = path.split('/');
  let found = insideOf(all, first, outsideLines(all));
  for (const part of inner) {
    if (/\[/.test(part)) found = insideOf(found, part, found.slice(1));
  }
  const element = Number(/(\d\d)(?:-\d)?$/.exec(path)?.[1]);
  return found[0]?.[element];
}

type Segments = readonly (readonly string[])[];

/** The segments of the n-th loop or segment of that name among some, up to the next one. */
function insideOf(all: Segments, part: string, among: Segments): Segments {
  const [, id = '', place = '0'] = /^([A-Z0-9]{2,3})(?:\[([^\]]*)\])?/.exec(part) ?? [];
  const [element, code] = place.split('=');
  const named = (id === 'PO1' || id === 'IT1' || id === 'HL' ? all : among).filter(([name]) => name === id);
  const start = code === undefined ? named[Number(place)] : named.find((segment) => segment[Number(element)] === code);
  if (start === undefined) return [];
  const from = all.indexOf(start);
  const to = all.findIndex(([name], at) => at > from && name === id);
  return all.slice(from, to < 0 ? undefined : to);
}

/** What belongs to no line: the heading, and the summary from TDS or CTT on. */
function outsideLines(all: Segments): Segments {
  const begin = all.findIndex(([name]) => name === 'PO1' || name === 'IT1');
  const end = all.findIndex(([name]) => name === 'TDS' || name === 'CTT');
  return begin < 0 ? all : [...all.slice(0, begin), ...all.slice(end)];
}
