// Composites of the acknowledgment of release 004010, in the standard's own notation: a line `ID name`, then one line per element
// (place, data element or composite, requirement, type, least/most length, name) and the syntax notes.
// A question mark marks what only one source says: it is reported as information and never rejects data.
export const acknowledgmentComposites = `
C030 Position in the segment
01 722 M N0 1/2 Element position
02 1528 O N0 1/2 Component position
`;
