/** `items[0][price]=x&expand[]=y` as the object that it means; every value is a text. */
export function readFormBody(text: string): unknown {
  const root: Tree = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const [first = '', ...rest] = name
      .split(/\]?\[|\]$/)
      .filter((step, index, all) => step !== '' || index < all.length - 1);
    put(root, [first, ...rest], value);
  }
  return withLists(root);
}

type Tree = { [name: string]: Tree | string };

function put(tree: Tree, [step = '', ...rest]: readonly string[], value: string): void {
  const name = step === '' ? String(Object.keys(tree).length) : step;
  if (rest.length === 0) {
    tree[name] = value;
    return;
  }
  const inner = tree[name];
  const next: Tree = typeof inner === 'object' ? inner : {};
  tree[name] = next;
  put(next, rest, value);
}

/** What is numbered from nought on is a list. */
function withLists(tree: Tree | string): unknown {
  if (typeof tree === 'string') return tree;
  const names = Object.keys(tree);
  const values = Object.values(tree).map(withLists);
  if (names.length > 0 && names.every((name, index) => name === String(index))) return values;
  return Object.fromEntries(names.map((name, index) => [name, values[index]]));
}
