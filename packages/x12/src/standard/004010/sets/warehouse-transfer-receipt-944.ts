// One line per place: segment, requirement, maximum use; a loop is named by its first segment and holds the lines indented below it.
export const structure = `
944 RE Warehouse stock transfer receipt advice
W17 M 1
N1 M loop 10
  N2 O 1
  N3 O 2
  N4 O 1
  PER O 5
N9 O 10
G61 O 3
G62 O 5
NTE O 20
W08 O 1
W18 O 10
G08 O 2
W07 M loop 9999
  G69 O 5
  N9 O 200
  W20 O 2
  W13 O loop 50
    N9 O 200
W14 M 1
`;
