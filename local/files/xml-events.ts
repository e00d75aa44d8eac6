/** What a reader of XML meets: an element that opens (and closes at once where `empty`), one that closes, text. */
export type XmlEvent =
  | {
      readonly kind: "open";
      readonly name: string;
      readonly attributes: Readonly<Record<string, string>>;
      readonly empty: boolean;
    }
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly text: string };

const PIECE =
  /<!--[\s\S]*?-->|<[?!][^>]*>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const NAMED: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[name] ?? whole;
    return String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10));
  });
}

/** Reads the events of an XML text, as far as office files use XML. */
export function* xmlEvents(xml: string): Generator<XmlEvent> {
  for (const [, closed, opened, attributes = "", slash, text] of xml.matchAll(PIECE)) {
    if (closed) yield { kind: "close", name: closed };
    else if (opened) {
      const read: Record<string, string> = {};
      for (const [, name, double, single] of attributes.matchAll(ATTRIBUTE))
        if (name) read[name] = decode(double ?? single ?? "");
      yield { kind: "open", name: opened, attributes: read, empty: slash === "/" };
    } else if (text) yield { kind: "text", text: decode(text) };
  }
}
