// Writes several names as one text and reads them back.

/**
 * Names as one text, parted by semicolons; a semicolon within a name is doubled.                   Rule [STM22].
 * @example joinNames(['a', 'b; c']) // => 'a; b;; c'
 */
export function joinNames(names: readonly string[]): string {
  return names.map((name) => name.replaceAll(';', ';;')).join('; ');
}

/**
 * Names from one text, without spaces around them.                                                 Rule [STM22].
 * @complexity O(length)
 * @example splitNames('a; b;; c') // => ['a', 'b; c']
 */
export function splitNames(text: string): readonly string[] {
  const names: string[] = [];
  let name = '';
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== ';') name += text[at];
    else if (text[at + 1] === ';') {
      name += ';';
      at += 1;
    } else {
      names.push(name);
      name = '';
    }
  }
  return [...names, name].map((each) => each.trim()).filter((each) => each !== '');
}
