const itemsOfCarton = 10;

/** A made-up shipment of so many packed lines: one order, ten lines to a carton, each carton with its SSCC. */
export function mappingShipment(lines) {
  const units = Array.from({ length: Math.ceil(lines / itemsOfCarton) }, (_, index) => {
    return { unitId: `carton-${index + 1}`, type: 'carton', sscc: sscc(index) };
  });
  const items = Array.from({ length: lines }, (_, index) => ({
    orderNumber: 'PO-4711',
    unitId: `carton-${Math.floor(index / itemsOfCarton) + 1}`,
    lineId: String(index + 1),
    ids: [{ scheme: 'seller', value: `AX-${index % 977}` }],
    quantity: { value: String(1 + (index % 48)), unit: 'EA' },
  }));
  return {
    kind: 'shipment',
    version: '1',
    purpose: 'original',
    shipmentId: 'S-1',
    createdAt: '2026-03-02T08:15:00Z',
    shippedOn: '2026-03-02',
    references: [],
    parties: {},
    units,
    items,
  };
}

function sscc(index) {
  const digits = `00614141${String(index).padStart(9, '0')}`;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
