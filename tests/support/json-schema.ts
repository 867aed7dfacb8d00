// Checks a value against a JSON Schema, for the part of draft 7 that this repository's schemas use.

type Schema = Readonly<Record<string, unknown>>;

/** Keys that say something to a reader and nothing to a check. */
const silent = ['$schema', '$id', '$comment', 'title', 'description', 'definitions', 'default', 'examples'];

/**
 * The JSON pointers of what does not conform; none where the value conforms.
 * @throws Error at a key of JSON Schema that is not known here, so that no rule is passed over unseen
 */
export function schemaProblems(root: Schema, value: unknown): string[] {
  return problemsAt(root, root, value, '');
}

function problemsAt(root: Schema, schema: Schema, value: unknown, at: string): string[] {
  return Object.entries(schema).flatMap(([key, rule]): string[] => {
    if (silent.includes(key)) return [];
    const wrong = (isWrong: boolean): string[] => (isWrong ? [`${at || '/'} ${key}`] : []);
    const below = (part: Schema, inner: unknown, name: string | number): string[] =>
      problemsAt(root, part, inner, `${at}/${name}`);
    switch (key) {
      case '$ref': {
        const name = String(rule).replace('#/definitions/', '');
        return problemsAt(root, (root.definitions as Record<string, Schema>)[name] as Schema, value, at);
      }
      case 'type':
        return wrong(![rule].flat().some((type) => isOfType(value, String(type))));
      case 'enum':
        return wrong(!(rule as unknown[]).includes(value));
      case 'const':
        return wrong(rule !== value);
      case 'allOf':
        return (rule as Schema[]).flatMap((part) => problemsAt(root, part, value, at));
      case 'anyOf':
        return wrong((rule as Schema[]).every((part) => problemsAt(root, part, value, at).length > 0));
      case 'oneOf':
        return wrong(
          (rule as Schema[]).filter((part) => problemsAt(root, part, value, at).length === 0).length !== 1,
        );
      case 'required':
        return isObject(value) ? wrong((rule as string[]).some((name) => !Object.hasOwn(value, name))) : [];
      case 'properties':
        return isObject(value)
          ? Object.entries(rule as Record<string, Schema>).flatMap(([name, part]) =>
              Object.hasOwn(value, name) ? below(part, value[name], name) : [],
            )
          : [];
      case 'additionalProperties': {
        if (!isObject(value)) return [];
        const known = Object.keys((schema.properties as object | undefined) ?? {});
        const others = Object.keys(value).filter((name) => !known.includes(name));
        if (typeof rule === 'boolean') return wrong(!rule && others.length > 0);
        return others.flatMap((name) => below(rule as Schema, value[name], name));
      }
      case 'items':
        return Array.isArray(value) ? value.flatMap((item, index) => below(rule as Schema, item, index)) : [];
      case 'minItems':
        return wrong(Array.isArray(value) && value.length < Number(rule));
      case 'maxItems':
        return wrong(Array.isArray(value) && value.length > Number(rule));
      case 'minimum':
        return wrong(typeof value === 'number' && value < Number(rule));
      case 'pattern':
        return wrong(typeof value === 'string' && !new RegExp(String(rule), 'u').test(value));
      default:
        throw new Error(`no rule for ${key}`);
    }
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'object':
      return isObject(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'null':
      return value === null;
    default:
      return typeof value === type;
  }
}
