type Attributes = Readonly<Record<string, string | boolean | number | undefined>>;

/**
 * An element with its attributes and children. Data becomes text nodes and attributes, never markup.
 *
 * @param attributes `false` and `undefined` leave one out, `true` gives it empty
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children);
  return made;
}

/** A button that runs something. */
export function button(
  label: string,
  onClick: () => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", onClick);
  return made;
}

/** A label over its field. @param id given to the field */
export function labelled(id: string, label: string, control: HTMLElement): HTMLElement {
  control.id = id;
  return element("div", {}, element("label", { for: id }, label), control);
}

/** The element of the page with this id. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element "${id}".`);
  return found as T;
}
