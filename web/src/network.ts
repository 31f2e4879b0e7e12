// Who acts on whom. A click shows one with those around it; a double click leads to its page.
import cytoscape from "cytoscape";
import { button, colour, element, picture, save, standing } from "./svg";

interface Network {
  nodes: { id: string; label: string; count: number; href: string }[];
  edges: { source: string; target: string; count: number; quad?: number | null; label?: string; href: string }[];
  shown: number;
  of: number;
  edges_shown?: number;
  edges_of?: number;
}

const MOST = 500;
const PER_NAME = 45; // pixels of width for each name that always stands
// PLOVER's classes, by colour and by form: conflict is dashed, deeds have a full head.
const CLASSES = [
  { name: "cooperation in words", line: "solid", head: "vee" },
  { name: "cooperation in deeds", line: "solid", head: "triangle" },
  { name: "conflict in words", line: "dashed", head: "vee" },
  { name: "conflict in deeds", line: "dashed", head: "triangle" },
] as const;
const look = (quad?: number | null): { colour: string; line: string; head: string } => {
  const known = CLASSES[(quad ?? 0) - 1];
  return { colour: colour(known ? `quad${quad}` : "soft"), line: known?.line ?? "solid", head: known?.head ?? "triangle" };
};

export function network(figure: HTMLElement, data: Network): void {
  const box = document.createElement("div");
  box.className = "network";
  box.setAttribute("role", "img");
  box.setAttribute("aria-label", `${data.shown} of ${data.of} actors and the events between them; the table below holds the same`);
  // Cytoscape adds an inline style, which our policy forbids, unless an element of this name is there; style.css says it.
  const instead = document.createElement("template");
  instead.id = "__________cytoscape_stylesheet";
  figure.append(instead, box);
  const nodes = data.nodes.slice(0, MOST), known = new Set(nodes.map((node) => node.id));
  const most = Math.max(1, ...data.edges.map((edge) => edge.count)), busiest = Math.max(1, ...nodes.map((node) => node.count));
  const graph = cytoscape({
    container: box,
    elements: [
      ...nodes.map((node, at) => ({
        data: { ...node, size: 14 + 30 * Math.sqrt(node.count / busiest) },
        position: { x: 300 * Math.cos((2 * Math.PI * at) / nodes.length), y: 300 * Math.sin((2 * Math.PI * at) / nodes.length) },
      })),
      ...data.edges.filter((edge) => known.has(edge.source) && known.has(edge.target))
        .map((edge, at) => ({ data: { ...edge, id: `edge${at}`, quad: edge.quad ?? 0, ...look(edge.quad), width: 1 + 6 * (edge.count / most) } })),
    ],
    style: [
      { selector: "node", style: { width: "data(size)", height: "data(size)", "font-size": 12, "background-color": colour("accent"), color: colour("ink"), "text-valign": "bottom", "text-margin-y": 3 } },
      { selector: "edge", style: { width: "data(width)", "curve-style": "bezier", "target-arrow-shape": "triangle", "line-color": "data(colour)", "target-arrow-color": "data(colour)" } },
      { selector: "edge[line = 'dashed']", style: { "line-style": "dashed" } },
      { selector: "edge[head = 'vee']", style: { "target-arrow-shape": "vee" } },
      { selector: ".named", style: { label: "data(label)", "z-index": 1, "text-outline-color": colour("paper"), "text-outline-width": 2 } },
      { selector: ".dim", style: { opacity: 0.12 } },
    ],
    layout: { name: "cose", randomize: false, animate: false, padding: 24, nodeRepulsion: () => 20000 },
    minZoom: 0.2, maxZoom: 4, wheelSensitivity: 0.3,
  });
  graph.on("dbltap", "node, edge", (event) => { location.href = event.target.data("href") as string; });
  readable(graph);
  const { label, choose } = around(graph);
  graph.on("tap", (event) => choose(event.target !== graph && event.target.isNode() ? (event.target.id() as string) : ""));
  const bar = tools(graph, data);
  bar.prepend(label, " ");
  figure.append(classes(graph), bar);
}

// What colours and forms mean; each class can be left out. Under it stands what the edge that is pointed at says.
function classes(graph: cytoscape.Core): HTMLElement {
  const field = document.createElement("fieldset"), title = document.createElement("legend"), said = document.createElement("p");
  field.className = "classes";
  title.textContent = "Most of what happens between two";
  field.append(title);
  for (const [at, each] of CLASSES.entries()) {
    const quad = at + 1, label = document.createElement("label"), box = document.createElement("input");
    box.type = "checkbox";
    box.checked = true;
    box.addEventListener("change", () => { graph.edges(`[quad = ${quad}]`).style("display", box.checked ? "element" : "none"); });
    label.append(box, sample(quad), ` ${each.name}`);
    field.append(label);
  }
  graph.on("mouseover", "edge", (event) => { said.textContent = (event.target.data("label") as string | undefined) ?? ""; });
  field.append(said);
  return field;
}

function sample(quad: number): SVGElement {
  const { colour: stroke, line, head } = look(quad);
  const drawn = { x1: 1, y1: 6, x2: 28, y2: 6, stroke, "stroke-width": 3, "stroke-dasharray": line === "dashed" ? "6 4" : "none" };
  const tip: Record<string, string | number> = head === "triangle" ? { d: "M28 1 L37 6 L28 11 Z", fill: stroke } : { d: "M29 1 L37 6 L29 11", fill: "none", stroke, "stroke-width": 2 };
  return element("svg", { viewBox: "0 0 38 12", width: 38, height: 12, "aria-hidden": "true" }, element("line", drawn), element("path", tip));
}

// Names stay legible however far away the graph is; the busiest have theirs always, so that they do not cover each other.
function readable(graph: cytoscape.Core): void {
  const busiest = graph.nodes().sort((a, b) => (b.data("count") as number) - (a.data("count") as number)).slice(0, Math.ceil(graph.width() / PER_NAME));
  busiest.addClass("named always");
  const fit = (): void => { graph.nodes().style("font-size", 12 / Math.min(1, graph.zoom())); };
  graph.on("zoom", fit);
  fit();
}

// One actor and those it has to do with, the others dimmed: chosen by a click on it or, by keyboard, from a list.
function around(graph: cytoscape.Core): { label: HTMLElement; choose: (id: string) => void } {
  const label = document.createElement("label"), list = document.createElement("select"), said = document.createElement("output");
  list.add(new Option("all", ""));
  const named = graph.nodes().map((node) => [node.data("label") as string, node.id()] as const);
  for (const [name, id] of named.sort((a, b) => (a[0] < b[0] ? -1 : 1))) list.add(new Option(name, id));
  const choose = (id: string): void => {
    list.value = id;
    const chosen = graph.getElementById(id);
    graph.elements().removeClass("dim");
    graph.nodes().not(".always").removeClass("named");
    if (!id) graph.nodes(".always").addClass("named");
    else {
      graph.elements().not(chosen.closedNeighborhood()).addClass("dim").removeClass("named");
      chosen.closedNeighborhood().nodes().addClass("named");
    }
    said.textContent = id ? `${chosen.data("label") as string} and ${chosen.neighborhood("node").length} others` : "";
  };
  list.addEventListener("change", () => choose(list.value));
  const whole = document.createElement("span");
  label.append("around ", list);
  whole.append(label, " ", said);
  return { label: whole, choose };
}

function tools(graph: cytoscape.Core, data: Network): HTMLElement {
  const bar = document.createElement("p");
  bar.className = "tools";
  const label = document.createElement("label"), range = document.createElement("input");
  range.type = "range";
  range.min = "1";
  range.max = String(Math.max(1, ...graph.nodes().map((node) => node.degree(false))));
  range.value = "1";
  range.addEventListener("input", () => {
    const least = Number(range.value);
    graph.nodes().forEach((node) => { node.style("display", node.degree(false) >= least ? "element" : "none"); });
  });
  label.append("with at least so many others ", range);
  const taken = (): void => {
    void (graph.png({ output: "blob-promise", scale: 2, bg: colour("paper") }) as unknown as Promise<Blob>).then((content) => save("network.png", content));
  };
  const drawn = (): void => save("network.svg", new Blob([standing(drawing(graph, data))], { type: "image/svg+xml" }));
  bar.append(`${data.shown} of ${data.of} shown `, label, " ", button("SVG", drawn), " ", button("PNG", taken));
  return bar;
}

// What is shown now, as a drawing: Cytoscape itself gives pixels alone.
function drawing(graph: cytoscape.Core, data: Network): SVGSVGElement {
  const shown = graph.nodes().filter((node) => node.style("display") !== "none");
  const box = shown.boundingBox({}), room = 40;
  const x = (value: number): number => Math.round(10 * (value - box.x1 + room)) / 10;
  const y = (value: number): number => Math.round(10 * (value - box.y1 + room)) / 10;
  const svg = picture(Math.ceil(box.w + 2 * room), Math.ceil(box.h + 2 * room), `${data.shown} of ${data.of} actors and the events between them`);
  const head = element("marker", { id: "head", viewBox: "0 0 8 8", refX: 8, refY: 4, markerWidth: 8, markerHeight: 8, markerUnits: "userSpaceOnUse", orient: "auto" });
  head.append(element("path", { d: "M0 0 8 4 0 8z", fill: colour("soft") }));
  svg.append(head);
  shown.edgesWith(shown).forEach((edge) => {
    const a = edge.source().position(), b = edge.target().position();
    const away = Math.hypot(b.x - a.x, b.y - a.y) || 1, size = (edge.target().data("size") as number) / 2;
    const end = { x: b.x - ((b.x - a.x) * size) / away, y: b.y - ((b.y - a.y) * size) / away };
    const values = { x1: x(a.x), y1: y(a.y), x2: x(end.x), y2: y(end.y), stroke: edge.data("colour") as string, "stroke-width": edge.data("width") as number };
    const said = `${edge.source().data("label") as string} → ${edge.target().data("label") as string}: ${edge.data("count") as number}`;
    svg.append(element("line", { ...values, opacity: edge.hasClass("dim") ? 0.12 : 1, "marker-end": "url(#head)" }, element("title", {}, said)));
  });
  shown.forEach((node) => {
    const at = node.position(), size = (node.data("size") as number) / 2, opacity = node.hasClass("dim") ? 0.12 : 1;
    svg.append(element("circle", { cx: x(at.x), cy: y(at.y), r: size, fill: colour("accent"), opacity }, element("title", {}, `${node.data("label") as string}: ${node.data("count") as number}`)));
    if (node.hasClass("named")) svg.append(element("text", { x: x(at.x), y: y(at.y) + size + 13, "text-anchor": "middle", "font-size": 12, fill: colour("ink") }, node.data("label") as string));
  });
  return svg;
}
