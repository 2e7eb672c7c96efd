// SHA-256 (FIPS 180-4) taken in pieces: WebCrypto wants the whole message in memory at once, and a document may be larger.

const ROUND = new Uint32Array(64);
const FIRST = new Uint32Array(8);

// FIPS 180-4 sections 4.2.2 and 5.3.3: the first 32 bits of the fractional parts of the cube roots of the first 64 primes,
// and of the square roots of the first 8.
const fraction = (root) => (root - Math.floor(root)) * 2 ** 32;
const isPrime = (n) => {
  for (let d = 2; d * d <= n; d++) {
    if (n % d === 0) {
      return false;
    }
  }
  return true;
};
for (let n = 2, i = 0; i < 64; n++) {
  if (isPrime(n)) {
    if (i < 8) {
      FIRST[i] = fraction(Math.sqrt(n));
    }
    ROUND[i++] = fraction(Math.cbrt(n));
  }
}

export class Sha256 {
  #state = FIRST.slice();
  #words = new Uint32Array(64);
  #block = new Uint8Array(64);
  #filled = 0;
  #length = 0;

  /** Takes further bytes. */
  update(bytes) {
    this.#length += bytes.length;
    let at = 0;
    if (this.#filled > 0) {
      at = Math.min(64 - this.#filled, bytes.length);
      this.#block.set(bytes.subarray(0, at), this.#filled);
      this.#filled += at;
      if (this.#filled < 64) {
        return this;
      }
      this.#compress(this.#block, 0);
    }
    for (; at + 64 <= bytes.length; at += 64) {
      this.#compress(bytes, at);
    }
    this.#block.set(bytes.subarray(at));
    this.#filled = bytes.length - at;
    return this;
  }

  /** The digest of all bytes taken, as 64 lower-case hexadecimal digits. Ends this instance. */
  hex() {
    const bits = this.#length * 8;
    const end = new Uint8Array((this.#filled < 56 ? 64 : 128) - this.#filled);
    const view = new DataView(end.buffer);
    end[0] = 0x80;
    view.setUint32(end.length - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(end.length - 4, bits % 2 ** 32);
    this.update(end);
    return Array.from(this.#state, (word) => word.toString(16).padStart(8, "0")).join("");
  }

  // FIPS 180-4 section 6.2.2.
  #compress(bytes, at) {
    const w = this.#words;
    const s = this.#state;
    for (let i = 0; i < 16; i++, at += 4) {
      w[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    }
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15];
      const y = w[i - 2];
      const small0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const small1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = (w[i - 16] + small0 + w[i - 7] + small1) | 0;
    }
    let a = s[0] | 0, b = s[1] | 0, c = s[2] | 0, d = s[3] | 0;
    let e = s[4] | 0, f = s[5] | 0, g = s[6] | 0, h = s[7] | 0;
    for (let i = 0; i < 64; i++) {
      const big1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const one = (h + big1 + ((e & f) ^ (~e & g)) + ROUND[i] + w[i]) | 0;
      const big0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const two = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    s[0] += a;
    s[1] += b;
    s[2] += c;
    s[3] += d;
    s[4] += e;
    s[5] += f;
    s[6] += g;
    s[7] += h;
  }
}
