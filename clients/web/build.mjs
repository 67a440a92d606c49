// Builds the consoles into the Python package: hashed files under assets/, one HTML page per console, manifest.json.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { build } from "esbuild";

const OUTPUT = "../../service/hemicycle/web_assets";

// Each page: its entry module and its title before the console knows the meeting's.
const PAGES = {
  chair: { entry: "chair/main.tsx", title: "Chair" },
  delegate: { entry: "delegate/main.tsx", title: "Delegate" },
  interpreter: { entry: "interpreter/main.tsx", title: "Interpreter" },
  hall: { entry: "hall/main.tsx", title: "Hall" },
  desk: { entry: "desk/main.tsx", title: "Desk" },
  register: { entry: "pages/register.tsx", title: "Registration" },
  enter: { entry: "pages/enter.tsx", title: "Enter the meeting" },
  front: { entry: "pages/front.tsx", title: "Live hybrid meetings" },
  demo: { entry: "pages/demo.tsx", title: "Demonstration" },
};

// Which page a login's capacity opens, and the pages without a login.
const PAGE_OF = {
  chair: "chair",
  secretariat: "chair",
  operator: "chair",
  delegate: "delegate",
  interpreter: "interpreter",
  hall: "hall",
  desk: "desk",
  register: "register",
  enter: "enter",
  front: "front",
  demo: "demo",
};

function html({ title, script, styles, icon }) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Hemicycle</title>
<link rel="icon" type="image/svg+xml" href="/assets/${icon}">
${styles.map((style) => `<link rel="stylesheet" href="/assets/${style}">`).join("\n")}
<script type="module" src="/assets/${script}"></script>
</head>
<body>
<div id="app"></div>
<noscript>
<p lang="ar" dir="rtl">تحتاج شاشات Hemicycle إلى JavaScript.</p>
<p lang="zh">Hemicycle操作台需要JavaScript。</p>
<p lang="en">Hemicycle's consoles need JavaScript.</p>
<p lang="fr">Les consoles de Hemicycle ont besoin de JavaScript.</p>
<p lang="ru">Пультам Hemicycle нужен JavaScript.</p>
<p lang="es">Las consolas de Hemicycle necesitan JavaScript.</p>
</noscript>
</body>
</html>
`;
}

function bundle() {
  return build({
    entryPoints: {
      ...Object.fromEntries(Object.entries(PAGES).map(([name, { entry }]) => [name, entry])),
      icon: "ui/icon.svg",
    },
    outdir: `${OUTPUT}/assets`,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    loader: { ".svg": "copy" },
    minify: true,
    charset: "utf8",
    sourcemap: true,
    metafile: true,
    legalComments: "none",
    logLevel: "warning",
  });
}

async function writePages(metafile) {
  const outputs = Object.entries(metafile.outputs);
  const icon = basename(outputs.find(([path]) => path.endsWith(".svg"))[0]);
  for (const [name, { entry, title }] of Object.entries(PAGES)) {
    const [script, output] = outputs.find(([, made]) => made.entryPoint === entry);
    const styles = output.cssBundle === undefined ? [] : [basename(output.cssBundle)];
    await writeFile(`${OUTPUT}/${name}.html`, html({ title, script: basename(script), styles, icon }));
  }
  const pages = Object.fromEntries(Object.entries(PAGE_OF).map(([key, name]) => [key, `${name}.html`]));
  await writeFile(`${OUTPUT}/manifest.json`, `${JSON.stringify({ pages }, null, 2)}\n`);
}

await rm(OUTPUT, { recursive: true, force: true });
await mkdir(OUTPUT, { recursive: true });
const { metafile } = await bundle();
await writePages(metafile);
