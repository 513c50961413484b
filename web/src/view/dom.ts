export type Child = Node | string | null | undefined | readonly Child[];
type Attributes = Record<string, string | number | boolean | null | undefined>;

// An element with attributes (true: there without a value; null and false: not there) and children. Texts are texts, never markup.
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag, attributes: Attributes = {}, ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : String(value));
  append(made, children);
  return made;
}

function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined) continue;
    if (Array.isArray(child)) append(parent, child as readonly Child[]);
    else parent.appendChild(typeof child === "string" ? document.createTextNode(child) : (child as Node));
  }
}

// Nodes with a separator between them; what is missing is left out.
export function joined(children: readonly Child[], separator: string): Child[] {
  return children.filter((child) => child !== null && child !== undefined && child !== "" && !(Array.isArray(child) && child.length === 0))
    .flatMap((child, i) => (i === 0 ? [child] : [separator, child]));
}
