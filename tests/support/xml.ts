// Reads well-formed XML strictly, enough of it to look at what was written: no document types, no namespaces.

/** An element with the text that stands directly in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** All elements, parents first; anything that is not well-formed throws. */
export function readXml(text: string): readonly XmlElement[] {
  const declaration = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/.exec(text)?.[0];
  if (declaration === undefined) throw new Error('no XML declaration');
  const token = /<\/([\w.-]+)>|<([\w.-]+)((?:\s+[\w.:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
  token.lastIndex = declaration.length;
  const all: XmlElement[] = [];
  const open: XmlElement[] = [];
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (match === null) throw new Error(`not well-formed at ${at}: ${text.slice(at, at + 40)}`);
    const [, closing, name, attributes = '', empty, content] = match;
    if (content !== undefined) {
      const inside = open.at(-1);
      if (inside !== undefined) inside.text += decoded(content);
      else if (content.trim() !== '') throw new Error('text outside the root');
    } else if (closing !== undefined) {
      if (open.pop()?.name !== closing) throw new Error(`</${closing}> closes nothing`);
    } else {
      const element: XmlElement = {
        name: name as string,
        attributes: attributesIn(attributes),
        children: [],
        text: '',
      };
      if (open.length === 0 && all.length > 0) throw new Error('a second root');
      open.at(-1)?.children.push(element);
      all.push(element);
      if (empty === '') open.push(element);
    }
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name}> is not closed`);
  return all;
}

function attributesIn(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(/([\w.:-]+)="([^"]*)"/g)) {
    if (found.has(name)) throw new Error(`${name} is given twice`);
    // A reader turns white space that is not escaped into spaces.
    found.set(name, decoded(value.replace(/[\t\r\n]/g, ' ')));
  }
  return found;
}

function decoded(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Surrogate}/u.test(text))
    throw new Error('a letter that XML cannot hold');
  return text.replace(/&([^;]*);?/g, (reference, name: string) => {
    const code = /^#(\d+)$/.exec(name)?.[1];
    const letter = code === undefined ? entities[name] : String.fromCodePoint(Number(code));
    if (letter === undefined || !reference.endsWith(';')) throw new Error(`unknown reference ${reference}`);
    return letter;
  });
}
