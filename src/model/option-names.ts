// Says which option a name stands for: its id where no other decision maker has it, or `decisionMaker.id`.
import { nearest } from '../base/index.ts';
import type { Option } from './case.ts';
import type { NameResolver } from './parse-expression.ts';

/**
 * A resolver of names in the expressions of an account. Rule [EXP8].
 * @param options - all options of the case
 * @param modelled - those that the account models; a name of another one is a problem of its own
 * @param account - how a message names the account
 * @param suggest - finds the name that was meant
 * @complexity O(options) once, O(1) for each name that is right
 */
export function optionNames(
  options: readonly Option[],
  modelled: readonly Option[] = options,
  account = 'this account',
  suggest: (name: string, candidates: readonly string[]) => string | undefined = nearest,
): NameResolver {
  const byName = new Map<string, Option[]>();
  const add = (name: string, option: Option): void => {
    const named = byName.get(name);
    if (named === undefined) byName.set(name, [option]);
    else named.push(option);
  };
  for (const option of options) {
    add(option.id, option);
    add(`${option.decisionMaker}.${option.id}`, option);
  }
  const candidates = modelled.flatMap(({ key, decisionMaker, id }) => [key, `${decisionMaker}.${id}`]);
  const keys = new Set(modelled.map(({ key }) => key));
  return (name) => {
    const [found, ...rest] = byName.get(name) ?? [];
    if (found === undefined) {
      const near = suggest(name, candidates);
      return {
        code: 'E1201',
        message: `there is no option \`${name}\``,
        ...(near === undefined ? {} : { nearest: near }),
      };
    }
    // An option that is listed twice by mistake is reported where it is listed.
    const others = rest.filter(({ key }) => key !== found.key);
    if (others.length > 0) {
      const all = [found, ...others].map(({ key }) => `\`${key}\``).join(' or ');
      const message = `several decision makers have an option \`${name}\``;
      return { code: 'E1202', message, expected: all };
    }
    if (!keys.has(found.key)) {
      const hint = `leave it out here, or add it to the account's \`options\``;
      return { code: 'E1203', message: `${account} does not model the option \`${name}\``, hint };
    }
    return { key: found.key };
  };
}
