/** Builds the page of the field kit: one file with everything in it, because a page that is opened from a folder may fetch nothing. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'vite';

const built = await build({
  configFile: false,
  root: import.meta.dirname,
  logLevel: 'warn',
  build: {
    target: 'es2022',
    write: false,
    lib: { entry: 'main.ts', formats: ['iife'], name: 'kit', fileName: 'kit' },
  },
});
const chunk = [built].flat()[0].output.find((part) => part.type === 'chunk');
const script = chunk.code.replaceAll('</', '<\\/');
const style = readFileSync(new URL('kit.css', import.meta.url), 'utf8');
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
// Only this script runs, whatever stands in a workspace.
const policy = `script-src ${hash(script)}; object-src 'none'; base-uri 'none'; form-action 'none'`;
writeFileSync(
  new URL('../dist/kit.html', import.meta.url),
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Field kit</title>
<style>${style}</style>
</head>
<body>
<script type="application/json" id="kit">{{kit}}</script>
<script>${script}</script>
</body>
</html>
`,
);
