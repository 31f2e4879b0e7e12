// Where events were. A city is a dot, a region a ring, a country an outline: never a pin where only a country is known.
import { geoNaturalEarth1, geoPath } from "d3-geo";
import type { FeatureCollection } from "geojson";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import { colour, element, link, picture, takeAway, width } from "./svg";

interface Place { name: string; lat: number; lon: number; precision: string; count: number; href?: string | null }

const NEAR = 14; // points closer than this are one cluster

export async function map(figure: HTMLElement, data: { places: Place[] }): Promise<void> {
  const world = (await (await fetch("/static/world.json")).json()) as Topology;
  const countries = feature(world, world.objects["countries"]!) as unknown as FeatureCollection;
  const wide = width(figure), tall = Math.round(wide * 0.52);
  const projection = geoNaturalEarth1().fitSize([wide, tall], { type: "Sphere" });
  const path = geoPath(projection);
  const svg = picture(wide, tall, `${data.places.length} places of events on a map of the world`);
  svg.append(element("path", { d: path(countries) ?? "", fill: colour("panel"), stroke: colour("line"), "stroke-width": 0.6 }));
  for (const group of clusters(data.places, projection)) svg.append(mark(group, figure));
  svg.append(element("text", { x: 6, y: tall - 6, "font-size": 11, fill: colour("soft") }, "Natural Earth"));
  figure.append(svg);
  takeAway(figure, svg, "map");
}

interface Group { x: number; y: number; places: Place[] }

function clusters(places: Place[], projection: (point: [number, number]) => [number, number] | null): Group[] {
  const found: Group[] = [];
  for (const place of places) {
    const point = projection([place.lon, place.lat]);
    if (!point) continue;
    const near = place.precision === "city" ? found.find((each) => each.places[0]!.precision === "city" && Math.hypot(each.x - point[0], each.y - point[1]) < NEAR) : undefined;
    if (near) near.places.push(place);
    else found.push({ x: point[0], y: point[1], places: [place] });
  }
  return found;
}

const said = (place: Place): string => `${place.name}: ${place.count}`;
const address = (place: Place): string => place.href ?? `/events?place=${encodeURIComponent(place.name)}`;

function mark(group: Group, figure: HTMLElement): SVGElement {
  const first = group.places[0]!, count = group.places.reduce((sum, place) => sum + place.count, 0);
  const size = Math.min(18, 4 + 2 * Math.sqrt(count));
  const shape: Record<string, Record<string, string | number>> = {
    city: { r: size, fill: colour("quad4"), "fill-opacity": 0.7, stroke: colour("paper") },
    region: { r: size + 4, fill: "none", stroke: colour("quad4"), "stroke-width": 2 },
    country: { r: size + 8, fill: "none", stroke: colour("quad3"), "stroke-width": 2, "stroke-dasharray": "4 3" },
  };
  const names = group.places.slice(0, 6).map(said).join("\n");
  const inside: Node[] = [element("circle", { cx: group.x, cy: group.y, ...(shape[first.precision] ?? shape["city"]!) }, element("title", {}, names))];
  if (group.places.length > 1) {
    const size = Math.max(12, 6 + 4 * String(count).length);
    (inside[0] as Element).setAttribute("r", String(size));
    (inside[0] as Element).removeAttribute("fill-opacity");
    inside.push(element("text", { x: group.x, y: group.y + 4, "text-anchor": "middle", "font-size": 11, fill: colour("paper") }, String(count)));
    return opener(group, figure, inside);
  }
  return link(address(first), `${said(first)}, known to the ${first.precision}`, ...inside);
}

// A cluster leads to no one place: it opens the list of its places under the map.
function opener(group: Group, figure: HTMLElement, inside: Node[]): SVGElement {
  const names = group.places.slice(0, 6).map(said).join(", ");
  const made = element("g", { role: "button", tabindex: 0, "aria-label": names, cursor: "pointer" }, ...inside);
  const open = (): void => {
    figure.querySelector(".chosen")?.remove();
    const list = document.createElement("p");
    list.className = "chosen";
    for (const place of group.places) {
      const anchor = document.createElement("a");
      anchor.href = address(place);
      anchor.textContent = said(place);
      list.append(anchor, " ");
    }
    figure.append(list);
  };
  made.addEventListener("click", open);
  made.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    open();
  });
  return made;
}
