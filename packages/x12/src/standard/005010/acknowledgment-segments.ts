// Segments of the acknowledgments of release 005010, in the standard's own notation: a line `ID name`, then one line per element
// (place, data element or composite, requirement, type, least/most length, name) and the syntax notes.
// A question mark marks what only one source says: it is reported as information and never rejects data.
export const acknowledgmentSegments = `
AK1 Group being acknowledged
01 479 M ID 2/2 Functional identifier
02 28 M N0 1/9 Group control number
03 480 O AN 1/12 Release and version

AK2 Transaction set being acknowledged
01 143 M ID 3/3 Transaction set type
02 329 M AN 4/9 Set control number
03 1705 O AN 1/35 Implementation convention

AK3 Segment in error (997)
01 721 M ID 2/3 Segment
02 719 M N0 1/10 Segment position
03 447 O AN 1/4 Loop identifier
04 720 O ID 1/3 Segment error

AK4 Element in error (997)
01 C030 M Position in the segment
02 725 O N0 1/4 Element number
03 723 M ID 1/3 Element error
04 724 O AN 1/99 Bad value

AK5 Transaction set verdict (997)
01 717 M ID 1/1 Set acknowledgment
02 718 O ID 1/3 Set error
03 718 O ID 1/3 Set error
04 718 O ID 1/3 Set error
05 718 O ID 1/3 Set error
06 718 O ID 1/3 Set error

AK9 Group verdict and counts
01 715 M ID 1/1 Group acknowledgment
02 97 M N0 1/6 Included sets
03 123 M N0 1/6 Received sets
04 2 M N0 1/6 Accepted sets
05 716 O ID 1/3 Group error
06 716 O ID 1/3 Group error
07 716 O ID 1/3 Group error
08 716 O ID 1/3 Group error
09 716 O ID 1/3 Group error

CTX Context of an error
01 C998 M x10 Context identification
02 721 O ID 2/3 Segment
03 719 O N0 1/10 Segment position
04 447 O AN 1/4 Loop identifier
05 C030 O Position in the segment
06 C999 O Segment reference

IK3 Segment in error (999)
01 721 M ID 2/3 Segment
02 719 M N0 1/10 Segment position
03 447 O AN 1/4 Loop identifier
04 620 O ID 1/3 Segment error

IK4 Element in error (999)
01 C030 M Position in the segment
02 725 O N0 1/4 Element number
03 621 M ID 1/3 Element error
04 724 O AN 1/99 Bad value

IK5 Transaction set verdict (999)
01 717 M ID 1/1 Set acknowledgment
02 618 O ID 1/3 Set error
03 618 O ID 1/3 Set error
04 618 O ID 1/3 Set error
05 618 O ID 1/3 Set error
06 618 O ID 1/3 Set error
`;
