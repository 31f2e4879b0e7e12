// Events over time: a bar for each month, or for each year where months would be too thin to see.
import { colour, element, link, picture, takeAway, width } from "./svg";

interface Count { value: string; count: number; href: string | null }
interface Timeline { unit: string; counts: Count[] }

const HEIGHT = 220, LEFT = 44, BOTTOM = 26, TOP = 10, THIN = 3;

// Months or years from the first to the last, those without events too.
function filled(counts: Count[], isYear: boolean): Count[] {
  const sums = new Map<string, Count>();
  for (const each of counts) {
    const value = isYear ? each.value.slice(0, 4) : each.value.slice(0, 7);
    const known = sums.get(value) ?? { value, count: 0, href: isYear ? null : each.href };
    known.count += each.count;
    if (isYear && each.href) known.href = each.href.replaceAll(each.value, value);
    sums.set(value, known);
  }
  const values = [...sums.keys()].sort();
  const first = values[0], last = values.at(-1);
  if (first === undefined || last === undefined) return [];
  const found: Count[] = [];
  for (let value = first; value <= last && found.length < 5000; value = after(value)) {
    found.push(sums.get(value) ?? { value, count: 0, href: null });
  }
  return found;
}

function after(value: string): string {
  const year = Number(value.slice(0, 4)), month = Number(value.slice(5, 7));
  if (value.length === 4) return String(year + 1).padStart(4, "0");
  return month === 12 ? `${String(year + 1).padStart(4, "0")}-01` : `${value.slice(0, 5)}${String(month + 1).padStart(2, "0")}`;
}

export function timeline(figure: HTMLElement, data: Timeline): void {
  const wide = width(figure), room = wide - LEFT - 10;
  let bars = filled(data.counts, false);
  if (room / bars.length < THIN) bars = filled(data.counts, true);
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  const svg = picture(wide, HEIGHT, `Events over time, from ${bars[0]?.value ?? "nothing"} to ${bars.at(-1)?.value ?? ""}`);
  const tall = HEIGHT - TOP - BOTTOM, step = room / Math.max(1, bars.length);
  const y = (count: number): number => TOP + tall * (1 - count / most);
  for (const mark of new Set([0, Math.ceil(most / 2), most])) {
    svg.append(element("line", { x1: LEFT, x2: wide - 10, y1: y(mark), y2: y(mark), stroke: colour("line") }));
    svg.append(element("text", { x: LEFT - 6, y: y(mark) + 4, "text-anchor": "end", "font-size": 12, fill: colour("soft") }, String(mark)));
  }
  const labels = Math.max(1, Math.ceil(bars.length / Math.floor(room / 70)));
  for (const [at, bar] of bars.entries()) {
    const x = LEFT + at * step;
    const drawn = element("rect", {
      x, y: y(bar.count), width: Math.max(1, Math.min(step - 1, 40)), height: Math.max(0, TOP + tall - y(bar.count)), fill: colour("accent"),
    }, element("title", {}, `${bar.value}: ${bar.count}`));
    svg.append(link(bar.count ? bar.href : null, drawn));
    if (at % labels === 0) {
      svg.append(element("text", { x, y: HEIGHT - 8, "font-size": 12, fill: colour("soft") }, bar.value));
    }
  }
  figure.append(svg);
  takeAway(figure, svg, "timeline");
}
