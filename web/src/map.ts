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
  for (const group of clusters(data.places, projection)) svg.append(mark(group));
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

function mark(group: Group): SVGElement {
  const first = group.places[0]!, count = group.places.reduce((sum, place) => sum + place.count, 0);
  const size = Math.min(18, 4 + 2 * Math.sqrt(count));
  const shape: Record<string, Record<string, string | number>> = {
    city: { r: size, fill: colour("quad4"), "fill-opacity": 0.7, stroke: colour("paper") },
    region: { r: size + 4, fill: "none", stroke: colour("quad4"), "stroke-width": 2 },
    country: { r: size + 8, fill: "none", stroke: colour("quad3"), "stroke-width": 2, "stroke-dasharray": "4 3" },
  };
  const names = group.places.slice(0, 6).map((place) => `${place.name}: ${place.count}`).join("\n");
  const inside: Node[] = [element("circle", { cx: group.x, cy: group.y, ...(shape[first.precision] ?? shape["city"]!) }, element("title", {}, names))];
  if (group.places.length > 1) {
    inside.push(element("text", { x: group.x, y: group.y + 4, "text-anchor": "middle", "font-size": 11, fill: colour("paper") }, String(count)));
  }
  return link(first.href ?? `/events?place=${encodeURIComponent(first.name)}`, ...inside);
}
