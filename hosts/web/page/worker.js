// Draws in the background, so that typing never waits. The module comes compressed, once.

let loading = null;

async function loaded(base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Annals(await WebAssembly.compile(await new Response(stream).arrayBuffer()));
}

function refused(cause) {
  const message = `annals does not start in this browser (${cause.message}); open the page in a newer one`;
  return { draw: () => ({ files: [], notes: [], faults: [{ kind: "internal", message }] }) };
}

onmessage = async ({ data }) => {
  if (data.module) {
    loading = loaded(data.module).catch(refused);
    return;
  }
  // The first table comes while the module is still being compiled.
  const annals = await loading;
  const begun = performance.now();
  const reply = annals.draw(data.request, data.table, []);
  postMessage({ id: data.id, reply, milliseconds: performance.now() - begun });
};
