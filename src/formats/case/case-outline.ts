// Reads what a case file declares, however unfinished the case is: for tools that add to it.
import { parse } from 'yaml';

/** What a case file declares; all of it may be missing. */
export interface CaseOutline {
  readonly title: string;
  readonly decisionMakers: readonly {
    readonly id: string;
    readonly name: string;
    readonly options: readonly { readonly id: string; readonly name: string }[];
  }[];
  readonly sources: readonly (Readonly<Record<string, string>> & { readonly id: string })[];
  /** The formulas or patterns of its agreements. */
  readonly agreements: readonly string[];
  readonly hasStatusQuo: boolean;
  /** The bars of the base, as they stand. */
  readonly infeasible: readonly unknown[];
  /** Undefined where the file has no such list. */
  readonly accounts:
    | readonly {
        readonly id: string;
        /** What it states, as it stands. */
        readonly values: Readonly<Record<string, unknown>>;
        /** By decision maker, which statements are put before which. */
        readonly before: Readonly<Record<string, readonly (readonly [above: string, below: string])[]>>;
      }[]
    | undefined;
}

/**
 * The outline of a case file. Nothing is reported: what is not of the expected form is as if it were not there, and
 * `readCase` says what is wrong with it. Rule [CAS26].
 * @param text - YAML; where it is none, the outline is empty
 * @complexity O(length)
 */
export function outlineCase(text: string): CaseOutline {
  const file = recordOf(parsed(text));
  const accounts = Array.isArray(file.accounts) ? file.accounts : undefined;
  return {
    title: textOf(file.title) ?? '',
    decisionMakers: items(file.decisionMakers).flatMap((dm) => {
      const { id, name, options } = named(dm);
      if (id === undefined) return [];
      const own = items(options).flatMap((option) => {
        const each = named(option);
        return each.id === undefined ? [] : [{ id: each.id, name: textOf(each.name) ?? each.id }];
      });
      return [{ id, name: textOf(name) ?? id, options: own }];
    }),
    sources: items(file.sources).flatMap((source) => {
      const texts = Object.entries(recordOf(source)).flatMap(([key, value]) => {
        const found = textOf(value);
        return found === undefined ? [] : [[key, found] as const];
      });
      const fields: Record<string, string> = Object.fromEntries(texts);
      return fields.id === undefined ? [] : [{ ...fields, id: fields.id }];
    }),
    agreements: [file.agreement, ...items(file.agreements).map((each) => recordOf(each).when)].flatMap(
      (formula) => textOf(formula) ?? [],
    ),
    hasStatusQuo: file.statusQuo !== undefined && file.statusQuo !== null,
    infeasible: items(file.infeasible),
    accounts: accounts?.map((account) => {
      const fields = recordOf(account);
      const before = Object.entries(recordOf(fields.preferences)).map(([dm, preference]) => [
        dm,
        pairsOf(preference),
      ]);
      return { id: textOf(fields.id) ?? '', values: fields, before: Object.fromEntries(before) };
    }),
  };
}

/** Which statements a list of unknown order puts before which; in one of known order, each before the next. */
function pairsOf(preference: unknown): readonly (readonly [string, string])[] {
  if (Array.isArray(preference)) {
    const texts = preference.flatMap((statement) => statementOf(statement) ?? []);
    return texts.slice(1).map((text, place) => [texts[place] as string, text]);
  }
  return items(recordOf(preference).statements).flatMap((statement) => {
    const above = statementOf(statement);
    const { before } = recordOf(statement);
    const below = Array.isArray(before) ? before : [before];
    return above === undefined
      ? []
      : below.flatMap((text) => textOf(text) ?? []).map((text) => [above, text] as const);
  });
}

const statementOf = (statement: unknown): string | undefined =>
  textOf(statement) ?? textOf(recordOf(statement).statement);

function parsed(text: string): unknown {
  try {
    return parse(text, { logLevel: 'silent', maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}

const items = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** An item that is given by its id alone, or as a map. */
const named = (
  value: unknown,
): { readonly id: string | undefined; readonly name?: unknown; readonly options?: unknown } => {
  const id = textOf(value);
  const fields = recordOf(value);
  return id === undefined ? { ...fields, id: textOf(fields.id) } : { id };
};

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
