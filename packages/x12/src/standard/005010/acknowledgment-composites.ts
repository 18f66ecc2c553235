// Composites of the acknowledgments of release 005010, in the standard's own notation: a line `ID name`, then one line per element
// (place, data element or composite, requirement, type, least/most length, name) and the syntax notes.
// A question mark marks what only one source says: it is reported as information and never rejects data.
export const acknowledgmentComposites = `
C030 Position in the segment
01 722 M N0 1/2 Element position
02 1528 O N0 1/2 Component position
03 1686 O N0 1/4 Repetition position

C998 Context identification
01 9999 M AN 1/35 Context name
02 9998 O AN 1/35 Context reference

C999 Segment reference
01 725 M N0? 1/4 Element number
02 725 O N0 1/4 Element number
`;
