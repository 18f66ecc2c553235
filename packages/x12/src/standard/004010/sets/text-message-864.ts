// One line per place: segment, requirement, maximum use; a loop is named by its first segment and holds the lines indented below it.
export const structure = `
864 TX Text message
BMG M 1
DTM O 10
N1 O loop 200
  N2 O 2
  N3 O 2
  N4 O 1
  REF O 12
  PER O 3
MIT M loop >1
  N1 O loop 200
    N2 O 2
    N3 O 2
    N4 O 1
    REF O 12
    PER O 3
  MSG M 100000
`;
