interface Filter {
  field: string;
  value: string;
  conditionType: string;
}

/**
 * Answers a search over rows: groups hold together, the filters of one are alternatives. A page behind the last one is the
 * last one again. `fields` are the values that may be searched for and sorted by.
 */
export function searchAnswer<Row>(
  rows: readonly Row[],
  query: URLSearchParams,
  {
    fields,
    show,
  }: { readonly fields: (row: Row) => Readonly<Record<string, unknown>>; readonly show: (row: Row) => unknown },
): Response {
  const groups = groupsOf(query);
  const sorts = [0, 1]
    .map((at) => query.get(`searchCriteria[sortOrders][${at}][field]`) ?? '')
    .filter((field) => field);
  const found = rows
    .filter((row) => groups.every((group) => group.some((filter) => fits(fields(row), filter))))
    .sort(
      (a, b) => sorts.map((field) => compare(fields(a)[field], fields(b)[field])).find((order) => order !== 0) ?? 0,
    );
  const pageSize = Number(query.get('searchCriteria[pageSize]') ?? 20);
  const asked = Number(query.get('searchCriteria[currentPage]') ?? 1);
  const page = Math.min(asked, Math.max(1, Math.ceil(found.length / pageSize)));
  return Response.json({
    items: found.slice((page - 1) * pageSize, page * pageSize).map(show),
    search_criteria: { filter_groups: [], page_size: pageSize, current_page: asked },
    total_count: found.length,
  });
}

function groupsOf(query: URLSearchParams): readonly (readonly Filter[])[] {
  const groups: Filter[][] = [];
  for (const [name, value] of query) {
    const [, group, place, part] =
      /^searchCriteria\[filterGroups\]\[(\d)\]\[filters\]\[(\d+)\]\[(field|value|conditionType)\]$/.exec(name) ?? [];
    if (part !== 'field' && part !== 'value' && part !== 'conditionType') continue;
    const filters = groups[Number(group)] ?? [];
    const filter = filters[Number(place)] ?? { field: '', value: '', conditionType: 'eq' };
    groups[Number(group)] = filters;
    filters[Number(place)] = filter;
    filter[part] = value;
  }
  return groups;
}

function fits(fields: Readonly<Record<string, unknown>>, { field, value, conditionType }: Filter): boolean {
  const own = fields[field];
  if (own === null || own === undefined) return false;
  if (conditionType === 'gteq') return compare(own, value) >= 0;
  // As the database compares texts: without regard to capitals.
  return String(own).toLowerCase() === value.toLowerCase();
}

function compare(a: unknown, b: unknown): number {
  const [one, two] = [String(a), String(b)];
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return one < two ? -1 : one > two ? 1 : 0;
}
