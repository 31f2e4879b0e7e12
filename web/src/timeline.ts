// Events over time: a bar for each unit that was asked for or, where none was, for the finest whose bars can be seen; and
// under the bars, as lines, from when to when events may have been that are known to more than a day.
import { colour, element, link, picture, takeAway, width } from "./svg";

interface Count { value: string; count: number; href: string | null; first?: string; last?: string }
interface Range { first: string; last: string; count: number; href: string | null }
interface Timeline { unit: string; chosen?: boolean; counts: Count[]; less_exact?: number; undated?: number; ranges?: Range[]; ranges_of?: number }
interface Bar extends Count { from: number; to: number }

const HEIGHT = 220, LEFT = 44, BOTTOM = 26, TOP = 10;
const THIN = 4; // a bar of three pixels and a gap of one
const MOST = 5000; // bars
const DAY = 86_400_000;
const LINE = 7; // pixels from one range to the next

type Unit = "day" | "week" | "month" | "quarter" | "year" | "decade";

const LETTERS: Record<string, number> = { month: 7, year: 4, decade: 3 };

// Bars of one unit from the first to the last, those without events too.
function filled(counts: Count[], unit: Unit): Bar[] {
  const sums = new Map<string, Count>();
  for (const each of counts) {
    const value = each.value.slice(0, LETTERS[unit] ?? each.value.length);
    const known = sums.get(value) ?? { value, count: 0, href: null };
    known.count += each.count;
    if (each.href && unit !== "decade") known.href = value === each.value ? each.href : each.href.replaceAll(each.value, value);
    sums.set(value, known);
  }
  const values = [...sums.keys()].sort();
  const first = values[0], last = values.at(-1);
  if (first === undefined || last === undefined) return [];
  const found: Bar[] = [];
  for (let value = first; value <= last && found.length < MOST; value = after(value, unit)) {
    const [from, to] = [start(value, unit), start(after(value, unit), unit)];
    found.push({ ...(sums.get(value) ?? { value, count: 0, href: null }), from, to });
  }
  return unit === "decade" ? found.map((bar) => ({ ...bar, value: `${bar.value}0s` })) : found;
}

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

// The Monday of an ISO week: that of the week with 4 January, and so many weeks on.
function monday(year: number, week: number): number {
  const fourth = Date.UTC(year, 0, 4);
  return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY + (week - 1) * 7 * DAY;
}

function start(value: string, unit: Unit): number {
  const year = Number(value.slice(0, 4));
  if (unit === "decade") return Date.UTC(Number(value) * 10, 0, 1);
  if (unit === "week") return monday(year, Number(value.slice(6)));
  if (unit === "quarter") return Date.UTC(year, 3 * (Number(value.slice(6)) - 1), 1);
  return Date.UTC(year, Number(value.slice(5, 7) || 1) - 1, Number(value.slice(8, 10) || 1));
}

function after(value: string, unit: Unit): string {
  if (unit === "day") return iso(start(value, unit) + DAY);
  if (unit === "week") {
    const thursday = new Date(start(value, unit) + 10 * DAY); // the year of a week is that of its Thursday
    const year = thursday.getUTCFullYear();
    return `${year}-W${String(1 + Math.floor((thursday.getTime() - monday(year, 1)) / (7 * DAY))).padStart(2, "0")}`;
  }
  if (unit === "year" || unit === "decade") return String(Number(value) + 1).padStart(value.length, "0");
  const year = value.slice(0, 4), number = Number(value.slice(unit === "quarter" ? 6 : 5)), most = unit === "quarter" ? 4 : 12;
  const mark = unit === "quarter" ? "Q" : "";
  return number === most ? `${after(year, "year")}-${mark}${mark ? 1 : "01"}` : `${year}-${mark}${String(number + 1).padStart(mark ? 1 : 2, "0")}`;
}

// The unit that was chosen, or the finest that every value has and whose bars can be seen.
function bars(data: Timeline, room: number): Bar[] {
  if (data.chosen) return filled(data.counts, data.unit as Unit);
  const units: Unit[] = data.counts.every((each) => /^\d{4}-\d{2}/.test(each.value)) ? ["month", "year"] : ["year"];
  for (const unit of units) {
    const found = filled(data.counts, unit);
    if (room / found.length >= THIN) return found;
  }
  return filled(data.counts, "decade");
}

export function timeline(figure: HTMLElement, data: Timeline): void {
  const shown = bars(data, width(figure) - LEFT - 10), most = Math.max(1, ...shown.map((bar) => bar.count));
  // Bars of a chosen unit that would be too thin make the picture wider: the figure scrolls.
  const wide = Math.min(16_000, Math.max(width(figure), LEFT + 10 + shown.length * (data.chosen ? THIN : 1)));
  const room = wide - LEFT - 10, tall = HEIGHT - TOP - BOTTOM, step = room / Math.max(1, shown.length);
  const lines = within(data.ranges ?? [], shown);
  const svg = picture(wide, HEIGHT + (lines.length ? 14 + lines.length * LINE : 0), `Events over time, from ${shown[0]?.value ?? "nothing"} to ${shown.at(-1)?.value ?? "nothing"}`);
  if (wide > width(figure)) svg.setAttribute("width", String(wide));
  const y = (count: number): number => TOP + tall * (1 - count / most);
  for (const mark of new Set([0, Math.ceil(most / 2), most])) {
    svg.append(element("line", { x1: LEFT, x2: wide - 10, y1: y(mark), y2: y(mark), stroke: colour("line") }));
    svg.append(element("text", { x: LEFT - 6, y: y(mark) + 4, "text-anchor": "end", "font-size": 12, fill: colour("soft") }, String(mark)));
  }
  const labels = Math.max(1, Math.ceil(shown.length / Math.floor(room / 80)));
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
  for (const [at, range] of lines.entries()) svg.append(stretch(range, shown, step, HEIGHT + 8 + at * LINE));
  if (!shown.length) svg.append(element("text", { x: LEFT + 8, y: HEIGHT / 2, "font-size": 13, fill: colour("soft") }, "No dated events"));
  const box = document.createElement("div");
  box.className = "wide";
  if (wide > width(figure)) {
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", "Events over time, to be scrolled");
  }
  box.append(svg);
  figure.append(box);
  tell(figure, data, shown, lines.length);
  takeAway(figure, svg, "timeline");
}

// Ranges longer than the bar that they begin in; shorter ones are that bar.
function within(ranges: Range[], shown: Bar[]): Range[] {
  const longest = Math.max(0, ...shown.slice(0, 3).map((bar) => bar.to - bar.from));
  return ranges.filter((range) => Date.parse(range.last) + DAY - Date.parse(range.first) > longest && place(range, shown) !== null);
}

function place(range: Range, shown: Bar[]): [number, number] | null {
  const from = Date.parse(range.first), to = Date.parse(range.last) + DAY;
  const at = (time: number): number => {
    const bar = shown.findIndex((each) => time < each.to);
    if (bar < 0) return shown.length;
    return bar + Math.max(0, (time - shown[bar]!.from) / (shown[bar]!.to - shown[bar]!.from));
  };
  const [first, last] = [at(from), at(to)];
  return last > first ? [first, last] : null;
}

function stretch(range: Range, shown: Bar[], step: number, y: number): SVGElement {
  const [first, last] = place(range, shown)!;
  const said = `${range.first} to ${range.last}: ${range.count}`;
  const values = { x1: LEFT + first * step, x2: Math.max(LEFT + last * step, LEFT + first * step + 2), y1: y, y2: y };
  const drawn = element("line", { ...values, stroke: colour("quad3"), "stroke-width": Math.min(5, 2 + Math.log10(range.count)), class: "range" }, element("title", {}, said));
  return link(range.href, said, drawn);
}

const events = (number: number): string => (number === 1 ? "1 event is" : `${number} events are`);

function tell(figure: HTMLElement, data: Timeline, shown: Bar[], lines: number): void {
  const said: string[] = [];
  const last = data.counts.map((each) => each.value).sort().at(-1) ?? "";
  if (data.chosen && shown.length === MOST && shown.at(-1)!.value < last) said.push(`There is more up to ${last}: ask for less time to see it.`);
  if (data.less_exact) said.push(`${events(data.less_exact)} not dated so exactly, and left out.`);
  if (data.undated) said.push(`${events(data.undated)} not dated, and left out.`);
  if (lines) said.push(`Lines: when events may have been that are known to more than a day, the most first; ${lines} of ${data.ranges_of ?? lines} shown.`);
  if (!said.length) return;
  const note = document.createElement("p");
  note.className = "note";
  note.textContent = said.join(" ");
  figure.append(note);
}
