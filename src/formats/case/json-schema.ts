// Publishes the shape of the case file as a JSON Schema, from which editors complete and check.
import { caseShape } from './case-shape.ts';
import type { Define, JsonSchema } from './shape.ts';

/**
 * The JSON Schema (draft 7) of the case file. It accepts every file that `readCase` accepts; names, expressions and
 * what fits together are checked by the reader alone. Rule [CAS21].
 * @example caseSchema().type // => 'object'
 */
export function caseSchema(): JsonSchema {
  const definitions: Record<string, JsonSchema> = {};
  const define: Define = (name, make) => {
    if (definitions[name] === undefined) {
      definitions[name] = {};
      definitions[name] = make();
    }
    return { $ref: `#/definitions/${name}` };
  };
  caseShape.schema(define);
  const { case: whole, ...parts } = definitions;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Impasse case file',
    ...whole,
    definitions: parts,
  };
}
