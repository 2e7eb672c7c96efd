// The part of the page that looks for a QR code: before the camera, or in a picture of it. What it finds goes to `found`.

import { word } from "../page.js";
import { decodeFrame, decodePicture } from "./decoder.js";
import { readLink } from "./link.js";

const PAUSE = 150;

const $ = (id) => document.getElementById(id);

let stream;
let state = "scan.picture-hint";
// Which use of the camera counts; what an earlier one still says is not listened to.
let attempt = 0;

const tell = (key) => {
  state = key;
  $("scan-state").textContent = word(key);
};

const stopCamera = () => {
  attempt++;
  stream?.getTracks().forEach((track) => track.stop());
  stream = undefined;
  $("camera").hidden = true;
  $("camera").srcObject = null;
};

const close = () => {
  stopCamera();
  $("scanner").hidden = true;
  $("scan").setAttribute("aria-expanded", "false");
};

/** Hands on what a code holds; a code that holds no verification link is told as such. */
const take = (text, found) => {
  const link = readLink(text);
  if (!link) {
    tell("scan.other");
    return false;
  }
  close();
  found(link);
  return true;
};

const look = async (mine, found) => {
  while (mine === attempt) {
    const text = $("camera").readyState >= HTMLMediaElement.HAVE_CURRENT_DATA ? await decodeFrame($("camera")) : undefined;
    if (mine !== attempt || (text && take(text, found))) {
      return;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, PAUSE);
    });
  }
};

const startCamera = async (found) => {
  // Browsers offer a camera to secure pages alone (W3C Media Capture and Streams).
  if (!navigator.mediaDevices?.getUserMedia) {
    tell("scan.no-camera");
    return;
  }
  tell("scan.starting");
  const mine = ++attempt;
  try {
    const opened = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
    if (mine !== attempt) {
      opened.getTracks().forEach((track) => track.stop());
      return;
    }
    stream = opened;
    $("camera").srcObject = stream;
    $("camera").hidden = false;
    await $("camera").play();
    tell("scan.looking");
    await look(mine, found);
  } catch (failure) {
    if (mine !== attempt) {
      return;
    }
    stopCamera();
    tell(failure.name === "NotAllowedError" ? "scan.denied" : "scan.no-camera");
  }
};

const readPicture = async (file, found) => {
  tell("scan.reading");
  try {
    const text = await decodePicture(file);
    if (text === undefined) {
      tell("scan.none");
    } else {
      take(text, found);
    }
  } catch {
    // Not a picture this browser can read, or the decoder could not be loaded.
    tell("scan.unreadable");
  }
};

/** Puts the state's words anew, in the language that is shown now. */
export const redrawScanner = () => tell(state);

/** found gets {number, issuer, type, host} of each code that holds a verification link. */
export const listenToScanner = (found) => {
  $("scan").addEventListener("click", async () => {
    if (!$("scanner").hidden) {
      close();
      return;
    }
    $("scanner").hidden = false;
    $("scan").setAttribute("aria-expanded", "true");
    await startCamera(found);
  });
  $("scan-end").addEventListener("click", () => {
    close();
    $("scan").focus();
  });
  $("picture").addEventListener("change", async ({ target }) => {
    const [file] = target.files;
    target.value = "";
    if (file) {
      stopCamera();
      await readPicture(file, found);
    }
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && stream) {
      close();
    }
  });
};
