// Takes a file's fingerprint beside the page, which stays usable meanwhile. Says once that it is loaded. In: a File and a
// port. Out, at the port: {share} from 0 to 1 as it goes, then {fingerprint} or {fault}, the key of what to say; nothing
// more once another file has come.

import { Sha256 } from "./sha256.js";

const PIECE = 4 * 1024 * 1024;

// A browser that computes this wrongly would call genuine documents altered.
const SOUND = new Sha256().update(new TextEncoder().encode("abc")).hex()
  === "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

let latest = 0;

self.onmessage = async ({ data: file, ports: [port] }) => {
  const mine = ++latest;
  if (!SOUND) {
    port.postMessage({ fault: "fault.unsound" });
    return;
  }
  try {
    const sha256 = new Sha256();
    for (let at = 0; at < file.size; at += PIECE) {
      sha256.update(new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer()));
      if (mine !== latest) {
        return;
      }
      port.postMessage({ share: Math.min(1, (at + PIECE) / file.size) });
    }
    port.postMessage(file.size === 0
      ? { fault: "fault.empty" }
      : { fingerprint: sha256.hex() });
  } catch {
    // A folder, a file that was removed or changed meanwhile, or one that may not be read.
    port.postMessage({ fault: "fault.unreadable" });
  }
};

self.postMessage("loaded");
