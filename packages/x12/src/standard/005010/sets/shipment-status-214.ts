// The one source for this release has a heading of B10 and MS3 only; the rest of it is that of 004010, as unsure.
// One line per place: segment, requirement, maximum use; a loop is named by its first segment and holds the lines indented below it.
export const structure = `
214 QM Carrier shipment status
B10 M 1
L11 O 300?
MAN O 9999?
K1 O 10?
N1 O loop 10?
  N2 O 1?
  N3 O 2?
  N4 O 1?
  G61 O 1?
  G62 O 1?
  L11 O 10?
MS3 O 12
LX M loop 999999?
  L11 O 999?
  MAN O 9999?
  Q7 O 10?
  K1 O 10?
  AT5 O 10?
  AT8 O 10?
  AT7 M loop 10?
    MS1 O 1?
    MS2 O 2?
    K1 O 1?
    M7 O 1?
  N1 O loop 5?
    N2 O 1?
    N3 O 2?
    N4 O 1?
    G62 O 1?
    L11 O 10?
  OID O loop 999999?
    SDQ O 10?
`;
