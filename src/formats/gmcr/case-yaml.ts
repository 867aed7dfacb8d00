// Lays out text for a case file by hand: values quoted where YAML needs it, comments and lists broken into lines.

const widest = 110;

/**
 * A text as a YAML value, quoted unless it is plain beyond doubt.
 * @example yamlText('!attack') // => '"!attack"'
 */
export function yamlText(text: string): string {
  const isPlain = /^[\p{L}_](?:[\p{L}\p{N}_.()'&|!<>/ -]*[\p{L}\p{N}_.)'!])?$/u.test(text);
  const isWord = /^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return isPlain && !isWord ? text : JSON.stringify(text);
}

/**
 * A list in brackets after a key, broken into lines that stay within the page.
 * @param values - as they are to stand
 * @example yamlList('a: ', ['1', '2'], '') // => ['a: [1, 2]']
 */
export function yamlList(before: string, values: readonly string[], indent: string): string[] {
  const lines: string[] = [];
  let line = `${before}[`;
  values.forEach((value, place) => {
    const part = place === values.length - 1 ? `${value}]` : `${value},`;
    const space = line.endsWith('[') ? '' : ' ';
    if (place > 0 && line.length + space.length + part.length > widest) {
      lines.push(line);
      line = `${indent}${part}`;
    } else line += space + part;
  });
  return [...lines, values.length === 0 ? `${line}]` : line];
}

/** A text as comment lines. */
export function yamlComment(text: string, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/\s+/)) {
    if (line !== '' && indent.length + line.length + word.length + 3 > widest) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line].map((each) => `${indent}# ${each}`);
}
