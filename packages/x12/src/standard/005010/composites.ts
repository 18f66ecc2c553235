// Composites of release 005010, in the standard's own notation: a line `ID name`, then one line per element
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
01 704 M ID 1/2 Action asked for
02 704 O ID 1/2 Action asked for
03 704 O ID 1/2 Action asked for
04 704 O ID 1/2 Action asked for
05 704 O ID 1/2 Action asked for

C030 Position in the segment
01 722 M N0 1/2 Element position
02 1528 O N0 1/2 Component position
03 1686 O N0 1/4 Repetition position

C040 Further references
01 128 M ID 2/3 Reference qualifier
02 127 M AN 1/50 Reference number
03 128 X ID 2/3 Reference qualifier
04 127 X AN 1/50 Reference number
05 128 X ID 2/3 Reference qualifier
06 127 X AN 1/50 Reference number
notes P0304 P0506

C056 Race or ethnicity
01 1109 X ID 1/1 Ethnicity
02 1270 X ID 1/3 Code list
03 1271 X AN 1/30 Industry code
notes P0203 R0103 E0103

C998 Context identification
01 9999 M AN 1/35 Context name
02 9998 O AN 1/35 Context reference

C999 Segment reference
01 725 M N0? 1/4 Element number
02 725 O N0 1/4 Element number
`;
