// A table as it comes: pasted, or in a file of whatever encoding.

const LARGEST_TABLE = 32 * 1024 * 1024;

/**
 * The text of a file; nothing where it is none.
 * @param {Uint8Array} bytes
 */
const decoded = (bytes) => {
  const mark = bytes[0] << 8 | bytes[1];
  const encodings = mark === 0xFFFE ? ["utf-16le"] : mark === 0xFEFF ? ["utf-16be"]
    : mark === 0xEFBB ? ["utf-8"] : ["utf-8", "gb18030"];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch { /* the next one */ }
  }
  return null;
};

/**
 * Whether a file is a workbook: a zip archive, or what Excel wrote before 2007.
 * @param {Uint8Array} bytes
 */
const isWorkbook = (bytes) => {
  const mark = bytes[0] << 8 | bytes[1];
  return mark === 0x504B || mark === 0xD0CF;
};

/** @param {string} text Lines that end as those of an old Mac, and half a character, which is no text. */
const cleaned = (text) => text.replace(/\r(?!\n)/g, "\n").replace(/\p{Surrogate}/gu, "\ufffd");
