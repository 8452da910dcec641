// The index that answers: the engine's, or the built-in one where the engine cannot load.
import { open } from "./engine.js";
import { base, more, page, root } from "./page.js";

let loading;

// Gives { engine, builtIn }; asked again after a failure it tries again.
export function load() {
  loading ??= start().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function start() {
  const bundles = page.dataset.bundles.split(" ");
  try {
    if (location.protocol === "file:") throw new Error("files cannot load the engine");
    return { engine: await open(bundles, base, root), builtIn: false };
  } catch (error) {
    if (!page.dataset.passages) throw error;
    const { openBuiltIn } = await more();
    return { engine: await openBuiltIn(new URL(page.dataset.passages, base)), builtIn: true };
  }
}
