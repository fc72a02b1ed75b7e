// Draws in the background, so that typing never waits. The module comes compressed, once.

let annals = null;

async function compiled(base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}

onmessage = async ({ data }) => {
  if (data.module) {
    annals = new Annals(await compiled(data.module));
    postMessage({ ready: true });
    return;
  }
  const begun = performance.now();
  const reply = annals.draw(data.request, data.table, []);
  postMessage({ id: data.id, reply, milliseconds: performance.now() - begun });
};
