// Puts scripts and style sheets together with esbuild, for bundles.py. On standard input a JSON
// object: by name, what an entry says, its kind ("esm", "iife" or "css"), and the folder from which
// it imports. On standard output the texts by name, or [place, complaint] pairs under "wrong".

import { text } from "node:stream/consumers";
import { build, stop } from "esbuild";

async function put({ says, kind, folder }) {
  const options = {
    stdin: {
      contents: says,
      resolveDir: folder,
      sourcefile: "entry",
      loader: kind === "css" ? "css" : "js",
    },
    absWorkingDir: process.cwd(),
    bundle: true,
    minify: true,
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
    target: "es2022",
    write: false,
  };
  if (kind === "css")
    options.target = "esnext"; // as it is written, light-dark() and all
  else options.format = kind;
  const made = await build(options);
  if (made.warnings.length) throw Object.assign(new Error("warnings"), { errors: made.warnings });
  return made.outputFiles[0].text;
}

const jobs = JSON.parse(await text(process.stdin));
const made = {};
const wrong = [];
for (const [name, job] of Object.entries(jobs)) {
  try {
    made[name] = await put(job);
  } catch (error) {
    if (!error.errors) throw error;
    for (const { location, text: what } of error.errors) {
      wrong.push([location ? `${location.file}, line ${location.line}` : "", what]);
    }
  }
}
await stop();
process.stdout.write(JSON.stringify(wrong.length ? { wrong } : made));
