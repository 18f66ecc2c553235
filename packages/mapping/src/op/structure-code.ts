/** The code of a level order (BSN05), where there is one. */
export function structureCode(codes: Readonly<Record<string, string>>, order: readonly string[]): string | undefined {
  const name = order.join('-');
  return Object.hasOwn(codes, name) ? codes[name] : undefined;
}
