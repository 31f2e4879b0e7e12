// Where events were. A city is a dot, a region a circle of its usual size, a country its whole shape: never a pin where
// only a country is known.
import { geoNaturalEarth1, geoPath } from "d3-geo";
import type { Feature, FeatureCollection } from "geojson";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import { colour, element, link, picture, takeAway, width } from "./svg";

interface Place { name: string | null; country?: string | null; lat: number | null; lon: number | null; precision: string | null; count: number; href?: string | null }
interface Places { places: Place[]; shown?: number; of?: number }
type Projection = (point: [number, number]) => [number, number] | null;

const NEAR = 14; // points closer than this are one cluster
const REGION = 150; // kilometres: a radius that most first-level regions have within a factor of two
const EARTH = 6371;
const CREDIT = "Map: Natural Earth (public domain), 1:110m";

export async function map(figure: HTMLElement, data: Places): Promise<void> {
  const world = (await (await fetch("/static/world.json")).json()) as Topology;
  const countries = feature(world, world.objects["countries"]!) as unknown as FeatureCollection;
  const wide = width(figure), tall = Math.round(wide * 0.52);
  const projection = geoNaturalEarth1().fitSize([wide, tall], { type: "Sphere" });
  const shape = geoPath(projection);
  const svg = picture(wide, tall + 18, `${data.places.length} places of events on a map of the world`);
  const known = new Set(countries.features.map((country) => String(country.id)));
  const shaded = byCountry(data.places, known), most = Math.max(1, ...[...shaded.values()].map(sum));
  for (const country of countries.features) svg.append(land(country, shape(country) ?? "", shaded.get(String(country.id)), most));
  const scale = projection.scale(); // pixels of a radian, in the middle of the map
  const points = data.places.filter((place) => place.precision !== "country" || !known.has(place.country ?? ""));
  for (const group of clusters(points, projection)) svg.append(mark(group, figure, (REGION / EARTH) * scale));
  svg.append(element("text", { x: 6, y: tall + 12, "font-size": 11, fill: colour("soft") }, CREDIT));
  figure.append(svg, legend(data));
  takeAway(figure, svg, "map");
}

const sum = (places: Place[]): number => places.reduce((total, place) => total + place.count, 0);

// What is known to the country alone, by country; small ones without a shape at this scale keep a ring.
function byCountry(places: Place[], known: Set<string>): Map<string, Place[]> {
  const found = new Map<string, Place[]>();
  for (const place of places) {
    if (place.precision !== "country" || !place.country || !known.has(place.country)) continue;
    found.set(place.country, [...(found.get(place.country) ?? []), place]);
  }
  return found;
}

function land(country: Feature, d: string, places: Place[] | undefined, most: number): SVGElement {
  const values = { d, stroke: colour("line"), "stroke-width": 0.6 };
  if (!places) return element("path", { ...values, fill: colour("panel") });
  const count = sum(places), name = places[0]!.name ?? String(country.properties?.["name"] ?? "");
  const shade = { fill: colour("quad3"), "fill-opacity": (0.2 + 0.6 * Math.sqrt(count / most)).toFixed(2), "data-country": String(country.id) };
  const under = element("path", { ...values, fill: colour("panel") });
  const said = `${name}: ${count}, known to the country`;
  return link(address(places[0]!), said, under, element("path", { ...values, ...shade }, element("title", {}, said)));
}

function legend(data: Places): HTMLElement {
  const said = document.createElement("p");
  said.className = "note";
  const of = data.of !== undefined && data.shown !== undefined ? `${data.shown} of ${data.of} places shown. ` : "";
  said.textContent = `${of}A dot is a city, a circle a region, a shade a country of which no more is known; the number is of places close together.`;
  return said;
}

interface Group { x: number; y: number; places: Place[] }

function clusters(places: Place[], projection: Projection): Group[] {
  const found: Group[] = [];
  for (const place of places) {
    const point = place.lon === null || place.lat === null ? null : projection([place.lon, place.lat]);
    if (!point) continue;
    const near = place.precision === "city" ? found.find((each) => each.places[0]!.precision === "city" && Math.hypot(each.x - point[0], each.y - point[1]) < NEAR) : undefined;
    if (near) near.places.push(place);
    else found.push({ x: point[0], y: point[1], places: [place] });
  }
  // Areas lie under dots, so that none is hidden.
  return found.sort((a, b) => Number(a.places[0]!.precision === "city") - Number(b.places[0]!.precision === "city"));
}

const said = (place: Place): string => `${place.name ?? place.country ?? "somewhere"}: ${place.count}`;
const address = (place: Place): string => place.href ?? `/events?place=${encodeURIComponent(place.name ?? "")}`;

function mark(group: Group, figure: HTMLElement, region: number): SVGElement {
  const first = group.places[0]!, count = sum(group.places), precision = first.precision ?? "region";
  const size = Math.min(18, 4 + 2 * Math.sqrt(count));
  const area = { r: Math.max(8, region), fill: colour("quad4"), "fill-opacity": 0.18, stroke: colour("quad4"), "stroke-width": 1.5 };
  const shape: Record<string, Record<string, string | number>> = {
    city: { r: size, fill: colour("quad4"), "fill-opacity": 0.7, stroke: colour("paper") },
    region: area,
    country: { ...area, fill: colour("quad3"), stroke: colour("quad3"), "stroke-dasharray": "4 3" },
  };
  const names = group.places.slice(0, 6).map(said).join("\n");
  const values = { cx: group.x, cy: group.y, "data-precision": precision, ...(shape[precision] ?? area) };
  const inside: Node[] = [element("circle", values, element("title", {}, names))];
  if (group.places.length > 1) {
    const size = Math.max(12, 6 + 4 * String(count).length);
    (inside[0] as Element).setAttribute("r", String(size));
    (inside[0] as Element).removeAttribute("fill-opacity");
    inside.push(element("text", { x: group.x, y: group.y + 4, "text-anchor": "middle", "font-size": 11, fill: colour("paper") }, String(count)));
    return opener(group, figure, inside);
  }
  return link(address(first), `${said(first)}, known to the ${precision}`, ...inside);
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
