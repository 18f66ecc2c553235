import { describe, expect, it } from 'vitest';
import { partnerOf } from '../src/testing.ts';
import { mustHave } from './compiled.ts';
import { smallPartner } from './small-partner.ts';

type Files = Record<string, string>;

/** The profile with other documents. */
function withDocument(change: Record<string, unknown>): Files {
  const profile = JSON.parse(smallPartner['profile.json'] ?? '');
  return {
    ...smallPartner,
    'profile.json': JSON.stringify({ ...profile, documents: [{ ...profile.documents[0], ...change }] }),
  };
}

describe('a partner of the texts of its folder', () => {
  it('has its documents, each with its map, overlays, guide and golden pairs', () => {
    const { profile, documents } = mustHave(partnerOf(smallPartner));
    expect(profile.id).toBe('northfield');
    expect(documents.map(({ name, golden }) => [name, golden.map((pair) => pair.name)])).toEqual([
      ['850 in', ['order']],
      ['810 out', ['invoice']],
    ]);
    expect(documents[0]?.overlays.map(({ id }) => id)).toEqual(['northfield/850']);
    expect(documents[0]?.native.definition?.guide?.guide.name).toBe('Northfield 850');
    expect(documents[0]?.golden[0]?.altered).toHaveLength(4);
  });

  it('may stand in a folder of its own, beside files that are passed over', () => {
    const files = Object.entries(smallPartner).map(([path, text]) => [`partners/northfield/${path}`, text]);
    expect(partnerOf({ ...Object.fromEntries(files), 'partners/northfield/README.md': '# Northfield' }).ok).toBe(true);
  });

  it('takes a golden pair for the version of its day', () => {
    const profile = JSON.parse(smallPartner['profile.json'] ?? '');
    const [order] = profile.documents;
    const documents = [
      { ...order, effective: { until: '2025-12-31' } },
      { ...order, effective: { from: '2026-01-01' } },
    ];
    const files: Files = { ...smallPartner, 'profile.json': JSON.stringify({ ...profile, documents }) };
    const { 'golden/invoice.edi': _, 'golden/invoice.json': _meaning, ...others } = files;
    expect(mustHave(partnerOf(others)).documents.map(({ golden }) => golden.length)).toEqual([0, 1]);
  });

  it.each<[string, Files, string, string]>([
    ['no profile', {}, 'file-missing', 'profile.json'],
    ['a profile that is no JSON', { 'profile.json': '{' }, 'file-malformed', 'profile.json'],
    ['a profile with an unknown field', { 'profile.json': '{"odd":1}' }, 'profile-invalid', 'profile.json'],
    ['a map that is not there', withDocument({ map: 'x12/004010/999' }), 'map-unknown', 'profile.json'],
    ['a form that is not there', withDocument({ native: 'x12/004010/999' }), 'document-unknown', 'profile.json'],
    ['an overlay that is not there', withDocument({ overlays: ['none'] }), 'file-missing', 'profile.json'],
    ['a guide that is not there', withDocument({ guide: 'none' }), 'file-missing', 'guides/none.json'],
    ['an overlay of another shape', { ...smallPartner, 'overlays/850.json': '[]' }, 'map-invalid', 'overlays/850.json'],
    [
      'a guide with an unknown place',
      { ...smallPartner, 'guides/850.json': guideAt('XYZ') },
      'guide-path',
      'guides/850.json',
    ],
    [
      'a golden pair of no document',
      { ...smallPartner, 'golden/order.json': '{"kind":"shipment"}' },
      'golden-unplaced',
      'golden/order.edi',
    ],
    [
      'a golden file without its meaning',
      { ...smallPartner, 'golden/other.edi': 'ISA' },
      'file-missing',
      'golden/other.json',
    ],
    [
      'a golden file that is no X12',
      { ...smallPartner, 'golden/order.edi': 'hello' },
      'file-malformed',
      'golden/order.edi',
    ],
    [
      'a change with two outcomes',
      { ...smallPartner, 'golden/order.altered.json': '[{"direction":"read","path":"BEG03","code":"a","lost":"b"}]' },
      'file-malformed',
      'golden/order.altered.json',
    ],
    [
      'a meaning nested without end',
      { ...smallPartner, 'golden/order.json': deep(`{"kind":"order","ext":`, '}') },
      'file-too-deep',
      'golden/order.json',
    ],
    [
      'changes nested without end',
      { ...smallPartner, 'golden/order.altered.json': deep('[{"value":', '}]') },
      'file-too-deep',
      'golden/order.altered.json',
    ],
    ['a map nested without end', { ...smallPartner, 'maps/a.json': deep('', '') }, 'file-too-deep', 'maps/a.json'],
    [
      'a guide nested without end',
      { ...smallPartner, 'guides/850.json': deep('', '') },
      'file-too-deep',
      'guides/850.json',
    ],
  ])('%s is an issue with its file', (_, files, code, file) => {
    const { ok, issues } = partnerOf(files);
    expect(ok).toBe(false);
    expect(issues.map((issue) => [issue.code, issue.path[0]])).toContainEqual([code, file]);
  });

  it('a document of JSON nested without end is an issue with its file', () => {
    const document = { document: 'order', direction: 'in', native: 'json/shop/order', map: 'x12/004010/850' };
    const files = {
      ...withDocument({ ...document, overlays: [], guide: undefined }),
      'golden/a.native.json': deep('', ''),
    };
    const { issues } = partnerOf({ ...files, 'golden/a.json': '{"kind":"order"}' });
    expect(issues.map((issue) => [issue.code, issue.path[0]])).toContainEqual([
      'file-too-deep',
      'golden/a.native.json',
    ]);
  });

  it.each<[string, unknown, string]>([
    ['nothing', null, 'folder-malformed'],
    ['a text', 'profile.json', 'folder-malformed'],
    ['a file that is no text', { 'profile.json': { id: 'a' } }, 'file-malformed'],
    ['a file that is nothing', { ...smallPartner, 'overlays/850.json': null }, 'file-malformed'],
  ])('%s is an issue, though no folder', (_, files, code) => {
    const { ok, issues } = partnerOf(files as Files);
    expect(ok).toBe(false);
    expect(issues.map((issue) => issue.code)).toContain(code);
  });

  it('writes nothing into prototypes, whatever files are called', () => {
    expect(partnerOf({ ...smallPartner, __proto__: '{"polluted":1}', 'overlays/__proto__.json': '{}' }).ok).toBe(false);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

/** JSON of 50,000 lists in lists, and what stands around it. */
function deep(before: string, after: string): string {
  return `${before}${'['.repeat(50_000)}${']'.repeat(50_000)}${after}`;
}

function guideAt(path: string): string {
  return JSON.stringify({ name: 'Other', set: '850', release: '004010', places: [{ path, usage: 'required' }] });
}
