// Builds the pictures into the package: node build.mjs [FOLDER]. The same sources give the same bytes.
import { build } from "esbuild";
import { readFileSync, writeFileSync } from "node:fs";

const folder = process.argv[2] ?? "../onrecord/web/static";
await build({
  entryPoints: ["src/pictures.ts"], outfile: `${folder}/pictures.js`, bundle: true, minify: true, format: "esm",
  target: "es2022", legalComments: "inline", logLevel: "warning",
});

// Countries go by the codes that the record has (ISO 3166 alpha-3); Kosovo has a usual one, and no number.
const read = (name) => JSON.parse(readFileSync(`node_modules/${name}`, "utf8"));
const codes = new Map(read("i18n-iso-countries/codes.json").map(([, alpha3, number]) => [number, alpha3]));
const { objects: { countries }, ...world } = read("world-atlas/countries-110m.json");
for (const country of countries.geometries) {
  const code = country.properties.name === "Kosovo" ? "XKX" : codes.get(country.id);
  delete country.id;
  if (code) country.id = code;
}
writeFileSync(`${folder}/world.json`, JSON.stringify({ ...world, objects: { countries } }));
