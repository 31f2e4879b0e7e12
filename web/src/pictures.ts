// Draws every <figure data-picture data-src>. The table beside each holds the same, so nothing is lost without this.
import { map } from "./map";
import { network } from "./network";
import { timeline } from "./timeline";

const kinds: Record<string, (figure: HTMLElement, data: never) => void | Promise<void>> = { timeline, network, map };

async function draw(figure: HTMLElement): Promise<void> {
  const answer = await fetch(figure.dataset["src"] ?? "");
  if (!answer.ok) throw new Error(`${answer.status}`);
  await kinds[figure.dataset["picture"] ?? ""]?.(figure, (await answer.json()) as never);
  figure.dataset["drawn"] = "true";
}

for (const figure of document.querySelectorAll<HTMLElement>("figure[data-picture]")) {
  draw(figure).catch((error: unknown) => {
    const said = document.createElement("p");
    said.textContent = `The picture could not be drawn (${String(error)}); the table holds the same.`;
    figure.append(said);
  });
}
