// One line per place: segment, requirement, maximum use; a loop is named by its first segment and holds the lines indented below it.
export const structure = `
943 AR Warehouse stock transfer shipment advice
W06 M 1
N1 M loop 10
  N2 O 1
  N3 O 2
  N4 O 1
  PER O 5
N9 O 10
G61 O 3
G62 O 5
NTE O 20
W27 M 1
W28 O 1
W10 O 1
W04 M loop 9999
  G69 O 5
  N9 O 200
  W20 O 2
W03 M 1
`;
