// The module of annals behind plain values: a request and bytes in, a reply and files out.

const text = new TextEncoder();

/** A compiled module, and the instance of it that draws. */
export class Annals {
  #module;
  #instance = null;

  /** @param {WebAssembly.Module} module */
  constructor(module) {
    this.#module = module;
  }

  /**
   * Draws what `request` asks for, from the bytes of a table and of fonts.
   * A fault of the program ends the instance; the next call makes a new one.
   */
  draw(request, table, fonts = []) {
    const asked = { ...request, fonts: fonts.map((font) => font.length) };
    this.#instance ??= new WebAssembly.Instance(this.#module, {});
    try {
      return this.#call(text.encode(JSON.stringify(asked)), joined([table, ...fonts]));
    } catch (cause) {
      this.#instance = null;
      return { files: [], notes: [], faults: [failure(cause)] };
    }
  }

  #call(request, bytes) {
    const { alloc, draw, free, length, pointer, memory } = this.#instance.exports;
    const buffer = (content) => {
      const handle = alloc(content.length);
      new Uint8Array(memory.buffer, pointer(handle), content.length).set(content);
      return handle;
    };
    const handle = draw(buffer(request), buffer(bytes));
    const whole = new Uint8Array(memory.buffer, pointer(handle), length(handle)).slice();
    free(handle);
    return opened(whole);
  }
}

/** The reply in the bytes that the module gives: a length, an object in JSON, the files. */
function opened(whole) {
  const size = new DataView(whole.buffer).getUint32(0, true);
  const reply = JSON.parse(new TextDecoder().decode(whole.subarray(4, 4 + size)));
  let start = 4 + size;
  for (const file of reply.files) {
    file.bytes = whole.slice(start, (start += file.length));
  }
  return reply;
}

function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let start = 0;
  for (const part of parts) {
    whole.set(part, start);
    start += part.length;
  }
  return whole;
}

function failure(cause) {
  const message = `annals itself failed (${cause.message}); the table is kept: change it and try again`;
  return { kind: "internal", message };
}
