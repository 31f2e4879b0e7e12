// SVG elements and what all pictures share: size, labels, ways to take them away.
const SPACE = "http://www.w3.org/2000/svg";

type Values = Record<string, string | number>;

export function element(name: string, values: Values = {}, ...inside: (Node | string)[]): SVGElement {
  const made = document.createElementNS(SPACE, name);
  for (const [key, value] of Object.entries(values)) made.setAttribute(key, String(value));
  made.append(...inside);
  return made;
}

export function picture(width: number, height: number, label: string): SVGSVGElement {
  // A group, not an image: what lies inside an image is hidden from readers of screens, and bars and places are links.
  const values = { viewBox: `0 0 ${width} ${height}`, width: "100%", role: "group", "aria-label": label, "font-family": "system-ui, sans-serif" };
  return element("svg", values) as SVGSVGElement;
}

export function link(href: string | null, label: string, ...inside: Node[]): SVGElement {
  return href === null ? element("g", {}, ...inside) : element("a", { href, "aria-label": label }, ...inside);
}

export const colour = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

export function width(figure: HTMLElement): number {
  return Math.max(320, Math.min(1100, figure.clientWidth || 800));
}

function save(name: string, content: Blob): void {
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(content);
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 1000);
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", act);
  return made;
}

// A drawing as a file that stands alone.
export function standing(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute("xmlns", SPACE);
  copy.setAttribute("width", String(svg.viewBox.baseVal.width));
  // It leaves for places where our pages are not, and for paper of any colour.
  for (const each of copy.querySelectorAll("[href]")) each.removeAttribute("href");
  copy.prepend(element("rect", { width: "100%", height: "100%", fill: colour("paper") }));
  return new XMLSerializer().serializeToString(copy);
}

// The buttons by which an SVG is taken away, as it is or as pixels.
export function takeAway(figure: HTMLElement, svg: SVGSVGElement, name: string): void {
  const text = (): string => standing(svg);
  const bar = document.createElement("p");
  bar.className = "tools";
  bar.append(
    button("SVG", () => save(`${name}.svg`, new Blob([text()], { type: "image/svg+xml" }))), " ",
    button("PNG", () => void pixels(svg, text()).then((content) => content && save(`${name}.png`, content))),
  );
  figure.append(bar);
}

async function pixels(svg: SVGSVGElement, text: string): Promise<Blob | null> {
  const box = svg.viewBox.baseVal;
  const canvas = document.createElement("canvas");
  canvas.width = box.width * 2;
  canvas.height = box.height * 2;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const drawing = canvas.getContext("2d");
  if (!drawing) return null;
  drawing.fillStyle = colour("paper");
  drawing.fillRect(0, 0, canvas.width, canvas.height);
  drawing.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

export { button, save };
