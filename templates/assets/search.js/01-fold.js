// Texts as they are compared. Sources/Guide/Search/FoldedText.swift says the same in Swift; a test compares the two.

/**
 * White space (Unicode's White_Space) and control characters.
 * @param {number} scalar
 */
const isSpace = (scalar) => scalar <= 0x20 || (scalar >= 0x7F && scalar <= 0xA0) || scalar === 0x1680
  || (scalar >= 0x2000 && scalar <= 0x200A) || scalar === 0x2028 || scalar === 0x2029 || scalar === 0x202F
  || scalar === 0x205F || scalar === 0x3000;

/**
 * Characters that nobody sees, and halves of characters.
 * @param {number} scalar
 */
const isInvisible = (scalar) => scalar === 0xAD || (scalar >= 0x200B && scalar <= 0x200F)
  || (scalar >= 0x202A && scalar <= 0x202E) || (scalar >= 0x2060 && scalar <= 0x206F)
  || (scalar >= 0xD800 && scalar <= 0xDFFF) || (scalar >= 0xFDD0 && scalar <= 0xFDEF)
  || (scalar >= 0xFE00 && scalar <= 0xFE0F) || scalar === 0xFEFF || (scalar >= 0xE0000 && scalar <= 0xE01EF);

/**
 * What is written without a space to its neighbour, as `Han.standsWithoutSpaces` says.
 * @param {number} scalar
 */
const standsWithoutSpaces = (scalar) => scalar >= 0x2E80 && (scalar <= 0x2FFF
  || (scalar >= 0x3001 && scalar <= 0x312F) || (scalar >= 0x3190 && scalar <= 0x31FF)
  || (scalar >= 0x3200 && scalar <= 0x4DBF) || (scalar >= 0x4E00 && scalar <= 0x9FFF)
  || (scalar >= 0xF900 && scalar <= 0xFAFF) || (scalar >= 0xFE10 && scalar <= 0xFE1F)
  || (scalar >= 0xFE30 && scalar <= 0xFE4F) || (scalar >= 0xFF01 && scalar <= 0xFF9F)
  || (scalar >= 0xFFE0 && scalar <= 0xFFE6) || (scalar >= 0x1F200 && scalar <= 0x1F2FF)
  || (scalar >= 0x20000 && scalar <= 0x3FFFD));

/**
 * Capitals as small letters, full-width forms as ASCII.
 * @param {number} scalar
 */
const foldedScalar = (scalar) => {
  if (scalar >= 0xFF01 && scalar <= 0xFF5E) return scalar - 0xFEE0 + (scalar >= 0xFF21 && scalar <= 0xFF3A ? 0x20 : 0);
  if (scalar >= 0x400 && scalar <= 0x40F) return scalar + 0x50;
  const isCapital = (scalar >= 0x41 && scalar <= 0x5A) || (scalar >= 0xC0 && scalar <= 0xDE && scalar !== 0xD7)
    || (scalar >= 0x391 && scalar <= 0x3A9 && scalar !== 0x3A2) || (scalar >= 0x410 && scalar <= 0x42F);
  return isCapital ? scalar + 0x20 : scalar;
};

/**
 * A block of text as it is compared.
 * @param {string} text
 * @param {number[]} [places] Gets where in `text` each unit of the result comes from.
 */
const fold = (text, places) => {
  let folded = "", last = 0, isAfterSpace = false;
  for (let place = 0, next = 0; place < text.length; place = next) {
    const scalar = /** @type {number} */ (text.codePointAt(place));
    next = place + (scalar > 0xFFFF ? 2 : 1);
    if (isSpace(scalar)) {
      isAfterSpace = true;
      continue;
    }
    if (isInvisible(scalar)) continue;
    if (isAfterSpace && folded && !standsWithoutSpaces(last) && !standsWithoutSpaces(scalar)) {
      folded += " ";
      if (places) places.push(place);
    }
    isAfterSpace = false;
    last = scalar;
    folded += String.fromCodePoint(foldedScalar(scalar));
    if (places) for (let unit = place; unit < next; unit++) places.push(place);
  }
  return folded;
};
