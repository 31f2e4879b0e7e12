// Who acts on whom. A click shows one with those around it; a double click leads to its page.
import cytoscape from "cytoscape";
import { button, colour, save } from "./svg";

interface Network {
  nodes: { id: string; label: string; count: number; href: string }[];
  edges: { source: string; target: string; count: number; href: string }[];
  shown: number;
  of: number;
}

const MOST = 500;

export function network(figure: HTMLElement, data: Network): void {
  const box = document.createElement("div");
  box.className = "network";
  box.setAttribute("role", "img");
  box.setAttribute("aria-label", `${data.shown} of ${data.of} actors and the events between them; the table below holds the same`);
  figure.append(box);
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
        .map((edge, at) => ({ data: { ...edge, id: `edge${at}`, width: 1 + 6 * (edge.count / most) } })),
    ],
    style: [
      { selector: "node", style: { width: "data(size)", height: "data(size)", label: "data(label)", "font-size": 12, "background-color": colour("accent"), color: colour("ink"), "text-valign": "bottom", "text-margin-y": 3 } },
      { selector: "edge", style: { width: "data(width)", "curve-style": "bezier", "target-arrow-shape": "triangle", "line-color": colour("line"), "target-arrow-color": colour("soft") } },
      { selector: ".dim", style: { opacity: 0.12 } },
    ],
    layout: { name: "cose", randomize: false, animate: false, padding: 24, nodeRepulsion: () => 20000 },
    minZoom: 0.2, maxZoom: 4, wheelSensitivity: 0.3,
  });
  graph.on("tap", (event) => {
    graph.elements().removeClass("dim");
    if (event.target !== graph && event.target.isNode()) graph.elements().not(event.target.closedNeighborhood()).addClass("dim");
  });
  graph.on("dbltap", "node, edge", (event) => { location.href = event.target.data("href") as string; });
  figure.append(tools(graph, data));
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
  bar.append(`${data.shown} of ${data.of} shown `, label, " ", button("PNG", taken));
  return bar;
}
