// Builds the pictures into the package: node build.mjs [FOLDER]. The same sources give the same bytes.
import { build } from "esbuild";
import { copyFileSync } from "node:fs";

const folder = process.argv[2] ?? "../onrecord/web/static";
await build({
  entryPoints: ["src/pictures.ts"], outfile: `${folder}/pictures.js`, bundle: true, minify: true, format: "esm",
  target: "es2022", legalComments: "inline", logLevel: "warning",
});
copyFileSync("node_modules/world-atlas/countries-110m.json", `${folder}/world.json`);
