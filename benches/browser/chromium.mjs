// Chromium, driven by a pinned playwright-core that is installed into a temporary folder.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

const PLAYWRIGHT = "playwright-core@1.65.1";

/** A temporary folder of this process, removed when it ends. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), "annals-bench-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Installs packages written as `name@version`; returns a function that gives a path inside them. */
export function install(...packages) {
  const here = join(tmpdir(), `annals-benches-${userInfo().username}`);
  for (const each of packages) {
    const folder = join(here, each);
    if (existsSync(join(folder, "package-lock.json"))) continue;
    mkdirSync(folder, { recursive: true });
    const flags = ["--no-audit", "--no-fund", "--ignore-scripts", "--silent"];
    execFileSync("npm", ["install", "--prefix", folder, ...flags, each], { stdio: "inherit" });
  }
  return (name, path = "") => {
    const found = packages.find((each) => each.startsWith(`${name}@`));
    return join(here, found, "node_modules", name, path);
  };
}

function executable() {
  const named = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser"];
  const found = [...named, "/usr/bin/google-chrome"].find((path) => path && existsSync(path));
  if (!found) throw new Error("no Chromium found: install it or name it in CHROMIUM");
  return found;
}

/** Starts the browser without a window. */
export async function launch() {
  const place = install(PLAYWRIGHT)("playwright-core");
  const { chromium } = createRequire(import.meta.url)(place);
  const args = ["--no-sandbox", "--font-render-hinting=none", "--force-color-profile=srgb"];
  return chromium.launch({ executablePath: executable(), args });
}
