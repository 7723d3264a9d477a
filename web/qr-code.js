// A QR code (ISO/IEC 18004) of a text: byte mode, error correction level M, any version that is large enough.

/** For versions 1 to 40 at level M: the error correction codewords of each block, and the number of blocks. */
const CODEWORDS = [
  10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28, 28,
  28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
];
const BLOCKS = [
  1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35,
  37, 38, 40, 43, 45, 47, 49,
];
const LEVEL_M = 0;
const BYTE_MODE = 4;

/** @type {((x: number, y: number) => boolean)[]} */
const MASKS = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/**
 * The dark modules of a text, row by row.
 *
 * @param {string} text
 * @returns {boolean[][]}
 */
export function qrCode(text) {
  const bytes = [...new TextEncoder().encode(text)];
  const version = CODEWORDS.findIndex((_, index) => bytes.length <= capacity(index + 1)) + 1;
  if (version === 0) {
    throw new RangeError('the text is too long for a QR code');
  }
  const frame = new Frame(version);
  const bits = interleaved(dataCodewords(bytes, version), version).flatMap((codeword) => bitsOf(codeword, 8));
  const candidates = MASKS.map((_, mask) => frame.filled(bits, mask));
  return candidates.reduce((best, each) => (penalty(each) < penalty(best) ? each : best));
}

/** @param {number} version */
function allCodewords(version) {
  const alignments = version === 1 ? 0 : Math.floor(version / 7) + 2;
  let modules = (16 * version + 128) * version + 64;
  if (version >= 2) {
    modules -= (25 * alignments - 10) * alignments - 55;
  }
  if (version >= 7) {
    modules -= 36;
  }
  return Math.floor(modules / 8);
}

/** @param {number} version */
function room(version) {
  return allCodewords(version) - CODEWORDS[version - 1] * BLOCKS[version - 1];
}

/** How many bytes of text, behind the mode and their number. @param {number} version */
function capacity(version) {
  return room(version) - (version < 10 ? 2 : 3);
}

/** @param {number[]} bytes @param {number} version */
function dataCodewords(bytes, version) {
  const length = bitsOf(bytes.length, version < 10 ? 8 : 16);
  const all = [...bitsOf(BYTE_MODE, 4), ...length, ...bytes.flatMap((byte) => bitsOf(byte, 8)), ...bitsOf(0, 4)];
  const codewords = [];
  for (let start = 0; start + 8 <= all.length; start += 8) {
    codewords.push(Number.parseInt(all.slice(start, start + 8).join(''), 2));
  }
  for (let pad = 0xec; codewords.length < room(version); pad ^= 0xec ^ 0x11) {
    codewords.push(pad);
  }
  return codewords;
}

/** @param {number} number @param {number} length */
function bitsOf(number, length) {
  return Array.from({ length }, (_, index) => (number >>> (length - 1 - index)) & 1);
}

/** Cut into blocks, each with its error correction, and taken in turns. @param {number[]} data @param {number} version */
function interleaved(data, version) {
  const blocks = BLOCKS[version - 1];
  const short = Math.floor(data.length / blocks);
  const longer = data.length % blocks;
  const generator = generatorOf(CODEWORDS[version - 1]);
  const parts = Array.from({ length: blocks }, (_, index) => {
    const start = index * short + Math.max(0, index - (blocks - longer));
    return data.slice(start, start + short + (index >= blocks - longer ? 1 : 0));
  });
  const corrections = parts.map((part) => remainder(part, generator));
  return [...inTurns(parts), ...inTurns(corrections)];
}

/** @param {number[][]} lists */
function inTurns(lists) {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, index) => lists.filter((list) => index < list.length).map((list) => list[index])).flat();
}

/** In the field of 256 elements of the standard. @param {number} a @param {number} b */
function multiply(a, b) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d) ^ (((b >>> bit) & 1) * a);
  }
  return product;
}

/** @param {number} degree */
function generatorOf(degree) {
  const generator = [...new Array(degree - 1).fill(0), 1];
  for (let step = 0, root = 1; step < degree; step++, root = multiply(root, 2)) {
    for (let index = 0; index < degree; index++) {
      generator[index] = multiply(generator[index], root) ^ (generator[index + 1] ?? 0);
    }
  }
  return generator;
}

/** @param {number[]} data @param {number[]} generator */
function remainder(data, generator) {
  const rest = new Array(generator.length).fill(0);
  for (const codeword of data) {
    const factor = codeword ^ rest[0];
    rest.push(0);
    rest.shift();
    generator.forEach((coefficient, index) => {
      rest[index] ^= multiply(coefficient, factor);
    });
  }
  return rest;
}

/** The modules that are the same in every code of a version, and the places of the data. */
class Frame {
  /** @param {number} version */
  constructor(version) {
    this.version = version;
    this.size = version * 4 + 17;
    /** @type {(boolean | undefined)[][]} undefined where data goes */
    this.modules = Array.from({ length: this.size }, () => new Array(this.size).fill(undefined));
    this.#timing();
    for (const [x, y] of [
      [3, 3],
      [this.size - 4, 3],
      [3, this.size - 4],
    ]) {
      this.#square(x, y, 4, (ring) => ring !== 2 && ring !== 4);
    }
    this.#alignment();
    this.#format(this.modules, 0);
    this.#versionNumber();
  }

  /** @param {number[]} bits @param {number} mask @returns {boolean[][]} */
  filled(bits, mask) {
    const modules = this.modules.map((row) => [...row]);
    let next = 0;
    for (const [x, y] of this.#way()) {
      if (this.modules[y][x] === undefined) {
        modules[y][x] = (bits[next++] === 1) !== MASKS[mask](x, y);
      }
    }
    this.#format(modules, mask);
    return modules.map((row) => row.map((module) => module === true));
  }

  /** Two columns at a time from the right, up and down in turns. @returns {Generator<[number, number]>} */
  *#way() {
    for (let right = this.size - 1, up = true; right >= 1; right -= 2, up = !up) {
      if (right === 6) {
        right = 5;
      }
      for (let step = 0; step < this.size; step++) {
        const y = up ? this.size - 1 - step : step;
        yield [right, y];
        yield [right - 1, y];
      }
    }
  }

  #timing() {
    for (let index = 0; index < this.size; index++) {
      this.modules[6][index] = index % 2 === 0;
      this.modules[index][6] = index % 2 === 0;
    }
  }

  /** @param {number} centerX @param {number} centerY @param {number} reach @param {(ring: number) => boolean} isDark */
  #square(centerX, centerY, reach, isDark) {
    for (let y = centerY - reach; y <= centerY + reach; y++) {
      for (let x = centerX - reach; x <= centerX + reach; x++) {
        if (x >= 0 && y >= 0 && x < this.size && y < this.size) {
          this.modules[y][x] = isDark(Math.max(Math.abs(x - centerX), Math.abs(y - centerY)));
        }
      }
    }
  }

  #alignment() {
    const places = this.#alignmentPlaces();
    const last = places.length - 1;
    places.forEach((y, row) => {
      places.forEach((x, column) => {
        const isFinder = (row === 0 && (column === 0 || column === last)) || (row === last && column === 0);
        if (!isFinder) {
          this.#square(x, y, 2, (ring) => ring !== 1);
        }
      });
    });
  }

  #alignmentPlaces() {
    if (this.version === 1) {
      return [];
    }
    const count = Math.floor(this.version / 7) + 2;
    const step = Math.floor((this.version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
    const places = Array.from({ length: count - 1 }, (_, index) => this.size - 7 - index * step);
    return [6, ...places.reverse()];
  }

  /** Writes level and mask in their two places. @param {(boolean | undefined)[][]} modules @param {number} mask */
  #format(modules, mask) {
    const data = (LEVEL_M << 3) | mask;
    const code = ((data << 10) | checked(data, 10, 0x537)) ^ 0x5412;
    for (let index = 0; index < 15; index++) {
      const isDark = ((code >>> index) & 1) === 1;
      const behindTiming = index < 6 ? index : index + 1;
      modules[index < 8 ? behindTiming : this.size - 15 + index][8] = isDark;
      modules[8][index < 8 ? this.size - 1 - index : 14 - index + (index === 8 ? 1 : 0)] = isDark;
    }
    modules[this.size - 8][8] = true;
  }

  #versionNumber() {
    if (this.version < 7) {
      return;
    }
    const code = (this.version << 12) | checked(this.version, 12, 0x1f25);
    for (let index = 0; index < 18; index++) {
      const isDark = ((code >>> index) & 1) === 1;
      const far = this.size - 11 + (index % 3);
      const near = Math.floor(index / 3);
      this.modules[near][far] = isDark;
      this.modules[far][near] = isDark;
    }
  }
}

/** The check bits of format and version. @param {number} data @param {number} length @param {number} polynomial */
function checked(data, length, polynomial) {
  let rest = data;
  for (let index = 0; index < length; index++) {
    rest = (rest << 1) ^ ((rest >>> (length - 1)) * polynomial);
  }
  return rest;
}

/** How hard a code is to read, by the rules of the standard. @param {boolean[][]} rows */
function penalty(rows) {
  const columns = rows.map((_, x) => rows.map((row) => row[x]));
  const lines = [...rows, ...columns].map((line) => line.map((module) => (module ? '1' : '0')).join(''));
  let points = 0;
  for (const line of lines) {
    for (const run of line.match(/0{5,}|1{5,}/g) ?? []) {
      points += run.length - 2;
    }
    points += 40 * ([...line.matchAll(/(?=00001011101|10111010000)/g)].length);
  }
  for (let y = 1; y < rows.length; y++) {
    for (let x = 1; x < rows.length; x++) {
      const module = rows[y][x];
      if (module === rows[y - 1][x] && module === rows[y][x - 1] && module === rows[y - 1][x - 1]) {
        points += 3;
      }
    }
  }
  const dark = rows.flat().filter(Boolean).length / rows.length ** 2;
  return points + 10 * Math.floor(Math.abs(dark * 20 - 10));
}
