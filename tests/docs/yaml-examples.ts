// Makes a whole case of a part that a page shows, and reads off it which problems it is meant to have.

/**
 * A block that begins with `impasse:` is a case; any other replaces the keys that it has in the first case of its page.
 */
export function wholeCase(lines: readonly string[], first: readonly string[]): string {
  if (partsOf(lines).some(({ key }) => key === 'impasse')) return lines.join('\n');
  const own = partsOf(lines);
  const kept = partsOf(first).filter(({ key }) => !own.some((part) => part.key === key));
  return [...kept, ...own].flatMap((part) => part.lines).join('\n');
}

/** The stretches of a text that begin with a key at the margin. */
function partsOf(
  lines: readonly string[],
): readonly { readonly key: string; readonly lines: readonly string[] }[] {
  const parts: { key: string; lines: string[] }[] = [];
  for (const line of lines) {
    // The one and the many of agreements exclude each other.
    const key = /^([A-Za-z]+):/.exec(line)?.[1]?.replace('agreements', 'agreement');
    if (key !== undefined) parts.push({ key, lines: [line] });
    else parts.at(-1)?.lines.push(line);
  }
  return parts;
}

/** The codes in comments such as `# E1201`, each with its line: the problems that a reader should find there. */
export function expectedCodes(text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line) => [...line.matchAll(/# ([EW]\d{4})/g)].map(([, code]) => `${code} ${line.trim()}`));
}
