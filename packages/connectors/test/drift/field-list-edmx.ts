import { isJsonNode, type JsonNode, jsonNode, jsonNodes } from '../../src/drift/json-node.ts';

/**
 * `$metadata` (OData 4) out of the list of Business Central's fields: its description is served by an environment only. Types are
 * as the documentation names them; lines hang on documents under the name of their set.
 */
export function fieldListEdmx(text: string): string {
  const list = jsonNode(JSON.parse(text));
  const entities = [...jsonNodes(list)].filter(([, { docType }]) => isJsonNode(docType));
  const types = entities.map(([name, entity]) => {
    const fields = Object.keys(jsonNode(entity['docType'])).map(
      (field) => `<Property Name="${field}" Type="Edm.String"/>`,
    );
    const lines = entities.find(([other]) => other.toLowerCase() === `${name}line`.toLowerCase());
    const hanging =
      lines === undefined
        ? ''
        : `<NavigationProperty Name="${setOf(lines)}" Type="Collection(Microsoft.NAV.${lines[0]})"/>`;
    return `<EntityType Name="${name}">${fields.join('')}${hanging}</EntityType>`;
  });
  const sets = entities.map((entity) => `<EntitySet Name="${setOf(entity)}" EntityType="Microsoft.NAV.${entity[0]}"/>`);
  const schema = `<Schema Namespace="Microsoft.NAV" xmlns="http://docs.oasis-open.org/odata/ns/edm">${types.join('')}`;
  return `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>${schema}<EntityContainer Name="NAV">${sets.join('')}</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>`;
}

function setOf([name, { entitySet }]: readonly [string, JsonNode]): string {
  return typeof entitySet === 'string' ? entitySet : name;
}
