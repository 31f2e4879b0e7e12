// Events over time: a bar for each month, or for each year or decade where finer ones would be too thin to see.
import { colour, element, link, picture, takeAway, width } from "./svg";

interface Count { value: string; count: number; href: string | null }
interface Timeline { unit: string; counts: Count[] }

const HEIGHT = 220, LEFT = 44, BOTTOM = 26, TOP = 10;
const THIN = 4; // a bar of three pixels and a gap of one

type Unit = "month" | "year" | "decade";

const LETTERS: Record<Unit, number> = { month: 7, year: 4, decade: 3 };

// Bars of one unit from the first to the last, those without events too.
function filled(counts: Count[], unit: Unit): Count[] {
  const sums = new Map<string, Count>();
  for (const each of counts) {
    const value = each.value.slice(0, LETTERS[unit]);
    const known = sums.get(value) ?? { value, count: 0, href: null };
    known.count += each.count;
    if (each.href && unit !== "decade") known.href = each.href.replaceAll(each.value, value);
    sums.set(value, known);
  }
  const values = [...sums.keys()].sort();
  const first = values[0], last = values.at(-1);
  if (first === undefined || last === undefined) return [];
  const found: Count[] = [];
  for (let value = first; value <= last && found.length < 5000; value = after(value)) {
    found.push(sums.get(value) ?? { value, count: 0, href: null });
  }
  return unit === "decade" ? found.map((bar) => ({ ...bar, value: `${bar.value}0s` })) : found;
}

function after(value: string): string {
  if (value.length <= 4) return String(Number(value) + 1).padStart(value.length, "0");
  const year = value.slice(0, 4), month = Number(value.slice(5, 7));
  return month === 12 ? `${after(year)}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
}

// The finest unit that every value has (a week or quarter lies in no one month) and whose bars can be seen.
function bars(counts: Count[], room: number): Count[] {
  const units: Unit[] = counts.every((each) => /^\d{4}-\d{2}/.test(each.value)) ? ["month", "year"] : ["year"];
  for (const unit of units) {
    const found = filled(counts, unit);
    if (room / found.length >= THIN) return found;
  }
  return filled(counts, "decade");
}

export function timeline(figure: HTMLElement, data: Timeline): void {
  const wide = width(figure), room = wide - LEFT - 10;
  const shown = bars(data.counts, room), most = Math.max(1, ...shown.map((bar) => bar.count));
  const svg = picture(wide, HEIGHT, `Events over time, from ${shown[0]?.value ?? "nothing"} to ${shown.at(-1)?.value ?? "nothing"}`);
  const tall = HEIGHT - TOP - BOTTOM, step = room / Math.max(1, shown.length);
  const y = (count: number): number => TOP + tall * (1 - count / most);
  for (const mark of new Set([0, Math.ceil(most / 2), most])) {
    svg.append(element("line", { x1: LEFT, x2: wide - 10, y1: y(mark), y2: y(mark), stroke: colour("line") }));
    svg.append(element("text", { x: LEFT - 6, y: y(mark) + 4, "text-anchor": "end", "font-size": 12, fill: colour("soft") }, String(mark)));
  }
  const labels = Math.max(1, Math.ceil(shown.length / Math.floor(room / 70)));
  for (const [at, bar] of shown.entries()) {
    const x = LEFT + at * step;
    const drawn = element("rect", {
      x, y: y(bar.count), width: Math.max(1, Math.min(step - 1, 40)), height: Math.max(0, TOP + tall - y(bar.count)), fill: colour("accent"),
    }, element("title", {}, `${bar.value}: ${bar.count}`));
    svg.append(link(bar.count ? bar.href : null, `${bar.value}: ${bar.count}`, drawn));
    if (at % labels === 0) {
      svg.append(element("text", { x, y: HEIGHT - 8, "font-size": 12, fill: colour("soft") }, bar.value));
    }
  }
  if (!shown.length) svg.append(element("text", { x: LEFT + 8, y: HEIGHT / 2, "font-size": 13, fill: colour("soft") }, "No dated events"));
  figure.append(svg);
  takeAway(figure, svg, "timeline");
}
