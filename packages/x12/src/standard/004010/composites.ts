// Composites of release 004010, in the standard's own notation: a line `ID name`, then one line per element
// (place, data element or composite, requirement, type, least/most length, name) and the syntax notes.
// A question mark marks what only one source says: it is reported as information and never rejects data.
export const composites = `
C001 Composite unit of measure
01 355 M ID 2/2 Unit of measure
02 1018 O R 1/15 Exponent
03 649 O R 1/10 Multiplier
04 355 O ID 2/2 Unit of measure
05 1018 O R 1/15 Exponent
06 649 O R 1/10 Multiplier
07 355 O ID 2/2 Unit of measure
08 1018 O R 1/15 Exponent
09 649 O R 1/10 Multiplier
10 355 O ID 2/2 Unit of measure
11 1018 O R 1/15 Exponent
12 649 O R 1/10 Multiplier
13 355 O ID 2/2 Unit of measure
14 1018 O R 1/15 Exponent
15 649 O R 1/10 Multiplier

C002 Actions asked for
01 704 M ID? 1/2 Action
02 704 O ID? 1/2 Action
03 704 O ID? 1/2 Action
04 704 O ID? 1/2 Action
05 704 O ID? 1/2 Action

C040 Further references
01 128 M ID 2/3 Reference qualifier
02 127 M AN 1/30 Reference number
03 128 X ID 2/3 Reference qualifier
04 127 X AN 1/30 Reference number
05 128 X ID 2/3 Reference qualifier
06 127 X AN 1/30 Reference number
notes P0304 P0506
`;
