import * as z from 'zod';
import { writeSchemas } from '../../../scripts/write-schemas.mjs';
import { mapSchema, overlaySchema } from '../src/map/map-schema.ts';
import { conditionSchema, ruleSchema } from '../src/map/rule-schema.ts';
import { PartnerProfile } from '../src/profile/partner-profile.ts';
import { OurCompany } from '../src/registry/our-company.ts';

// Run after a change of these schemas: node --import tsx --conditions=@dist/source scripts/generate-schemas.ts
const named = z.registry<{ id: string }>();
named.add(ruleSchema, { id: 'rule' });
named.add(conditionSchema, { id: 'condition' });

writeSchemas('packages/mapping', [
  {
    name: 'map',
    title: 'Map of a partner’s document',
    schema: schemaOf(mapSchema),
    of: { file: 'src/map/partner-map.ts', name: 'PartnerMap' },
  },
  {
    name: 'overlay',
    title: 'Overlay of a map',
    schema: schemaOf(overlaySchema),
    of: { file: 'src/map/overlay.ts', name: 'Overlay' },
  },
  {
    name: 'profile',
    title: 'Profile of a trading partner',
    schema: schemaOf(PartnerProfile),
    of: { file: 'src/profile/partner-profile.ts', name: 'PartnerProfile' },
  },
  {
    name: 'company',
    title: 'Company of ours',
    schema: schemaOf(OurCompany),
    of: { file: 'src/registry/our-company.ts', name: 'OurCompany' },
  },
]);

/** Draft 7 is what editors know whole. */
function schemaOf(schema: z.ZodType) {
  return z.toJSONSchema(schema, { io: 'input', target: 'draft-7', metadata: named });
}
