// Many files as one: a zip archive without compression, written as its files come.

/** @type {Uint32Array} */
const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? 0xEDB88320 ^ (byte >>> 1) : byte >>> 1;
  return byte;
});

/** @param {Uint8Array} bytes The CRC-32 of RFC 1952. */
const crc32 = (bytes) => {
  let crc = 0xFFFFFFFF;
  for (let index = 0; index < bytes.length; index++) crc = crcTable[(crc ^ bytes[index]) & 0xFF] ^ (crc >>> 8);
  return ~crc >>> 0;
};

/**
 * Numbers of two or four bytes, the lowest first.
 * @param {...[value: number, size: 2 | 4]} numbers
 */
const packed = (...numbers) => {
  const view = new DataView(new ArrayBuffer(numbers.reduce((sum, [, size]) => sum + size, 0)));
  let place = 0;
  for (const [value, size] of numbers) {
    if (size === 2) view.setUint16(place, value, true);
    else view.setUint32(place, value, true);
    place += size;
  }
  return new Uint8Array(view.buffer);
};

/** Writes the archive to a sink, file by file: at most 65,535 files and 4 GB, beyond which it fails. */
class StoredZip {
  /** @type {Uint8Array[]} */
  #directory = [];
  #size = 0;
  #time;

  /** @param {Sink} sink */
  constructor(sink) {
    this.sink = sink;
    const now = new Date();
    const date = Math.max(now.getFullYear() - 1980, 0) << 9 | now.getMonth() + 1 << 5 | now.getDate();
    this.#time = /** @type {[number, 4]} */ ([
      (date << 16 | now.getHours() << 11 | now.getMinutes() << 5 | now.getSeconds() >> 1) >>> 0, 4]);
  }

  /** @param {string} name @param {Uint8Array} bytes */
  async add(name, bytes) {
    const text = new TextEncoder().encode(name);
    if (this.#directory.length >= 4 * 0xFFF0 || this.#size + bytes.length > 0xFF000000) throw new RangeError("too much for an archive");
    const facts = packed([0x0800, 2], [0, 2], this.#time, [crc32(bytes), 4], [bytes.length, 4], [bytes.length, 4], [text.length, 2], [0, 2]);
    // Made on Unix, by whose programs names are read as they are; only their owner's.
    this.#directory.push(packed([0x02014B50, 4], [20 | 3 << 8, 2], [20, 2]), facts,
      packed([0, 2], [0, 2], [0, 2], [(0o100600 << 16) >>> 0, 4], [this.#size, 4]), text);
    await this.#write(packed([0x04034B50, 4], [20, 2]), facts, text, bytes);
  }

  async finish() {
    const start = this.#size;
    const count = this.#directory.length / 4;
    await this.#write(...this.#directory);
    await this.#write(packed([0x06054B50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [this.#size - start, 4], [start, 4], [0, 2]));
  }

  /** @param {...Uint8Array} parts */
  async #write(...parts) {
    for (const part of parts) this.#size += part.length;
    await this.sink.write(parts);
  }
}

/** Keeps what is written for a download; the browser may put finished pieces on the disk. */
class DownloadSink {
  /** @type {BlobPart[]} */
  #pieces = [];
  /** @type {BlobPart[]} */
  #open = [];
  #size = 0;

  /** @param {Uint8Array[]} parts */
  async write(parts) {
    this.#open.push(...parts);
    for (const part of parts) this.#size += part.length;
    if (this.#size < 8 << 20) return;
    this.#pieces.push(new Blob(this.#open));
    this.#open = [];
    this.#size = 0;
  }

  async close() {}
  async abort() {}

  get blob() { return new Blob([...this.#pieces, ...this.#open], { type: "application/zip" }); }
}

/** Writes to a file that somebody chose. */
class FileSink {
  /** @param {ChosenFile} handle @param {FileSystemWritableFileStream} file */
  constructor(handle, file) {
    this.handle = handle;
    this.file = file;
  }

  /** @param {Uint8Array[]} parts */
  async write(parts) { await this.file.write(new Blob(parts)); }

  close() { return this.file.close(); }

  /** Leaves nothing, where the browser can take the file away that choosing made. */
  async abort() {
    await this.file.abort().catch(() => undefined);
    await this.handle.remove?.().catch(() => undefined);
  }
}
